// All that a plan tells people, in the order in which they read it, as in
// mkdocs_compat/publishing/reports/plan_outline.py.

import * as blockedWords from "./blocked-words.js";
import { tell } from "./plan-hop.js";
import { Evidence, note } from "./plan-notes.js";
import * as words from "./plan-words.js";

/**
 * @typedef {import("../engine/planning/plan.js").Blocked} Blocked
 * @typedef {import("./plan-notes.js").Note} Note
 * @typedef {import("./planned.js").Planned} Planned
 */

/**
 * @typedef {object} Outline
 * @property {string} title What is planned.
 * @property {string} summary What came of it.
 * @property {Note[]} before What must be known first.
 * @property {Note[]} hops
 * @property {Note[]} after Why they lead no farther, and what would help.
 */

/**
 * Return what there is to tell.
 * @param {Planned} planned
 * @returns {Outline}
 */
export function outline(planned) {
  const { result } = planned;
  const evidence = new Evidence(planned);
  const title = words.title(planned);
  const before = [...outside(planned, evidence), ...questions(planned)];
  if (result.kind === "blocked" && result.wanted.length) {
    before.push(note("wanted", "The target itself is not allowed:", evidence.parts(result.wanted)));
  }
  const hops = result.hops.map((_, number) => tell(number, planned, evidence));
  if (result.kind === "plan") {
    return { title: `Plan: ${title}`, summary: words.count(result.hops), before, hops, after: [] };
  }
  const summary = blockedWords.farthest(result, planned);
  return { title: `No plan: ${title}`, summary, before, hops, after: blocked(result, planned, evidence) };
}

/** @param {Planned} planned @param {Evidence} evidence */
function outside(planned, evidence) {
  const { result } = planned;
  if (!result.outside.length) return [];
  const nearest = result.kind === "plan" ? result.nearest : null;
  let how = result.hops.length ? ", and the first hop is the nearest way back" : "";
  if (nearest) how = ", and the first hop leads back and onwards";
  const parts = evidence.parts(result.outside);
  return [
    note("outside", `The start is outside of what is allowed${how}:`, parts),
    ...(nearest ? [note("nearest", `The nearest that is allowed: ${planned.inService(nearest)}.`)] : []),
  ];
}

/** @param {Planned} planned */
function questions(planned) {
  const inner = words.questions(planned).map((text) => note("question", text));
  return inner.length ? [note("questions", "Questions that matter here:", inner)] : [];
}

/** @param {Blocked} found @param {Planned} planned @param {Evidence} evidence */
function blocked({ obstacles, permissions }, planned, evidence) {
  const inner = obstacles.map((each) => evidence.obstacle(each, planned));
  const opens = permissions.map((each) => note("permission", blockedWords.permission(each, planned)));
  return [
    ...(inner.length ? [note("obstacles", "What forbids the next moves from there:", inner)] : []),
    note("permissions", blockedWords.opening(permissions), opens),
  ];
}
