// What would open a way where there is none, as in mkdocs_compat/planning/blocked.py.

import { cheapestFirst, singleChanges } from "../reasoning/fixing.js";
import { isSameStop } from "./candidates.js";
import { compare, costKey } from "./costs.js";
import { allow, permit } from "./permission.js";
import { goodEnough } from "./request.js";

/**
 * @typedef {import("./explain.js").Explainer} Explainer
 * @typedef {import("./plan.js").Permission} Permission
 * @typedef {import("./request.js").Request} Request
 * @typedef {import("./problem.js").Problem} Problem
 * @typedef {import("./search.js").Reached} Reached
 * @typedef {import("./states.js").State} State
 */

// Pairs of permissions that are tried; each costs a search.
const MOST_PAIRS = 100;

/**
 * Return the reached state with the fewest hops left, each component counted by itself. Of several,
 * that with the fewest candidates left, and then that which costs least.
 * @param {Problem} problem
 * @param {Reached} reached
 * @returns {State}
 */
export function farthest(problem, { states, wayTo }) {
  const { apart, moves, objective } = problem;
  /** @param {State} state */
  const left = (state) => {
    let [hops, candidates] = [0, 0];
    state.forEach((position, i) => {
      const { last } = moves[i].track;
      const own = apart[i][position][1];
      // Where a component cannot get there by itself, candidates are counted instead.
      hops += own <= last ? own : 2 * last + 1 - position;
      candidates += last - position;
    });
    return [hops, candidates];
  };
  const keys = new Map(states.map((state) => [state, left(state)]));
  const least = [...keys.values()].reduce((a, b) => (compare(b, a) < 0 ? b : a));
  return states
    .filter((state) => !compare(keys.get(state) ?? [], least))
    .map((state) => ({ state, cost: costKey(wayTo(state).cost, objective) }))
    .reduce((a, b) => ((compare(b.cost, a.cost) || compare(b.state, a.state)) < 0 ? b : a)).state;
}

/**
 * Return the fewest permissions that would open a way: one or two; none where that fails.
 * @param {Explainer} explainer The request that has no plan.
 * @param {(request: Request) => boolean} solves Tells whether another request has one.
 * @returns {Permission[]}
 */
export function permissions(explainer, solves) {
  const { index, request } = explainer;
  const single = every(explainer);
  /** @param {Permission[]} allowed */
  const opens = (allowed) => solves(allowed.reduce((found, each) => allow(index, found, each), request));
  const one = single.find((each) => opens([each]));
  if (one) return [one];
  const pairs = single.flatMap((first, at) => single.slice(at + 1).map((second) => [first, second]));
  return pairs.slice(0, MOST_PAIRS).find(opens) ?? [];
}

/**
 * Return what could be allowed and matters here, in the order in which it is tried.
 * @param {Explainer} explainer
 * @returns {Permission[]}
 */
function every(explainer) {
  const { request, upgrade } = explainer;
  const tracks = explainer.problem.moves.map(({ track }) => track).filter(({ last }) => last);
  const moving = tracks.map(({ id }) => id);
  const limited = upgrade.max_hops.map(({ component }) => component);
  const binding = explainer.binding();
  const held = [...upgrade.downgrades, ...upgrade.finalizes].map(({ component }) => component);
  return [
    ...moving
      .filter((id) => limited.includes(id) && !request.lifted.maxHops.has(id))
      .map((id) => permit("jump", id)),
    ...explainer
      .crossed()
      .filter((stop) => binding.some((each) => isSameStop(each, stop)))
      .map((stop) => permit("jump", stop.component, { stop })),
    ...moving.filter((id) => request.noDowntime.has(id)).map((id) => permit("downtime", id)),
    .../** @type {const} */ (["untested", "unstated"])
      .filter((verdict) => !request.accepted.includes(verdict))
      .map((verdict) => permit(verdict, null)),
    ...goals(explainer),
    ...tracks
      .filter(({ id, isUp }) => !isUp && held.includes(id) && !request.lifted.downgrades.has(id))
      .map(({ id }) => permit("downgrade", id)),
  ];
}

/**
 * Return where components without a target could go to, so that the target is allowed.
 * @param {Explainer} explainer
 * @returns {Permission[]}
 */
function goals(explainer) {
  const { request, index, problem } = explainer;
  const instances = explainer.instances(problem.states.target);
  const goal = goodEnough(request.accepted);
  return [...request.starts.keys()].flatMap((id) => {
    if (request.targets.has(id)) return [];
    const own = instances.filter(({ component }) => component === id).length;
    return singleChanges(index, instances, id, (asked) => index.verdict(asked), goal)
      .filter(({ moved }) => moved.length === own)
      .sort(cheapestFirst)
      .map(({ moved }) => permit("move", id, { now: moved[0][1].text }));
  });
}
