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
 * A state to be looked at: what a way through it would cost at least, ties, whether locksteps are
 * still to be tried from it, the state with its name, what it has cost, and the last leg.
 * @typedef {object} Entry
 * @property {Numbers} bound
 * @property {Ties} ties
 * @property {boolean} isLockstep
 * @property {State} state
 * @property {string} name
 * @property {Numbers} cost
 * @property {Leg | null} leg
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
  /** By the name of the state. @type {Map<string, {state: State, leg: Leg | null}>} */
  #closed = new Map();
  /** @type {Map<string, {cost: Numbers, ties: Ties}>} */
  #best = new Map();
  /** @type {Map<string, Numbers>} */
  #known = new Map();
  /** @type {Heap<Entry>} */
  #open = new Heap(compareEntries);
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
  }

  /**
   * Return the best way; null where there is none, or after so many states.
   * @param {number} patience
   */
  find(patience = Infinity) {
    const { start, target } = this.#problem.states;
    const goal = this.#estimates && nameOf(target);
    this.#push(start, [0, ...inOrder(this.#problem.objective, 0, 0, 0)], [[], [], []], null);
    for (let entry = this.#open.pop(); entry; entry = this.#open.pop()) {
      const { state, name, cost, ties } = entry;
      if (entry.isLockstep) {
        this.#expandTogether(state, cost, ties);
        continue;
      }
      if (this.#closed.has(name)) continue;
      if (this.visited >= patience) {
        this.isCut = true;
        return null;
      }
      this.#closed.set(name, { state, leg: entry.leg });
      this.visited++;
      if (name === goal) return this.wayTo(state);
      this.#expand(state, cost, ties);
      if (this.#most > 1) {
        const [locksteps, ...rest] = this.#guess(state, name);
        this.#open.push({ ...entry, bound: sum(cost, [Math.max(1, locksteps), ...rest]), isLockstep: true });
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
    /** @type {Leg[]} */
    const legs = [];
    for (let leg = this.#legTo(state); leg; leg = this.#legTo(leg.before)) legs.push(leg);
    return { legs: legs.reverse(), cost: costOf(legs) };
  }

  /** @param {State} state */
  #legTo(state) {
    return this.#closed.get(nameOf(state))?.leg ?? null;
  }

  /** @param {State} state @param {Numbers} cost @param {Ties} ties */
  #expand(state, cost, ties) {
    state.forEach((from, component) => {
      for (const edge of this.#problem.edges(component, from)) {
        this.#go(state, [{ component, from, edge }], cost, ties);
      }
    });
  }

  /** @param {State} state @param {Numbers} cost @param {Ties} ties */
  #expandTogether(state, cost, ties) {
    const { moves } = this.#problem;
    const movable = state.flatMap((position, i) =>
      moves[i].canStop && this.#problem.edges(i, position).length ? [i] : [],
    );
    for (let count = 2; count <= this.#most; count++) {
      this.#together(state, movable, count, [], (moved) => this.#go(state, moved, cost, ties));
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

  /** @param {State} before @param {Moved[]} hop @param {Numbers} cost @param {Ties} ties */
  #go(before, hop, cost, ties) {
    const problem = this.#problem;
    const after = [...before];
    for (const { component, edge } of hop) after[component] = edge.to;
    const moved = hop.map(({ component }) => component);
    if (this.#closed.has(nameOf(after)) || !problem.states.allows(after, moved)) return;
    const isRolling = hop.length === 1 && hop[0].edge.isRolling;
    const leg = { moved, before, after, isRolling };
    this.#push(after, sum(cost, problem.numbers(hop)), problem.ties(hop, ties), leg);
  }

  /** @param {State} state @param {Numbers} cost @param {Ties} ties @param {Leg | null} leg */
  #push(state, cost, ties, leg) {
    const name = nameOf(state);
    const best = this.#best.get(name);
    if (best && (compare(best.cost, cost) || compare(best.ties, ties)) <= 0) return;
    const bound = sum(cost, this.#guess(state, name));
    if (bound.includes(Infinity)) return;
    this.#best.set(name, { cost, ties });
    this.#open.push({ bound, ties, isLockstep: false, state, name, cost, leg });
  }

  /** @param {State} state @param {string} name */
  #guess(state, name) {
    let found = this.#known.get(name);
    if (!found) {
      const { objective } = this.#problem;
      found = this.#estimates ? this.#estimates.of(state) : [0, ...inOrder(objective, 0, 0, 0)];
      this.#known.set(name, found);
    }
    return found;
  }
}

/** @param {State} state */
const nameOf = (state) => state.join();

/** @param {Entry} a @param {Entry} b */
const compareEntries = (a, b) =>
  compare(a.bound, b.bound) ||
  compare(a.ties, b.ties) ||
  Number(a.isLockstep) - Number(b.isLockstep) ||
  compare(a.state, b.state) ||
  compare(a.cost, b.cost);

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
