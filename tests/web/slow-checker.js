// Verdicts by plain reading: every version and every row is looked at, nothing is indexed or cut.
// A version is [major, minor, patch, 1], for its pre-release [major, minor, patch, 0], and for what a
// scheme may have between it and the pre-releases of the next patch [major, minor, patch, 2].

const ORDER = ["compatible", "partial", "untested", "unstated", "conflicting", "incompatible"];

export const worst = (verdicts) =>
  ORDER[Math.max(...verdicts.map((verdict) => ORDER.indexOf(verdict)))];

const best = (verdicts) => ORDER[Math.min(...verdicts.map((verdict) => ORDER.indexOf(verdict)))];

export const write = ([major, minor, patch, isRelease]) =>
  `${major}.${minor}.${patch}${isRelease ? "" : "-beta"}`;

const compare = (a, b) => a.map((number, at) => number - b[at]).find((difference) => difference) ?? 0;

const numbers = (text) => text.split(".").map(Number);

/** Tell whether a cell such as `1.2 ➜ 2.0, 3` has a version: "inside", "outside" or "pre-release". */
function membership(cell, version) {
  const parts = cell.split(",").map((part) => membershipOfPart(part.trim(), version));
  return ["inside", "pre-release"].find((kind) => parts.includes(kind)) ?? "outside";
}

function membershipOfPart(part, version) {
  const [first, last = first] = part.split("➜").map((text) => text.trim());
  const start = [...numbers(first), 0, 0].slice(0, 3);
  const isUpToLast =
    last === "latest" ||
    compare(version.slice(0, numbers(last).length), numbers(last)) < 0 ||
    (startsWith(version, numbers(last)) && isOf(last, version));
  if (!isUpToLast) return "outside";
  if (compare(version, [...start, 1]) >= 0) return "inside";
  return compare(version, [...start, 0]) === 0 ? "pre-release" : "outside";
}

const startsWith = (version, leading) => leading.every((number, at) => version[at] === number);

/** A full version as the upper end also takes in its own pre-release, which lies below it. */
const isOf = (text, version) => numbers(text).length < 3 || compare(version, [...numbers(text), 1]) <= 0;

/** Tell whether every version that `inner` has is one that `outer` has. */
const isWithin = (inner, outer, universe) =>
  universe.every((v) => membership(inner, v) !== "inside" || membership(outer, v) === "inside");

function tableSays({ verdict, blank = "unstated", rows }, subject, other, within) {
  const covering = rows.filter(([cell]) => membership(cell, subject) === "inside");
  const isException = (narrow, wide) => within(narrow, wide) && !within(wide, narrow);
  const speaking = covering.filter(([cell]) => !covering.some(([narrower]) => isException(narrower, cell)));
  const found = speaking.map(([own, cell]) => ({ own, said: cellSays(cell, verdict, blank, other) }));
  // Rows of one subject are alternatives: what one of them allows, another one does not exclude.
  const isSame = (a, b) => a === b || (within(a, b) && within(b, a));
  const said = found.flatMap(({ own, said }) =>
    said.filter(
      (each) =>
        each.lists ||
        each.verdict !== "incompatible" ||
        each.isBlank ||
        !found.some((row) => isSame(row.own, own) && row.said.some((other) => other.verdict !== "incompatible")),
    ),
  );
  const listed = said.filter(({ lists }) => lists).map((each) => each.verdict);
  const excludes = said.some((each) => each.verdict === "incompatible");
  if (excludes && said.some((each) => each.verdict !== "incompatible")) return { lists: true, verdict: "conflicting" };
  if (listed.length) return { lists: true, verdict: best(listed) };
  return { lists: false, verdict: excludes ? "incompatible" : null };
}

function cellSays(cell, verdict, blank, other) {
  if (cell === "") {
    return blank === "unstated" ? [] : [{ lists: blank !== "incompatible", verdict: blank, isBlank: true }];
  }
  const found = membership(cell, other);
  if (found === "pre-release") return [];
  if (found === "inside") return [{ lists: true, verdict }];
  return verdict === "incompatible" ? [] : [{ lists: false, verdict: "incompatible" }];
}

/**
 * Answers for some two-column tables, one version of each component at a time.
 * @param {number[][]} universe Versions enough to tell any two ranges of the tables apart.
 */
export function slowChecker(tables, universe) {
  const known = new Map();
  const within = (inner, outer) => {
    const key = `${inner} in ${outer}`;
    if (!known.has(key)) known.set(key, isWithin(inner, outer, universe));
    return known.get(key);
  };
  return (subject, other) => {
    const said = tables.map((table) => tableSays(table, subject, other, within));
    const listed = said.filter(({ lists }) => lists).map(({ verdict }) => verdict);
    if (listed.includes("conflicting")) return "conflicting";
    if (listed.includes("incompatible") && listed.some((each) => each !== "incompatible")) {
      return "conflicting";
    }
    if (listed.length) return best(listed);
    return said.some(({ verdict }) => verdict === "incompatible") ? "incompatible" : "unstated";
  };
}
