/** Single items: from a few tokens to a range, as in mkdocs_compat/ranges/notation/terms.py. */

import { HIGHEST } from "../../versions/keys.js";
import { ANY, above, below, from, intersection } from "../range.js";
import { line, sharedLine } from "./lines.js";

/** @typedef {import("../../versions/scheme.js").Scheme} Scheme */
/** @typedef {import("../../versions/scheme.js").Extent} Extent */
/** @typedef {import("../range.js").Range} Range */
/** @typedef {import("./tokens.js").Token} Token */
/** @typedef {{ text: string, start: number, end: number }} Mention of a version, or a footnote mark */
/** @typedef {"unknown-token" | "bad-version" | "reversed-range"} ProblemKind */
/** @typedef {"lower" | "upper" | "exception" | "both"} Bound */
/**
 * @typedef {object} Part
 * @property {Range} range
 * @property {Bound} bound  what bounds it, which decides how it joins its neighbours
 * @property {number} start
 * @property {number} end
 * @property {Mention[]} versions
 * @property {boolean} latest  whether it says `latest`
 * @property {string} [joinedBy]  what stands between two bounds that are one item
 */

// A release of a `named` component may have so many words.
const MOST_WORDS = 4;
/** @type {Record<string, string>} */
const SAME = { "≥": ">=", "≤": "<=", "=<": "<=", "≠": "!=", "==": "=", "===": "=", "~=": "~>" };

/** The next tokens make no sense. */
export class Unreadable {
  /** @param {ProblemKind} kind @param {number} start @param {number} end */
  constructor(kind, start, end) {
    this.problem = { kind, start, end };
  }
}

/**
 * @param {number} start @param {number} end @param {ProblemKind} [kind]
 * @returns {never}
 */
export function fail(start, end, kind = "unknown-token") {
  throw new Unreadable(kind, start, end);
}

/** Read terms of one scheme from tokens. @param {Scheme} scheme @param {Token[]} tokens */
export function termReader(scheme, tokens) {
  const order = scheme.compareCuts;
  const length = tokens[tokens.length - 1]?.end ?? 0;
  const nothing = { kind: "", text: "", start: length, end: length };
  let at = 0;
  // Of the term that is read.
  let start = 0;
  /** @type {Mention[]} */
  let versions = [];

  /** The token that comes; one without a kind behind the last. @returns {Token} */
  const peek = (ahead = 0) => tokens[at + ahead] ?? nothing;
  /** Take the next token. */
  const next = () => tokens[at++] ?? nothing;
  /** Take the next token if it is of a kind. @param {string} kind */
  const take = (kind) => peek().kind === kind && !!next();
  const lastEnd = () => tokens[at - 1]?.end ?? length;

  /** Fail at the next token, or at the last one where none is left. @returns {never} */
  function failHere() {
    const token = tokens[at] ?? tokens[at - 1] ?? nothing;
    return fail(token.start, token.end);
  }

  /** Return how many of the next tokens are one version; 0 where none begins. */
  function countWords(ahead = 0) {
    const kind = peek(ahead).kind;
    for (let count = scheme.name === "named" ? MOST_WORDS : 0; count; count--)
      if (scheme.extent(wordsAt(ahead, count))?.text === wordsAt(ahead, count)) return count;
    return kind === "version" || kind === "wildcard" ? 1 : 0;
  }

  /** @param {number} ahead @param {number} count */
  const wordsAt = (ahead, count) => Array.from({ length: count }, (_, index) => peek(ahead + index).text).join(" ");

  /** Skip the words in front of a version that name its component. */
  function skipNames() {
    let ahead = 0;
    while (peek(ahead).kind === "name" && !countWords(ahead)) ahead++;
    if (countWords(ahead) || readers[peek(ahead).kind]) at += ahead;
  }

  /** Take a version or wildcard, and return what it names. */
  function extent(exact = false) {
    const count = countWords();
    const first = peek();
    if (!count) return failHere();
    const text = wordsAt(0, count);
    at += count;
    const named = first.kind === "wildcard" ? line(scheme, text) : scheme.extent(text, { exact });
    if (!named) return fail(first.start, lastEnd(), "bad-version");
    versions.push({ text, start: first.start, end: lastEnd() });
    return named;
  }

  /** Return what is there; where there is nothing, the term has a version that is none. @template T @param {T | null} found */
  const expect = (found) => found ?? fail(start, lastEnd(), "bad-version");

  /** @param {string} text */
  const exactly = (text) => expect(scheme.extent(text, { exact: true }));

  /** @param {Range} range @param {Bound} bound @returns {Part} */
  const term = (range, bound, latest = false) => ({ range, bound, start, end: lastEnd(), versions, latest });

  /** @param {Extent} named */
  const atLeast = (named) => from(named, HIGHEST, order);

  /** @param {Extent} first @param {Extent} last */
  function between(first, last) {
    const range = from(first, last.end, order);
    return range.inside.length ? term(range, "both") : fail(start, lastEnd(), "reversed-range");
  }

  /** @param {Extent} first */
  function upTo(first) {
    if (take("latest")) return term(atLeast(first), "both", true);
    skipNames();
    return between(first, extent());
  }

  /** @param {(named: Extent) => Range} make @param {Bound} bound */
  function afterWord(make, bound) {
    skipNames();
    return term(make(extent()), bound);
  }

  /** `3.2`, `3.x`, `3.2+`, `3.2 or later`, `3.3 ➜ 4.30.3`, `3.0 ➜ latest`. @param {Extent} first */
  function fromVersion(first) {
    if (take("plus") || take("onwards")) return term(atLeast(first), "lower");
    const [sign, word] = [peek().kind, peek(1).kind];
    if (sign === "or" || sign === "and") {
      const isLater = ["later", "above", "onwards"].includes(word);
      if (isLater || ["earlier", "below"].includes(word)) {
        at += 2;
        return isLater ? term(atLeast(first), "lower") : term(below(first.end), "upper");
      }
    }
    return take("arrow") ? upTo(first) : between(first, first);
  }

  /** What begins a term, and how it is read from there. @type {Record<string, (token: Token) => Part>} */
  const readers = {
    all: () => term(ANY, "both"),
    below: () => afterWord((named) => below(named.edge), "upper"),
    above: () => afterWord((named) => above(named.end), "lower"),

    operator(sign) {
      const operator = SAME[sign.text] ?? sign.text;
      const operand = peek();
      const named = extent(operator === "=" || operator === "!=");
      switch (operator) {
        case ">=":
          return term(atLeast(named), "lower");
        case ">":
          return term(above(named.end), "lower");
        case "<=":
          return term(below(named.end), "upper");
        case "<":
          return term(below(named.edge), "upper");
        case "=":
          return between(named, named);
        case "!=":
          return term(from(named, named.end, order), "exception");
      }
      const isLine = operand.kind === "wildcard" && operator === "~>";
      if (!/^(~>?|\^)$/.test(operator) || isLine || !named.numbers.length) return fail(sign.start, operand.end);
      return between(named, expect(sharedLine(scheme, named, operator)));
    },

    /** `[1.0,2.0)`, `(,1.5]`, `[1.0]`: releases, as in Maven and NuGet. */
    bracket(opening) {
      const bracketed = () => (peek().kind !== "wildcard" && countWords() ? extent() : null);
      const low = bracketed();
      const hasComma = take("comma");
      const high = hasComma ? bracketed() : null;
      const closing = next();
      const shape = opening.text + closing.text;
      if (low && !hasComma && shape === "[]") {
        const named = exactly(low.text);
        return between(named, named);
      }
      if (!/^[[(][\])]$/.test(shape) || !hasComma || !(low || high))
        return fail(opening.start, Math.max(opening.end, closing.end));
      const lower = !low ? ANY : shape[0] === "[" ? atLeast(low) : above(exactly(low.text).end);
      const upper = !high ? ANY : below(shape[1] === ")" ? high.edge : exactly(high.text).end);
      const range = intersection(lower, upper, order);
      return range.inside.length ? term(range, "both") : fail(start, lastEnd(), "reversed-range");
    },

    arrow(token) {
      if (/^(un)?til$|^thr|^up/i.test(token.text)) return afterWord((named) => below(named.end), "upper");
      return fail(token.start, peek().end);
    },

    since() {
      skipNames();
      const first = extent();
      if (take("arrow")) return upTo(first);
      take("onwards");
      return term(atLeast(first), "lower");
    },

    between() {
      const first = extent();
      return take("and") ? between(first, extent()) : failHere();
    },

    hyphenated: (token) => fail(token.start, token.end),
  };

  function read() {
    versions = [];
    skipNames();
    start = peek().start;
    if (countWords()) return fromVersion(extent());
    const reader = readers[peek().kind];
    return reader ? reader(next()) : failHere();
  }

  return { peek, next, take, lastEnd, failHere, read };
}
