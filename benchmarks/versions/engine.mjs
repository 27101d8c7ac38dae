/** The browser engine beside npm's semver and compare-versions; run.py runs it and says how. */

import { compareVersions } from "compare-versions";
import npmSemver from "semver";

import { compare, getScheme } from "../../web/engine/index.js";

const TEXTS = 100_000;
const ROUNDS = 15;

let seed = 1;
const below = (/** @type {number} */ limit) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * limit);
};

const texts = Array.from({ length: TEXTS }, () => {
  const text = [12, 40, 200].map(below).join(".");
  return below(3) ? text : text + ["-beta.", "-rc.", "-alpha.1."][below(3)] + below(30);
});

/** @param {Record<string, () => unknown>} works */
function measure(works) {
  const times = Object.fromEntries(Object.keys(works).map((name) => [name, /** @type {number[]} */ ([])]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, work] of Object.entries(works)) {
      const start = performance.now();
      work();
      times[name].push((performance.now() - start) / 1000);
    }
  return Object.entries(times).map(([name, all]) => /** @type {const} */ ([name, all.sort((a, b) => a - b)[ROUNDS >> 1]]));
}

/** @param {string} what @param {(time: number) => string} write @param {Record<string, () => unknown>} works */
function report(what, write, works) {
  const [[, ours], ...peers] = measure(works);
  const ratios = peers.map(([peer, time]) => `${(time / ours).toFixed(1)}x ${peer}`).join(", ");
  console.log(`semver   ${what.padEnd(16)} ${write(ours).padStart(16)}   ${ratios}`);
}

const pairs = (/** @type {(a: string, b: string) => unknown} */ work) => () => {
  for (let place = 0; place < TEXTS; place += 2) work(texts[place], texts[place + 1]);
};
const scheme = getScheme("semver");

/** Sort by key: each text is read once. */
function sortByKey() {
  const keyed = texts.map((text) => ({ text, key: scheme?.parse(text)?.key ?? "" }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** The same for npm's semver, which can read each text once as well. */
function sortObjects() {
  return texts.map((text) => new npmSemver.SemVer(text)).sort((a, b) => a.compare(b));
}

console.log(`Browser engine on Node ${process.version}, median of ${ROUNDS}, ${TEXTS.toLocaleString("en")} versions`);
report("parse + compare", (time) => `${Math.round(TEXTS / 2 / time).toLocaleString("en")} pairs/s`, {
  ours: pairs((a, b) => compare("semver", a, b)),
  "npm semver": pairs((a, b) => npmSemver.compare(a, b)),
  "compare-versions": pairs((a, b) => compareVersions(a, b)),
});
report("sort", (time) => `${time.toFixed(3)} s`, {
  ours: sortByKey,
  "npm semver": sortObjects,
  "compare-versions": () => [...texts].sort(compareVersions),
});
