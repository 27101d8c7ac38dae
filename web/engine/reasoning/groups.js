// Tables whose rows count as a whole: only the combinations that they list work together, as in
// mkdocs_compat/reasoning/groups.py.

import { membership } from "../ranges/range.js";
import { unite } from "../ranges/version-set.js";
import { HIGHEST, LOWEST } from "../versions/keys.js";
import { Coverage } from "./coverage.js";
import { cutsOf, pieces } from "./pieces.js";
import { worst } from "./verdict.js";

/**
 * @typedef {import("./payload.js").Row} Row
 * @typedef {import("./payload.js").Table} Table
 * @typedef {import("./payload.js").Verdict} Verdict
 * @typedef {import("../ranges/version-set.js").Interval} Interval
 * @typedef {import("../versions/scheme.js").Scheme} Scheme
 * @typedef {import("./pieces.js").Asked} Asked
 * @typedef {import("./statement.js").Ground} Ground
 * @typedef {import("./statement.js").Statement} Statement
 */

/**
 * The answer for one instance of each of two or more components.
 * @typedef {{members: Asked[], verdict: Verdict, statements: Statement[]}} GroupAnswer
 */

/**
 * A place on the version order of each component in question.
 * @typedef {Map<string, string>} Positions
 */

// Rows that are named as reasons why no row lists a combination.
const MOST_REASONS = 3;

/** A table whose rows count as a whole, made ready for questions. */
export class Combinations {
  /** @type {Map<string, {coverage: Coverage, scheme: Scheme}>} */
  #columns = new Map();

  /**
   * @param {Table} table
   * @param {(component: string) => Scheme} schemeOf
   */
  constructor(table, schemeOf) {
    this.table = table;
    /** Ids of its components, the subject's first. */
    this.components = [...new Set([table.subject, ...table.components])];
    for (const id of this.components) {
      const scheme = schemeOf(id);
      const coverage = new Coverage(table.rows, scheme.compareCuts, (row) => covered(row, id, table, scheme));
      this.#columns.set(id, { coverage, scheme });
    }
  }

  /**
   * Return each way to take one instance of every component in question, if two are.
   * @param {Asked[]} asked
   */
  groups(asked) {
    return this.fleets(asked).filter(({ length }) => length > 1 && this.speaksOf(length));
  }

  /**
   * Tell whether the table says something of so many of its components. What does not work as a
   * whole says nothing of a part of it.
   * @param {number} count
   */
  speaksOf(count) {
    return this.table.verdict !== "incompatible" || count === this.components.length;
  }

  /**
   * Return each way to take one instance of every component in question, if any is.
   * @param {Asked[]} asked
   */
  fleets(asked) {
    const fleets = this.components
      .map((id) => asked.filter(({ component }) => component === id))
      .filter((fleet) => fleet.length);
    return fleets.length ? product(fleets) : [];
  }

  /**
   * Return the answer for one instance of each of two or more components.
   * @param {Asked[]} members
   * @returns {GroupAnswer}
   */
  answer(members) {
    const divided = members.map((each) => pieces(each, () => this.#cutsWithin(each, members)));
    const points = product(divided).map((combination) =>
      this.#judge(new Map(combination.map(([lower], at) => [members[at].component, lower]))),
    );
    const verdict = worst(points.map((point) => point.verdict));
    /** @type {Map<unknown, Statement>} */
    const found = new Map();
    for (const { statements } of points.filter((point) => point.verdict === verdict)) {
      for (const statement of statements) {
        const place = statement.cell ?? statement.table;
        if (!found.has(place)) found.set(place, statement);
      }
    }
    return { members, verdict, statements: [...found.values()] };
  }

  /**
   * Return the worst verdict of versions of a component with instances of others.
   * @param {string} component
   * @param {Interval} piece
   * @param {Asked[]} members
   */
  verdictAlong(component, piece, members) {
    const others = members.filter((each) => each.component !== component);
    const divided = others.map((each) => pieces(each, () => this.#cutsWithin(each, members)));
    const verdicts = product(divided).map((combination) => {
      /** @type {Positions} */
      const positions = new Map([[component, piece[0]]]);
      combination.forEach(([lower], at) => positions.set(others[at].component, lower));
      return this.#judge(positions).verdict;
    });
    return worst(verdicts);
  }

  /**
   * Return the cuts of a component at which the answer can change beside the others.
   * @param {string} component
   * @param {Asked[]} members
   */
  cutsAlong(component, members) {
    return this.#rowsNear(component, members).flatMap((row) => cutsOf(cellOf(row, component)?.range ?? null));
  }

  /**
   * Return the cuts within an instance at which the answer can change.
   * @param {Asked} asked
   * @param {Asked[]} members
   */
  #cutsWithin({ component, versions }, members) {
    const column = this.#columns.get(component);
    const rows = versions.flatMap((interval) => column?.coverage.overlapping(...interval) ?? []);
    const own = rows.flatMap((row) => cutsOf(cellOf(row, component)?.range ?? null));
    return [...this.cutsAlong(component, members), ...own];
  }

  /**
   * Return every cut that the table makes along a component.
   * @param {string} component
   */
  boundaries(component) {
    return this.table.rows.flatMap((row) => cutsOf(cellOf(row, component)?.range ?? null));
  }

  /**
   * Return the rows that list what is asked of some other component.
   * @param {string} component
   * @param {Asked[]} members
   */
  #rowsNear(component, members) {
    const other = members.find((each) => each.component !== component);
    const column = other && this.#columns.get(other.component);
    if (!other || !column) return [];
    return other.versions.flatMap((interval) => column.coverage.overlapping(...interval));
  }

  /**
   * @param {Positions} positions
   * @returns {{verdict: Verdict, statements: Statement[]}}
   */
  #judge(positions) {
    const { table } = this;
    const first = /** @type {string} */ (this.components.find((id) => positions.has(id)));
    const column = this.#columns.get(first);
    const rows = column?.coverage.covering(/** @type {string} */ (positions.get(first))) ?? [];
    /** @type {Statement[]} */
    const silent = [];
    for (const row of rows) {
      const statements = this.#all(row, positions);
      if (statements.some(({ ground }) => ground === "excluded")) continue;
      const own = statements.filter(({ verdict }) => verdict === null);
      if (!own.length) return { verdict: table.verdict, statements: telling(statements) };
      silent.push(...own);
    }
    if (silent.length) return { verdict: "unstated", statements: silent.slice(0, MOST_REASONS) };
    const isClosed = table.verdict !== "incompatible";
    if (rows.length && isClosed) {
      return { verdict: "incompatible", statements: this.#closest(rows, positions) };
    }
    /** @type {Statement[]} */
    const uncovered = [{ table, row: null, cell: null, ground: "uncovered", verdict: null }];
    const isForbidden = isClosed && first !== table.subject && table.rows.length;
    return { verdict: isForbidden ? "incompatible" : "unstated", statements: uncovered };
  }

  /**
   * Return what keeps the rows that come closest from listing a combination.
   * @param {Row[]} rows
   * @param {Positions} positions
   */
  #closest(rows, positions) {
    return rows
      .map((row) => this.#all(row, positions).filter(({ ground }) => ground === "excluded"))
      .sort((one, other) => one.length - other.length)
      .slice(0, MOST_REASONS)
      .map(([statement]) => statement);
  }

  /** @param {Row} row @param {Positions} positions */
  #all(row, positions) {
    return [...positions].map(([component, position]) => this.#says(row, component, position));
  }

  /**
   * @param {Row} row
   * @param {string} component
   * @param {string} position
   * @returns {Statement}
   */
  #says(row, component, position) {
    const { table } = this;
    const cell = cellOf(row, component);
    /** @param {Ground} ground @param {Verdict | null} verdict */
    const statement = (ground, verdict = null) => ({ table, row, cell, ground, verdict });
    if (!cell) return statement("blank");
    if (cell.blank) {
      if (table.blank === "incompatible") return statement("excluded", "incompatible");
      return statement("blank", table.blank === "unstated" ? null : table.blank);
    }
    const column = this.#columns.get(component);
    if (!cell.range || !column) return statement("unread");
    switch (membership(cell.range, position, column.scheme.compareCuts)) {
      case "inside":
        return statement("listed", table.verdict);
      case "pre-release":
        return statement("pre-release");
      default:
        return statement("excluded", "incompatible");
    }
  }
}

/**
 * Return what a row says that lists a combination, each thing once. Any of its cells tells all of
 * the combination, so one is enough; but each tells footnotes of its own, and what it means that it
 * is blank.
 * @param {Statement[]} statements
 */
function telling(statements) {
  const listed = statements.filter(({ ground }) => ground === "listed");
  /** @type {Set<string>} */
  const told = new Set();
  const noted = listed.filter(({ cell }) => {
    const fresh = (cell?.notes ?? []).filter((note) => !told.has(note));
    for (const note of fresh) told.add(note);
    return fresh.length > 0;
  });
  const kept = noted.length ? noted : listed.slice(0, 1);
  return statements.filter((each) => each.ground !== "listed" || kept.includes(each));
}

/**
 * Return a row's cell for a component, which may be the subject.
 * @param {Row} row
 * @param {string} component
 */
export const cellOf = (row, component) =>
  [row.subject, ...row.cells].find((cell) => cell.components.includes(component)) ?? null;

/**
 * Return the versions of a component that a row can speak of.
 * @param {Row} row
 * @param {string} component
 * @param {Table} table
 * @param {Scheme} scheme Of the component.
 * @returns {Interval[]}
 */
export function covered(row, component, table, scheme) {
  const cells = row.subject.components.includes(component)
    ? [row.subject]
    : row.cells.filter((cell) => cell.components.includes(component));
  if (!cells.length) return [[LOWEST, HIGHEST]];
  return unite(
    cells.flatMap(({ range, blank }) => {
      if (range) return [...range.inside, ...range.edge];
      return blank && table.blank === "incompatible" ? [] : [[LOWEST, HIGHEST]];
    }),
    scheme.compareCuts,
  );
}

/**
 * Return every way to take one item of each list; the last list's items change first.
 * @template T
 * @param {T[][]} lists
 * @returns {T[][]}
 */
const product = (lists) =>
  lists.reduce(
    (found, list) => found.flatMap((items) => list.map((item) => [...items, item])),
    /** @type {T[][]} */ ([[]]),
  );
