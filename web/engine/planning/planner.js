// Upgrade plans for one product, as in mkdocs_compat/planning/planner.py. This is what the outside
// calls.

import { Compatibility } from "../reasoning/compatibility.js";
import { Index } from "../reasoning/index.js";
import { readAsked } from "../reasoning/question.js";
import { farthest, permissions } from "./blocked.js";
import { makeTracks } from "./candidates.js";
import { Evidence } from "./evidence.js";
import { Explainer } from "./explain.js";
import { Moves } from "./moves.js";
import { compare } from "./costs.js";
import { Passing } from "./passing.js";
import { allow as granting, readPermissions } from "./permission.js";
import { isAstray, isRefused, straight, weight } from "./repairing.js";
import { readRequest, textsOf } from "./request.js";
import { Problem } from "./problem.js";
import { reach, search } from "./search.js";
import { States } from "./states.js";
import { Verdicts } from "./verdicts.js";

/**
 * @typedef {import("../reasoning/payload.js").Product} Product
 * @typedef {import("../reasoning/payload.js").Upgrade} Upgrade
 * @typedef {import("../reasoning/rule-relation.js").Known} Known
 * @typedef {import("./plan.js").Blocked} Blocked
 * @typedef {import("./plan.js").Plan} Plan
 * @typedef {import("./plan.js").Terms} Terms
 * @typedef {import("./plan.js").Unreadable} Unreadable
 * @typedef {import("./request.js").Request} Request
 * @typedef {import("./search.js").Way} Way
 */

/** @type {Upgrade} */
const NOTHING_SAID = {
  stops: [],
  questions: [],
  guides: [],
  changes: [],
  order: [],
  max_hops: [],
  rolling: [],
  finalizes: [],
  waits: [],
  downgrades: [],
  breaking: [],
  tasks: [],
};

/** A product made ready for plans. */
export class Planner {
  /** @type {Set<string>} */
  #noDowntime;
  /** @type {Index} */
  #index;
  /** @type {Compatibility} */
  #compatibility;
  /** @type {Verdicts} */
  #verdicts;
  /** @type {Evidence} */
  #evidence;
  /** @type {Upgrade} */
  #upgrade;

  /**
   * @param {Product} product
   * @param {Iterable<string>} noDowntime Ids of components that may only move while they go on
   *   working.
   * @throws {Error} The product names a scheme or a component that there is not.
   */
  constructor(product, noDowntime = []) {
    this.product = product;
    this.#noDowntime = new Set(noDowntime);
    this.#index = new Index(product);
    this.#compatibility = new Compatibility(product);
    this.#verdicts = new Verdicts(this.#index);
    this.#evidence = new Evidence(this.#compatibility, this.#index);
    this.#upgrade = product.upgrade ?? NOTHING_SAID;
  }

  /**
   * Return the best plan, or why there is none.
   * @param {Record<string, readonly string[]>} start The versions in service by component id,
   *   several of one where they run side by side.
   * @param {Record<string, string>} target The version wanted by component id; components without
   *   one stay as they are.
   * @param {Terms} terms
   * @returns {Plan | Blocked | Unreadable}
   */
  plan(start, target, { answers = {}, objective = "downtime", accept = [], allow = [] } = {}) {
    const read = readRequest(this.#index, start, target, {
      answers,
      objective,
      accepted: accept,
      noDowntime: this.#noDowntime,
    });
    if (Array.isArray(read)) return { kind: "unreadable", problems: read };
    const allowed = allow.flatMap((text) => readPermissions(text, this.#upgrade.stops));
    const request = allowed.reduce((found, each) => granting(this.#index, found, each), read);
    const explainer = this.#explainer(request);
    const { states } = explainer.problem;
    if (!states.isAllowed(states.start)) return this.#outside(request, explainer);
    const { way, visited } = search(explainer.problem);
    if (way) return this.#planned(request, explainer, way, visited);
    return this.#blocked(request, explainer, explainer, visited);
  }

  /**
   * Plan from a start that is not allowed: by way of the one with the best plan.
   * @param {Request} request
   * @param {Explainer} explainer
   */
  #outside(request, explainer) {
    let visited = 0;
    /** @type {Explainer | null} */
    let nearest = null;
    /** @type {{key: number[], other: Explainer, way: Way}[]} */
    const ways = [];
    for (const other of this.#repairs(request, explainer)) {
      const found = search(other.problem);
      visited += found.visited;
      nearest ??= other;
      if (!found.way) continue;
      const bad = [isAstray, isRefused].map((check) => Number(check(request, other.request, explainer)));
      ways.push({ key: [...bad, ...weight(request, other.request, found.way.cost)], other, way: found.way });
    }
    if (!nearest || !ways.length) return this.#blocked(request, explainer, nearest, visited);
    const { other, way } = ways.reduce((a, b) => (compare(b.key, a.key) < 0 ? b : a));
    const elsewhere = other === nearest ? null : textsOf(nearest.request.starts);
    return this.#planned(request, other, way, visited, elsewhere);
  }

  /**
   * Return what explains the request from starts that are allowed: the nearest first, then those along
   * the way.
   * @param {Request} request
   * @param {Explainer} explainer
   */
  #repairs(request, explainer) {
    const fixes = this.#compatibility.fixes(textsOf(request.starts));
    const repaired = [...fixes.map(({ moves }) => this.#repaired(request, moves)), ...straight(request, explainer)];
    const texts = repaired.map(({ starts }) => JSON.stringify(textsOf(starts)));
    return repaired
      .filter((_, at) => texts.indexOf(texts[at]) === at)
      .map((each) => this.#explainer(each))
      .filter(({ problem: { states } }) => states.isAllowed(states.start));
  }

  /**
   * Return the request from where some moves lead.
   * @param {Request} request
   * @param {import("../reasoning/answer.js").Move[]} moves
   * @returns {Request}
   */
  #repaired(request, moves) {
    const starts = new Map([...request.starts].map(([id, instances]) => [id, [...instances]]));
    for (const { component: id, instance, now } of moves) {
      const known = /** @type {Known} */ (this.#index.components.get(id));
      const asked = readAsked(known.component, known.scheme, now, instance);
      const instances = starts.get(id);
      if (instances && !("message" in asked)) instances[instance] = asked;
    }
    return { ...request, starts };
  }

  /**
   * @param {Request} request
   * @param {Explainer} explainer That of the request, or of one from a start that is repaired.
   * @param {Way} way
   * @param {number} visited
   * @param {import("./plan.js").InService | null} nearest
   * @returns {Plan}
   */
  #planned(request, explainer, way, visited, nearest = null) {
    const passing = new Passing(this.#upgrade, explainer.binding());
    const repairs = explainer.request === request ? [] : [explainer.repair(request.starts, passing)];
    return {
      kind: "plan",
      start: textsOf(request.starts),
      target: explainer.inService(explainer.problem.states.target),
      objective: request.objective,
      hops: [...repairs, ...explainer.hops(way, passing)],
      stops: explainer.stops(way, repairs.length),
      questions: explainer.questions(),
      cost: way.cost,
      outside: repairs.length ? this.#against(request) : [],
      nearest,
      visited,
    };
  }

  /**
   * Say why there is no plan.
   * @param {Request} request What was wanted.
   * @param {Explainer} own That of the request.
   * @param {Explainer | null} nearest That of the request from the nearest start that is allowed.
   * @param {number} visited
   * @returns {Blocked}
   */
  #blocked(request, own, nearest, visited) {
    const explainer = nearest ?? own;
    const { problem } = explainer;
    const passing = new Passing(this.#upgrade, explainer.binding());
    let state = problem.states.start;
    /** @type {Blocked["hops"]} */
    let hops = [];
    if (nearest) {
      const reached = reach(problem);
      visited += reached.visited;
      state = farthest(problem, reached);
      const repairs = nearest.request === request ? [] : [explainer.repair(request.starts, passing)];
      hops = [...repairs, ...explainer.hops(reached.wayTo(state), passing)];
    }
    const { target } = problem.states;
    return {
      kind: "blocked",
      start: textsOf(request.starts),
      target: explainer.inService(target),
      objective: request.objective,
      hops,
      farthest: explainer.inService(state),
      obstacles: explainer.obstacles(state),
      permissions: permissions(explainer, (other) => this.#isSolved(other)),
      questions: explainer.questions(),
      outside: this.#against(request),
      wanted: this.#evidence.against(explainer.instances(target), request.accepted),
      visited,
    };
  }

  /** @param {Request} request */
  #isSolved(request) {
    const { problem } = this.#explainer(request);
    return problem.states.isAllowed(problem.states.start) && search(problem).way !== null;
  }

  /** @param {Request} request */
  #against({ starts, accepted }) {
    return this.#evidence.against([...starts.values()].flat(), accepted);
  }

  /** @param {Request} request */
  #explainer(request) {
    const upgrade = this.#upgrade;
    const tracks = makeTracks(this.#index, request, upgrade.stops, upgrade.max_hops);
    const states = new States(this.#verdicts, tracks, request.accepted);
    const moves = tracks.map((track) => new Moves(track, upgrade, request));
    const problem = new Problem(states, moves, request.objective);
    return new Explainer(this.#index, upgrade, request, problem, this.#evidence);
  }
}
