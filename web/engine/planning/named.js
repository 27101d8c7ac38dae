// Which versions of a component somebody names, where nobody lists its releases, as in
// mkdocs_compat/planning/named.py.

/**
 * @typedef {import("../ranges/version-set.js").Interval} Interval
 * @typedef {import("../reasoning/index.js").Index} Index
 * @typedef {import("../reasoning/payload.js").Cell} Cell
 * @typedef {import("../reasoning/payload.js").Scope} Scope
 * @typedef {import("../reasoning/payload.js").Stop} Stop
 */

// What stands between versions: spaces, commas, arrows, comparisons.
const BETWEEN = /[^0-9A-Za-z_.+-]+/;

/**
 * Return the versions that cells and the scopes of rules name.
 * @param {Index} index
 * @param {string} component
 * @returns {Interval[][]}
 */
export function namedRanges(index, component) {
  const cells = cellsOf(index, component).flatMap(({ range }) => (range ? [range.inside] : []));
  return [...cells, ...scopesOf(index, component).map(({ range }) => range.inside)];
}

/**
 * Tell whether a cell, the scope of a rule or a stop spells a version.
 * @param {Index} index
 * @param {readonly Stop[]} stops
 * @param {string} component
 * @param {string} text
 */
export function isSpelled(index, stops, component, text) {
  const own = stops.filter((stop) => stop.component === component);
  const scopes = [...scopesOf(index, component), ...own.flatMap(({ at, before }) => (before ? [at, before] : [at]))];
  const texts = [...cellsOf(index, component), ...scopes].map((each) => each.text);
  return texts.some((each) => each.split(BETWEEN).includes(text));
}

/**
 * @param {Index} index
 * @param {string} component
 * @returns {Cell[]}
 */
function cellsOf(index, component) {
  const linked = index.linksOf(component).flatMap(({ tables }) => tables.map(({ table }) => table));
  const whole = index.combinations.filter(({ components }) => components.includes(component));
  const tables = new Set([...linked, ...whole.map(({ table }) => table)]);
  const cells = [...tables].flatMap(({ rows }) => rows.flatMap((row) => [row.subject, ...row.cells]));
  return cells.filter(({ components }) => components.includes(component));
}

/**
 * @param {Index} index
 * @param {string} component
 * @returns {Scope[]}
 */
const scopesOf = (index, component) =>
  index
    .linksOf(component)
    .flatMap(({ rules }) => rules)
    .flatMap(({ relation: { rule }, bindsA }) => (bindsA ? rule.when : rule.other_when) ?? []);
