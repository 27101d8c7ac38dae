// The verdict for two components: all that relates them, for every piece of both versions, as in
// mkdocs_compat/reasoning/pairs.py.

import { unite } from "../ranges/version-set.js";
import { LOWEST } from "../versions/keys.js";
import { cutsOf, hull, pieces } from "./pieces.js";
import { tableAnswer } from "./statement.js";
import { best, rank, worst } from "./verdict.js";

/**
 * @typedef {import("./payload.js").Verdict} Verdict
 * @typedef {import("./payload.js").Row} Row
 * @typedef {import("../ranges/version-set.js").Interval} Interval
 * @typedef {import("../versions/scheme.js").Scheme} Scheme
 * @typedef {import("./lines.js").Line} Line
 * @typedef {import("./pieces.js").Asked} Asked
 * @typedef {import("./rule-relation.js").RuleRelation} RuleRelation
 * @typedef {import("./rule-relation.js").RuleStatement} RuleStatement
 * @typedef {import("./statement.js").Relation} Relation
 * @typedef {import("./statement.js").Statement} Statement
 * @typedef {import("./statement.js").TableAnswer} TableAnswer
 */

/**
 * A rule and which of two components it binds: the first, or otherwise the second.
 * @typedef {{relation: RuleRelation, bindsA: boolean}} BoundRule
 */

/**
 * All that relates two components.
 * @typedef {object} Link
 * @property {string} a Id of the first.
 * @property {string} b Id of the second; the same in a fleet.
 * @property {Relation[]} tables Either way round.
 * @property {BoundRule[]} rules In a fleet each both ways round.
 */

/**
 * The versions of both components for which one verdict holds, or holds for some of them; null
 * for all asked about.
 * @typedef {{a: Interval[] | null, b: Interval[] | null, verdict: Verdict, some: boolean}} Region
 */

/**
 * A verdict and what it rests on.
 * @typedef {{verdict: Verdict, statements: (Statement | RuleStatement)[]}} Judgement
 */

/**
 * What is found of a piece of each version, the worst first, and whether versions within the
 * pieces may have different verdicts.
 * @typedef {{judgements: Judgement[], isMixed: boolean}} Found
 */

/**
 * What is found, its worst verdict, and where.
 * @typedef {Found & {a: Interval, b: Interval, verdict: Verdict}} Point
 */

/**
 * A rule and what it may say of two intervals.
 * @typedef {{rule: BoundRule, items: (RuleStatement | null)[]}} Said
 */

/**
 * Return a link with the other component as the first.
 * @param {Link} link
 * @returns {Link}
 */
export const turned = ({ a, b, tables, rules }) => ({
  a: b,
  b: a,
  tables,
  rules: rules.map(({ relation, bindsA }) => ({ relation, bindsA: !bindsA })),
});

/**
 * Answer for two instances, which may be lines.
 * @param {Link} link What relates their components.
 * @param {Asked} a An instance of the link's first component.
 * @param {Asked} b An instance of the second.
 * @returns {{verdict: Verdict, statements: (Statement | RuleStatement)[], regions: Region[]}}
 */
export function answerPair(link, a, b) {
  const points = pieces(a, cutsAlongA(link, b, hull(a))).flatMap((pieceA) =>
    pieces(b, cutsAlongB(link, pieceA, hull(b))).map((pieceB) => {
      const found = judge(link, pieceA, pieceB);
      return { a: pieceA, b: pieceB, verdict: found.judgements[0].verdict, ...found };
    }),
  );
  const verdict = worst(points.map((point) => point.verdict));
  return {
    verdict,
    statements: gathered(points, verdict),
    regions: regionsOf(points, a.scheme, b.scheme),
  };
}

/**
 * Return the verdict that `answerPair` finds, without what it rests on.
 * @param {Link} link
 * @param {Asked} a
 * @param {Asked} b
 */
export const pairVerdict = (link, a, b) =>
  worst(pieces(a, cutsAlongA(link, b, hull(a))).map((piece) => verdictAlong(link, piece, b)));

/**
 * Return the worst verdict of some versions with an instance.
 * @param {Link} link What relates their components.
 * @param {Interval} piece Versions of its first component within which nothing changes.
 * @param {Asked} fixed An instance of the second.
 */
export function verdictAlong(link, piece, fixed) {
  const others = pieces(fixed, cutsAlongB(link, piece, hull(fixed)));
  return worst(others.map((other) => judge(link, piece, other).judgements[0].verdict));
}

/**
 * Return the cuts at which the answer can change along the first component.
 * @param {Link} link
 * @param {Asked} b The instance of the second.
 * @param {Interval} within The stretch of the first's order that is of interest.
 */
export function cutsAlongA(link, b, within) {
  const cuts = link.tables.flatMap((table) =>
    table.subject === link.a
      ? table.coverage.overlapping(...within).flatMap((row) => cutsOf(row.subject.range))
      : b.versions
          .flatMap((interval) => table.coverage.overlapping(...interval))
          .flatMap((row) => cellCuts(row, table.other)),
  );
  return [...cuts, ...ruleCuts(link, b)];
}

/**
 * Return the cuts at which the word of a rule can change along the first component.
 * @param {Link} link
 * @param {Asked} b
 */
export const ruleCuts = ({ rules }, b) =>
  rules.flatMap(({ relation, bindsA }) =>
    b.versions.flatMap((interval) => relation.cuts(interval, bindsA)),
  );

/**
 * Return the cuts of a row's cell for a component.
 * @param {Row} row
 * @param {string} component
 */
export const cellCuts = (row, component) =>
  cutsOf(row.cells.find((cell) => cell.components.includes(component))?.range ?? null);

/**
 * Return the cuts at which the answer can change along the second, the first at a piece.
 * @param {Link} link
 * @param {Interval} piece
 * @param {Interval} within
 */
function cutsAlongB(link, piece, within) {
  const cuts = link.tables.flatMap((table) =>
    table.subject === link.a
      ? table.coverage.speaking(piece[0]).flatMap((row) => cellCuts(row, table.other))
      : table.coverage.overlapping(...within).flatMap((row) => cutsOf(row.subject.range)),
  );
  return [...cuts, ...link.rules.flatMap(({ relation, bindsA }) => relation.cuts(piece, !bindsA))];
}

/**
 * Judge the versions within two intervals, the worst judgement first.
 * @param {Link} link
 * @param {Interval} a
 * @param {Interval} b
 * @returns {Found}
 */
function judge(link, a, b) {
  const answers = link.tables.map((table) =>
    table.subject === link.a ? tableAnswer(table, a[0], b[0]) : tableAnswer(table, b[0], a[0]),
  );
  const said = link.rules.map((rule) => ({ rule, items: rule.relation.statements(...sides(rule, a, b)) }));
  if (said.every(({ items }) => items.length <= 1)) {
    return { judgements: [weigh(answers, said.flatMap(({ items }) => items))], isMixed: false };
  }
  const bad = said
    .flatMap(({ items }) => items)
    .filter((item) => item && (item.verdict === null || item.verdict === "incompatible"))
    .map((item) => weigh(answers, [item]));
  // The worst is certain, for a single rule brings it about. Others are as far as they are shown.
  const found = worstFirst(bad).slice(0, 1);
  for (const [lineA, lineB] of witnesses(said, a, b)) {
    const items = said
      .filter((each) => each.items.length)
      .flatMap(({ rule }) => rule.relation.statementsOf(...sides(rule, lineA, lineB)));
    found.push(weigh(answers, items));
  }
  const verdicts = [...new Set(found.map(({ verdict }) => verdict))];
  const firsts = verdicts.flatMap((verdict) => found.find((each) => each.verdict === verdict) ?? []);
  return { judgements: worstFirst(firsts), isMixed: true };
}

/** @param {Judgement[]} judgements */
const worstFirst = (judgements) =>
  [...judgements].sort((one, other) => rank(other.verdict) - rank(one.verdict));

/**
 * Return what belongs to the component that a rule binds, and what to the other.
 * @template T
 * @param {BoundRule} rule
 * @param {T} a
 * @param {T} b
 * @returns {[T, T]}
 */
const sides = ({ bindsA }, a, b) => (bindsA ? [a, b] : [b, a]);

/**
 * Return pairs of lines within two intervals, at which rules may say different things.
 * @param {Said[]} said
 * @param {Interval} a
 * @param {Interval} b
 */
const witnesses = (said, a, b) =>
  said.flatMap(({ rule }) =>
    rule.relation.witnesses(...sides(rule, a, b)).map(([component, other]) => sides(rule, component, other)),
  );

/**
 * Weigh what tables and rules say against each other.
 * @param {TableAnswer[]} answers
 * @param {(RuleStatement | null)[]} items
 * @returns {Judgement}
 */
function weigh(answers, items) {
  const verdict = weighTables(answers);
  const rules = items.flatMap((item) => item ?? []);
  const lists = answers.some((each) => each.lists && each.verdict !== "unstated");
  const [said, decided] = weighRules(rules);
  const tables = deciding(answers, verdict);
  if (!rules.length || verdict === "conflicting") return { verdict, statements: tables };
  const isForbidden = said === "incompatible";
  if (!lists) {
    // What a table only excludes by being closed gives way to a rule's own word.
    if (said === "unstated" && verdict === "incompatible") return { verdict, statements: tables };
    const both = isForbidden && verdict === said;
    return { verdict: said, statements: both ? [...decided, ...tables] : decided };
  }
  if (said === "unstated") return { verdict, statements: tables };
  if (isForbidden === (verdict === "incompatible")) {
    return { verdict, statements: isForbidden ? [...tables, ...decided] : tables };
  }
  return { verdict: "conflicting", statements: [...tables, ...decided] };
}

/**
 * Return what rules say together, each of them having to hold, and those that decide.
 * @param {RuleStatement[]} rules
 * @returns {[Verdict, RuleStatement[]]}
 */
function weighRules(rules) {
  const verdicts = rules.map((each) => each.verdict);
  const stated = verdicts.flatMap((verdict) => verdict ?? []);
  const isCounted = stated.length && stated.length === verdicts.length;
  const verdict = verdicts.includes("incompatible") ? "incompatible" : isCounted ? worst(stated) : null;
  return [verdict ?? "unstated", rules.filter((each) => each.verdict === verdict)];
}

/**
 * Weigh what several tables say against each other.
 * @param {TableAnswer[]} answers
 * @returns {Verdict}
 */
function weighTables(answers) {
  const listed = answers.flatMap(({ lists, verdict }) => (lists && verdict ? [verdict] : []));
  if (listed.includes("conflicting")) return "conflicting";
  if (listed.length) {
    const contradicted = listed.includes("incompatible") && listed.some((v) => v !== "incompatible");
    return contradicted ? "conflicting" : best(listed);
  }
  return answers.some(({ verdict }) => verdict === "incompatible") ? "incompatible" : "unstated";
}

/**
 * Return the statements that the tables' verdict rests on.
 * @param {TableAnswer[]} answers
 * @param {Verdict} verdict
 * @returns {Statement[]}
 */
function deciding(answers, verdict) {
  const own = answers.filter((answer) => answer.verdict === verdict);
  if (verdict === "conflicting" && !own.length) {
    return answers.filter((answer) => answer.lists).flatMap((answer) => answer.statements);
  }
  if (verdict === "unstated" && !own.length) return closest(answers.flatMap((answer) => answer.statements));
  const listing = own.filter((answer) => answer.lists);
  return (listing.length ? listing : own).flatMap((answer) => answer.statements);
}

/**
 * Of statements that say nothing, return those that come closest: the rows that cover the subject.
 * @param {Statement[]} statements
 */
function closest(statements) {
  const rows = statements.filter((statement) => statement.row);
  return rows.length ? rows : statements;
}

/**
 * Gather what decided at all points, one for each cell and rule, the worst points' first.
 * @param {Point[]} points
 * @param {Verdict} verdict The worst.
 * @returns {(Statement | RuleStatement)[]}
 */
function gathered(points, verdict) {
  /** @type {Map<unknown, Statement>} */
  const found = new Map();
  /** @type {Map<string, RuleStatement>} */
  const rules = new Map();
  for (const point of [...points.filter((each) => each.verdict === verdict), ...points]) {
    for (const statement of point.judgements[0].statements) {
      if ("rule" in statement) {
        if (!rules.has(statement.rule.id)) rules.set(statement.rule.id, statement);
        continue;
      }
      const place = statement.cell ?? statement.table;
      const earlier = found.get(place);
      found.set(place, earlier ? together(earlier, statement) : statement);
    }
  }
  const statements = [...found.values()];
  const covered = new Set(statements.flatMap(({ row, table }) => (row ? [table] : [])));
  if (!covered.size) return [...statements, ...rules.values()];
  // A table that covers none of the versions is beside the point when another one covers some.
  /** @type {Statement[]} */
  const cells = statements
    .filter(({ row, table }) => row || covered.has(table))
    .map((each) => (each.row ? each : { ...each, ground: "partly" }));
  return [...cells, ...rules.values()];
}

/**
 * Join what one cell says about two parts of the versions.
 * @param {Statement} a
 * @param {Statement} b
 * @returns {Statement}
 */
function together(a, b) {
  const grounds = [a.ground, b.ground];
  if (grounds.includes("listed") && grounds.includes("excluded")) return { ...a, ground: "partly" };
  return a.ground === "pre-release" ? b : a;
}

/**
 * Merge the pieces that share a verdict into as few regions as the answer has.
 * @param {Point[]} points
 * @param {Scheme} schemeOfA
 * @param {Scheme} schemeOfB
 * @returns {Region[]}
 */
function regionsOf(points, schemeOfA, schemeOfB) {
  /**
   * For each piece of `a`, the pieces of `b` by verdict, and whether they only have it in part.
   * @type {Map<Interval, Map<string, {verdict: Verdict, some: boolean, b: Interval[]}>>}
   */
  const rows = new Map();
  for (const { a, b, judgements, isMixed: some } of points) {
    const parts = rows.get(a) ?? new Map();
    rows.set(a, parts);
    for (const { verdict } of judgements) {
      const part = parts.get(`${verdict} ${some}`) ?? { verdict, some, b: [] };
      parts.set(`${verdict} ${some}`, part);
      part.b.push(b);
    }
  }
  const places = placesOf(points.flatMap(({ b }) => b), schemeOfB.compareCuts);
  /** @type {Map<string, {a: Interval[], parts: {verdict: Verdict, some: boolean, b: Interval[]}[]}>} */
  const alike = new Map();
  for (const [piece, found] of rows) {
    const parts = [...found.values()].map((part) => ({ ...part, b: unite(part.b, schemeOfB.compareCuts) }));
    const key = JSON.stringify(parts.map((part) => ({ ...part, b: part.b.flat().map((cut) => places.get(cut)) })));
    const a = alike.get(key)?.a ?? [];
    alike.set(key, { a: unite([...a, piece], schemeOfA.compareCuts), parts });
  }
  return [...alike.values()].flatMap(({ a, parts }) =>
    parts.map(({ verdict, some, b }) => ({
      a: alike.size > 1 ? a : null,
      b: parts.length > 1 ? b : null,
      verdict,
      some,
    })),
  );
}

/**
 * Number cuts in order; equal ones, which may be written in several ways, have the same number.
 * @param {string[]} cuts
 * @param {import("../ranges/version-set.js").Order} order
 */
function placesOf(cuts, order) {
  /** @type {Map<string, number>} */
  const places = new Map();
  let last = LOWEST;
  for (const cut of [...new Set(cuts)].sort(order)) {
    places.set(cut, places.size && order(last, cut) === 0 ? (places.get(last) ?? 0) : places.size);
    last = cut;
  }
  return places;
}
