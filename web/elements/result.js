// An answer as the reader sees it.

import { withinPage } from "./address.js";
import { h } from "./dom.js";
import { verdictSymbol } from "./verdict-symbol.js";
import { FOR_SOME, VERDICT_MEANINGS, VERDICT_WORDS, list } from "./words.js";

/**
 * @typedef {import("../engine/reasoning/payload.js").Verdict} Verdict
 * @typedef {import("../engine/reasoning/answer.js").Answer} Answer
 * @typedef {import("../engine/reasoning/answer.js").Member} Member
 * @typedef {import("../engine/reasoning/answer.js").Pair} Pair
 * @typedef {import("../engine/reasoning/answer.js").Reason} Reason
 * @typedef {import("../engine/reasoning/answer.js").Split} Split
 */

const LONGEST_LIST = 5;

/**
 * Build the parts of an answer that has a verdict.
 * @param {Verdict} verdict
 * @param {Pair[]} pairs
 * @returns {HTMLElement[]}
 */
export function buildResult(verdict, pairs) {
  const isSplit = pairs.some((pair) => pair.verdict === verdict && pair.split.length > 0);
  return [
    h(
      "p",
      { class: "compat-verdict", "data-verdict": verdict },
      verdictSymbol(verdict),
      h("strong", { class: "compat-verdict__word" }, VERDICT_WORDS[verdict]),
      " ",
      h("span", { class: "compat-verdict__meaning" }, isSplit ? FOR_SOME : VERDICT_MEANINGS[verdict]),
    ),
    h("ul", { class: "compat-pairs" }, ...pairs.map((pair) => buildPair(pair, pairs.length === 1))),
  ];
}

/**
 * @param {Pair} pair
 * @param {boolean} isOnly Whether the verdict above is this pair's.
 */
function buildPair({ a, b, verdict, reasons, split }, isOnly) {
  return h(
    "li",
    { class: "compat-pair", "data-verdict": verdict },
    h(
      "p",
      { class: "compat-pair__head" },
      `${named(a)} with ${named(b)}`,
      ...(isOnly ? [] : [" ", badge(verdict)]),
    ),
    ...(split.length ? [buildSplit(split, a, b)] : []),
    h("ul", { class: "compat-reasons" }, ...shortened(reasons.map(buildReason))),
  );
}

/** @param {Member} member */
const named = ({ name, version }) => `${name}\u00a0${version}`;

/** @param {Verdict} verdict */
function badge(verdict) {
  return h(
    "span",
    { class: "compat-badge", "data-verdict": verdict },
    verdictSymbol(verdict),
    ` ${VERDICT_WORDS[verdict].toLowerCase()}`,
  );
}

/**
 * @param {Split[]} split
 * @param {Member} a
 * @param {Member} b
 */
function buildSplit(split, a, b) {
  const items = split.map((part) => {
    const versions = [part.a && `${a.name} ${part.a}`, part.b && `${b.name} ${part.b}`];
    return h("li", {}, `${list(versions.filter((each) => each !== null), "with")}: `, badge(part.verdict));
  });
  return h("ul", { class: "compat-split" }, ...shortened(items));
}

/**
 * Keep a long list short: only the question of a broad line has one.
 * @param {HTMLElement[]} items
 */
function shortened(items) {
  const rest = items.length - LONGEST_LIST;
  if (rest <= 0) return items;
  const text = `… and ${rest} more. Give fuller versions for a shorter list.`;
  return [...items.slice(0, LONGEST_LIST), h("li", { class: "compat-more" }, text)];
}

/** @param {Reason} reason */
function buildReason({ sentence, notes, title, url, anchor }) {
  const href = withinPage(url);
  const isNear = anchor && href.startsWith("#");
  const cell = "See\u00a0the\u00a0cell";
  const text = anchor ? cell + (isNear ? "" : ` in “${title}”`) : `See “${title}”`;
  return h(
    "li",
    { class: "compat-reason" },
    `${sentence} `,
    h("a", { class: "compat-reason__link", href }, text),
    ...notes.map((note) => h("p", { class: "compat-reason__note" }, note)),
  );
}
