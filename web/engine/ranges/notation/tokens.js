/** Divides a cell into words and signs, as mkdocs_compat/ranges/notation/tokens.py does. */

import { numberKey, stripZeros } from "../../versions/keys.js";
import { mask } from "./markup.js";

/** @typedef {{ kind: string, text: string, start: number, end: number }} Token */

const TOKEN =
  /(?<note>\ue001[^\ue002]*\ue002)|(?<superscript>[¹²³⁰⁴-⁹]+)|(?<mark>(?:[*\ue003]\ue000*)+|[†‡§]+)|(?<break>\n)|(?<arrow>-{1,3}>?|=>|[–—−→➔➜➝➞➡⇒⟶⟹…]|\.{2,3})|(?<operator>[<>=!~^≤≥≠][<>=~\ue000]*)|(?<end>;|\|\ue000*\|)|(?<or>[|/])|(?<and>&\ue000*(?:&\ue000*)?)|(?<comma>[,、，])|(?<plus>\+)|(?<bracket>[\[\]()])|(?<phrase>(?:(?:up|prior)\ue000* [ \ue000]*to|(?:later|newer|higher|greater|older|earlier|lower|less)\ue000* [ \ue000]*than)(?![0-9A-Za-z]))|(?<word>[0-9A-Za-z](?:-+(?=[0-9A-Za-z])|\ue000*(?:[0-9A-Za-z_]|[+!](?=[0-9A-Za-z])|\.(?:[*\ue003]|(?=[0-9A-Za-z_-]))))*)|[ \ue000]+|(?<other>[^])/gi;

const WORDS = {
  latest: "latest current",
  all: "all any",
  arrow: "to until till through thru upto",
  or: "or",
  and: "and",
  later: "later newer higher greater up",
  above: "above after",
  onwards: "onwards onward upwards upward",
  earlier: "earlier older lower",
  below: "below before under",
  since: "since from",
  between: "between",
  except: "except excluding",
  noise: "version versions release releases series the",
  other:
    "about almost around at beta broken deprecated excludes for if in least max maximum min minimum most needs never no non not on only partially planned preview requires see unless unsupported untested when with without",
};
const KINDS = new Map(Object.entries(WORDS).flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind])));

const SIDE = "v?([0-9]+(?:\\.[0-9]+)*)((?:\\.[x*])*)";
const HYPHENATED = new RegExp(`^${SIDE}-(?:${SIDE}|latest|current)$`, "i");
const VERSION = /^v?[0-9]/i;
const WILDCARD = /^v?([0-9]+(?:\.[0-9]+)*)(?:\.[x*])+$/i;
const WRONG_WILDCARD = /^v?[0-9]+(?:\.[0-9]+)*\.?[x*](?![0-9a-z])/i;

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** @param {string} text @param {number} start @param {number} end @returns {Token} */
function word(text, start, end) {
  const wildcard = WILDCARD.exec(text);
  const kind = KINDS.get(text.toLowerCase()) ??
    (wildcard ? "wildcard" : WRONG_WILDCARD.test(text) ? "other" : VERSION.test(text) ? "version"
      : /[A-Z0-9]/.test(text) ? "name" : "other");
  return { kind, text: wildcard ? wildcard[1] : kind === "version" ? text.replace(/^v/i, "") : text, start, end };
}

/** Divide a token at its hyphen. @param {Token} token @returns {Token[]} */
export function split({ text, start, end }) {
  const at = text.indexOf("-");
  const middle = start + at;
  return [
    word(text.slice(0, at), start, middle),
    { kind: "arrow", text: "-", start: middle, end: middle + 1 },
    word(text.slice(at + 1), middle + 1, end),
  ];
}

/** Tell whether two sides of a hyphen could be a range. @param {string} low @param {string} high */
function runsForward(low, high) {
  const [lows, highs] = [low, high].map((side) => side.split(".").map((number) => numberKey(stripZeros(number))));
  const at = lows.findIndex((number, place) => number !== highs[place]);
  return lows.length <= highs.length && (at < 0 || lows[at] < highs[at]);
}

/** Read a word as one token, or as a range of two that a hyphen joins. @param {Token} token */
function readWord(token) {
  const { text, start, end } = token;
  const [whole, low, wildLow, high, wildHigh] = HYPHENATED.exec(text) ?? [];
  const isPlain = high && !wildLow && !wildHigh;
  if (!whole || (isPlain && !runsForward(low, high))) return [word(text, start, end)];
  return isPlain ? [{ ...token, kind: "hyphenated" }] : split(token);
}

/** Return the tokens of a cell; what is no token stays as single characters. @param {string} raw */
export function tokenize(raw) {
  /** @type {Token[]} */
  const found = [];
  for (const match of mask(raw).matchAll(TOKEN)) {
    const [kind = ""] = Object.entries(match.groups ?? {}).find(([, group]) => group) ?? [];
    const text = match[0].replace(/\ue000/g, "").replace(/\ue003/g, "*");
    const [start, end] = [match.index, match.index + match[0].length];
    const token = { kind, text, start, end };
    if (kind === "word")
      found.push(...(found[found.length - 1]?.kind === "operator" ? [word(text, start, end)] : readWord(token)));
    else if (kind === "note" || kind === "superscript")
      found.push({
        ...token,
        kind: "mark",
        text: text.replace(/[\ue001\ue002]/g, "").trim().replace(/[⁰¹²³⁴-⁹]/g, (digit) => `${SUPERSCRIPTS.indexOf(digit)}`),
      });
    else if (kind === "phrase")
      found.push({
        ...token,
        kind: /^up/i.test(text) ? "arrow" : KINDS.get(text.split(" ")[0].toLowerCase()) === "later" ? "above" : "below",
      });
    else if (kind) found.push(token);
  }
  // A star alone means every version; beside something it is a footnote mark.
  if (found.length === 1 && found[0].text === "*") found[0].kind = "all";
  return found;
}

/** Return the version texts in a cell, found without knowing their scheme. @param {string} text */
export const mentions = (text) =>
  tokenize(text)
    .flatMap((token) => (token.kind === "hyphenated" ? split(token) : [token]))
    .filter(({ kind }) => kind === "version" || kind === "wildcard")
    .map((token) => token.text);
