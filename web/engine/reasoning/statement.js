// What one table says about one version of its subject and one version of another component.

import { areAlternatives } from "./alternatives.js";
import { membership } from "../ranges/range.js";
import { intersect } from "../ranges/version-set.js";
import { best } from "./verdict.js";

/**
 * @typedef {import("./payload.js").Table} Table
 * @typedef {import("./payload.js").Row} Row
 * @typedef {import("./payload.js").Cell} Cell
 * @typedef {import("./payload.js").Verdict} Verdict
 * @typedef {import("./coverage.js").Coverage} Coverage
 * @typedef {import("../ranges/version-set.js").Order} Order
 */

/**
 * How a table comes to what it says, or why it says nothing:
 * - `listed`: the cell has the version; `excluded`: the cell has others;
 * - `unlisted`: the row has others, and the table says nothing of what it does not list;
 * - `blank`: the cell is blank, which means what the table says it means;
 * - `partly`: the cell, or the table's rows, have some of the versions in question;
 * - `pre-release`: the version is a pre-release at the lower edge of the cell;
 * - `unread`: the cell could not be read; `uncovered`: no row covers the subject's version.
 * @typedef {"listed" | "excluded" | "unlisted" | "partly" | "blank" | "pre-release" | "unread" | "uncovered"} Ground
 */

/**
 * @typedef {object} Statement
 * @property {Table} table
 * @property {Row | null} row Null when no row covers the subject's version.
 * @property {Cell | null} cell
 * @property {Ground} ground
 * @property {Verdict | null} verdict Null when the row does not speak.
 */

/**
 * A table as it relates its subject to one other component.
 * @typedef {object} Relation
 * @property {Table} table
 * @property {Coverage} coverage Its rows by the versions of the subject.
 * @property {Coverage} listing Its rows by the versions of the other that their cells list.
 * @property {string} subject Id of the table's subject.
 * @property {string} other Id of the other component.
 * @property {Order} otherOrder
 */

/**
 * What a table says as a whole; `verdict` is null when it is silent.
 * @typedef {object} TableAnswer
 * @property {Verdict | null} verdict
 * @property {boolean} lists Whether the verdict stands in a cell, and not only follows from one.
 * @property {Statement[]} statements Those that decided.
 */

/**
 * @param {Relation} relation
 * @param {string} subjectPosition
 * @param {string} otherPosition
 * @returns {TableAnswer}
 */
export function tableAnswer(relation, subjectPosition, otherPosition) {
  const rows = relation.coverage.speaking(subjectPosition);
  const statements = ofAlternatives(
    rows.flatMap((row) => rowStatements(relation, row, otherPosition)),
  );
  const speaking = statements.filter((statement) => statement.verdict !== null);
  const excluding = speaking.filter(({ verdict }) => verdict === "incompatible");
  const listing = speaking.filter(({ verdict }) => verdict !== "incompatible");
  if (listing.length && excluding.length) {
    return { verdict: "conflicting", lists: true, statements: speaking };
  }
  if (excluding.length) {
    const listed = excluding.filter(({ ground }) => ground === "listed");
    const lists = listed.length > 0;
    return { verdict: "incompatible", lists, statements: lists ? listed : excluding };
  }
  if (!listing.length) {
    return { verdict: null, lists: false, statements: orUncovered(relation, rows, statements) };
  }
  const verdict = best(listing.map((statement) => /** @type {Verdict} */ (statement.verdict)));
  return { verdict, lists: true, statements: listing.filter((each) => each.verdict === verdict) };
}

/**
 * Leave out what rows only exclude where an alternative to them allows it. Rows of one subject are
 * alternatives, as in a list of pairs.
 * @param {Statement[]} statements
 */
function ofAlternatives(statements) {
  const listing = statements.filter(({ verdict }) => verdict !== null && verdict !== "incompatible");
  if (!listing.length || listing.length === statements.length) return statements;
  return statements.filter(
    ({ ground, row }) =>
      ground !== "excluded" || !listing.some((other) => areAlternatives(row, other.row)),
  );
}

/**
 * Return what counts of what the cells of a row say about one version. Cells that name other
 * versions say nothing beside one that names this one, nor does a cell beside one that names less
 * (`1.x` beside `1.20`).
 * @param {Relation} relation
 * @param {Row} row
 * @param {string} position
 * @returns {Statement[]}
 */
function rowStatements({ table, other, otherOrder }, row, position) {
  const said = row.cells
    .filter((cell) => cell.components.includes(other))
    .map((cell) => statementOf(table, row, cell, position, otherOrder));
  if (said.length < 2) return said;
  const naming = said.filter(({ ground }) => ground !== "excluded" && ground !== "unlisted");
  if (!naming.length) return said.slice(0, 1);
  return naming.filter(
    (one) => !naming.some((each) => isNarrower(each.cell, one.cell, otherOrder)),
  );
}

/**
 * @param {Cell | null} cell
 * @param {Cell | null} than
 * @param {Order} order
 */
function isNarrower(cell, than, order) {
  if (!cell?.range || !than?.range) return false;
  const shared = String(intersect(cell.range.inside, than.range.inside, order));
  return shared === String(cell.range.inside) && shared !== String(than.range.inside);
}

/**
 * @param {Table} table
 * @param {Row} row
 * @param {Cell} cell
 * @param {string} position
 * @param {Order} order
 * @returns {Statement}
 */
function statementOf(table, row, cell, position, order) {
  /** @param {Ground} ground @param {Verdict | null} verdict */
  const statement = (ground, verdict) => ({ table, row, cell, ground, verdict });
  const blank = table.blank === "unstated" ? null : table.blank;
  if (!cell.range) return cell.blank ? statement("blank", blank) : statement("unread", null);
  switch (membership(cell.range, position, order)) {
    case "inside": {
      if (cell.blank) return statement("blank", blank);
      const worth = cell.mark ? cell.mark.verdict : table.verdict;
      return statement(worth ? "listed" : "unread", worth);
    }
    case "pre-release":
      return statement("pre-release", null);
    default:
      // A table of what does not work says nothing about the rest.
      if (table.verdict === "incompatible") return statement("excluded", null);
      return table.closed === false
        ? statement("unlisted", null)
        : statement("excluded", "incompatible");
  }
}

/**
 * @param {Relation} relation
 * @param {Row[]} rows
 * @param {Statement[]} statements
 * @returns {Statement[]}
 */
function orUncovered({ table }, rows, statements) {
  if (rows.length) return statements;
  return [{ table, row: null, cell: null, ground: "uncovered", verdict: null }];
}
