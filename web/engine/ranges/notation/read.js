/**
 * The one grammar for what authors write in cells and readers type. It is described in
 * mkdocs_compat/ranges/notation/__init__.py; this file does what expression.py beside it does.
 */

import { ANY, intersection, invert, unionOf } from "../range.js";
import { complement } from "../version-set.js";
import { Unreadable, fail, termReader } from "./terms.js";
import { split, tokenize } from "./tokens.js";

/** @typedef {import("../../versions/scheme.js").Scheme} Scheme */
/** @typedef {import("../range.js").Range} Range */
/** @typedef {import("./terms.js").Bound} Bound */
/** @typedef {import("./terms.js").Part} Part */
/** @typedef {import("./terms.js").Mention} Mention */
/** @typedef {{ items: Part[], exceptions: Part[] }} Group items, and what is taken out of all of them */
/** @typedef {{ kind: import("./terms.js").ProblemKind, start: number, end: number }} Problem */
/**
 * @typedef {object} Notation
 * @property {Range | null} range  null for a blank, and where anything was not understood
 * @property {Part[]} parts  what was understood
 * @property {Mention[]} marks  the footnote marks
 * @property {Problem[]} problems
 * @property {boolean} blank
 */

const BLANK = /^(-{0,3}|[–—]|n\/a|none)$/i;
const DIVISIONS = ["comma", "and", "or", "end", "break"];

/** @param {Bound} bound */
const isOpen = (bound) => bound === "lower" || bound === "upper";

/**
 * Read a cell, or what a reader types, as versions of one scheme.
 * @param {string} text @param {Scheme} scheme @returns {Notation}
 */
export function read(text, scheme) {
  const order = scheme.compareCuts;
  const found = tokenize(text);
  const words = found.filter(({ kind }) => kind !== "mark");
  const marks = found.filter(({ kind }) => kind === "mark");
  const blank = BLANK.test(words.map((token) => token.text).join(""));
  /** @type {Problem[]} */
  const problems = [];
  /** @type {Group[]} */
  const groups = [];
  const { peek, next, take, lastEnd, failHere, read: readTerm } = termReader(scheme, words.flatMap((token) =>
    token.kind === "noise" ? [] : token.kind === "hyphenated" && !isVersion(token.text) ? split(token) : [token]));
  let excepting = false;
  let inParentheses = false;

  /** Tell whether a text with a hyphen is a release in the scheme's eyes. @param {string} hyphenated */
  function isVersion(hyphenated) {
    return hyphenated.split("-")[0].split(".").length >= scheme.full && scheme.extent(hyphenated);
  }

  /** Read one item and put it where it belongs. @param {string} link what stands before it */
  function readItem(link) {
    if (link === "end") {
      groups.push({ items: [], exceptions: [] });
      excepting = false;
    }
    const group = groups[groups.length - 1];
    if (peek().text === "(" && peek(1).kind === "except") {
      next();
      inParentheses = true;
    }
    if (take("except")) {
      if (!group.items.length) failHere();
      excepting = true;
      link = "comma";
    }
    const part = readTerm();
    if (excepting || part.bound === "exception") except(group, part, link);
    else if (group.items.length) join(group.items, part, link);
    else if (group.exceptions.length && link === "or") fail(group.exceptions[group.exceptions.length - 1].start, part.end);
    else group.items.push(part);
  }

  /** @param {{ exceptions: Part[] }} group @param {Part} part @param {string} link */
  function except({ exceptions }, part, link) {
    const isSign = part.bound === "exception";
    if (isSign ? excepting || link === "or" : !link) fail(part.start, part.end);
    exceptions.push(part);
  }

  /** Make an item of its own of a part, or one with the item before it. @param {Part[]} items @param {Part} part @param {string} link */
  function join(items, part, link) {
    const last = items[items.length - 1];
    const areOpen = isOpen(last.bound) && isOpen(part.bound);
    if (areOpen && last.bound !== part.bound) {
      if (link !== "or") {
        const range = intersection(last.range, part.range, order);
        if (!range.inside.length) fail(last.start, part.end, "reversed-range");
        items[items.length - 1] =
          { ...part, range, bound: "both", start: last.start, versions: [...last.versions, ...part.versions], joinedBy: link };
        return;
      }
      const { inside } = unionOf([last.range, part.range], order);
      if (!complement(inside).length) fail(last.start, part.end);
    } else if (!link) fail(part.start, part.end);
    else if (link !== "or" && isOpen(part.bound) && (areOpen || last.joinedBy === link)) fail(last.start, part.end);
    items.push(part);
  }

  /** Take what stands between two items; empty where only space does. */
  function division(isFirst = false) {
    if (inParentheses && peek().text === ")") {
      next();
      inParentheses = excepting = false;
    }
    const taken = [];
    while (DIVISIONS.includes(peek().kind)) taken.push(next());
    const signs = taken.filter(({ kind }) => kind !== "break");
    const isWord = signs.map(({ text }) => /[a-z]/i.test(text));
    const isOne = signs.length === 1 || (signs.length === 2 && !isWord[0] && isWord[1]);
    const last = signs[signs.length - 1];
    if (last && (isFirst || !peek().kind || !isOne))
      problems.push({ kind: "unknown-token", start: last.start, end: last.end });
    const kinds = taken.map(({ kind }) => kind);
    return kinds.includes("end") || kinds.includes("break") ? "end" : kinds.includes("or") ? "or" : kinds.pop() ?? "";
  }

  /** Take all up to the next division, and widen a problem with a token over it. @param {Problem} problem */
  function recover({ kind, start, end }) {
    while (peek().kind && !DIVISIONS.includes(peek().kind)) next();
    problems.push({ kind, start, end: kind === "unknown-token" ? Math.max(end, lastEnd()) : end });
  }

  /** Do something; what cannot be read becomes a problem. @param {() => void} action */
  function attempt(action) {
    try {
      action();
      return true;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      recover(error.problem);
      return false;
    }
  }

  /** @param {Group} group */
  function groupRange({ items, exceptions }) {
    const named = items.length ? unionOf(items.map(({ range }) => range), order) : ANY;
    const excluded = unionOf(exceptions.map(({ range }) => range), order);
    return exceptions.length ? intersection(named, invert(excluded, order), order) : named;
  }

  if (!blank) {
    division(true);
    for (let link = "end"; peek().kind; ) {
      const isRead = attempt(() => readItem(link));
      link = division();
      if (!isRead) link = "end";
    }
    if (inParentheses || !(groups.length || problems.length)) attempt(failHere);
  }
  const range = blank || problems.length ? null : unionOf(groups.map(groupRange), order);
  const parts = groups.flatMap(({ items, exceptions }) => [...items, ...exceptions]);
  return { range, parts: parts.sort((a, b) => a.start - b.start), marks, problems, blank };
}
