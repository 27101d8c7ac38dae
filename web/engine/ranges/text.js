/** Ranges written back in the notation that an author would use, as in mkdocs_compat/ranges/text.py. */

import { HIGHEST, LOWEST, stripZeros } from "../versions/keys.js";

/** @typedef {import("../versions/scheme.js").Landmark} Landmark */
/** @typedef {import("../versions/scheme.js").Scheme} Scheme */
/** @typedef {import("./version-set.js").Interval} Interval */

// What lies below a release and above its pre-releases has no notation.
const WITH_PRERELEASES = " with its pre-releases";

/**
 * Write a range so that reading it again gives the same versions inside.
 * @param {import("./range.js").Range} range @param {Scheme} scheme
 * @param {string} [arrow] what to write between the ends of a range
 * @returns {string} `any`, `none`, or items such as `3.3 ➜ 4.30.3` with `, ` between them
 */
export function write({ inside }, scheme, arrow = "➜") {
  /** @type {Interval[]} */
  const items = [];
  const missing = [];
  for (const [lower, upper] of inside) {
    const last = items[items.length - 1];
    const release = last && releaseBetween(last[1], lower, scheme);
    if (release) {
      missing.push(release);
      last[1] = upper;
    } else items.push([lower, upper]);
  }
  const texts = items.map((item) => writeItem(item, scheme, arrow));
  // With a comma the two would be read as bounds of one item.
  if (items[0]?.[0] === LOWEST && texts[1]?.[0] === ">") texts.unshift(`${texts.shift()} or ${texts.shift()}`);
  const text = texts.join(", ") || "none";
  return missing[0] ? `${text} except ${missing.join(", ")}` : text;
}

/** @param {Interval} interval @param {Scheme} scheme @param {string} arrow */
function writeItem([lower, upper], scheme, arrow) {
  const usual = Math.max(1, scheme.full - 1);
  const low = lower === LOWEST ? null : scheme.landmark(lower);
  const high = upper === HIGHEST ? null : scheme.landmark(upper);
  const line = high && lineBefore(high, scheme);
  const last = line ?? high?.text ?? "latest";
  const named = scheme.extent(last);
  const isWith = high?.side === "below" && named && scheme.compareCuts(named.edge, upper);
  const end = !high ? "" : high.side === "above" ? `<=${last}`
    : high.side === "below" ? `<${last}${isWith ? WITH_PRERELEASES : ""}` : `<${short(high, usual)}`;
  if (!low) return end.replace("<=", "up to ").replace("<", "below ") || "any";
  if (named && !scheme.compareCuts(named.start, lower) && !scheme.compareCuts(named.end, upper)) return last;
  const first = short(low, line ? line.split(".").length : usual);
  const isArrow = low.side === "below" && (!high || line || high.side === "above");
  // `3.3 ➜ 3` would be right and look wrong.
  if (isArrow && !first.startsWith(`${line}.`)) return `${first} ${arrow} ${last}`;
  return `${start(low, scheme, usual)} ${end}`.trim();
}

/** @param {Landmark} low @param {Scheme} scheme @param {number} usual */
function start(low, scheme, usual) {
  if (low.side === "below") return `>=${short(low, usual)}`;
  if (low.side === "above") return `>${low.text}`;
  const line = lineBefore(low, scheme);
  return line ? `>${line}` : `>=${low.text}${WITH_PRERELEASES}`;
}

/** The line that ends below the pre-releases of a release. @param {Landmark} mark @param {Scheme} scheme */
function lineBefore(mark, { full }) {
  const shortest = short(mark, 1);
  const last = shortest.split(/[.!]/).pop() ?? "";
  return mark.side === "below-pre-releases" && shortest.split(".").length < full && +last
    ? shortest.slice(0, -last.length) + decrement(last)
    : null;
}

/**
 * The release that alone lies between two cuts.
 * @param {string} lower @param {string} upper @param {Scheme} scheme
 */
function releaseBetween(lower, upper, scheme) {
  const { side, text } = scheme.landmark(upper);
  const named = side === "above" && scheme.extent(text);
  if (!named || scheme.compareCuts(named.end, upper)) return null;
  if (!scheme.compareCuts(named.edge, lower)) return text;
  return scheme.compareCuts(named.start, lower) ? null : `=${text}`;
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
