// Builds facts for tests from cells such as `3.3 ➜ 4.30.3` and `2019.2 ➜ latest`, by the letter of
// the meanings of ranges and without the engine's own reader of cells.

import { readFileSync } from "node:fs";

import { getScheme } from "../../web/engine/index.js";

const HIGHEST = "~";

/**
 * @param {string} id
 * @param {Record<string, [name: string, scheme: string]>} components By id.
 * @param {object[]} tables With `columns`, `rows` of cells, and what else differs from the default.
 */
export function product(id, components, tables) {
  const schemes = Object.fromEntries(
    Object.entries(components).map(([key, [, name]]) => [key, getScheme(name, { full: 3 })]),
  );
  return {
    id,
    name: id,
    components: Object.entries(components).map(([key, [name, scheme]]) => ({
      id: key, name, aliases: [], scheme, full: 3, inferred: true, releases: [],
    })),
    tables: tables.map((table, at) => buildTable(table, at + 1, schemes)),
    rules: [],
  };
}

function buildTable({ columns, rows, notes = {}, ...rest }, number, schemes) {
  const anchor = `compat-t${number}`;
  return {
    id: `t${number}`,
    page: "docs/compatibility.md",
    title: `Table ${number}`,
    url: `#${anchor}`,
    verdict: "compatible",
    note: null,
    blank: "unstated",
    together: false,
    subject: columns[0][0],
    components: columns.slice(1).flat(),
    ...rest,
    rows: rows.map((texts, row) => {
      const [subject, ...cells] = texts.map((text, column) => ({
        components: columns[column],
        text,
        range: readRange(text.replaceAll("*", ""), schemes[columns[column][0]]),
        latest: text.includes("latest"),
        blank: text === "",
        notes: Object.keys(notes).filter((mark) => text.includes(mark)).map((mark) => notes[mark]),
        anchor: `${anchor}-r${row + 1}-c${column + 1}`,
        path: "docs/compatibility.md",
        line: row + 1, column: column + 1, end_line: row + 1, end_column: column + 2,
      }));
      return { subject, cells };
    }),
  };
}

/** Read versions, `A ➜ B` and `A ➜ latest`, and lists of these; null for anything else. */
function readRange(text, scheme) {
  const parts = text.split(",").map((part) => part.split("➜").map((version) => version.trim()));
  if (parts.flat().some((version) => version !== "latest" && !scheme.extent(version))) return null;
  const ends = parts.map(([first, last = first]) => {
    const from = scheme.extent(first);
    return { from, upper: last === "latest" ? HIGHEST : scheme.extent(last).end };
  });
  return {
    inside: ends.map(({ from, upper }) => [from.start, upper]),
    edge: ends.flatMap(({ from }) => (from.edge === from.start ? [] : [[from.edge, from.start]])),
  };
}

/** Read the facts of a product that both languages' tests share. */
export function shared(name) {
  const file = new URL(`../vectors/products/${name}.json`, import.meta.url);
  const { components, tables } = JSON.parse(readFileSync(file, "utf8"));
  return product(name, components, tables);
}

/** The facts of Octopus Deploy's compatibility page. */
export const octopus = shared("octopus");
