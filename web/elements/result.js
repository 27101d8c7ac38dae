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
 * Build the parts of an answer: its pairs and groups, with their reasons. What works is folded
 * where something else does not, and so is what makes a long list.
 * @param {Verdict} verdict
 * @param {Answer} answer
 */
export function buildParts(verdict, { pairs, groups }) {
  const isOnly = pairs.length + groups.length === 1;
  const parts = [
    ...groups.map((group) => ({ verdict: group.verdict, item: buildGroup(group, isOnly) })),
    ...pairs.map((pair) => ({ verdict: pair.verdict, item: buildPair(pair, isOnly) })),
  ];
  const isTold = (/** @type {{verdict: Verdict}} */ part) =>
    verdict === "compatible" || part.verdict !== "compatible";
  const told = parts.filter(isTold);
  // Folding one alone would save nothing.
  const rest = told.length > MOST_PARTS + 1 ? told.splice(MOST_PARTS) : [];
  return [
    buildList(told),
    ...buildFolded(rest, "more", "more"),
    ...buildFolded(
      parts.filter((part) => !isTold(part)),
      "other is compatible",
      "others are compatible",
    ),
  ];
}

/** @param {{item: HTMLElement}[]} parts */
const buildList = (parts) => h("ul", { class: "compat-pairs" }, ...parts.map(({ item }) => item));

/**
 * @param {{item: HTMLElement}[]} parts
 * @param {string} one What follows the number 1.
 * @param {string} several
 */
function buildFolded(parts, one, several) {
  if (!parts.length) return [];
  const summary = h("summary", {}, `${parts.length} ${parts.length === 1 ? one : several}`);
  return [h("details", { class: "compat-rest" }, summary, buildList(parts))];
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
 * Say what a verdict means: for all of the versions, unless all that have it have others as well.
 * @param {Verdict} verdict
 * @param {{pairs: Pair[], groups: Group[]}} answer
 */
export function meaning(verdict, { pairs, groups }) {
  const worst = pairs.filter((pair) => pair.verdict === verdict);
  const isWhole = groups.some((group) => group.verdict === verdict);
  const isSplit = worst.length > 0 && worst.every(({ split }) => split.length > 0);
  return isSplit && !isWhole ? FOR_SOME : VERDICT_MEANINGS[verdict];
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
  const items = split.map((part) => h("li", {}, partWords(part, a, b), badge(part.verdict)));
  return h("ul", { class: "compat-split" }, ...shortened(items));
}

/**
 * Say in words which versions a part of a split is about.
 * @param {Split} part
 * @param {Member} a
 * @param {Member} b
 */
export function partWords(part, a, b) {
  const versions = [part.a && `${a.name} ${part.a}`, part.b && `${b.name} ${part.b}`];
  const given = versions.filter((each) => each !== null);
  const words = list(given.length ? given : ["All of these"], "with");
  return `${words}: ${part.some ? "for some of them " : ""}`;
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

/**
 * Build a sentence with its link to the cell or the rule.
 * @param {Pick<Reason, "sentence" | "notes" | "title" | "url" | "anchor" | "rule">} reason
 */
export function buildReason({ sentence, notes, title, url, anchor, rule }) {
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
