// What the reader sees of verdicts, in words.

/** @typedef {import("../engine/reasoning/payload.js").Verdict} Verdict */

/** @type {Record<Verdict, string>} */
export const VERDICT_WORDS = {
  compatible: "Compatible",
  partial: "Partial",
  untested: "Untested",
  unstated: "Unstated",
  conflicting: "Conflicting",
  incompatible: "Incompatible",
};

/** @type {Record<Verdict, string>} */
export const VERDICT_MEANINGS = {
  compatible: "these versions work together",
  partial: "works with a limit",
  untested: "may work, but it is not tested",
  unstated: "what is written here does not say",
  conflicting: "what is written here contradicts itself",
  incompatible: "these versions do not work together",
};

/** What a verdict means when other versions of the same lines have another one. */
export const FOR_SOME = "for some of these versions";

/**
 * Join names as a sentence does: “a, b and c”.
 * @param {string[]} names
 * @param {string} [last] The word before the last name.
 */
export function list(names, last = "and") {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} ${last} ${names[names.length - 1]}`;
}

/**
 * A component with a version that stay on one line.
 * @param {{name: string, version: string}} member
 */
export const named = ({ name, version }) => `${name}\u00a0${version}`;
