// What a reader wants: from which versions to which, and on what terms, as in
// mkdocs_compat/planning/request.py.

import { readAsked } from "../reasoning/question.js";

/**
 * @typedef {import("../reasoning/answer.js").Problem} Problem
 * @typedef {import("../reasoning/index.js").Index} Index
 * @typedef {import("../reasoning/payload.js").Stop} Stop
 * @typedef {import("../reasoning/payload.js").Verdict} Verdict
 * @typedef {import("../reasoning/pieces.js").Asked} Asked
 * @typedef {import("./plan.js").InService} InService
 * @typedef {import("./plan.js").Objective} Objective
 */

/**
 * What the author says that a plan may disregard.
 * @typedef {object} Lifted
 * @property {ReadonlySet<string>} maxHops Ids of components that may jump as far as they like.
 * @property {readonly Stop[]} stops Stops that need not be passed.
 * @property {ReadonlySet<string>} downgrades Ids of components that may go back whatever is said.
 */

/**
 * What a reader wants, read.
 * @typedef {object} Request
 * @property {ReadonlyMap<string, Asked[]>} starts The versions in service, in the product's order.
 * @property {ReadonlyMap<string, Asked>} targets Components without one stay as they are.
 * @property {Readonly<Record<string, boolean>>} answers By question; no answer counts as yes.
 * @property {Objective} objective What to have least of.
 * @property {readonly Verdict[]} accepted Good enough, besides compatible and partial.
 * @property {ReadonlySet<string>} noDowntime Ids of components that may only move while they go on
 *   working.
 * @property {Lifted} lifted What may be disregarded.
 */

/** @type {readonly Verdict[]} */
const GOOD = ["compatible", "partial"];

/**
 * Return the verdicts that are good enough.
 * @param {readonly Verdict[]} accepted Besides compatible and partial.
 * @returns {Verdict[]}
 */
export const goodEnough = (accepted) => [...GOOD, ...accepted];

/**
 * Read what is wanted.
 * @param {Index} index
 * @param {Record<string, readonly string[]>} start
 * @param {Record<string, string>} target
 * @param {Omit<Request, "starts" | "targets" | "lifted">} terms
 * @returns {Request | Problem[]} What is wrong, one item for each text, where it cannot be read.
 */
export function readRequest(index, start, target, terms) {
  const from = new Map(Object.entries(start));
  const to = new Map(Object.entries(target));
  /** @type {Problem[]} */
  const problems = [];
  for (const id of new Set([...from.keys(), ...to.keys()])) {
    if (!index.components.has(id)) {
      problems.push({ component: id, text: "", message: "the product has no such component" });
    } else if (!from.get(id)?.length) {
      problems.push({ component: id, text: "", message: "say from which version" });
    }
  }
  /** @type {Map<string, Asked[]>} */
  const starts = new Map();
  /** @type {Map<string, Asked>} */
  const targets = new Map();
  for (const [id, { component, scheme }] of index.components) {
    const read = (from.get(id) ?? []).map((text, number) => readAsked(component, scheme, text, number));
    problems.push(...read.flatMap((each) => ("message" in each ? [each] : [])));
    if (read.length) starts.set(id, read.flatMap((each) => ("message" in each ? [] : [each])));
    const text = to.get(id);
    const wanted = text === undefined ? null : readAsked(component, scheme, text);
    if (wanted && "message" in wanted) problems.push(wanted);
    else if (wanted) targets.set(id, wanted);
  }
  if (problems.length) return problems;
  const lifted = { maxHops: new Set(), stops: [], downgrades: new Set() };
  return { ...terms, starts, targets, lifted };
}

/**
 * Return versions as they are written.
 * @param {ReadonlyMap<string, readonly Asked[]>} starts
 * @returns {InService}
 */
export const textsOf = (starts) =>
  Object.fromEntries([...starts].map(([id, instances]) => [id, instances.map(({ text }) => text)]));
