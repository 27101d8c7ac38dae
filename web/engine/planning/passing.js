// What the author says about a hop: its class, its guide, what comes with the versions passed, as
// in mkdocs_compat/planning/passing.py.

import { complement, has, intersect } from "../ranges/version-set.js";
import { isCrossed, isTakenBack, limitsOf } from "./moves.js";
import { LEVELS, isAbove, levelBetween } from "./node.js";

/**
 * @typedef {import("../reasoning/payload.js").Change} Change
 * @typedef {import("../reasoning/payload.js").Gate} Gate
 * @typedef {import("../reasoning/payload.js").Notice} Notice
 * @typedef {import("../reasoning/payload.js").Scope} Scope
 * @typedef {import("../reasoning/payload.js").Stop} Stop
 * @typedef {import("../reasoning/payload.js").Upgrade} Upgrade
 * @typedef {import("../reasoning/rule-relation.js").Known} Known
 * @typedef {import("../versions/scheme.js").Level} Level
 * @typedef {import("./node.js").Node} Node
 * @typedef {import("./plan.js").Step} Step
 */

/** Tells of each hop what is passed; what an earlier hop told is not told again. */
export class Passing {
  /** @type {Upgrade} */
  #upgrade;
  /** @type {readonly Stop[]} */
  #stops;
  /** @type {Set<Notice | Gate>} */
  #told = new Set();

  /**
   * @param {Upgrade} upgrade
   * @param {readonly Stop[]} stops Those that count.
   */
  constructor(upgrade, stops) {
    this.#upgrade = upgrade;
    this.#stops = stops;
  }

  /**
   * Return a move with all that belongs to it.
   * @param {Known} known The component.
   * @param {Node[]} left The versions that are left, from the least advanced one on.
   * @param {Node} reached
   * @param {Step["naming"]} naming What that version is.
   * @returns {Step}
   */
  move(known, left, reached, naming) {
    const levels = left.map((node) => LEVELS.indexOf(levelBetween(known, node, reached)));
    const level = LEVELS[Math.min(...levels)];
    const isUp = left.some((node) => isAbove(reached, node));
    const { id } = known.component;
    const upgrade = this.#upgrade;
    const [first] = left;
    const [below, above] = isUp ? [first, reached] : [reached, first];
    return {
      component: id,
      was: left.map(({ asked }) => asked.text),
      now: reached.asked.text,
      naming,
      isUp,
      level,
      change: changeOf(upgrade, id, level, below, above),
      guide: this.#guide(id, first, reached, isUp),
      breaking: this.#passed(upgrade.breaking, id, first, reached),
      tasks: this.#passed(upgrade.tasks, id, first, reached),
      waits: this.#passed(upgrade.waits, id, first, reached),
      noReturn: this.#noReturn(id, below, above, level),
    };
  }

  /**
   * Return the guide of the stop left, for the version left, or of the stop reached.
   * @param {string} id
   * @param {Node} left
   * @param {Node} reached
   * @param {boolean} isUp
   */
  #guide(id, left, reached, isUp) {
    const order = left.asked.scheme.compareCuts;
    const own = this.#stops.filter(({ component, guide }) => component === id && guide);
    const limits = isUp ? limitsOf(own) : [];
    const ways = [isUp ? "up" : "down", "both"];
    const isBehind = (/** @type {string} */ ceiling) => order(ceiling, reached.high) < 0;
    const leaving = limits.find(
      ({ floor, ceiling }) => order(left.low, floor) >= 0 && order(ceiling, left.high) >= 0 && isBehind(ceiling),
    );
    const starting = this.#upgrade.guides.find(
      ({ component, direction, start }) =>
        component === id && ways.includes(direction) && has(start.range.inside, left.low, order),
    );
    const arriving = limits.find(({ floor }) => order(left.low, floor) < 0 && order(floor, reached.high) < 0);
    return leaving?.stop.guide ?? starting?.guide ?? arriving?.stop.guide ?? null;
  }

  /**
   * Return what comes with the versions passed and was not told yet, in their order.
   * @template {Notice | Gate} Item
   * @param {readonly Item[]} items
   * @param {string} id
   * @param {Node} left
   * @param {Node} reached
   * @returns {Item[]}
   */
  #passed(items, id, left, reached) {
    const order = left.asked.scheme.compareCuts;
    const found = items.filter(
      (item) => item.component === id && isCrossed(item, left, reached) && !this.#told.has(item),
    );
    for (const item of found) this.#told.add(item);
    return found.sort((a, b) => order(a.at.range.inside[0][0], b.at.range.inside[0][0]));
  }

  /** @param {string} id @param {Node} below @param {Node} above @param {Level} level */
  #noReturn(id, below, above, level) {
    const { finalizes, downgrades } = this.#upgrade;
    return [
      ...finalizes.filter((gate) => gate.component === id && isCrossed(gate, below, above)),
      ...downgrades.filter((each) => each.component === id && !isTakenBack(each, level)),
    ];
  }
}

/**
 * Return the first class of change that fits an upgrade, or the one that is taken back.
 * @param {Upgrade} upgrade
 * @param {string} id
 * @param {Level} level
 * @param {Node} below The lower version.
 * @param {Node} above The higher one.
 * @returns {Change | null}
 */
function changeOf({ changes }, id, level, below, above) {
  const own = changes.filter((change) => change.component === id && change.level === level);
  return own.find(({ start, when }) => isIn(start, below) && isIn(when, above)) ?? null;
}

/** @param {Scope | null} scope @param {Node} node */
const isIn = (scope, { asked: { versions, scheme } }) =>
  !scope || !intersect(versions, complement(scope.range.inside), scheme.compareCuts).length;
