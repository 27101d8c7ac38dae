/** Ranges written back in the notation that an author would use, as in mkdocs_compat/ranges/text.py. */

import { HIGHEST, LOWEST, stripZeros } from "../versions/keys.js";

/** @typedef {import("../versions/scheme.js").Extent} Extent */
/** @typedef {import("../versions/scheme.js").Landmark} Landmark */
/** @typedef {import("../versions/scheme.js").Scheme} Scheme */
/** @typedef {import("./version-set.js").Interval} Interval */

// What lies below a release and above its pre-releases has no notation.
const WITH_PRERELEASES = " with its pre-releases";

/**
 * Write a range so that reading it again gives the same versions inside.
 * @param {import("./range.js").Range} range @param {Scheme} scheme
 * @param {string} [arrow] what to write between the ends of a range
 * @param {number} [usual] how many numbers a version is written with at least
 * @returns {string} `any`, `none`, or items such as `3.3 ➜ 4.30.3` with `, ` between them
 */
export function write({ inside }, scheme, arrow = "➜", usual = Math.max(1, scheme.full - 1)) {
  /** @param {string} a @param {string} b */
  const isSame = (a, b) => !scheme.compareCuts(a, b);
  /** @param {Extent | null} named @param {string} lower @param {string} upper */
  const fills = (named, lower, upper) => named && isSame(named.start, lower) && isSame(named.end, upper);

  /** The line that ends below the pre-releases of a release. @param {Landmark} mark */
  function lineBefore(mark) {
    const shortest = short(mark, 1);
    const last = shortest.split(/[.!]/).pop() ?? "";
    return mark.side === "below-pre-releases" && shortest.split(".").length < scheme.full && +last
      ? shortest.slice(0, -last.length) + decrement(last)
      : "";
  }

  /** The release that alone lies between two cuts. @param {string} lower @param {string} upper */
  function releaseBetween(lower, upper) {
    const { text } = scheme.landmark(upper);
    const named = scheme.extent(text);
    return named && fills({ ...named, start: named.edge }, lower, upper) ? text
      : fills(scheme.extent(text, { exact: true }), lower, upper) ? `=${text}` : "";
  }

  /** @param {Interval} interval */
  function item([lower, upper]) {
    const low = lower === LOWEST ? null : scheme.landmark(lower);
    const high = upper === HIGHEST ? null : scheme.landmark(upper);
    const line = high && lineBefore(high);
    const last = line || (high?.text ?? "latest");
    const named = scheme.extent(last);
    const isWith = named && !isSame(named.edge, named.start);
    const end = !high ? "" : high.side === "above" ? `<=${last}`
      : high.side === "below" ? `<${last}${isWith ? WITH_PRERELEASES : ""}` : `<${short(high, usual)}`;
    if (!low) return end.replace("<=", "up to ").replace("<", "below ") || "any";
    if (fills(named, lower, upper)) return last;
    const isPlain = low.side === "below";
    // A name may be a line and a release.
    if (isPlain && high?.text === low.text) return `=${last}`;
    const first = short(low, line ? line.split(".").length : usual);
    // `3.3 ➜ 3` would be right and look wrong.
    const wild = first.startsWith(`${line}.`) ? ".x" : "";
    if (isPlain && (!high || line || high.side === "above")) return `${first} ${arrow} ${last}${wild}`;
    const before = lineBefore(low);
    const start = isPlain ? `>=${short(low, usual)}` : before ? `>${before}`
      : low.side === "above" ? `>${low.text}` : `>=${low.text}${WITH_PRERELEASES}`;
    return `${start} ${end}`.trim();
  }

  /** @type {Interval[]} */
  const joined = [];
  const missing = [];
  for (const [lower, upper] of inside) {
    const last = joined[joined.length - 1];
    const release = last && releaseBetween(last[1], lower);
    if (release) {
      missing.push(release);
      last[1] = upper;
    } else joined.push([lower, upper]);
  }
  const texts = joined.map(item);
  // With a comma the two would be read as bounds of one item.
  if (joined[0]?.[0] === LOWEST && texts[1]?.[0] === ">") texts.unshift(`${texts.shift()} or ${texts.shift()}`);
  const text = texts.join(", ") || "none";
  return missing[0] ? `${text} except ${missing.join(", ")}` : text;
}

/**
 * Write a release with as few numbers as say it, but at least `count`; others as they are.
 * @param {Landmark} mark @param {number} count
 */
function short({ text, numbers }, count) {
  const written = numbers.join(".");
  if (!written || !text.endsWith(written)) return text;
  let kept = numbers.length;
  while (kept > count && numbers[kept - 1] === "0") kept--;
  return text.slice(0, text.length - written.length) + numbers.slice(0, kept).join(".");
}

/** Subtract one from a number above 0, which may be longer than any that calculates. @param {string} digits */
const decrement = (digits) =>
  stripZeros(digits.replace(/([1-9])(0*)$/, (_, digit, { length }) => `${digit - 1}` + "9".repeat(length)));
