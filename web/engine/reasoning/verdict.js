// The six verdicts and which of some is the best or the worst.

/** @typedef {import("./payload.js").Verdict} Verdict */

/**
 * All verdicts, from best to worst.
 * @type {readonly Verdict[]}
 */
export const VERDICTS = [
  "compatible",
  "partial",
  "untested",
  "unstated",
  "conflicting",
  "incompatible",
];

/**
 * Return 0 for the best verdict, counting up to the worst.
 * @param {Verdict} verdict
 */
export const rank = (verdict) => VERDICTS.indexOf(verdict);

/**
 * @param {Verdict[]} verdicts At least one.
 * @returns {Verdict}
 */
export const worst = (verdicts) => verdicts.reduce((a, b) => (rank(b) > rank(a) ? b : a));

/**
 * @param {Verdict[]} verdicts At least one.
 * @returns {Verdict}
 */
export const best = (verdicts) => verdicts.reduce((a, b) => (rank(b) < rank(a) ? b : a));
