// The words of what forbids a plan, and of what would open a way, as in
// mkdocs_compat/publishing/reports/plan_words.py.

import { because, hops, noReturn } from "./plan-words.js";

/**
 * @typedef {import("../engine/reasoning/payload.js").Distance} Distance
 * @typedef {import("../engine/planning/plan.js").Blocked} Blocked
 * @typedef {import("../engine/planning/plan.js").Permission} Permission
 * @typedef {import("../engine/planning/plan.js").Refusal} Refusal
 * @typedef {import("./planned.js").Planned} Planned
 */

/**
 * Say how far it goes.
 * @param {Blocked} blocked
 * @param {Planned} planned
 */
export function farthest(blocked, planned) {
  const state = planned.inService(blocked.farthest);
  const number = blocked.hops.length;
  if (number) return `The farthest that is allowed, ${hops(number)} from the start: ${state}.`;
  if (blocked.outside.length) return "No nearby change of the start is allowed.";
  return `Nothing can move: the farthest that is allowed is the start, ${state}.`;
}

/**
 * Introduce the permissions that would open a way.
 * @param {Permission[]} permissions
 */
export function opening({ length }) {
  if (!length) return "No single permission and no two of them that were tried would open a way.";
  return length === 1 ? "This would open a way:" : "These together would open a way:";
}

/**
 * Say what forbids a hop.
 * @param {Refusal} refusal
 */
export function refusal({ kind, said }) {
  if (kind === "direction") return "Some of its instances would go up and others down.";
  if (!said || kind === "downtime") return "Nothing says that it moves without downtime, which was ruled out.";
  if ("distance" in said) {
    const most = `It goes at most ${distance(said.distance)} at once`;
    if (kind === "max-hop") return `${most}.`;
    return `${most}, and how many these are cannot be counted: the releases are not listed.`;
  }
  if ("reason" in said) {
    const beyond = said.before ? `to ${said.before.text} or above` : "beyond";
    return `It must stop at ${said.at.text} before it goes ${beyond}${because(said.reason)}`;
  }
  return noReturn(said);
}

/**
 * Say what a reader could allow.
 * @param {Permission} permission
 * @param {Pick<Planned, "name">} planned
 */
export function permission({ kind, component, stop: passed, now }, planned) {
  const name = component === null ? "" : planned.name(component);
  switch (kind) {
    case "jump":
      return passed
        ? `let ${name} pass by its stop at ${passed.at.text}`
        : `let ${name} go farther at once than its largest hop`;
    case "downtime":
      return `accept downtime of ${name}`;
    case "move":
      return `move ${name} too: to ${now}`;
    case "downgrade":
      return `take ${name} back although it is said that it is not`;
    default:
      return `accept what is ${kind}`;
  }
}

/** @param {Distance} distance */
const distance = ({ count: number, level }) => `${number} ${level} version${number === 1 ? "" : "s"}`;
