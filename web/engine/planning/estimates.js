// What it costs at least to go on from a state, as in mkdocs_compat/planning/estimates.py.
//
// Each component alone gives one bound. Where several components depend on each other that is not
// enough: all states might be looked at before it turns out that two must move at once. Two related
// components, all others left aside, give a bound that knows.

import { compare, inOrder, sum } from "./costs.js";

/**
 * @typedef {import("./costs.js").Numbers} Numbers
 * @typedef {import("./problem.js").Edge} Edge
 * @typedef {import("./problem.js").Problem} Problem
 * @typedef {import("./states.js").State} State
 */

/**
 * Two related components, by their places, and the locksteps and the downtime that they need, by
 * their positions.
 * @typedef {{one: number, other: number, locksteps: number[][], downtime: number[][]}} Couple
 */

// Two components with more positions than these together are left aside.
const MOST_POSITIONS = 40_000;

/** Bounds by two components at a time. */
export class Couples {
  /** @type {Couple[]} */
  #couples = [];

  /** Look at all pairs of related components. @param {Problem} problem */
  constructor(problem) {
    for (let one = 0; one < problem.moves.length; one++) {
      for (let other = one + 1; other < problem.moves.length; other++) {
        if (!problem.states.isRelated(one, other) || !isSmall(problem, one, other)) continue;
        const locksteps = least(problem, one, other, () => 0, 1);
        const downtime = least(problem, one, other, ({ isRolling }) => Number(!isRolling), 2);
        this.#couples.push({ one, other, locksteps, downtime });
      }
    }
  }

  /**
   * Return how many locksteps are needed at least; infinity where there is no way.
   * @param {State} state
   */
  locksteps(state) {
    return Math.max(0, ...this.#couples.map(({ one, other, locksteps }) => locksteps[state[one]][state[other]]));
  }

  /**
   * Return how much downtime is needed at least.
   * @param {State} state
   * @param {number[]} alone How much each component needs by itself.
   */
  downtime(state, alone) {
    const more = this.#couples.map(
      ({ one, other, downtime }) => downtime[state[one]][state[other]] - alone[one] - alone[other],
    );
    return total(alone) + Math.max(0, ...more);
  }
}

/** Lower bounds for one search; never more than a hop costs do they fall by that hop. */
export class Estimates {
  /** @type {Problem} */
  #problem;
  /** @type {number} */
  #most;
  /** @type {Couples | null} */
  #couples;
  /** @type {Numbers} */
  #none;

  /**
   * @param {Problem} problem
   * @param {number} most How many components may move at once.
   * @param {Couples | null} couples Null where they are not worth the work.
   */
  constructor(problem, most, couples) {
    this.#problem = problem;
    this.#most = most;
    this.#couples = couples;
    this.#none = [Infinity, ...inOrder(problem.objective, Infinity, Infinity, Infinity)];
  }

  /**
   * Return a lower bound of what it costs to go on from a state.
   * @param {State} state
   * @returns {Numbers}
   */
  of(state) {
    const problem = this.#problem;
    const couples = this.#couples;
    const locksteps = couples ? couples.locksteps(state) : 0;
    if (locksteps === Infinity || (this.#most === 1 && locksteps)) return this.#none;
    let alone = inOrder(problem.objective, 0, 0, 0);
    if (this.#most === 1) {
      alone = state.reduce((found, position, i) => sum(found, problem.alone[i][position]), alone);
      if (!couples || alone.includes(Infinity)) return [0, ...alone];
    }
    const apart = state.map((position, i) => problem.apart[i][position]);
    const [downtimes, hops, jumps] = [0, 1, 2].map((key) => apart.map((each) => each[key]));
    if (hops.includes(Infinity)) return this.#none;
    const downtime = couples ? couples.downtime(state, downtimes) : total(downtimes);
    const fewest = Math.max(...hops, Math.ceil(total(hops) / this.#most));
    const together = inOrder(problem.objective, downtime, fewest, total(jumps));
    return [locksteps, ...(compare(together, alone) > 0 ? together : alone)];
  }
}

/** @param {Problem} problem @param {number} one @param {number} other */
function isSmall({ moves }, one, other) {
  const [a, b] = [moves[one].track.last, moves[other].track.last];
  return a + b > 0 && (a + 1) * (b + 1) <= MOST_POSITIONS;
}

/**
 * Return what two components need at least, from any of their positions.
 * @param {Problem} problem
 * @param {number} i The place of the first.
 * @param {number} j The place of the second.
 * @param {(edge: Edge) => number} single What a hop of one of them costs.
 * @param {number} both What it costs that they move at once.
 */
function least(problem, i, j, single, both) {
  const { moves, states } = problem;
  const [lastI, lastJ] = [moves[i].track.last, moves[j].track.last];
  const canStop = moves[i].canStop && moves[j].canStop;
  const none = () => Array.from({ length: lastI + 1 }, () => /** @type {number[]} */ (Array(lastJ + 1).fill(Infinity)));
  const costs = none();
  // The same after the second has moved, which costs nothing here.
  const moved = none();
  for (let p = lastI; p >= 0; p--) {
    const edgesI = problem.edges(i, p);
    for (let q = lastJ; q >= 0; q--) {
      const edgesJ = problem.edges(j, q);
      for (const { to } of edgesJ) moved[p][q] = Math.min(moved[p][q], costs[p][to]);
      if (!states.fits(i, p, j, q)) continue;
      let found = p === lastI && q === lastJ ? 0 : Infinity;
      for (const edge of edgesJ) found = Math.min(found, costs[p][edge.to] + single(edge));
      for (const edge of edgesI) {
        found = Math.min(found, costs[edge.to][q] + single(edge));
        if (canStop) found = Math.min(found, moved[edge.to][q] + both);
      }
      costs[p][q] = found;
    }
  }
  return costs;
}

/** @param {number[]} numbers */
const total = (numbers) => numbers.reduce((a, b) => a + b, 0);
