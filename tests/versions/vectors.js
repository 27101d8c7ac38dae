/** The shared vectors: facts in tests/vectors, one JSON object a line. */

import { readFileSync } from "node:fs";

import { getScheme } from "../../web/engine/index.js";

export const SCHEMES = ["semver", "octopus", "maven", "pep440", "nuget", "dotted", "calver", "named"];

/** @param {string} name */
export const readVectors = (name) =>
  readFileSync(new URL(`../vectors/${name}.jsonl`, import.meta.url), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** @param {{scheme?: string, full?: number, releases?: string[]}} row @param {string} [name] */
export const schemeOf = (row, name = row.scheme) => {
  const scheme = getScheme(name ?? "", { full: row.full, releases: row.releases });
  if (!scheme) throw new Error(`no scheme ${name}`);
  return scheme;
};
