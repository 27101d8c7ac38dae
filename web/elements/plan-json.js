// A plan for programs, as in mkdocs_compat/publishing/reports/plan_json.py.

import { spell } from "../engine/planning/permission.js";
import * as words from "./blocked-words.js";
import { membersOf } from "./planned.js";

/**
 * @typedef {import("../engine/reasoning/answer.js").Group} Group
 * @typedef {import("../engine/reasoning/answer.js").Pair} Pair
 * @typedef {import("../engine/reasoning/payload.js").Downgrade} Downgrade
 * @typedef {import("../engine/reasoning/payload.js").Gate} Gate
 * @typedef {import("../engine/reasoning/payload.js").Link} Link
 * @typedef {import("../engine/reasoning/payload.js").MaxHop} MaxHop
 * @typedef {import("../engine/reasoning/payload.js").Notice} Notice
 * @typedef {import("../engine/reasoning/payload.js").Place} Place
 * @typedef {import("../engine/reasoning/payload.js").Stop} Stop
 * @typedef {import("../engine/planning/plan.js").Hop} Hop
 * @typedef {import("../engine/planning/plan.js").Obstacle} Obstacle
 * @typedef {import("../engine/planning/plan.js").Permission} Permission
 * @typedef {import("../engine/planning/plan.js").Refusal} Refusal
 * @typedef {import("../engine/planning/plan.js").Step} Step
 * @typedef {import("./planned.js").Planned} Planned
 */

// What could colour a terminal or turn a text round is numbered.
const HIDDEN = /[^\P{C}\n]|[^\P{Z} ]/gu;

/**
 * Return a plan as JSON; whether there is one or not, it has the same keys.
 * @param {Planned} planned
 * @param {(url: string) => string} [resolve] Makes addresses of the page good everywhere.
 */
export function planJson(planned, resolve = (url) => url) {
  const text = JSON.stringify(new Writer(planned, resolve).data(), null, 2);
  return text.replace(HIDDEN, (sign) =>
    Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, "0")}`).join(""),
  );
}

class Writer {
  #planned;
  #resolve;

  /** @param {Planned} planned @param {(url: string) => string} resolve */
  constructor(planned, resolve) {
    this.#planned = planned;
    this.#resolve = resolve;
  }

  data() {
    const { product, result, answers } = this.#planned;
    const plan = result.kind === "plan" ? result : null;
    const blocked = result.kind === "blocked" ? result : null;
    return {
      product: product.id,
      found: plan !== null,
      objective: result.objective,
      start: result.start,
      target: result.target,
      hops: result.hops.map((hop, at) => this.#hop(hop, at + 1)),
      stops: plan ? plan.stops.map(({ hop, version, stop }) => ({ hop: hop + 1, version, ...this.#said(stop) })) : [],
      cost: plan && costOf(plan.cost),
      questions: result.questions.map(({ id, text }) => ({ id, text, answer: answers[id] ?? null })),
      outside: this.#parts(result.outside),
      nearest: plan?.nearest ?? null,
      wanted: this.#parts(blocked?.wanted ?? []),
      farthest: blocked?.farthest ?? null,
      obstacles: (blocked?.obstacles ?? []).map((each) => this.#obstacle(each)),
      permissions: (blocked?.permissions ?? []).map((each) => this.#permission(each)),
      visited: result.visited,
    };
  }

  /**
   * Return a hop; what belongs to a component that moves stands under its id.
   * @param {Hop} hop
   * @param {number} number
   */
  #hop(hop, number) {
    const { moves, beside, after } = hop;
    /** @template T @param {(move: Step) => T} told @returns {Record<string, T>} */
    const each = (told) => Object.fromEntries(moves.map((move) => [move.component, told(move)]));
    return {
      number,
      components: moves.map(({ component }) => component),
      from: each(({ was }) => was),
      to: each(({ now }) => now),
      naming: each(({ naming }) => naming),
      mode: hop.mode,
      optional: hop.isOptional,
      class: each(classOf),
      before: hop.before,
      state: beside ?? after,
      after,
      because: this.#parts(hop.because),
      otherwise: hop.otherwise.map((one) => this.#obstacle(one)),
      guide: each(({ guide }) => this.#link(guide)),
      rollback: each(({ change }) => change?.rollback ?? null),
      no_return: each(({ noReturn }) => noReturn.map((reason) => this.#said(reason))),
      breaking: moves.flatMap(({ breaking }) => breaking.map((one) => this.#notice(one))),
      tasks: moves.flatMap(({ tasks }) => tasks.map((one) => this.#notice(one))),
      waits: moves.flatMap(({ waits }) => waits.map((one) => this.#said(one))),
    };
  }

  /** @param {(Pair | Group)[]} parts */
  #parts(parts) {
    return parts.map((part) => ({
      members: membersOf(part),
      verdict: part.verdict,
      split: "split" in part ? part.split : [],
      reasons: part.reasons.map((reason) => ({ ...reason, url: this.#resolve(reason.url) })),
    }));
  }

  /** @param {Obstacle} obstacle */
  #obstacle({ component, was, now, refusals, because }) {
    const told = refusals.map((refusal) => this.#refusal(refusal));
    return { component, from: was, to: now, refusals: told, because: this.#parts(because) };
  }

  /** @param {Refusal} refusal */
  #refusal(refusal) {
    const { kind, said } = refusal;
    return { kind, sentence: words.refusal(refusal), said: said && this.#said(said) };
  }

  /** @param {Permission} permission */
  #permission(permission) {
    const { kind, component, stop, now } = permission;
    const sentence = words.permission(permission, this.#planned);
    return { kind, component, stop: stop && this.#said(stop), to: now, allow: spell(permission), sentence };
  }

  /**
   * Return what an author says about upgrading, with its place.
   * @param {Stop | MaxHop | Downgrade | Gate} said
   */
  #said(said) {
    return { component: said.component, ...this.#own(said), ...placeOf(said) };
  }

  /** @param {Stop | MaxHop | Downgrade | Gate} said */
  #own(said) {
    if ("distance" in said) return { most: `${said.distance.count} ${said.distance.level}` };
    if ("most" in said) return { most: said.most };
    if ("note" in said) return { at: said.at.text, note: said.note };
    const { at, before, question, reason, guide } = said;
    return { at: at.text, before: before?.text ?? null, question, reason, guide: this.#link(guide) };
  }

  /** @param {Notice} notice */
  #notice(notice) {
    const { component, at, audience, text, link } = notice;
    return { component, at: at.text, for: audience, text, link: this.#link(link), ...placeOf(notice) };
  }

  /** @param {Link | null} link */
  #link(link) {
    return link && { text: link.text, url: link.url === null ? null : this.#resolve(link.url) };
  }
}

/** @param {Step} move */
const classOf = ({ level, change, isUp }) => ({
  level,
  name: change?.name ?? null,
  risk: (isUp && change?.risk) || null,
  undone: !isUp,
});

/** @param {import("../engine/planning/plan.js").Cost} cost */
const costOf = ({ largest, locksteps, downtime, hops, jumps }) => ({
  largest_lockstep: largest,
  locksteps,
  downtime,
  hops,
  jumps,
});

/** @param {Place} place */
const placeOf = ({ path, line, column }) => ({ path, line, column });
