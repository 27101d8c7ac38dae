// Versions to move to: the nearest ones of a set, and how far away they are, as in
// mkdocs_compat/reasoning/moving.py.

import { write } from "../ranges/text.js";
import { has, intersect } from "../ranges/version-set.js";
import { HIGHEST, LOWEST, increment } from "../versions/keys.js";
import { numbering } from "./lines.js";
import { hull } from "./pieces.js";

/**
 * @typedef {import("../ranges/version-set.js").Interval} Interval
 * @typedef {import("../versions/scheme.js").Scheme} Scheme
 * @typedef {import("./lines.js").Count} Count
 * @typedef {import("./pieces.js").Asked} Asked
 * @typedef {import("./rule-relation.js").Known} Known
 */

/**
 * How far a move goes: the number that changes (0 for the last one), and by how much.
 * @typedef {[place: number, steps: Count]} Length
 */

const ARROW = "➜";

/**
 * Return the releases of a component, from the oldest on.
 * @param {Known} known
 */
export const releasesOf = ({ component, scheme }) =>
  component.releases.flatMap(({ version }) => {
    const extent = scheme.extent(version, { exact: true });
    return extent ? [{ text: version, start: extent.start, end: extent.end }] : [];
  });

/**
 * Return the newest version of a set in an instance, the nearest above it, and that below: releases
 * where the component lists them, otherwise a line where all of it is in the set.
 * @param {Known} known The component of the instance.
 * @param {Interval[]} versions The set.
 * @param {Asked} at The instance.
 * @returns {string[]}
 */
export function nearest(known, versions, at) {
  const { scheme } = known;
  const order = scheme.compareCuts;
  const [start, end] = hull(at);
  if (known.component.releases.length) {
    const inside = releasesOf(known).filter((each) => has(versions, each.start, order));
    const own = inside.filter((each) => has(at.versions, each.start, order)).slice(-1);
    const above = inside.filter((each) => order(each.start, end) >= 0).slice(0, 1);
    const below = inside.filter((each) => order(each.start, start) < 0).slice(-1);
    return [...own, ...above, ...below].map(({ text }) => text);
  }
  const higher = versions
    .filter(([, high]) => order(end, high) < 0)
    .map(([low, high]) => firstOf(scheme, [order(low, end) < 0 ? end : low, high]));
  const lower = versions
    .filter(([low]) => order(low, start) < 0)
    .map(([low, high]) => /** @type {Interval} */ ([low, order(start, high) < 0 ? start : high]))
    .map((interval) => lastOf(scheme, interval));
  const own = intersect(versions, at.versions, order).slice(-1).map((interval) => lastOf(scheme, interval));
  return [own[0], higher.find(Boolean), lower.reverse().find(Boolean)].flatMap((text) => text ?? []);
}

/**
 * Return the first line or release of an interval; null where none can be named.
 * @param {Scheme} scheme
 * @param {Interval} interval
 */
export function firstOf(scheme, interval) {
  if (interval[0] === LOWEST) return null;
  const mark = scheme.landmark(interval[0]);
  if (mark.isPrerelease || !mark.numbers.length) return inside(scheme, [mark.text], interval);
  let numbers = [...mark.numbers];
  while (numbers.length < scheme.full) numbers.push("0");
  if (mark.side === "above") {
    numbers = numbers.slice(0, scheme.full);
    numbers.push(increment(/** @type {string} */ (numbers.pop())));
  }
  const epoch = /^[^!]*!/.exec(mark.text)?.[0] ?? "";
  const texts = numbers.map((_, at) => epoch + numbers.slice(0, at + 1).join("."));
  return inside(scheme, texts.slice(Math.max(1, scheme.full - 1) - 1), interval);
}

/**
 * Return how far it is from one instance to another.
 * @param {Scheme} scheme
 * @param {Asked} was
 * @param {Asked} now
 * @returns {Length}
 */
export function length(scheme, was, now) {
  const numbered = numbering(scheme);
  const { low } = numbered.span(was.versions[0]);
  const { low: high } = numbered.span(now.versions[0]);
  const place = low.findIndex((number, at) => number !== high[at]);
  if (place < 0) return [0, 0n];
  const [less, more] = low[place] < high[place] ? [low[place], high[place]] : [high[place], low[place]];
  return [low.length - place, typeof less === "bigint" && typeof more === "bigint" ? more - less : Infinity];
}

/**
 * Return the last line or release of an interval, or the first one; null where none can be named.
 * @param {Scheme} scheme
 * @param {Interval} interval
 */
export function lastOf(scheme, interval) {
  if (interval[1] === HIGHEST) return firstOf(scheme, interval);
  const written = write({ inside: [interval], edge: [] }, scheme, ARROW);
  const last = /** @type {string} */ (written.replace(/^up to /, "").split(` ${ARROW} `).pop());
  return inside(scheme, [last], interval) ?? firstOf(scheme, interval);
}

/**
 * Return the first text that names versions of an interval and no others.
 * @param {Scheme} scheme
 * @param {string[]} texts
 * @param {Interval} interval
 */
function inside(scheme, texts, [lower, upper]) {
  const order = scheme.compareCuts;
  const fits = (/** @type {string} */ text) => {
    const named = scheme.extent(text);
    return named && order(named.start, lower) >= 0 && order(upper, named.end) >= 0;
  };
  return texts.find(fits) ?? null;
}
