// The best way from one state to another: A* over all states, complete and exact, as in
// mkdocs_compat/planning/search.py.
//
// What a way costs is compared key by key. With the default objective: how many components the
// largest lockstep moves, locksteps, downtime, hops; then, hop by hop, how many candidates are left
// (so that intermediate versions are the latest), the author's order, and the product's order.

import { compare, inOrder, sum } from "./costs.js";
import { Couples, Estimates } from "./estimates.js";
import { Heap } from "./heap.js";

/**
 * @typedef {import("./costs.js").Numbers} Numbers
 * @typedef {import("./plan.js").Cost} Cost
 * @typedef {import("./problem.js").Moved} Moved
 * @typedef {import("./problem.js").Problem} Problem
 * @typedef {import("./problem.js").Ties} Ties
 * @typedef {import("./states.js").State} State
 */

/**
 * One hop of a way: the components that move, by their place among the tracks, the states before
 * and after, and whether it goes without downtime.
 * @typedef {{moved: number[], before: State, after: State, isRolling: boolean}} Leg
 */

/** @typedef {{legs: Leg[], cost: Cost}} Way Legs one after the other, and what they cost. */

/** @typedef {{way: Way | null, visited: number}} Found The best way, and how many states were looked at. */

/**
 * The states that were reached, and the best way to each.
 * @typedef {{states: State[], wayTo: (state: State) => Way, visited: number}} Reached
 */

/**
 * A state to be looked at: what a way through it would cost at least, whether locksteps are still to
 * be tried from it, the state with its name, what it has cost, where it was reached from and how.
 * Ties are worked out where two entries cost the same.
 * @typedef {object} Entry
 * @property {Numbers} bound
 * @property {boolean} isLockstep
 * @property {State} state
 * @property {number | string} name
 * @property {Numbers} cost
 * @property {Entry | null} before
 * @property {Moved[]} hop
 * @property {Ties | null} ties
 */

// After so many states the search asks what two components at a time need.
const PATIENCE = 500;

/**
 * Return the best way; several components move at once only where there is no other way.
 * @param {Problem} problem
 * @returns {Found}
 */
export function search(problem) {
  if (problem.isHopeless()) return { way: null, visited: 0 };
  const first = new Run(problem, new Estimates(problem, 1, null), 1);
  const found = first.find(PATIENCE);
  let { visited } = first;
  if (found) return { way: found, visited };
  const couples = new Couples(problem);
  const stopping = problem.moves.filter(({ track, canStop }) => track.last && canStop);
  for (let most = first.isCut ? 1 : 2; most === 1 || most <= stopping.length; most++) {
    const run = new Run(problem, new Estimates(problem, most, couples), most);
    const way = run.find();
    visited += run.visited;
    if (way) return { way, visited };
  }
  return { way: null, visited };
}

/**
 * Return the best ways to all states that are reached without several components at once.
 * @param {Problem} problem
 * @returns {Reached}
 */
export function reach(problem) {
  const run = new Run(problem, null, 1);
  run.find();
  return { states: run.states(), wayTo: (state) => run.wayTo(state), visited: run.visited };
}

/** A* with at most so many components at once. */
class Run {
  visited = 0;
  /** Whether it was given up. */
  isCut = false;
  /** By the name of the state. @type {Map<number | string, Entry>} */
  #closed = new Map();
  /** The best so far, likewise. @type {Map<number | string, Entry>} */
  #best = new Map();
  /** @type {Map<number | string, Numbers>} */
  #known = new Map();
  /** @type {Heap<Entry>} */
  #open = new Heap((a, b) => this.#compare(a, b));
  /** What a step of each component adds to the name of a state. @type {number[] | null} */
  #strides;
  /** @type {Problem} */
  #problem;
  /** @type {number} */
  #most;
  /** @type {Estimates | null} */
  #estimates;

  /**
   * @param {Problem} problem
   * @param {Estimates | null} estimates Without them it goes on to all states that can be reached.
   * @param {number} most
   */
  constructor(problem, estimates, most) {
    this.#problem = problem;
    this.#estimates = estimates;
    this.#most = most;
    let size = 1;
    const strides = problem.moves.map(({ track: { last } }) => (size *= last + 1) / (last + 1));
    this.#strides = size < Number.MAX_SAFE_INTEGER ? strides : null;
  }

  /**
   * Return the best way; null where there is none, or after so many states.
   * @param {number} patience
   */
  find(patience = Infinity) {
    const { start, target } = this.#problem.states;
    const goal = this.#estimates && this.#nameOf(target);
    const cost = [0, ...inOrder(this.#problem.objective, 0, 0, 0)];
    const name = this.#nameOf(start);
    const bound = sum(cost, this.#guess(start, name));
    // Where not even an estimate gets there, there is nothing to look at.
    if (bound.includes(Infinity)) return null;
    this.#open.push({ bound, isLockstep: false, state: start, name, cost, before: null, hop: [], ties: null });
    for (let entry = this.#open.pop(); entry; entry = this.#open.pop()) {
      if (entry.isLockstep) {
        this.#expandTogether(entry);
        continue;
      }
      if (this.#closed.has(entry.name)) continue;
      if (this.visited >= patience) {
        this.isCut = true;
        return null;
      }
      // Before those of its successors are, which begin with them.
      this.#tiesOf(entry);
      this.#closed.set(entry.name, entry);
      this.visited++;
      if (entry.name === goal) return this.#way(entry);
      this.#expand(entry);
      if (this.#most > 1) {
        const [locksteps, ...rest] = this.#guess(entry.state, entry.name);
        this.#open.push({ ...entry, bound: sum(entry.cost, [Math.max(1, locksteps), ...rest]), isLockstep: true });
      }
    }
    return null;
  }

  /** Return the states that were reached. */
  states() {
    return [...this.#closed.values()].map(({ state }) => state);
  }

  /**
   * Return the way by which a state was reached.
   * @param {State} state
   * @returns {Way}
   */
  wayTo(state) {
    return this.#way(this.#closed.get(this.#nameOf(state)) ?? null);
  }

  /** @param {Entry | null} entry @returns {Way} */
  #way(entry) {
    /** @type {Leg[]} */
    const legs = [];
    for (; entry?.before; entry = entry.before) {
      const { before, hop, state } = entry;
      const isRolling = hop.length === 1 && hop[0].edge.isRolling;
      legs.push({ moved: hop.map(({ component }) => component), before: before.state, after: state, isRolling });
    }
    return { legs: legs.reverse(), cost: costOf(legs) };
  }

  /** @param {Entry} entry */
  #expand(entry) {
    entry.state.forEach((from, component) => {
      for (const edge of this.#problem.edges(component, from)) this.#go(entry, [{ component, from, edge }]);
    });
  }

  /** @param {Entry} entry */
  #expandTogether(entry) {
    const { moves } = this.#problem;
    const movable = entry.state.flatMap((position, i) =>
      moves[i].canStop && this.#problem.edges(i, position).length ? [i] : [],
    );
    for (let count = 2; count <= this.#most; count++) {
      this.#together(entry.state, movable, count, [], (hop) => this.#go(entry, hop));
    }
  }

  /**
   * Visit every way in which so many of some components move at once.
   * @param {State} state
   * @param {number[]} movable
   * @param {number} count
   * @param {Moved[]} before Those that are chosen already.
   * @param {(moved: Moved[]) => void} visit
   */
  #together(state, movable, count, before, visit) {
    if (!count) return visit(before);
    movable.forEach((component, at) => {
      const from = state[component];
      for (const edge of this.#problem.edges(component, from)) {
        this.#together(state, movable.slice(at + 1), count - 1, [...before, { component, from, edge }], visit);
      }
    });
  }

  /** @param {Entry} before @param {Moved[]} hop */
  #go(before, hop) {
    const state = [...before.state];
    for (const { component, edge } of hop) state[component] = edge.to;
    const name = this.#nameOf(state);
    const moved = hop.map(({ component }) => component);
    if (this.#closed.has(name) || !this.#problem.states.allows(state, moved)) return;
    const cost = sum(before.cost, this.#problem.numbers(hop));
    const bound = sum(cost, this.#guess(state, name));
    const entry = { bound, isLockstep: false, state, name, cost, before, hop, ties: null };
    const best = this.#best.get(name);
    if (bound.includes(Infinity) || (best && this.#compareWays(best, entry) <= 0)) return;
    this.#best.set(name, entry);
    this.#open.push(entry);
  }

  /** @param {State} state @param {number | string} name */
  #guess(state, name) {
    let found = this.#known.get(name);
    if (!found) {
      const { objective } = this.#problem;
      found = this.#estimates ? this.#estimates.of(state) : [0, ...inOrder(objective, 0, 0, 0)];
      this.#known.set(name, found);
    }
    return found;
  }

  /**
   * Return what tells states apart: a number, as long as numbers are exact.
   * @param {State} state
   */
  #nameOf(state) {
    const strides = this.#strides;
    return strides ? state.reduce((found, position, i) => found + position * strides[i], 0) : state.join();
  }

  /** @param {Entry} a @param {Entry} b */
  #compare(a, b) {
    return (
      compare(a.bound, b.bound) ||
      compare(this.#tiesOf(a), this.#tiesOf(b)) ||
      Number(a.isLockstep) - Number(b.isLockstep) ||
      compare(a.state, b.state) ||
      compare(a.cost, b.cost)
    );
  }

  /** @param {Entry} a @param {Entry} b */
  #compareWays(a, b) {
    return compare(a.cost, b.cost) || compare(this.#tiesOf(a), this.#tiesOf(b));
  }

  /** @param {Entry} entry @returns {Ties} */
  #tiesOf(entry) {
    const { before, hop } = entry;
    return (entry.ties ??= before ? this.#problem.ties(hop, this.#tiesOf(before)) : [[], [], []]);
  }
}

/** @param {Leg[]} legs @returns {Cost} */
function costOf(legs) {
  const together = legs.map(({ moved }) => moved.length).filter((count) => count > 1);
  const stopped = legs.filter(({ isRolling }) => !isRolling).map(({ moved }) => moved.length);
  const jumps = legs.flatMap(({ moved, before, after }) => moved.map((i) => (after[i] - before[i]) ** 2));
  return {
    largest: Math.max(0, ...together),
    locksteps: together.length,
    downtime: total(stopped),
    hops: legs.length,
    jumps: total(jumps),
  };
}

/** @param {number[]} numbers */
const total = (numbers) => numbers.reduce((a, b) => a + b, 0);
