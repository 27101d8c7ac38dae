/** Single items: from a few tokens to a range, as in mkdocs_compat/ranges/notation/terms.py. */

import { HIGHEST } from "../../versions/keys.js";
import { ANY, above, below, from, intersection } from "../range.js";
import { line, sharedLine } from "./lines.js";

/** @typedef {import("../../versions/scheme.js").Scheme} Scheme */
/** @typedef {import("../../versions/scheme.js").Extent} Extent */
/** @typedef {import("../range.js").Range} Range */
/** @typedef {import("./tokens.js").Token} Token */
/**
 * @typedef {object} Term
 * @property {Range} range
 * @property {number} open  below 0: has no lower bound; above 0: no upper bound
 * @property {boolean} [isException]  whether it is taken out
 * @property {string} [joinedBy]  what stands between two bounds that are one item
 */
/** @typedef {"unknown-token" | "bad-version" | "reversed-range"} ProblemKind */

/** What could not be read, and where it begins. */
export class Problem {
  /** @param {number} start @param {ProblemKind} [kind] */
  constructor(start, kind = "unknown-token") {
    this.kind = kind;
    this.start = start;
  }
}

// The kinds of the tokens of one item; see tokens.js.
export const TERM =
  "[VW](?:[TU](?:L|N*[VW])|P|[&|uo][laPeb])?|[Uba]N*[VW]|sN*[VW](?:[TU](?:L|N*[VW])|P)?|O[VW]|A|\\[V]|[[(]V?,V?[\\])]";

/** What items without an operator mean. @type {[RegExp, string][]} */
const MEANINGS = [
  [/^U|.[eb]$/, "<="],
  [/^b/, "<"],
  [/L$/, "latest"],
  [/[TU]/, "to"],
  [/^s|[laP]$/, ">="],
  [/^a/, ">"],
  [/^/, ""],
];
/** @type {Record<string, string>} */
const SAME = { "≥": ">=", "≤": "<=", "=<": "<=", "≠": "!=", "==": "=", "===": "=", "~=": "~>" };

/**
 * Return what one item means.
 * @param {Scheme} scheme @param {Token[]} tokens whose kinds match `TERM` @returns {Term}
 * @throws {Problem}
 */
export function readTerm(scheme, tokens) {
  const order = scheme.compareCuts;
  const shape = tokens.map(({ kind }) => kind).join("");
  const { text, start } = tokens[0];

  /** @param {Extent | null} named @returns {Extent} */
  function must(named, at = start) {
    if (!named) throw new Problem(at, "bad-version");
    return named;
  }

  /** @param {Token} token */
  const extent = (token, exact = false) =>
    must(token.kind === "W" ? line(scheme, token.text) : scheme.extent(token.text, { exact }), token.start);

  /** @param {Range} range @returns {Term} */
  function term(range, open = 0) {
    if (!range.inside[0]) throw new Problem(start, "reversed-range");
    return { range, open };
  }

  /** @param {Extent} first @param {Extent} last */
  const between = (first, last) => term(from(first, last.end, order));

  /** `[1.0,2.0)`, `(,1.5]`: releases, as in Maven and NuGet. */
  function interval() {
    const low = tokens[1].kind === "V" && tokens[1];
    const high = tokens[tokens.length - 2].kind === "V" && tokens[tokens.length - 2];
    const [opening, closing] = [text, tokens[tokens.length - 1].text];
    if (!shape.includes(",") && low) return between(extent(low, true), extent(low, true));
    const lower = !low ? ANY : opening === "[" ? from(extent(low), HIGHEST, order) : above(extent(low, true).end);
    const upper = !high ? ANY : below(closing === ")" ? extent(high).edge : extent(high, true).end);
    return term(intersection(lower, upper, order));
  }

  if (shape === "A") return term(ANY);
  if (/[[(]/.test(shape)) return interval();
  const operator = shape[0] === "O" ? SAME[text] ?? text : MEANINGS.find(([form]) => form.test(shape))?.[1];
  const [first, last] = tokens.filter(({ kind }) => /[VW]/.test(kind));
  const named = extent(first, operator === "=" || operator === "!=");
  switch (operator) {
    case "":
    case "=":
      return between(named, named);
    case "!=":
      return { ...between(named, named), isException: true };
    case "to":
      return between(named, extent(last));
    case "latest":
      return term(from(named, HIGHEST, order));
    case ">=":
      return term(from(named, HIGHEST, order), 1);
    case ">":
      return term(above(named.end), 1);
    case "<=":
      return term(below(named.end), -1);
    case "<":
      return term(below(named.edge), -1);
    case "~>":
      if (first.kind === "W") break;
    case "~":
    case "^":
      if (named.numbers[0] && !/!/.test(first.text)) return between(named, must(sharedLine(scheme, named, operator)));
  }
  throw new Problem(start);
}
