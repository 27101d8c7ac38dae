import assert from "node:assert/strict";
import { test } from "node:test";

import npmSemver from "semver";

import { compare } from "../../web/engine/index.js";

const COUNT = 20_000;

/** A generator of numbers in [0, 1) that one seed always makes the same. @param {number} seed */
const generator = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

const NUMBERS = ["0", "1", "2", "9", "10", "00", "01", "999999999999999"];
const LABELS = [...NUMBERS, "a", "A", "alpha", "rc", "-", "-1", "1-", "0a", "x-y", "a_b", "", "é"];

/** @param {() => number} random */
function version(random) {
  const pick = (/** @type {string[]} */ from) => from[Math.floor(random() * from.length)];
  const labels = () => Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(LABELS)).join(".");
  // What is mostly valid is tried more often than what never is.
  const number = () => pick(NUMBERS.slice(0, random() < 0.9 ? 5 : 8));
  const text = [number(), number(), number()].join(".");
  return text + (random() < 0.7 ? "-" + labels() : "") + (random() < 0.1 ? "+" + labels() : "");
}

for (const seed of [5, Number(process.env.COMPAT_SEED ?? 20261121)]) {
  test(`semver agrees with npm's on ${COUNT} pairs, seed ${seed}`, () => {
    const random = generator(seed);
    for (let count = 0; count < COUNT; count++) {
      const [a, b] = [version(random), version(random)];
      const isValid = npmSemver.valid(a) && npmSemver.valid(b);
      assert.equal(compare("semver", a, b), isValid ? npmSemver.compare(a, b) : null, `${a} and ${b}`);
    }
  });
}
