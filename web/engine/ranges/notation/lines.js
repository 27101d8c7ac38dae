/** The lines that wildcards and the operators `~>`, `~` and `^` name. */

import { increment } from "../../versions/keys.js";

/** @typedef {import("../../versions/scheme.js").Scheme} Scheme */
/** @typedef {import("../../versions/scheme.js").Extent} Extent */

/**
 * Return the line of the numbers written, even where they are as many as a release has.
 * @param {Scheme} scheme @param {string} text @returns {Extent | null}
 */
export function line(scheme, text) {
  const named = scheme.extent(text);
  if (!named?.numbers.length || named.isLine) return named;
  const next = [...named.numbers];
  next.push(increment(next.pop() ?? ""));
  const following = scheme.extent(next.join("."));
  return following && { ...named, isLine: true, end: following.edge };
}

/**
 * Return the line up to whose end `~>`, `~` or `^` and a version reach.
 * @param {Scheme} scheme @param {Extent} named @param {string} operator
 */
export function sharedLine(scheme, { numbers }, operator) {
  const weighty = numbers.findIndex((number) => number !== "0");
  const count = operator === "~" ? 2 : operator === "^" ? weighty + 1 || numbers.length : numbers.length - 1 || 1;
  return line(scheme, numbers.slice(0, count).join("."));
}
