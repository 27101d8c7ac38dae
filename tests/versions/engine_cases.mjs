/**
 * What the browser engine makes of version texts: JSON on standard input, JSON on standard output.
 * In: {name, releases, pairs, written}. Out: for each pair of `pairs` the versions and their
 * order, for each of `written` what the two name in a table; test_engines_agree.py expects it.
 */

import { readFileSync } from "node:fs";

import { getScheme } from "../../web/engine/index.js";

/** @typedef {NonNullable<ReturnType<typeof getScheme>>} Scheme */

/** @param {Scheme} scheme @param {string} text */
function describe(scheme, text) {
  const version = scheme.parse(text);
  return version && [version.text, version.numbers, version.prerelease, version.build, version.key];
}

/** @param {Scheme} scheme @param {string} text @param {boolean} exact */
function describeExtent(scheme, text, exact) {
  const extent = scheme.extent(text, { exact });
  if (!extent) return null;
  const cuts = [extent.edge, extent.start, extent.end];
  const landmarks = cuts.map((cut) => {
    const { side, text, numbers, isPrerelease } = scheme.landmark(cut);
    return [side, text, numbers, isPrerelease];
  });
  return [extent.text, extent.numbers, extent.isLine, cuts, landmarks];
}

/** @param {Scheme} scheme @param {string} a @param {string} b */
function describeOrder(scheme, a, b) {
  const [one, other] = [scheme.parse(a), scheme.parse(b)];
  const order = one && other && [scheme.compare(one, other), scheme.level(one, other)];
  return [describe(scheme, a), describe(scheme, b), order];
}

/** @param {Scheme} scheme @param {string} a @param {string} b */
function describeExtents(scheme, a, b) {
  const cuts = [scheme.extent(a), scheme.extent(b)].flatMap((extent) =>
    extent ? [extent.edge, extent.start, extent.end] : []);
  const orders = cuts.map((cut) => cuts.map((other) => scheme.compareCuts(cut, other)));
  return [describeExtent(scheme, a, false), describeExtent(scheme, b, true), orders];
}

const { name, releases, pairs, written } = JSON.parse(readFileSync(0, "utf8"));
const scheme = getScheme(name, { releases });
if (!scheme) throw new Error(`no scheme ${name}`);
const orders = pairs.map((/** @type {[string, string]} */ [a, b]) => describeOrder(scheme, a, b));
const extents = written.map((/** @type {[string, string]} */ [a, b]) => describeExtents(scheme, a, b));
process.stdout.write(JSON.stringify({ orders, extents }));
