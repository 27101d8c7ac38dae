/** What plans cost in the browser's engine; on Node by engine.mjs, and in a page by page.py. */

import { Planner } from "../../web/engine/planning/planner.js";

/**
 * @param {{product: object, start: object, target: object}} case_
 * @param {number} rounds
 * @param {() => number} now Milliseconds.
 */
export function measure({ product, start, target }, rounds, now) {
  const anew = [];
  const again = [];
  let plan;
  for (let round = 0; round < rounds; round++) {
    const planner = new Planner(product);
    const before = now();
    plan = planner.plan(start, target);
    const between = now();
    planner.plan(start, target);
    anew.push(between - before);
    again.push(now() - between);
  }
  const { kind, hops, visited } = plan;
  return { kind, hops: hops.length, visited, first: anew[0], anew: Math.min(...anew), again: Math.min(...again) };
}
