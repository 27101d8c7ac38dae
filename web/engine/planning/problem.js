// A search made ready: the hops that components may make, and what they cost, as in
// mkdocs_compat/planning/problem.py.

import { fleetAt } from "./candidates.js";
import { compare, inOrder, sum } from "./costs.js";

/**
 * @typedef {import("./costs.js").Numbers} Numbers
 * @typedef {import("./moves.js").Moves} Moves
 * @typedef {import("./plan.js").Objective} Objective
 * @typedef {import("./states.js").States} States
 */

/** @typedef {{to: number, isRolling: boolean}} Edge A hop of one component: where to, and whether it goes on working. */

/** @typedef {{component: number, from: number, edge: Edge}} Moved A component that moves, by its place among the tracks. */

/** @typedef {[left: number[], places: number[][], names: number[][]]} Ties Hop by hop: candidates left, places in the author's order, and what tells all hops apart. */

/** @typedef {(downtime: number, hops: number, jumps: number) => Numbers} Keys Puts keys in order. */

/** A search made ready. */
export class Problem {
  /** By component and position. @type {Edge[][][]} */
  #edges;
  /** By component, position, and where to. @type {(Edge | null)[][][]} */
  #found;
  /** By component and position. @type {number[][][]} */
  #successors;
  /** @type {Numbers[][] | null} */
  #alone = null;
  /** @type {Numbers[][] | null} */
  #apart = null;

  /**
   * @param {States} states
   * @param {Moves[]} moves What each component may do by itself, one for each track.
   * @param {Objective} objective What to have least of.
   */
  constructor(states, moves, objective) {
    this.states = states;
    this.moves = moves;
    this.objective = objective;
    this.#edges = moves.map(() => []);
    this.#successors = moves.map(() => []);
    this.#found = moves.map(({ track }) => track.nodes.map(() => []));
  }

  /**
   * Return the hops that a component may make by itself, others left aside.
   * @param {number} component
   * @param {number} position
   */
  edges(component, position) {
    return (this.#edges[component][position] ??= this.#tos(component, position).flatMap(
      (to) => this.#edge(component, position, to) ?? [],
    ));
  }

  /** @param {number} component @param {number} position */
  #tos(component, position) {
    return (this.#successors[component][position] ??= this.moves[component].successors(position));
  }

  /**
   * Return the hop to a position; null where versions would not go side by side.
   * @param {number} component
   * @param {number} position
   * @param {number} to
   */
  #edge(component, position, to) {
    const found = this.#found[component][position];
    if (found[to] === undefined) found[to] = this.#findEdge(component, position, to);
    return found[to];
  }

  /** @param {number} component @param {number} position @param {number} to */
  #findEdge(component, position, to) {
    const { states } = this;
    const { track, canRoll, canStop } = this.moves[component];
    if (!states.isFleet(component, fleetAt(track, to))) return null;
    const isRolling = canRoll && states.isBeside(component, position, to);
    return isRolling || canStop ? { to, isRolling } : null;
  }

  /**
   * Return what one hop costs: locksteps first, then the keys of the objective.
   * @param {Moved[]} moved
   * @returns {Numbers}
   */
  numbers(moved) {
    const isLockstep = moved.length > 1;
    const downtime = isLockstep ? moved.length : Number(!moved[0].edge.isRolling);
    const jumps = moved.reduce((total, { from, edge }) => total + (edge.to - from) ** 2, 0);
    return [Number(isLockstep), ...inOrder(this.objective, downtime, 1, jumps)];
  }

  /**
   * Return the keys behind the numbers, with one more hop.
   * @param {Moved[]} moved
   * @param {Ties} ties
   * @returns {Ties}
   */
  ties(moved, [left, places, names]) {
    const { moves } = this;
    const more = moved.reduce((total, { component, edge }) => total + moves[component].track.last - edge.to, 0);
    return [
      [...left, more],
      [...places, moved.map(({ component }) => moves[component].place)],
      [...names, moved.flatMap(({ component, edge }) => [component, edge.to])],
    ];
  }

  /** For each component and position, the least that it costs to go on by itself. */
  get alone() {
    /** @type {Keys} */
    const keys = (downtime, hops, jumps) => inOrder(this.objective, downtime, hops, jumps);
    const isNear = this.objective === "jumps";
    return (this.#alone ??= this.moves.map((_, component) => this.#least(component, keys, least, isNear)));
  }

  /** The same for each key by itself: downtime, hops, jumps. */
  get apart() {
    /** @type {Keys} */
    const keys = (downtime, hops, jumps) => [downtime, hops, jumps];
    return (this.#apart ??= this.moves.map((_, component) => this.#least(component, keys, leastOfEach, false)));
  }

  /**
   * Return the least cost from each position; hops that cannot lessen it are not looked at.
   * @param {number} component
   * @param {Keys} keys
   * @param {(a: Numbers, b: Numbers) => Numbers} choose Returns the least of two costs; the first
   *   where the second is not less.
   * @param {boolean} isNearestFirst Whether longer hops cost more, whatever follows.
   */
  #least(component, keys, choose, isNearestFirst) {
    const { canRoll, track } = this.moves[component];
    const { last } = track;
    /** @type {Numbers[]} */
    const costs = Array(last + 1).fill(keys(Infinity, Infinity, Infinity));
    costs[last] = keys(0, 0, 0);
    const fewest = Number(!canRoll);
    const one = keys(fewest, 1, 1);
    const two = sum(one, one);
    for (let position = last - 1; position >= 0; position--) {
      // What goes there at once need not be listed.
      const isDirect = !isNearestFirst && !this.moves[component].refusals(position, last).length;
      const direct = isDirect && this.#edge(component, position, last);
      if (direct) costs[position] = keys(Number(!direct.isRolling), 1, (last - position) ** 2);
      if (choose(costs[position], two) === costs[position]) continue;
      const tos = this.#tos(component, position);
      for (const to of isNearestFirst ? tos : [...tos].reverse()) {
        const found = costs[position];
        const jump = (to - position) ** 2;
        const own = keys(fewest, 1, jump);
        // So much it costs by way of any of those that follow.
        if (choose(found, isNearestFirst ? own : two) === found) break;
        if (choose(found, sum(own, costs[to])) === found) continue;
        const edge = this.#edge(component, position, to);
        if (edge) costs[position] = choose(found, sum(keys(Number(!edge.isRolling), 1, jump), costs[to]));
      }
    }
    return costs;
  }

  /** Tell whether a component cannot get there by itself, or the target is not allowed. */
  isHopeless() {
    const { start, target } = this.states;
    const isStuck = start.some((position, i) => this.alone[i][position].includes(Infinity));
    return isStuck || !this.states.isAllowed(target);
  }
}

/** @param {Numbers} a @param {Numbers} b */
const least = (a, b) => (compare(b, a) < 0 ? b : a);

/** @param {Numbers} a @param {Numbers} b */
const leastOfEach = (a, b) =>
  a.every((number, at) => number <= b[at]) ? a : a.map((number, at) => Math.min(number, b[at]));
