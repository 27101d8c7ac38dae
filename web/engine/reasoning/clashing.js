// The smallest set of versions that does not go together, as in
// mkdocs_compat/reasoning/clashing.py.

/**
 * @typedef {import("./payload.js").Verdict} Verdict
 * @typedef {import("./pieces.js").Asked} Asked
 * @typedef {import("./index.js").Index} Index
 */

/** @typedef {{members: Asked[], verdict: Verdict}} Found */

/** @param {Verdict | null} verdict */
const isClashing = (verdict) => verdict === "conflicting" || verdict === "incompatible";

/**
 * Return a smallest set that is incompatible or conflicting; empty where there is none.
 * @param {Index} index
 * @param {Found[]} pairs From the worst verdict on.
 * @param {Found[]} groups Likewise.
 * @returns {Asked[]}
 */
export function smallestClash(index, pairs, groups) {
  const pair = pairs.find(({ verdict }) => isClashing(verdict));
  if (pair) return pair.members;
  const found = groups.filter(({ verdict }) => isClashing(verdict)).map(({ members }) => within(index, members));
  return found.sort((one, other) => one.length - other.length)[0] ?? [];
}

/** @param {Index} index @param {Asked[]} members */
function within(index, members) {
  for (let size = 2; size < members.length; size++) {
    const clash = choices(members, size).find((few) => isClashing(index.verdict(few)));
    if (clash) return clash;
  }
  return members;
}

/**
 * Return every choice of some items, in their order.
 * @param {Asked[]} items
 * @param {number} size
 * @returns {Asked[][]}
 */
function choices(items, size) {
  if (!size) return [[]];
  return items.flatMap((item, at) =>
    choices(items.slice(at + 1), size - 1).map((rest) => [item, ...rest]),
  );
}
