// An answer as Markdown, for an issue or a message.

import { VERDICT_WORDS, list, named } from "./words.js";
import { meaning, partWords } from "./result.js";

/**
 * @typedef {import("../engine/reasoning/answer.js").Answer} Answer
 * @typedef {import("../engine/reasoning/answer.js").Reason} Reason
 * @typedef {import("../engine/reasoning/answer.js").Split} Split
 * @typedef {import("../engine/reasoning/payload.js").Verdict} Verdict
 */

/**
 * Return a verdict with its reasons as Markdown.
 * @param {Verdict} verdict
 * @param {Answer} answer
 * @param {string[]} limits
 * @param {string} address Of the page with the question.
 */
export function markdownOf(verdict, answer, limits, address) {
  const lines = [
    `**${VERDICT_WORDS[verdict]}**: ${meaning(verdict, answer)} ([checked here](${target(address)}))`,
    "",
  ];
  if (limits.length) lines.push(...limits.map((limit) => `> ${escaped(limit)}`), "");
  for (const { members, split, ...part } of parts(answer)) {
    const head = escaped(list(members.map(named), "with"));
    lines.push(`- ${head}: **${VERDICT_WORDS[part.verdict].toLowerCase()}**`);
    const [a, b] = members;
    lines.push(
      ...split.map((each) => `  - ${escaped(partWords(each, a, b))} ${VERDICT_WORDS[each.verdict].toLowerCase()}`),
    );
    lines.push(...part.reasons.flatMap((reason) => reasonLines(reason)));
  }
  for (const { asked, newest } of answer.newer) {
    lines.push(`- ${escaped(`Newer than this page knows: ${named(asked)} (newest: ${newest})`)}`);
  }
  return `${lines.join("\n")}\n`;
}

/** @param {Answer} answer */
function parts({ groups, pairs }) {
  /** @type {Split[]} */
  const split = [];
  return [
    ...groups.map((group) => ({ split, ...group })),
    ...pairs.map(({ a, b, ...pair }) => ({ members: [a, b], ...pair })),
  ];
}

/** @param {Reason} reason */
function reasonLines({ sentence, notes, url, title }) {
  const { href } = new URL(url, location.href.split(/[?#]/)[0]);
  return [
    `  - ${escaped(sentence)} ([${escaped(title)}](${target(href)}))`,
    ...notes.map((note) => `    - ${escaped(note)}`),
  ];
}

/**
 * Return a text so that Markdown shows it as it is, on one line.
 * @param {string} text
 */
export function escaped(text) {
  return text
    .replace(/[\s\u0085\u2028\u2029\u001c-\u001f]+/g, " ")
    .trim()
    // What would turn the text round, or colour the terminal in which it is read.
    .replace(/\p{C}/gu, "\ufffd")
    .replace(/[\\`*_[\]<>|~#&!$]/g, "\\$&")
    .replace(/^(\d*)([-+=.)])(?=\s|$)/, "$1\\$2")
    .replace(/\b(https?|ftp):\/\//gi, "$1\\://")
    .replace(/\bwww\./gi, "www\\.")
    .replace(/@/g, "\\@");
}

/**
 * Return an address that cannot end its link.
 * @param {string} href
 */
export function target(href) {
  return href.replace(/[\s()<>|\\`*_[\]]/g, (sign) => `%${hex(sign)}`);
}

/** @param {string} sign */
const hex = (sign) => sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
