// Builds facts for tests from cells such as `3.3 ➜ 4.30.3` and `2019.2 ➜ latest`, by the letter of
// the meanings of ranges and without the engine's own reader of cells.

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
      id: key, name, aliases: [], scheme, full: 3, inferred: true,
    })),
    tables: tables.map((table, at) => buildTable(table, at + 1, schemes)),
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

const CLIENTS = ["octopus-client", "octo-exe"];

/** The facts of Octopus Deploy's compatibility page. */
export const octopus = product(
  "octopus",
  {
    "octopus-server": ["Octopus Server", "octopus"],
    "octopus-client": ["Octopus.Client", "semver"],
    "octo-exe": ["Octo.exe", "semver"],
    calamari: ["Calamari", "semver"],
    tentacle: ["Tentacle", "semver"],
    "teamcity-plugin": ["TeamCity Plugin", "semver"],
  },
  [
    {
      title: "Compatibility",
      columns: [["octopus-server"], CLIENTS, ["calamari"], ["tentacle"], ["teamcity-plugin"]],
      notes: { "*": "Older versions may work if only the default space is used; see below." },
      rows: [
        ["3.2", "3.2", "3.0 ➜ latest", "3.2", ""],
        ["3.3", "3.3 ➜ 4.30.3", "3.3", "3.0 ➜ latest", "3.3 ➜ latest"],
        ["3.4", "3.3 ➜ 4.30.3", "3.4", "3.0 ➜ latest", "3.3 ➜ latest"],
        ["3.5 ➜ 2018.2", "3.3 ➜ 4.30.3", "3.5 ➜ latest", "3.0 ➜ latest", "3.3 ➜ latest"],
        ["2018.2 ➜ 2018.12", "4.30.7 ➜ 4.47.0", "3.5 ➜ latest", "3.0 ➜ latest", "3.3 ➜ latest"],
        ["2019.1*", "5.0.0 ➜ 5.2.7", "3.5 ➜ latest", "4.0 ➜ latest", "5.0 ➜ latest"],
        ["2019.2* ➜ latest", "6.0.0 ➜ latest", "3.5 ➜ latest", "4.0 ➜ latest", "5.0 ➜ latest"],
      ],
    },
    {
      title: "Partial forwards compatibility",
      verdict: "partial",
      note: "Only while the default space is enabled and nothing but it is used.",
      columns: [["octopus-server"], CLIENTS, ["calamari"], ["tentacle"], ["teamcity-plugin"]],
      rows: [["2019.1 ➜ latest", "4.30.7 ➜ 4.47.0", "3.5 ➜ 4.12.0", "3.0 ➜ 3.25", "3.3 ➜ latest"]],
    },
  ],
);
