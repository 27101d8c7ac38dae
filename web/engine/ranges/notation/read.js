/**
 * The one grammar for what authors write in cells and readers type. It is described in
 * mkdocs_compat/ranges/notation/__init__.py; this file does what expression.py beside it does.
 */

import { ANY, intersection, invert, unionOf } from "../range.js";
import { complement } from "../version-set.js";
import { Problem, TERM, readTerm } from "./terms.js";
import { tokenize } from "./tokens.js";

/** @typedef {import("../../versions/scheme.js").Scheme} Scheme */
/** @typedef {import("../range.js").Range} Range */
/** @typedef {import("./terms.js").Term} Term */

const BLANK = /^\n*(-{0,3}|[–—]|n\/a|none)\n*$/i;
// What divides it from the item before, `except`, names, the item itself, the end of parentheses.
const ITEM = new RegExp(`(n*(?:[,&|;]n*(?:[uo]n*)?|[uo]n*)?)(\\(?x)?N*(${TERM})(\\)?)`, "y");

/** Tell whether no version is out. @param {Range} range */
const coversAll = ({ inside }) => !complement(inside)[0];

/** @template T @param {T[]} list */
const lastOf = (list) => list[list.length - 1];

/**
 * Read a cell, or what a reader types, as versions of one scheme.
 * @param {string} text @param {Scheme} scheme
 * @returns {{ range: Range | null, problem: Problem | null }} both null for a blank; the problem is
 *   the first that there is, its place counted without markup
 */
export function read(text, scheme) {
  try {
    return { range: readRange(text, scheme), problem: null };
  } catch (problem) {
    if (problem instanceof Problem) return { range: null, problem };
    throw problem;
  }
}

/** @param {string} cell @param {Scheme} scheme @throws {Problem} */
function readRange(cell, scheme) {
  const order = scheme.compareCuts;
  const tokens = tokenize(cell, scheme);
  if (BLANK.test(tokens.map(({ text }) => text).join(""))) return null;
  while (lastOf(tokens).kind === "n") tokens.pop();
  const shape = tokens.map(({ kind }) => kind).join("");
  /** What stands between two ends. @type {Range[]} */
  const done = [];
  let hasAll = false;
  /** What is being read. @type {Term[]} */
  let items = [];
  /** What is taken out of it. @type {Range[]} */
  let exceptions = [];
  let excepting = false;
  let inParentheses = false;

  /** @param {number} at @returns {never} */
  function fail(at) {
    throw new Problem((tokens[at] ?? lastOf(tokens)).start);
  }

  /** End what is being read. */
  function finish() {
    const range = items[0] ? unionOf(items.map((item) => item.range), order) : ANY;
    if (items[0] || exceptions[0]) done.push(intersection(range, invert(unionOf(exceptions, order), order), order));
    items = [];
    exceptions = [];
    excepting = false;
  }

  /** Make an item of its own of a term, or one with the item before it. @param {Term} term @param {string} link @param {number} at */
  function join(term, link, at) {
    const last = lastOf(items);
    const faces = last && last.open * term.open < 0;
    if (!last) {
      if (exceptions[0] && link === "|") fail(at);
    } else if (faces && link !== "|") {
      last.range = intersection(last.range, term.range, order);
      if (!last.range.inside[0]) fail(at);
      Object.assign(last, { open: 0, joinedBy: link });
      return;
    } else if (faces ? coversAll(unionOf([last.range, term.range], order))
      : !link || (link !== "|" && term.open && (last.open || last.joinedBy === link))) fail(at);
    items.push(term);
  }

  for (let at = 0; at < shape.length; at = ITEM.lastIndex) {
    ITEM.lastIndex = at;
    const [whole, division, except, item, closing] = ITEM.exec(shape) ?? fail(at);
    if (!at && /[^n]/.test(division)) fail(at);
    let link = !at || /[;n]/.test(division) ? ";" : /[|o]/.test(division) ? "|" : /[&u]/.test(division) ? "&" : division;
    if (link === ";") finish();
    if (except) {
      if (!items[0]) fail(at);
      excepting = true;
      inParentheses = except.length > 1;
      link = ",";
    }
    const place = at + whole.length - closing.length - item.length;
    const term = readTerm(scheme, tokens.slice(place, place + item.length));
    if (term.isException ? excepting || link === "|" : excepting && !link) fail(place);
    hasAll ||= coversAll(term.range);
    if (term.isException || excepting) exceptions.push(term.range);
    else join(term, link, place);
    if (closing) {
      if (!inParentheses) fail(at);
      inParentheses = excepting = false;
    }
  }
  if (inParentheses) fail(tokens.length);
  finish();
  const range = unionOf(done, order);
  return done[0] && (hasAll || !coversAll(range)) ? range : fail(0);
}
