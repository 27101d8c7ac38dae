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

/** Something that could not be read. */
export class Problem {
  /** @param {number} start  where it begins */
  constructor(start) {
    this.start = start;
  }
}

// The kinds of the tokens of one item; see tokens.js.
export const TERM =
  "[VW](?:[TU](?:L|N*[VW])|P|[&|uo][laPeb])?|[Uba]N*[VW]|sN*[VW](?:[TU](?:L|N*[VW])|P)?|O[VW]|A|\\[V]|[[(](?:V,V?|,V)[\\])]";

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
const SAME = { "≥": ">=", "≤": "<=", "=<": "<=", "≠": "!=", "==": "=", "~=": "~>" };

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
    if (!named) throw new Problem(at);
    return named;
  }

  /** @param {Token} token */
  const extent = (token, exact = false) =>
    must(token.kind === "W" ? line(scheme, token.text) : scheme.extent(token.text, { exact }), token.start);

  /** @param {Range} range @returns {Term} */
  function term(range, open = 0) {
    if (!range.inside[0]) throw new Problem(start);
    return { range, open };
  }

  /** @param {Extent} first @param {Extent} last */
  const between = (first, last) => term(from(first, last.end, order));

  /** @type {Record<string, (named: Extent) => Range>} */
  const bounds = {
    ">=": (named) => from(named, HIGHEST, order),
    ">": (named) => above(named.end),
    "<=": (named) => below(named.end),
    "<": (named) => below(named.edge),
  };

  /** `[1.0,2.0)`, `(,1.5]`: releases, as in Maven and NuGet. */
  function interval() {
    const [low, high, closing] = [tokens[1], ...tokens.slice(-2)];
    if (!shape.includes(",")) return between(extent(low, true), extent(low, true));
    const [isFrom, isTo] = [text === "[", closing.text === "]"];
    return term(intersection(
      low.kind === "V" ? bounds[isFrom ? ">=" : ">"](extent(low, !isFrom)) : ANY,
      high.kind === "V" ? bounds[isTo ? "<=" : "<"](extent(high, isTo)) : ANY,
      order,
    ));
  }

  if (shape === "A") return term(ANY);
  if (/[[(]/.test(shape)) return interval();
  const operator = shape[0] === "O" ? SAME[text] ?? text : MEANINGS.find(([form]) => form.test(shape))?.[1] ?? "";
  const [first, last] = tokens.filter(({ kind }) => /[VW]/.test(kind));
  const named = extent(first, /^!?=$/.test(operator));
  if (bounds[operator]) return term(bounds[operator](named), operator[0] === ">" ? 1 : -1);
  if (/^=?$/.test(operator)) return between(named, named);
  if (operator === "!=") return { ...between(named, named), isException: true };
  if (operator === "to") return between(named, extent(last));
  if (operator === "latest") return term(bounds[">="](named));
  if (/^(~>?|\^)$/.test(operator) && (first.kind === "V" || operator !== "~>") && !/!/.test(first.text))
    return between(named, must(sharedLine(scheme, named, operator)));
  throw new Problem(start);
}
