// The best way from one state to another: A* over all states, complete and exact, as in
// mkdocs_compat/planning/search.py.
//
// What a way costs is compared key by key. With the default objective: how many components the
// largest lockstep moves, locksteps, downtime, hops; then, hop by hop, how many candidates are left
// (so that intermediate versions are the latest), the author's order, and the product's order.

import { fleetAt } from "./candidates.js";
import { compare, inOrder, sum } from "./costs.js";
import { Heap } from "./heap.js";

/**
 * @typedef {import("./costs.js").Numbers} Numbers
 * @typedef {import("./moves.js").Moves} Moves
 * @typedef {import("./plan.js").Cost} Cost
 * @typedef {import("./plan.js").Objective} Objective
 * @typedef {import("./states.js").State} State
 * @typedef {import("./states.js").States} States
 */

/** @typedef {{to: number, isRolling: boolean}} Edge A hop of one component: where to, and whether it goes on working. */

/** @typedef {{component: number, from: number, edge: Edge}} Moved A component that moves, by its place among the tracks. */

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

/** @typedef {[left: number[], places: number[][], names: number[][]]} Ties Hop by hop: candidates left, places in the author's order, and what tells all hops apart. */

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

/** A search made ready. */
export class Problem {
  /** By component and position. @type {Edge[][][]} */
  #edges;
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
  }

  /**
   * Return the hops that a component may make by itself, others left aside.
   * @param {number} component
   * @param {number} position
   */
  edges(component, position) {
    return (this.#edges[component][position] ??= this.#findEdges(component, position));
  }

  /** @param {number} component @param {number} position @returns {Edge[]} */
  #findEdges(component, position) {
    const { states } = this;
    const moves = this.moves[component];
    return moves.successors(position).flatMap((to) => {
      if (!states.isFleet(component, fleetAt(moves.track, to))) return [];
      const isRolling = moves.canRoll && states.isBeside(component, position, to);
      return isRolling || moves.canStop ? [{ to, isRolling }] : [];
    });
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
    const none = inOrder(this.objective, 0, 0, 0);
    return (this.#alone ??= this.moves.map((_, component) =>
      this.#least(component, none.length, (steps, jump) => inOrder(this.objective, steps, 1, jump), least),
    ));
  }

  /** The same for each key by itself: downtime, hops, jumps. */
  get apart() {
    return (this.#apart ??= this.moves.map((_, component) =>
      this.#least(component, 3, (steps, jump) => [steps, 1, jump], leastOfEach),
    ));
  }

  /**
   * @param {number} component
   * @param {number} count How many keys there are.
   * @param {(downtime: number, jump: number) => Numbers} own What one hop costs.
   * @param {(a: Numbers, b: Numbers) => Numbers} choose
   */
  #least(component, count, own, choose) {
    const { last } = this.moves[component].track;
    /** @type {Numbers[]} */
    const costs = Array(last + 1).fill(Array(count).fill(Infinity));
    costs[last] = Array(count).fill(0);
    for (let position = last - 1; position >= 0; position--) {
      for (const { to, isRolling } of this.edges(component, position)) {
        const through = sum(own(Number(!isRolling), (to - position) ** 2), costs[to]);
        costs[position] = choose(costs[position], through);
      }
    }
    return costs;
  }

  /**
   * Return a lower bound of what it costs to go on from a state.
   * @param {State} state
   * @param {number} most How many components may move at once.
   * @returns {Numbers}
   */
  guess(state, most) {
    if (most === 1) {
      const none = inOrder(this.objective, 0, 0, 0);
      return [0, ...state.reduce((total, position, i) => sum(total, this.alone[i][position]), none)];
    }
    const found = state.map((position, i) => this.apart[i][position]);
    const total = found.reduce((a, b) => sum(a, b), [0, 0, 0]);
    const hops = Math.max(...found.map((each) => each[1]), Math.ceil(total[1] / most));
    return [0, ...inOrder(this.objective, total[0], hops, total[2])];
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
const leastOfEach = (a, b) => a.map((number, at) => Math.min(number, b[at]));

/**
 * Return the best way; several components move at once only where there is no other way.
 * @param {Problem} problem
 * @returns {Found}
 */
export function search(problem) {
  let visited = 0;
  if (problem.isHopeless()) return { way: null, visited };
  const stopping = problem.moves.filter(({ track, canStop }) => track.last && canStop);
  for (let most = 1; most === 1 || most <= stopping.length; most++) {
    const run = new Run(problem, most, false);
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
  const run = new Run(problem, 1, true);
  run.find();
  return { states: run.states(), wayTo: (state) => run.wayTo(state), visited: run.visited };
}

/** A* with at most so many components at once. */
class Run {
  visited = 0;
  /** By the name of the state. @type {Map<string, {state: State, leg: Leg | null}>} */
  #closed = new Map();
  /** @type {Map<string, {cost: Numbers, ties: Ties}>} */
  #best = new Map();
  /** @type {Map<string, Numbers>} */
  #guesses = new Map();
  /** @type {Heap<Entry>} */
  #open = new Heap(compareEntries);
  /** @type {Problem} */
  #problem;
  /** @type {number} */
  #most;
  /** @type {boolean} */
  #isExhaustive;

  /**
   * @param {Problem} problem
   * @param {number} most
   * @param {boolean} isExhaustive Whether to go on to all states that can be reached.
   */
  constructor(problem, most, isExhaustive) {
    this.#problem = problem;
    this.#most = most;
    this.#isExhaustive = isExhaustive;
  }

  /** Return the best way; null where there is none. */
  find() {
    const { start, target } = this.#problem.states;
    const goal = nameOf(target);
    const zero = this.#guess(start, nameOf(start)).map(() => 0);
    this.#push(start, zero, [[], [], []], null);
    for (let entry = this.#open.pop(); entry; entry = this.#open.pop()) {
      const { state, name, cost, ties } = entry;
      if (entry.isLockstep) {
        this.#expandTogether(state, cost, ties);
        continue;
      }
      if (this.#closed.has(name)) continue;
      this.#closed.set(name, { state, leg: entry.leg });
      this.visited++;
      if (name === goal && !this.#isExhaustive) return this.wayTo(state);
      this.#expand(state, cost, ties);
      if (this.#most > 1) {
        const [locksteps, ...rest] = sum(cost, this.#guess(state, name));
        this.#open.push({ ...entry, bound: [locksteps + 1, ...rest], isLockstep: true });
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
    const guess = this.#guess(state, name);
    if (!this.#isExhaustive && guess.includes(Infinity)) return;
    const best = this.#best.get(name);
    if (best && (compare(best.cost, cost) || compare(best.ties, ties)) <= 0) return;
    this.#best.set(name, { cost, ties });
    const bound = this.#isExhaustive ? cost : sum(cost, guess);
    this.#open.push({ bound, ties, isLockstep: false, state, name, cost, leg });
  }

  /** @param {State} state @param {string} name */
  #guess(state, name) {
    const guess = this.#guesses.get(name) ?? this.#problem.guess(state, this.#most);
    this.#guesses.set(name, guess);
    return guess;
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
