// What would open a way where there is none, as in mkdocs_compat/planning/blocked.py.

import { cheapestFirst, singleChanges } from "../reasoning/fixing.js";
import { readAsked } from "../reasoning/question.js";
import { compare, costKey } from "./costs.js";
import { goodEnough } from "./request.js";

/**
 * @typedef {import("../reasoning/index.js").Index} Index
 * @typedef {import("../reasoning/payload.js").Upgrade} Upgrade
 * @typedef {import("../reasoning/rule-relation.js").Known} Known
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
 * Return a request with a permission granted.
 * @param {Index} index
 * @param {Request} request
 * @param {Permission} permission
 * @returns {Request}
 */
export function allow(index, request, { kind, component, stop, now }) {
  const { lifted } = request;
  if (kind === "untested" || kind === "unstated") {
    return { ...request, accepted: [...request.accepted, kind] };
  }
  const id = /** @type {string} */ (component);
  switch (kind) {
    case "jump":
      return stop
        ? { ...request, lifted: { ...lifted, stops: [...lifted.stops, stop] } }
        : { ...request, lifted: { ...lifted, maxHops: new Set([...lifted.maxHops, id]) } };
    case "downgrade":
      return { ...request, lifted: { ...lifted, downgrades: new Set([...lifted.downgrades, id]) } };
    case "downtime":
      return { ...request, noDowntime: new Set([...request.noDowntime].filter((each) => each !== id)) };
    default: {
      const known = /** @type {Known} */ (index.components.get(id));
      const asked = readAsked(known.component, known.scheme, now ?? "");
      return "message" in asked ? request : { ...request, targets: new Map([...request.targets, [id, asked]]) };
    }
  }
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
      .map((id) => permission("jump", id)),
    ...explainer
      .crossed()
      .filter((stop) => binding.includes(stop))
      .map((stop) => ({ ...permission("jump", stop.component), stop })),
    ...moving.filter((id) => request.noDowntime.has(id)).map((id) => permission("downtime", id)),
    .../** @type {const} */ (["untested", "unstated"])
      .filter((verdict) => !request.accepted.includes(verdict))
      .map((verdict) => permission(verdict, null)),
    ...goals(explainer),
    ...tracks
      .filter(({ id, isUp }) => !isUp && held.includes(id) && !request.lifted.downgrades.has(id))
      .map(({ id }) => permission("downgrade", id)),
  ];
}

/** @param {Permission["kind"]} kind @param {string | null} component @returns {Permission} */
const permission = (kind, component) => ({ kind, component, stop: null, now: null });

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
      .map(({ moved }) => ({ ...permission("move", id), now: moved[0][1].text }));
  });
}
