// The verdict for two components: all that relates them, for every piece of both versions, as in
// mkdocs_compat/reasoning/pairs.py.

import { unite } from "../ranges/version-set.js";
import { LOWEST } from "../versions/keys.js";
import { judge, judgedVerdict } from "./judging.js";
import { cutsAlongA, cutsAlongB } from "./link.js";
import { hull, pieces } from "./pieces.js";
import { worst } from "./verdict.js";

/**
 * @typedef {import("./payload.js").Verdict} Verdict
 * @typedef {import("../ranges/version-set.js").Interval} Interval
 * @typedef {import("../versions/scheme.js").Scheme} Scheme
 * @typedef {import("./judging.js").Found} Found
 * @typedef {import("./link.js").Link} Link
 * @typedef {import("./pieces.js").Asked} Asked
 * @typedef {import("./rule-relation.js").RuleStatement} RuleStatement
 * @typedef {import("./statement.js").Statement} Statement
 */

/**
 * The versions of both components for which one verdict holds, or holds for some of them; null
 * for all asked about.
 * @typedef {{a: Interval[] | null, b: Interval[] | null, verdict: Verdict, some: boolean}} Region
 */

/**
 * What is found, its worst verdict, and where.
 * @typedef {Found & {a: Interval, b: Interval, verdict: Verdict}} Point
 */

/**
 * Answer for two instances, which may be lines.
 * @param {Link} link What relates their components.
 * @param {Asked} a An instance of the link's first component.
 * @param {Asked} b An instance of the second.
 * @returns {{verdict: Verdict, statements: (Statement | RuleStatement)[], regions: Region[]}}
 */
export function answerPair(link, a, b) {
  const points = pieces(a, () => cutsAlongA(link, b, hull(a))).flatMap((pieceA) =>
    pieces(b, () => cutsAlongB(link, pieceA, hull(b))).map((pieceB) => {
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
  worst(pieces(a, () => cutsAlongA(link, b, hull(a))).map((piece) => verdictAlong(link, piece, b)));

/**
 * Return the worst verdict of some versions with an instance.
 * @param {Link} link What relates their components.
 * @param {Interval} piece Versions of its first component within which nothing changes.
 * @param {Asked} fixed An instance of the second.
 */
export function verdictAlong(link, piece, fixed) {
  const others = pieces(fixed, () => cutsAlongB(link, piece, hull(fixed)));
  return worst(others.map((other) => judgedVerdict(link, piece, other)));
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
