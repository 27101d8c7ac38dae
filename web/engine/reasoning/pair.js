// The verdict for two components: every table that relates them, every piece of the two versions.

import { unite } from "../ranges/version-set.js";
import { cutsOf, pieces } from "./pieces.js";
import { tableAnswer } from "./statement.js";
import { best, worst } from "./verdict.js";

/**
 * @typedef {import("./payload.js").Verdict} Verdict
 * @typedef {import("../ranges/version-set.js").Interval} Interval
 * @typedef {import("./pieces.js").Asked} Asked
 * @typedef {import("../versions/scheme.js").Scheme} Scheme
 * @typedef {import("./statement.js").Relation} Relation
 * @typedef {import("./statement.js").Statement} Statement
 * @typedef {import("./statement.js").TableAnswer} TableAnswer
 */

/**
 * The versions of both components for which one verdict holds; null for all asked about.
 * @typedef {{a: Interval[] | null, b: Interval[] | null, verdict: Verdict}} Region
 */

/** @typedef {{verdict: Verdict, statements: Statement[]}} PointAnswer */

/**
 * Answer for two versions, which may be lines.
 * @param {Relation[]} relations The tables that relate the two components.
 * @param {Asked} a
 * @param {Asked} b
 * @returns {{verdict: Verdict, statements: Statement[], regions: Region[]}}
 */
export function answerPair(relations, a, b) {
  const answers = pieces(a, cutsOfA(relations, a, b)).map((piece) => ({
    piece,
    parts: answerPiece(relations, a, b, piece),
  }));
  const parts = answers.flatMap((answer) => answer.parts);
  const verdict = worst(parts.map((part) => part.verdict));
  return { verdict, statements: gather(parts), regions: regions(answers, a.scheme, b.scheme) };
}

/**
 * @typedef {PointAnswer & {piece: Interval}} Part The answer for one piece of `b`.
 */

/**
 * @param {Relation[]} relations
 * @param {Asked} a
 * @param {Asked} b
 * @param {Interval} pieceOfA Every version in it has the same answer.
 * @returns {Part[]}
 */
function answerPiece(relations, a, b, [position]) {
  return pieces(b, cutsOfB(relations, a, b, position)).map((piece) => ({
    piece,
    ...answerPoint(relations, a, position, piece[0]),
  }));
}

/**
 * Answer for a single point of each version order.
 * @param {Relation[]} relations
 * @param {Asked} a
 * @param {string} positionOfA
 * @param {string} positionOfB
 * @returns {PointAnswer}
 */
function answerPoint(relations, a, positionOfA, positionOfB) {
  const answers = relations.map((relation) =>
    relation.subject === a.component
      ? tableAnswer(relation, positionOfA, positionOfB)
      : tableAnswer(relation, positionOfB, positionOfA),
  );
  const verdict = weigh(answers);
  return { verdict, statements: deciding(answers, verdict) };
}

/**
 * Weigh what several tables say against each other.
 * @param {TableAnswer[]} answers
 * @returns {Verdict}
 */
function weigh(answers) {
  const listed = answers.flatMap(({ lists, verdict }) => (lists && verdict ? [verdict] : []));
  if (listed.includes("conflicting")) return "conflicting";
  if (listed.length) {
    const contradicted = listed.includes("incompatible") && listed.some((v) => v !== "incompatible");
    return contradicted ? "conflicting" : best(listed);
  }
  return answers.some(({ verdict }) => verdict === "incompatible") ? "incompatible" : "unstated";
}

/**
 * Return the statements that a verdict rests on.
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
 * Return the cuts at which the answer can change along `a`.
 * @param {Relation[]} relations
 * @param {Asked} a
 * @param {Asked} b
 */
function cutsOfA(relations, a, b) {
  return relations.flatMap((relation) =>
    relation.subject === a.component
      ? relation.coverage.overlapping(...a.extent).flatMap((row) => cutsOf(row.subject.range))
      : relation.coverage.overlapping(...b.extent).flatMap((row) => cellCuts(row, relation.other)),
  );
}

/**
 * Return the cuts at which the answer can change along `b` while `a` stands at a position.
 * @param {Relation[]} relations
 * @param {Asked} a
 * @param {Asked} b
 * @param {string} position
 */
function cutsOfB(relations, a, b, position) {
  return relations.flatMap((relation) =>
    relation.subject === a.component
      ? relation.coverage.speaking(position).flatMap((row) => cellCuts(row, relation.other))
      : relation.coverage.overlapping(...b.extent).flatMap((row) => cutsOf(row.subject.range)),
  );
}

/**
 * @param {import("./payload.js").Row} row
 * @param {string} component
 */
function cellCuts(row, component) {
  return row.cells.flatMap((cell) => (cell.components.includes(component) ? cutsOf(cell.range) : []));
}

/**
 * Gather the statements of all parts, one for each cell, those of the worst parts first.
 * @param {PointAnswer[]} parts
 * @returns {Statement[]}
 */
function gather(parts) {
  /** @type {Map<unknown, Statement>} */
  const found = new Map();
  const bad = worst(parts.map((part) => part.verdict));
  for (const part of [...parts.filter((p) => p.verdict === bad), ...parts]) {
    for (const statement of part.statements) {
      const place = statement.cell ?? statement.table;
      const earlier = found.get(place);
      found.set(place, earlier ? together(earlier, statement) : statement);
    }
  }
  const statements = [...found.values()];
  const covered = new Set(statements.flatMap(({ row, table }) => (row ? [table] : [])));
  if (!covered.size) return statements;
  // A table that covers none of the versions is beside the point when another one covers some.
  return statements
    .filter(({ row, table }) => row || covered.has(table))
    .map((each) => (each.row ? each : { ...each, ground: "partly" }));
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
 * @param {{piece: Interval, parts: Part[]}[]} answers One for each piece of `a`.
 * @param {Scheme} schemeOfA
 * @param {Scheme} schemeOfB
 * @returns {Region[]}
 */
function regions(answers, schemeOfA, schemeOfB) {
  /** @type {Map<string, {a: Interval[], parts: [Verdict, Interval[]][]}>} */
  const alike = new Map();
  for (const { piece, parts } of answers) {
    const verdicts = [...new Set(parts.map((part) => part.verdict))];
    /** @type {[Verdict, Interval[]][]} */
    const merged = verdicts.map((verdict) => {
      const own = parts.filter((part) => part.verdict === verdict);
      return [verdict, unite(own.map((part) => part.piece), schemeOfB.compareCuts)];
    });
    const key = JSON.stringify(merged);
    const a = alike.get(key)?.a ?? [];
    alike.set(key, { a: unite([...a, piece], schemeOfA.compareCuts), parts: merged });
  }
  return [...alike.values()].flatMap(({ a, parts }) =>
    parts.map(([verdict, b]) => ({
      a: alike.size > 1 ? a : null,
      b: parts.length > 1 ? b : null,
      verdict,
    })),
  );
}
