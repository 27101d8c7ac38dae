// An answer as the reader sees it.

import { withinPage } from "./address.js";
import { h } from "./dom.js";
import { verdictSymbol } from "./verdict-symbol.js";
import { FOR_SOME, VERDICT_MEANINGS, VERDICT_WORDS, list, named } from "./words.js";

/**
 * @typedef {import("../engine/reasoning/payload.js").Verdict} Verdict
 * @typedef {import("../engine/reasoning/answer.js").Answer} Answer
 * @typedef {import("../engine/reasoning/answer.js").Group} Group
 * @typedef {import("../engine/reasoning/answer.js").Member} Member
 * @typedef {import("../engine/reasoning/answer.js").Newer} Newer
 * @typedef {import("../engine/reasoning/answer.js").Pair} Pair
 * @typedef {import("../engine/reasoning/answer.js").Reason} Reason
 * @typedef {import("../engine/reasoning/answer.js").Split} Split
 */

const LONGEST_LIST = 5;
// Further pairs and groups are folded; the worst stand first.
const MOST_PARTS = 6;

/**
 * Build what stands above the advice: the verdict, its limits, and what it rests on.
 * @param {Verdict} verdict
 * @param {Answer} answer
 * @param {string[]} limits
 * @returns {HTMLElement[]}
 */
export function buildVerdict(verdict, answer, limits) {
  const isLarge = answer.pairs.length + answer.groups.length > 1;
  return [
    h(
      "div",
      { class: "compat-banner", "data-verdict": verdict },
      h(
        "p",
        { class: "compat-verdict" },
        verdictSymbol(verdict),
        h("strong", { class: "compat-verdict__word" }, VERDICT_WORDS[verdict]),
        " ",
        h("span", { class: "compat-verdict__meaning" }, meaning(verdict, answer)),
      ),
      ...limits.map((limit) => h("p", { class: "compat-limit" }, limit)),
    ),
    ...(isLarge && answer.clash.length ? [buildClash(answer.clash)] : []),
    ...buildNewer(answer.newer),
  ];
}

/**
 * Build the parts of an answer: its pairs and groups, with their reasons.
 * @param {Answer} answer
 */
export function buildParts({ pairs, groups }) {
  const isOnly = pairs.length + groups.length === 1;
  const items = [
    ...groups.map((group) => buildGroup(group, isOnly)),
    ...pairs.map((pair) => buildPair(pair, isOnly)),
  ];
  const rest = items.splice(MOST_PARTS);
  const shown = h("ul", { class: "compat-pairs" }, ...items);
  if (!rest.length) return [shown];
  const more = h(
    "details",
    { class: "compat-rest" },
    h("summary", {}, `${rest.length} more`),
    h("ul", { class: "compat-pairs" }, ...rest),
  );
  return [shown, more];
}

/**
 * Say what is newer than every release that the page knows.
 * @param {Newer[]} newer
 */
export function buildNewer(newer) {
  return newer.map(({ asked, newest }) =>
    h(
      "p",
      { class: "compat-newer" },
      `Newer than this page knows: ${named(asked)}. The newest release here is ${newest}.`,
    ),
  );
}

/**
 * @param {Verdict} verdict
 * @param {{pairs: Pair[]}} answer
 */
export function meaning(verdict, { pairs }) {
  const isSplit = pairs.some((pair) => pair.verdict === verdict && pair.split.length > 0);
  return isSplit ? FOR_SOME : VERDICT_MEANINGS[verdict];
}

/** @param {Verdict} verdict */
export function badge(verdict) {
  return h(
    "span",
    { class: "compat-badge", "data-verdict": verdict },
    verdictSymbol(verdict),
    ` ${VERDICT_WORDS[verdict].toLowerCase()}`,
  );
}

/** @param {Member[]} clash */
function buildClash(clash) {
  return h(
    "p",
    { class: "compat-clash" },
    "The smallest clash: ",
    h("strong", {}, list(clash.map(named))),
    ".",
  );
}

/**
 * @param {Pair} pair
 * @param {boolean} isOnly Whether the verdict above is this pair's.
 */
function buildPair({ a, b, verdict, reasons, split }, isOnly) {
  const parts = split.length ? [buildSplit(split, a, b)] : [];
  return buildPart(`${named(a)} with ${named(b)}`, verdict, reasons, isOnly, parts);
}

/**
 * @param {Group} group
 * @param {boolean} isOnly
 */
function buildGroup({ members, verdict, reasons }, isOnly) {
  return buildPart(`${list(members.map(named))} together`, verdict, reasons, isOnly, []);
}

/**
 * @param {string} head
 * @param {Verdict} verdict
 * @param {Reason[]} reasons
 * @param {boolean} isOnly
 * @param {HTMLElement[]} parts
 */
function buildPart(head, verdict, reasons, isOnly, parts) {
  return h(
    "li",
    { class: "compat-pair", "data-verdict": verdict },
    h("p", { class: "compat-pair__head" }, head, ...(isOnly ? [] : [" ", badge(verdict)])),
    ...parts,
    h("ul", { class: "compat-reasons" }, ...shortened(reasons.map(buildReason))),
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
    const given = versions.filter((each) => each !== null);
    const text = `${list(given.length ? given : ["All of these"], "with")}: `;
    return h("li", {}, text, ...(part.some ? ["for some of them "] : []), badge(part.verdict));
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
function buildReason({ sentence, notes, title, url, anchor, rule }) {
  const href = withinPage(url);
  const isNear = anchor && href.startsWith("#");
  const place = rule === null ? "See\u00a0the\u00a0cell" : "See\u00a0the\u00a0rule";
  const text = anchor ? place + (isNear ? "" : ` in “${title}”`) : `See “${title}”`;
  return h(
    "li",
    { class: "compat-reason" },
    `${sentence} `,
    h("a", { class: "compat-reason__link", href }, text),
    ...notes.map((note) => h("p", { class: "compat-reason__note" }, note)),
  );
}
