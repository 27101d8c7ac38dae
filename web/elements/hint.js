// What the checker says while it has no verdict.

import { list } from "./words.js";

/**
 * @typedef {import("../engine/reasoning/compatibility.js").Compatibility} Compatibility
 * @typedef {import("../engine/reasoning/payload.js").Component} Component
 */

/**
 * @param {Compatibility} compatibility
 * @param {Component[]} given The components that have a version.
 * @param {Component[]} unread The components whose version cannot be read.
 */
export function hint(compatibility, given, unread) {
  if (unread.length && given.length < 2) {
    return `There is no answer while the version of ${list(unread.map(nameOf))} cannot be read.`;
  }
  if (!given.length) return "Give a version to see what works with it, or several to see whether they work together.";
  const nothing = compatibility.product.rules.length ? "No table and no rule" : "No table";
  if (given.length > 1) return `${nothing} relates ${list(given.map(nameOf))}.`;
  const related = compatibility.related(given[0].id).filter((id) => id !== given[0].id);
  const others = compatibility.product.components.filter(({ id }) => related.includes(id));
  if (!others.length) return `${nothing} relates ${given[0].name} to anything else here.`;
  return `Now give a version of ${list(others.map(nameOf), "or")}.`;
}

/** @param {Component} component */
const nameOf = ({ name }) => name;
