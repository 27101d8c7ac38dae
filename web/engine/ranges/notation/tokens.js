/** Divides a cell into words and signs, as mkdocs_compat/ranges/notation/tokens.py does. */

import { numberKey, stripZeros } from "../../versions/keys.js";
import { clean } from "./markup.js";

/** @typedef {import("../../versions/scheme.js").Scheme} Scheme */
/**
 * A word or sign. Its kind is one character, so that the kinds of a cell's tokens are a text that
 * patterns can match: V version, W wildcard, H what its hyphen makes unclear, N name, L latest,
 * A all, T arrow, U arrow that can begin an item, O operator, P plus, o or, u and, l later, a above,
 * e earlier, b below, s since, x except, n line break, M mark, X anything else;
 * `,` `;` `|` `&` and brackets stand for themselves.
 * @typedef {{ kind: string, text: string, start: number }} Token
 */

// In this order: the kinds M, T and O, signs, words, space, the kind X.
const TOKEN =
  /([*†‡§¹²³⁰⁴-⁹]+)|(-{1,3}>?|=>|[–—−→➔➜➡⇒⟶…]|\.{2,3})|([<>=!~^≤≥≠][<>=~]*)|(\|\|?|&&?|[;/,+[\]()\n])|([0-9a-z](?:[0-9a-z_]|-+(?=[0-9a-z])|[+!](?=[0-9a-z])|\.(?:\*|(?=[0-9a-z_-])))*)|( +)|([^])/gi;

const WORDS = {
  ";": "||",
  "|": "/",
  "&": "&&",
  n: "\n",
  L: "latest,current",
  A: "all,any",
  T: "to",
  U: "until,through,thru,up to",
  o: "or",
  u: "and",
  l: "later,newer,higher,greater,up",
  a: "above,after,later than,newer than,higher than,greater than",
  P: "+,onwards,upwards",
  e: "earlier,older,lower",
  b: "below,before,earlier than,older than,lower than,less than",
  s: "since,from",
  x: "except",
  N: "version,versions,release,releases",
  X: "about,at,beta,deprecated,for,if,in,max,maximum,min,minimum,needs,never,no,non,not,on,only,partially,planned,preview,requires,see,unless,under,unsupported,untested,with,without,jan,feb,mar,apr,may,jun,jul,aug,sep,sept,oct,nov,dec,january,february,march,april,june,july,august,september,october,november,december",
};
const KINDS = new Map(Object.entries(WORDS).flatMap(([kind, words]) => words.split(",").map((word) => [word, kind])));

// What begins with numbers: all of it without `v`, the numbers, what follows with a wildcard.
const VERSION = /^v?(([0-9]+(?:\.[0-9]+)*)(?:(\.?[x*](?![0-9a-z]).*)|.*))$/i;
const SIDE = "v?([0-9]+(?:\\.[0-9]+)*)((?:\\.[x*])*)";
const HYPHENATED = new RegExp(`^${SIDE}-(?:${SIDE}|latest|current)$`, "i");

/** @param {string} text @param {number} start @returns {Token} */
function word(text, start) {
  const [, version, numbers, wild] = VERSION.exec(text) ?? [];
  const kind = KINDS.get(text.toLowerCase()) ??
    (version ? (!wild ? "V" : /^(\.[x*])+$/i.test(wild) ? "W" : "X") : /[A-Z0-9]/.test(text) ? "N" : "X");
  return { kind, text: kind === "W" ? numbers : version ?? text, start };
}

/**
 * Read a word as one token, or as a range of two that a hyphen joins.
 * @param {string} text @param {number} start @param {Scheme} [scheme]
 */
function readWord(text, start, scheme) {
  const [whole, low, wildLow, high, wildHigh] = HYPHENATED.exec(text) ?? [];
  if (!whole) return [word(text, start)];
  if (high && !wildLow && !wildHigh) {
    const [lows, highs] = [low, high].map((side) => side.split(".").map((number) => numberKey(stripZeros(number))));
    const at = lows.findIndex((number, place) => number !== highs[place]);
    const isShorter = lows.length > highs.length;
    const isForward = at < 0 || lows[at] < highs[at];
    const extent = scheme && !isShorter && isForward === lows.length >= scheme.full && scheme.extent(text);
    if (extent && (isForward || scheme.landmark(extent.start).isPrerelease)) return [{ kind: "H", text, start }];
    if (isShorter || !isForward) return [word(text, start)];
  }
  const [left, right] = text.split("-");
  const middle = start + left.length;
  return [word(left, start), { kind: "T", text: "-", start: middle }, word(right, middle + 1)];
}

/**
 * Return the tokens of a cell without its footnote marks; what is no token stays as single characters.
 * @param {string} raw
 * @param {Scheme} [scheme]  tells whether two versions with a hyphen between them can be one release
 */
export function tokenize(raw, scheme) {
  /** @type {Token[]} */
  const found = [];
  /** Tell whether this is a version whose scheme knows it by name. @param {string} name */
  const isName = (name) => scheme?.name === "named" && scheme.extent(name);
  for (const match of clean(raw).matchAll(TOKEN)) {
    const { 0: text, index: start } = match;
    const kind = " MTOSW X"[match.findIndex((group, at) => at && group)];
    const last = found[found.length - 1];
    const phrase = `${last?.text} ${text}`.toLowerCase();
    const phraseKind = KINDS.get(phrase) ?? (kind === "W" && isName(phrase) && "V");
    if (phraseKind) Object.assign(last, { kind: phraseKind, text: phrase });
    else if (isName(text)) found.push({ kind: "V", text, start });
    else if (kind === "W") found.push(...(last?.kind === "O" ? [word(text, start)] : readWord(text, start, scheme)));
    else if (kind !== " ") found.push({ kind: kind === "S" ? KINDS.get(text) ?? text : kind, text, start });
  }
  // A star alone means every version; beside something it is a footnote mark.
  if (!found[1] && found[0]?.text === "*") found[0].kind = "A";
  return found.filter(({ kind }) => kind !== "M");
}

/** Return the version texts in a cell, found without knowing their scheme. @param {string} text */
export const mentions = (text) => tokenize(text).flatMap((token) => (/[VW]/.test(token.kind) ? [token.text] : []));

/** Tell whether a text has footnote marks; a star alone is none. @param {string} raw */
export function hasMarks(raw) {
  const found = [...clean(raw).matchAll(TOKEN)].filter(([text]) => text.trim());
  return found.some(([text, mark]) => mark && (text !== "*" || found.length > 1));
}
