/**
 * What the browser engine makes of cells: JSON on standard input, JSON on standard output.
 * In: for each scheme {name, releases, cells, versions}. Out: for each cell what it means and
 * whether the versions are in it; test_engines_agree.py expects it.
 */

import { readFileSync } from "node:fs";

import { getScheme, membership, mentions, readNotation, write } from "../../web/engine/index.js";

/** @typedef {NonNullable<ReturnType<typeof getScheme>>} Scheme */

/** A pairwise cut can be written in several ways, as 1.0 and 1.0.0. @param {Scheme} scheme @param {string} cut */
const canonical = (scheme, cut) => (scheme.name === "maven" && cut && cut !== "~" ? null : cut);

/** @param {Scheme} scheme @param {string} cell @param {string[]} keys */
function describe(scheme, cell, keys) {
  const { range, problem } = readNotation(cell, scheme);
  return {
    range: range && [range.inside, range.edge].map((set) =>
      set.map((interval) => interval.map((cut) => canonical(scheme, cut)))),
    written: range && write(range, scheme),
    members: range && keys.map((key) => membership(range, key, scheme.compareCuts)),
    is_problem: problem !== null,
    mentions: mentions(cell),
  };
}

/** @typedef {{name: string, releases: string[], cells: string[], versions: string[]}} Case */

/** @param {Case} given */
function answers({ name, releases, cells, versions }) {
  const scheme = getScheme(name, { releases });
  if (!scheme) throw new Error(`no scheme ${name}`);
  const keys = versions.flatMap((version) => scheme.parse(version)?.key ?? []);
  return cells.map((cell) => describe(scheme, cell, keys));
}

/** @type {Case[]} */
const cases = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(cases.map(answers)));
