// Ways turned into hops that say what they do, what allows them, and what else must be known, as in
// mkdocs_compat/planning/explain.py.

import { isRelease } from "../reasoning/pieces.js";
import { rank } from "../reasoning/verdict.js";
import { bindingStops, fleetAt } from "./candidates.js";
import { limitsOf } from "./moves.js";
import { isSpelled } from "./named.js";
import { isSameNode, makeNode } from "./node.js";
import { textsOf } from "./request.js";

/**
 * @typedef {import("../reasoning/index.js").Index} Index
 * @typedef {import("../reasoning/payload.js").Stop} Stop
 * @typedef {import("../reasoning/payload.js").Upgrade} Upgrade
 * @typedef {import("../reasoning/pieces.js").Asked} Asked
 * @typedef {import("../reasoning/rule-relation.js").Known} Known
 * @typedef {import("./evidence.js").Evidence} Evidence
 * @typedef {import("./passing.js").Passing} Passing
 * @typedef {import("./plan.js").Hop} Hop
 * @typedef {import("./plan.js").InService} InService
 * @typedef {import("./plan.js").Obstacle} Obstacle
 * @typedef {import("./plan.js").Refusal} Refusal
 * @typedef {import("./plan.js").Step} Step
 * @typedef {import("./plan.js").StopPassed} StopPassed
 * @typedef {import("./request.js").Request} Request
 * @typedef {import("./search.js").Leg} Leg
 * @typedef {import("./problem.js").Problem} Problem
 * @typedef {import("./search.js").Way} Way
 * @typedef {import("./states.js").State} State
 */

/** Explains the ways of one request. */
export class Explainer {
  /**
   * @param {Index} index
   * @param {Upgrade} upgrade What the product's author says about upgrading.
   * @param {Request} request
   * @param {Problem} problem The search of which the ways are.
   * @param {Evidence} evidence
   */
  constructor(index, upgrade, request, problem, evidence) {
    this.index = index;
    this.upgrade = upgrade;
    this.request = request;
    this.problem = problem;
    this.evidence = evidence;
  }

  /**
   * Return the versions in service in a state.
   * @param {State} state
   * @returns {InService}
   */
  inService(state) {
    const { moves, states } = this.problem;
    return Object.fromEntries(
      moves.map(({ track }, i) => [track.id, states.nodes(i, state[i]).map(({ asked }) => asked.text)]),
    );
  }

  /**
   * Return the versions in service in a state, as they can be asked about.
   * @param {State} state
   * @param {number | null} component One that has another version beside them.
   * @param {number} to That version's position.
   * @returns {Asked[]}
   */
  instances(state, component = null, to = 0) {
    const { moves, states } = this.problem;
    return state.flatMap((position, i) => {
      const { track } = moves[i];
      const found = states.nodes(i, position);
      const isMissing = i === component && !fleetAt(track, position).includes(to);
      return (isMissing ? [...found, track.nodes[to]] : found).map(({ asked }) => asked);
    });
  }

  /**
   * Return the hops of a way.
   * @param {Way} way
   * @param {Passing} passing Tells what each hop passes.
   * @returns {Hop[]}
   */
  hops({ legs }, passing) {
    const moving = new Set(legs.flatMap(({ moved }) => moved));
    return legs.map((leg, number) => {
      const isOptional = moving.size > 1 && this.#isOptional(legs.slice(number + 1), leg);
      return this.#hop(leg, passing, isOptional);
    });
  }

  /**
   * Return the required stops that a way passes.
   * @param {Way} way
   * @param {number} before How many hops of the plan come before it.
   * @returns {StopPassed[]}
   */
  stops({ legs }, before) {
    const stops = this.binding();
    return legs.flatMap((leg, number) =>
      leg.moved.flatMap((i) => {
        const { id, isUp, known, nodes, last } = this.problem.moves[i].track;
        const order = known.scheme.compareCuts;
        const [left, reached] = [nodes[leg.before[i]], nodes[leg.after[i]]];
        const limits = isUp ? limitsOf(stops.filter(({ component }) => component === id)) : [];
        return limits
          .filter(({ floor }) => order(left.low, floor) < 0 && order(reached.low, floor) >= 0)
          .filter(({ ceiling }) => order(ceiling, nodes[last].high) < 0)
          .map(({ stop }) => ({ stop, hop: number + before, version: reached.asked.text }));
      }),
    );
  }

  /** Return the stops that count. */
  binding() {
    return bindingStops(this.upgrade.stops, this.request.answers, this.request.lifted.stops);
  }

  /** Return the questions on which stops depend that lie between the start and the target. */
  questions() {
    const asked = this.crossed().map(({ question }) => question);
    return this.upgrade.questions.filter(({ id }) => asked.includes(id));
  }

  /**
   * Return the stops between the start and the target, whether they count or not.
   * @returns {Stop[]}
   */
  crossed() {
    return this.problem.moves.flatMap(({ track: { id, isUp, known, nodes, last } }) => {
      if (!last || !isUp) return [];
      const order = known.scheme.compareCuts;
      return limitsOf(this.upgrade.stops.filter(({ component }) => component === id))
        .filter(({ floor }) => order(nodes[0].low, floor) < 0)
        .filter(({ ceiling }) => order(ceiling, nodes[last].high) < 0)
        .map(({ stop }) => stop);
    });
  }

  /**
   * Return the hop that leads from versions that are not allowed to the request's start.
   * @param {ReadonlyMap<string, Asked[]>} starts
   * @param {Passing} passing
   * @returns {Hop}
   */
  repair(starts, passing) {
    /** @type {Step[]} */
    const moves = [];
    /** @type {Obstacle[]} */
    const otherwise = [];
    const tracks = new Map(this.problem.moves.map((each) => [each.track.id, each]));
    for (const [id, instances] of this.request.starts) {
      const known = /** @type {Known} */ (this.index.components.get(id));
      const was = starts.get(id) ?? [];
      const changed = instances.flatMap((now, at) => (was[at].text === now.text ? [] : [{ was: was[at], now }]));
      for (const text of new Set(changed.map(({ now }) => now.text))) {
        const own = changed.filter(({ now }) => now.text === text);
        const left = new Map(own.map((each) => [each.was.text, makeNode(known, each.was)]));
        const node = makeNode(known, own[0].now);
        const given = was.map((each) => each.text);
        moves.push(passing.move(known, [...left.values()], node, this.#naming(id, node, given)));
        const refusals = [...left.values()].flatMap((each) => tracks.get(id)?.between(each, node) ?? []);
        const once = refusals.filter(
          ({ kind, said }, at) => refusals.findIndex((each) => each.kind === kind && each.said === said) === at,
        );
        if (once.length) otherwise.push({ component: id, was: [...left.keys()], now: text, refusals: once, because: [] });
      }
    }
    const every = [...this.request.starts.values()].flatMap(
      (instances) => [...new Map(instances.map((asked) => [asked.text, asked])).values()],
    );
    return {
      moves,
      mode: "repair",
      before: textsOf(starts),
      beside: null,
      after: textsOf(this.request.starts),
      because: this.evidence.of(every),
      otherwise,
      isOptional: false,
    };
  }

  /**
   * Return what forbids the next hops of each component that is not where it is wanted: to the
   * nearest version, and to the target.
   * @param {State} state
   */
  obstacles(state) {
    return this.problem.moves.flatMap(({ track: { last } }, i) => {
      /** @type {Obstacle | null} */
      let first = null;
      let to = state[i];
      while (!first && to < last) first = this.obstacle(state, i, ++to);
      /** @type {Obstacle | null} */
      let farthest = null;
      for (let end = last; !farthest && end > to; end--) farthest = this.obstacle(state, i, end);
      return [first, farthest].flatMap((each) => each ?? []);
    });
  }

  /**
   * Return why a component cannot go somewhere by itself; null where it can.
   * @param {State} state
   * @param {number} component
   * @param {number} to
   * @returns {Obstacle | null}
   */
  obstacle(state, component, to) {
    const { accepted } = this.request;
    const { track } = this.problem.moves[component];
    const after = state.map((position, i) => (i === component ? to : position));
    /** @type {Refusal[]} */
    let refusals = this.problem.moves[component].refusals(state[component], to);
    let because = this.evidence.against(this.instances(after), accepted);
    if (!refusals.length && !because.length) {
      if (this.problem.edges(component, state[component]).some((edge) => edge.to === to)) return null;
      refusals = [{ kind: "downtime", said: null }];
      because = this.evidence.against(this.#beside(state, component, to), accepted);
    }
    const was = this.#left(component, state[component], to).map(({ asked }) => asked.text);
    return { component: track.id, was, now: track.nodes[to].asked.text, refusals, because };
  }

  /**
   * @param {Leg} leg
   * @param {Passing} passing
   * @param {boolean} isOptional
   * @returns {Hop}
   */
  #hop(leg, passing, isOptional) {
    const moves = leg.moved.map((i) => {
      const { known, nodes } = this.problem.moves[i].track;
      const to = leg.after[i];
      return passing.move(known, this.#left(i, leg.before[i], to), nodes[to], this.#reached(i, to));
    });
    const before = this.inService(leg.before);
    const [i] = leg.moved;
    const [{ component, now }] = moves;
    const beside = { ...before, [component]: [...new Set([...before[component], now])] };
    return {
      moves,
      mode: leg.isRolling ? "rolling" : moves.length > 1 ? "lockstep" : this.#unrolled(leg),
      before,
      beside: leg.isRolling ? beside : null,
      after: this.inService(leg.after),
      because: this.evidence.of(
        leg.isRolling ? this.instances(leg.before, i, leg.after[i]) : this.instances(leg.after),
      ),
      otherwise: this.#otherwise(leg),
      isOptional,
    };
  }

  /** @param {Leg} leg @returns {Obstacle[]} */
  #otherwise({ moved, before, after, isRolling }) {
    if (isRolling) return [];
    if (moved.length > 1) return moved.flatMap((i) => this.obstacle(before, i, after[i]) ?? []);
    const [i] = moved;
    const { id, nodes } = this.problem.moves[i].track;
    if (this.#unrolled({ moved, before, after }) === "in-one-go") return [];
    const because = this.evidence.against(this.#beside(before, i, after[i]), this.request.accepted);
    const was = this.#left(i, before[i], after[i]).map(({ asked }) => asked.text);
    return [{ component: id, was, now: nodes[after[i]].asked.text, refusals: [], because }];
  }

  /**
   * Return how one component goes that does not roll.
   * @param {Pick<Leg, "moved" | "before" | "after">} leg
   */
  #unrolled({ moved: [i], before, after }) {
    return this.problem.states.isBeside(i, before[i], after[i]) ? "in-one-go" : "downtime";
  }

  /**
   * Tell whether no later state would be any worse without a hop.
   * @param {Leg[]} later
   * @param {Leg} leg
   */
  #isOptional(later, leg) {
    const { moved, before } = leg;
    const [i] = moved;
    if (moved.length > 1 || later.some((each) => each.moved.length > 1 && each.moved.includes(i))) return false;
    const states = [leg, ...later].map(({ after }) => after);
    const without = states.map((state) => state.map((position, at) => (at === i ? before[i] : position)));
    if (!without.every((state) => this.problem.states.isAllowed(state))) return false;
    return !without.some((state, at) => this.#isWorse(state, states[at]));
  }

  /**
   * Tell whether the verdict of a state is worse than that of another one.
   * @param {State} state
   * @param {State} other
   */
  #isWorse(state, other) {
    const own = this.#rank(state);
    return own > 0 && own > this.#rank(other);
  }

  /**
   * Return how bad the verdict of a state is.
   * @param {State} state
   */
  #rank(state) {
    const verdict = this.index.verdict(this.instances(state));
    return verdict ? rank(verdict) : 0;
  }

  /**
   * Return what the version at a position is.
   * @param {number} component
   * @param {number} position
   */
  #reached(component, position) {
    const { id, last, nodes, starts } = this.problem.moves[component].track;
    const given = [...starts, last].map((place) => nodes[place].asked.text);
    return this.#naming(id, nodes[position], given);
  }

  /**
   * Return what a version is; the reader names those that are given.
   * @param {string} id
   * @param {import("./node.js").Node} node
   * @param {string[]} given
   * @returns {Step["naming"]}
   */
  #naming(id, { asked: { text, versions } }, given) {
    if (this.index.components.get(id)?.component.releases.length || given.includes(text)) return "release";
    if (versions.length > 1 || !isRelease(versions[0])) return "line";
    return isSpelled(this.index, this.upgrade.stops, id, text) ? "release" : "counted";
  }

  /**
   * Return the versions that a hop leaves.
   * @param {number} component
   * @param {number} position
   * @param {number} to
   */
  #left(component, position, to) {
    const { track } = this.problem.moves[component];
    return fleetAt(track, position)
      .filter((at) => track.isStraight || at < to)
      .map((at) => track.nodes[at])
      .filter((node) => !isSameNode(node, track.nodes[to]));
  }

  /**
   * Return the versions of one component that would run side by side.
   * @param {State} state
   * @param {number} component
   * @param {number} to
   */
  #beside(state, component, to) {
    const { id } = this.problem.moves[component].track;
    return this.instances(state, component, to).filter((asked) => asked.component === id);
  }
}
