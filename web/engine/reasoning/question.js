// Versions as they are asked about, read by the schemes of their components, as in
// mkdocs_compat/reasoning/asking.py.

import { read } from "../ranges/notation/read.js";
import { hasMarks } from "../ranges/notation/tokens.js";

/**
 * @typedef {import("../ranges/version-set.js").Interval} Interval
 * @typedef {import("../versions/scheme.js").Scheme} Scheme
 * @typedef {import("./payload.js").Component} Component
 * @typedef {import("./pieces.js").Asked} Asked
 * @typedef {import("./answer.js").Problem} Problem
 */

// What a version of each scheme looks like, as a part of a sentence.
/** @type {Record<string, string>} */
const EXPECTED = {
  semver: "a version such as 3.2, 4.30.3 or 5.0.0-beta.1",
  octopus: "a version such as 3.2, 2019.1.4 or 4.0.0-beta.1",
  maven: "a version such as 3.2, 4.30.3 or 5.0-beta-1",
  pep440: "a version such as 3.2, 4.30.3 or 5.0b1",
  nuget: "a version such as 3.2, 4.30.3 or 5.0.0-beta.1",
  calver: "a version such as 2019.1 or 2024.10.2",
  named: "the name of a release",
};
const NUMBERS = "numbers with dots between them, such as 3.2 or 4.30.3";
const LONGEST_SHOWN = 60;

/**
 * Read one text: a version, `=3.2` for exactly that release and not for its line, or a range as
 * cells have it.
 * @param {Component} component
 * @param {Scheme} scheme
 * @param {string} text
 * @param {number} instance Its number within the fleet.
 * @returns {Asked | Problem}
 */
export function readAsked(component, scheme, text, instance = 0) {
  const [, exact, version] = /** @type {RegExpExecArray} */ (/^\s*(=?)\s*([^]*)$/.exec(text));
  const extent = scheme.extent(version, { exact: exact !== "" });
  const versions = extent ? [/** @type {Interval} */ ([extent.start, extent.end])] : range(scheme, text);
  if (!versions.length) return { component: component.id, text, message: message(scheme, text) };
  return { component: component.id, text: text.trim(), versions, scheme, instance };
}

/**
 * Return the newest release known when a version lies above it; null otherwise.
 * @param {Component} component
 * @param {Asked} asked
 */
export function newestBelow({ releases }, { versions: [[lower]], scheme }) {
  const newest = releases[releases.length - 1]?.version;
  const named = newest === undefined ? null : scheme.extent(newest, { exact: true });
  return named && scheme.compareCuts(named.start, lower) < 0 ? newest : null;
}

/**
 * Return the versions of a range; empty where the text is none.
 * @param {Scheme} scheme
 * @param {string} text
 * @returns {Interval[]}
 */
function range(scheme, text) {
  return (!hasMarks(text) && read(text, scheme).range?.inside) || [];
}

/**
 * @param {Scheme} scheme
 * @param {string} text
 */
function message(scheme, text) {
  const characters = [...text.trim()];
  const isLong = characters.length > LONGEST_SHOWN;
  const shown = isLong ? `${characters.slice(0, LONGEST_SHOWN - 1).join("")}…` : characters.join("");
  const article = /^[aeiou]/.test(scheme.name) ? "an" : "a";
  const expected = `${EXPECTED[scheme.name] ?? NUMBERS}, or a range of versions`;
  return `“${shown}” is not ${article} ${scheme.name} version: expected ${expected}.`;
}
