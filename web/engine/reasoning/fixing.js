// The nearest changes that make a set of versions work, as in mkdocs_compat/reasoning/fixing.py.

import { complement, intersect, unite } from "../ranges/version-set.js";
import { HIGHEST, LOWEST } from "../versions/keys.js";
import { firstOf, lastOf, length, nearest, releasesOf } from "./moving.js";
import { allowed } from "./opening.js";
import { ruleCuts } from "./link.js";
import { countBelow, hull, sorted } from "./pieces.js";
import { readAsked } from "./question.js";
import { rank, worst } from "./verdict.js";

/**
 * @typedef {import("./answer.js").Fix} Fix
 * @typedef {import("./answer.js").Move} Move
 * @typedef {import("./index.js").Index} Index
 * @typedef {import("./payload.js").Verdict} Verdict
 * @typedef {import("./pieces.js").Asked} Asked
 * @typedef {import("./rule-relation.js").Known} Known
 */

/**
 * Fewest components, fewest instances, the shortest moves (the longest of them first), upward
 * moves first; then the better verdict, then the order of the components. A list that another
 * one begins with is cheaper.
 * @typedef {(import("./lines.js").Count | Cost)[]} Cost
 */

/** @typedef {(asked: Asked[]) => Verdict | null} Judge Says what a set is worth. */

/**
 * Instances at other versions: those that move, as they are and as they will be; all as they will
 * be; what is achieved, and what it costs.
 * @typedef {{moved: [Asked, Asked][], after: Asked[], verdict: Verdict, cost: Cost}} Change
 */

/** @type {Verdict[]} */
export const WORKING = ["compatible", "partial"];

const MOST_FIXES = 3;
// How many versions above, and below, are tried for the first of two components that must move.
const MOST_TRIED = 8;
// How many cuts are looked at for them.
const MOST_CUTS = 4 * MOST_TRIED;

/**
 * Return the cheapest changes that make a set work, at most three. A change moves one component:
 * an instance, or the whole fleet to one version. Where no such change helps, two components move.
 * A set that works in part is only made compatible.
 * @param {Index} index
 * @param {Asked[]} asked
 * @returns {Fix[]}
 */
export function fixes(index, asked) {
  const now = index.verdict(asked);
  if (now === null || now === "compatible") return [];
  /** @type {Verdict[]} */
  const goal = now === "partial" ? ["compatible"] : WORKING;
  /** @type {Judge} */
  const judge = (after) => index.verdict(after);
  const components = componentsOf(asked);
  let found = components.flatMap((each) => singleChanges(index, asked, each, judge, goal));
  if (!found.length) {
    const failing = components.filter((each) => !isMet(verdictWith(index, asked, [each]), goal));
    found = failing.flatMap((component) =>
      components
        .filter((other) => other !== component)
        .flatMap((other) => doubleChanges(index, asked, [component, other], judge, goal)),
    );
  }
  /** @type {Map<string, Fix>} */
  const best = new Map();
  for (const change of found.sort(cheapestFirst)) {
    const way = wayOf(change);
    if (!best.has(way)) best.set(way, { moves: movesOf(change), verdict: change.verdict });
  }
  return [...best.values()].slice(0, MOST_FIXES);
}

/**
 * Return the nearest moves of one component after which the set is what is wanted.
 * @param {Index} index
 * @param {Asked[]} asked All instances.
 * @param {string} component Id of the component to move.
 * @param {Judge} judge
 * @param {Verdict[]} goal The verdicts that are wanted.
 * @returns {Change[]}
 */
export function singleChanges(index, asked, component, judge, goal) {
  const fleet = asked.filter((each) => each.component === component);
  const units = fleet.map((each) => [each]);
  if (fleet.length > 1) units.push(fleet);
  const known = knownOf(index, component);
  return units.flatMap((unit) => {
    const others = asked.filter((each) => !unit.includes(each));
    if (!isMet(judge(others), goal)) return [];
    const found = allowed(index, component, others);
    // A whole fleet beside nothing that it is related to: only it itself forbids anything.
    const own = found || unit.length < 2 ? [] : candidates(index, unit[0], unit);
    const order = known.scheme.compareCuts;
    const wanted = unite(goal.flatMap((verdict) => found?.get(verdict) ?? []), order);
    const near = [wanted, found?.get("compatible") ?? []].flatMap((versions) =>
      unit.flatMap((at) => nearest(known, versions, at)),
    );
    return [...new Set([...own, ...near])].flatMap((text) => helping(index, asked, [{ unit, text }], judge, goal) ?? []);
  });
}

/**
 * Return moves of two components after which the set is what is wanted; of the first, all.
 * @param {Index} index
 * @param {Asked[]} asked
 * @param {[first: string, second: string]} components
 * @param {Judge} judge
 * @param {Verdict[]} goal
 * @returns {Change[]}
 */
export function doubleChanges(index, asked, [first, second], judge, goal) {
  const fleet = asked.filter((each) => each.component === first);
  const rest = asked.filter((each) => each.component !== first);
  if (!isMet(judge(rest.filter((each) => each.component !== second)), goal)) return [];
  return candidates(index, fleet[0], rest).flatMap((text) => {
    const moved = movedTo(index, fleet, text);
    if (!moved.length) return [];
    return singleChanges(index, [...rest, ...moved], second, judge, goal).flatMap((change) => {
      const unit = change.moved.map(([was]) => was);
      const targets = [{ unit: fleet, text }, { unit, text: change.moved[0][1].text }];
      return helping(index, asked, targets, judge, goal) ?? [];
    });
  });
}

/**
 * Return the worst verdict among the pairs and groups that some components are part of.
 * @param {Index} index
 * @param {Asked[]} asked
 * @param {string[]} components
 */
export function verdictWith(index, asked, components) {
  const found = index.verdicts(asked, components);
  return found.length ? worst(found) : null;
}

/**
 * Tell whether a verdict is one of those that are wanted, or nothing is related.
 * @param {Verdict | null} verdict
 * @param {Verdict[]} goal
 */
export const isMet = (verdict, goal) => verdict === null || goal.includes(verdict);

/** @param {Asked[]} asked */
export const componentsOf = (asked) => [...new Set(asked.map(({ component }) => component))];

/** @param {Change} change @returns {Move[]} */
export const movesOf = ({ moved }) =>
  moved.map(([was, now]) => ({
    component: was.component,
    instance: was.instance,
    was: was.text,
    now: now.text,
  }));

/**
 * Return what moves, and whether up or down: of changes of one way only the cheapest is shown.
 * @param {Change} change
 */
const wayOf = ({ moved }) =>
  moved.map(([was, now]) => `${was.component} ${was.instance} ${isDown(was, now)}`).sort().join();

/** @param {Asked} was @param {Asked} now */
const isDown = (was, now) => was.scheme.compareCuts(hull(now)[0], hull(was)[0]) < 0;

/** @param {Change} one @param {Change} other */
export const cheapestFirst = (one, other) => compareCosts(one.cost, other.cost);

/** @param {Cost} one @param {Cost} other @returns {number} */
function compareCosts(one, other) {
  for (let at = 0; at < one.length && at < other.length; at++) {
    const [a, b] = [one[at], other[at]];
    const found = Array.isArray(a) && Array.isArray(b) ? compareCosts(a, b) : a < b ? -1 : a > b ? 1 : 0;
    if (found) return found;
  }
  return one.length - other.length;
}

/**
 * Return the change that moves instances, if it helps; lines are narrowed only where needed.
 * @param {Index} index
 * @param {Asked[]} asked
 * @param {{unit: Asked[], text: string}[]} targets
 * @param {Judge} judge
 * @param {Verdict[]} goal
 */
function helping(index, asked, targets, judge, goal) {
  const all = targets.flatMap(({ unit, text }) =>
    movedTo(index, unit, text).map((now, at) => /** @type {[Asked, Asked]} */ ([unit[at], now])),
  );
  const moved = all.filter(([was, now]) => !isSame(was, now));
  const away = moved.filter(([was, now]) => !isWithin(now, was));
  const change = away.length < moved.length ? changeOf(index, asked, away, judge) : null;
  const found = change && goal.includes(change.verdict) ? change : changeOf(index, asked, moved, judge);
  return found && goal.includes(found.verdict) ? found : null;
}

/**
 * @param {Index} index
 * @param {Asked[]} asked
 * @param {[Asked, Asked][]} moved
 * @param {Judge} judge
 * @returns {Change | null}
 */
function changeOf(index, asked, moved, judge) {
  if (!moved.length) return null;
  const replaced = new Map(moved);
  const after = asked.map((each) => replaced.get(each) ?? each);
  const verdict = judge(after);
  if (verdict === null) return null;
  const order = [...index.components.keys()];
  const lengths = moved.map(([was, now]) => length(was.scheme, was, now));
  const cost = [
    new Set(moved.map(([was]) => was.component)).size,
    moved.length,
    lengths.sort((one, other) => compareCosts(other, one)),
    moved.filter(([was, now]) => isDown(was, now)).length,
    rank(verdict),
    moved.map(([was]) => order.indexOf(was.component)),
  ];
  return { moved, after, verdict, cost };
}

/** @param {Asked} one @param {Asked} other */
function isSame({ versions, scheme }, { versions: others }) {
  const cuts = others.flat();
  return versions.length === others.length && versions.flat().every((cut, at) => !scheme.compareCuts(cut, cuts[at]));
}

/** @param {Asked} one @param {Asked} other */
const isWithin = ({ versions, scheme }, other) =>
  !intersect(versions, complement(other.versions), scheme.compareCuts).length;

/** @param {Index} index @param {string} component */
const knownOf = (index, component) => /** @type {Known} */ (index.components.get(component));

/** @param {Index} index @param {Asked[]} unit @param {string} text @returns {Asked[]} */
const movedTo = (index, unit, text) =>
  unit.flatMap(({ component: id, scheme, instance }) => {
    const read = readAsked(knownOf(index, id).component, scheme, text, instance);
    return "message" in read ? [] : [read];
  });

/**
 * Return versions to try for a component, those nearest to an instance first.
 * @param {Index} index
 * @param {Asked} at
 * @param {Asked[]} others
 * @returns {string[]}
 */
function candidates(index, at, others) {
  const known = knownOf(index, at.component);
  const order = at.scheme.compareCuts;
  const [start, end] = hull(at);
  if (known.component.releases.length) {
    const found = releasesOf(known);
    const above = found.filter((each) => order(each.start, end) >= 0).slice(0, MOST_TRIED);
    const below = found.filter((each) => order(each.start, start) < 0).slice(-MOST_TRIED).reverse();
    return [...above, ...below].map(({ text }) => text);
  }
  const cuts = others.flatMap((other) => {
    const link = index.link(at.component, other.component);
    return link ? ruleCuts(link, other) : [];
  });
  // Only so many of a long table's cuts are looked at.
  const all = index.boundaries(at.component);
  const first = countBelow(all, start, order);
  const last = countBelow(all, end, order);
  const near = [...all.slice(Math.max(0, first - MOST_CUTS), first), ...all.slice(last, last + MOST_CUTS + 1)];
  const bounds = sorted([...near, ...cuts], order).filter((cut) => cut !== LOWEST && cut !== HIGHEST);
  const higher = bounds.filter((cut) => order(cut, end) > 0);
  const lower = bounds.filter((cut) => order(cut, start) < 0).reverse();
  return [
    ...between(end, higher, HIGHEST, (one, next) => firstOf(at.scheme, [one, next])),
    ...between(start, lower, LOWEST, (one, next) => lastOf(at.scheme, [next, one])),
  ];
}

/**
 * Return what the first intervals between cuts are called, of those that can be named.
 * @param {string} start
 * @param {string[]} cuts
 * @param {string} end
 * @param {(one: string, next: string) => string | null} name
 */
function between(start, cuts, end, name) {
  const all = [start, ...cuts.slice(0, MOST_CUTS)];
  if (cuts.length < MOST_CUTS && start !== end) all.push(end);
  /** @type {string[]} */
  const texts = [];
  for (let at = 1; at < all.length && texts.length < MOST_TRIED; at++) {
    const text = name(all[at - 1], all[at]);
    if (text) texts.push(text);
  }
  return texts;
}
