// What one component may do by itself: stops, the largest hop, and the way back, as in
// mkdocs_compat/planning/moves.py.

import { Train } from "../reasoning/lines.js";
import { HIGHEST } from "../versions/keys.js";
import { bindingStops, fleetAt } from "./candidates.js";
import { LEVELS, isAbove, isBelow, isSameNode, levelBetween, listed } from "./node.js";

/**
 * @typedef {import("../reasoning/payload.js").Downgrade} Downgrade
 * @typedef {import("../reasoning/payload.js").Gate} Gate
 * @typedef {import("../reasoning/payload.js").MaxHop} MaxHop
 * @typedef {import("../reasoning/payload.js").Stop} Stop
 * @typedef {import("../reasoning/payload.js").Upgrade} Upgrade
 * @typedef {import("../versions/scheme.js").Level} Level
 * @typedef {import("./candidates.js").Track} Track
 * @typedef {import("./node.js").Node} Node
 * @typedef {import("./plan.js").Refusal} Refusal
 * @typedef {import("./request.js").Request} Request
 */

/**
 * A stop as cuts: from below `floor` nothing may go beyond `ceiling`.
 * @typedef {{floor: string, ceiling: string, stop: Stop}} Limit
 */

const COUNTED = { major: 1, minor: 2, patch: 3 };

/** The hops that one component may make. */
export class Moves {
  /** The stops that bind it, as cuts, in their author's order. @type {Limit[]} */
  #limits;
  /** @type {{maxHop: MaxHop, train: Train}[]} */
  #most;
  /** @type {Downgrade[]} */
  #downgrades;
  /** @type {Gate[]} */
  #finals;

  /**
   * Take what the author says, as far as the request does not lift it.
   * @param {Track} track
   * @param {Upgrade} upgrade
   * @param {Request} request
   */
  constructor(track, upgrade, { answers, lifted, noDowntime }) {
    const { id } = track;
    /** @param {{component: string}} each */
    const isOwn = ({ component }) => component === id;
    this.track = track;
    /** Whether its instances can be replaced one at a time. */
    this.canRoll = upgrade.rolling.includes(id);
    /** Whether it may be down. */
    this.canStop = !noDowntime.has(id);
    /** Its place in the author's order, which is turned for a component that goes down. */
    this.place = placeOf(track, upgrade.order);
    this.#limits = limitsOf(bindingStops(upgrade.stops.filter(isOwn), answers, lifted.stops));
    const limited = lifted.maxHops.has(id) ? [] : upgrade.max_hops.filter(isOwn);
    this.#most = limited.map((maxHop) => ({ maxHop, train: trainOf(track, COUNTED[maxHop.distance.level]) }));
    const isFree = lifted.downgrades.has(id);
    this.#downgrades = isFree ? [] : upgrade.downgrades.filter(isOwn);
    this.#finals = isFree ? [] : upgrade.finalizes.filter(isOwn).filter(({ at }) => at.range.inside.length);
  }

  /**
   * Return what forbids a hop by itself, each thing once.
   * @param {number} position
   * @param {number} to
   * @returns {Refusal[]}
   */
  refusals(position, to) {
    const { track } = this;
    if (track.isStraight && to !== track.last) return [{ kind: "direction", said: null }];
    /** @type {Refusal[]} */
    const found = [];
    for (const place of fleetAt(track, position)) {
      if (!track.isStraight && place >= to) continue;
      for (const refusal of this.between(track.nodes[place], track.nodes[to])) {
        const isKnown = found.some(({ kind, said }) => kind === refusal.kind && said === refusal.said);
        if (!isKnown) found.push(refusal);
      }
    }
    return found;
  }

  /**
   * Return the positions to which a hop is permitted, the nearest first.
   * @param {number} position
   * @returns {number[]}
   */
  successors(position) {
    const { track } = this;
    const { isUp, last, nodes } = track;
    if (position === last) return [];
    /** @param {number} to */
    const isPermitted = (to) => !this.refusals(position, to).length;
    if (track.isStraight) return isPermitted(last) ? [last] : [];
    const before = nodes[position];
    const order = before.asked.scheme.compareCuts;
    const end = isUp ? this.#end(before) : HIGHEST;
    // Where nothing is said of jumps and the way back, and no instance is ahead, stops are all.
    const isFree = !this.#most.length && (isUp || !(this.#downgrades.length || this.#finals.length));
    const isPlain = isFree && fleetAt(track, position).length === 1;
    /** @type {number[]} */
    const found = [];
    for (let to = position + 1; to <= last; to++) {
      const after = nodes[to];
      // Whatever begins beyond a stop ends beyond it, and so does all that follows. Likewise for
      // what begins too many steps away.
      if ((isUp && order(after.low, end) >= 0) || this.#isTooFar(before, after)) break;
      const isWay = isUp ? isAbove : isBelow;
      if (isPlain ? isWay(after, before) && order(end, after.high) >= 0 : isPermitted(to)) found.push(to);
    }
    return found;
  }

  /**
   * Tell whether even the nearest version of a node is farther away than a hop may go.
   * @param {Node} before
   * @param {Node} after
   */
  #isTooFar(before, after) {
    const [low, high] = this.track.isUp ? [before, after] : [after, before];
    return this.#most.some(({ maxHop: { distance }, train }) => {
      const numbers = COUNTED[distance.level] + 1;
      const steps = train.steps(low.span.low.slice(0, numbers), high.span.low.slice(0, numbers));
      return steps !== null && steps > distance.count;
    });
  }

  /**
   * Return the cut at which the first stop ahead ends all hops.
   * @param {Node} before
   */
  #end({ low, asked: { scheme } }) {
    const order = scheme.compareCuts;
    const binding = this.#limits.filter(({ floor }) => order(low, floor) < 0);
    return binding.reduce((end, { ceiling }) => (order(ceiling, end) < 0 ? ceiling : end), HIGHEST);
  }

  /**
   * Return what forbids to go from one version to another by itself.
   * @param {Node} before
   * @param {Node} after
   * @returns {Refusal[]}
   */
  between(before, after) {
    if (isSameNode(before, after)) return [];
    const isUp = isAbove(after, before);
    if (!isUp && !isBelow(after, before)) return [{ kind: "direction", said: null }];
    const found = isUp ? this.#up(before, after) : this.#down(before, after);
    const [low, high] = isUp ? [before, after] : [after, before];
    for (const { maxHop, train } of this.#most) {
      const { count, level } = maxHop.distance;
      const numbers = COUNTED[level] + 1;
      const steps = train.steps(low.span.low.slice(0, numbers), high.span.high.slice(0, numbers));
      if (steps === null) found.push({ kind: "uncounted", said: maxHop });
      else if (steps > count) found.push({ kind: "max-hop", said: maxHop });
    }
    return found;
  }

  /**
   * @param {Node} before
   * @param {Node} after
   * @returns {Refusal[]}
   */
  #up({ low, asked: { scheme } }, { high }) {
    const order = scheme.compareCuts;
    const skipped = this.#limits.filter(({ floor, ceiling }) => order(low, floor) < 0 && order(ceiling, high) < 0);
    return skipped.map(({ stop }) => ({ kind: "stop", said: stop }));
  }

  /**
   * @param {Node} before
   * @param {Node} after
   * @returns {Refusal[]}
   */
  #down(before, after) {
    const level = levelBetween(this.track.known, before, after);
    const held = this.#downgrades.filter((each) => !isTakenBack(each, level));
    const crossed = this.#finals.filter((gate) => isCrossed(gate, after, before));
    return [
      ...held.map((said) => /** @type {Refusal} */ ({ kind: "downgrade", said })),
      ...crossed.map((said) => /** @type {Refusal} */ ({ kind: "final", said })),
    ];
  }
}

/**
 * Return stops as cuts; a stop that names no versions binds nothing.
 * @param {readonly Stop[]} stops
 * @returns {Limit[]}
 */
export function limitsOf(stops) {
  return stops.flatMap((stop) => {
    const { inside } = stop.at.range;
    if (!inside.length) return [];
    const ceiling = stop.before?.range.inside[0]?.[0] ?? inside[inside.length - 1][1];
    return [{ floor: inside[0][0], ceiling, stop }];
  });
}

/**
 * Tell whether a change of some level may be taken back.
 * @param {Downgrade} downgrade
 * @param {Level} level
 */
export const isTakenBack = ({ most }, level) =>
  typeof most === "boolean" ? most : LEVELS.indexOf(level) >= LEVELS.indexOf(most);

/**
 * Tell whether a gate, or what comes with a release, lies above one version and not above another.
 * @param {{at: import("../reasoning/payload.js").Scope}} gate
 * @param {Node} below
 * @param {Node} above
 */
export function isCrossed({ at: { range } }, { low, asked: { scheme } }, { high }) {
  if (!range.inside.length) return false;
  const cut = range.inside[0][0];
  return scheme.compareCuts(low, cut) < 0 && scheme.compareCuts(cut, high) < 0;
}

/** @param {Track} track @param {string[][]} order */
function placeOf({ id, isUp }, order) {
  const place = order.findIndex((step) => step.includes(id));
  if (place < 0) return order.length;
  return isUp ? place : order.length - 1 - place;
}

/** @param {Track} track @param {number} count */
function trainOf({ known }, count) {
  const { numbered, releases } = listed(known);
  return new Train(releases.map(({ start, end }) => numbered.span([start, end]).low.slice(0, count + 1)));
}
