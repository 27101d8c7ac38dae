// Where each component of a set stands: fine, or what would have to change, as in
// mkdocs_compat/reasoning/standing.py.

import {
  WORKING, cheapestFirst, componentsOf, doubleChanges, isMet, movesOf, singleChanges, verdictWith,
} from "./fixing.js";
import { rank } from "./verdict.js";

/**
 * @typedef {import("./answer.js").Move} Move
 * @typedef {import("./answer.js").Standing} Standing
 * @typedef {import("./fixing.js").Change} Change
 * @typedef {import("./index.js").Index} Index
 * @typedef {import("./pieces.js").Asked} Asked
 */

/**
 * Return where each component in question stands, in the order of the product.
 * @param {Index} index
 * @param {Asked[]} asked
 * @returns {Standing[]}
 */
export const standings = (index, asked) =>
  componentsOf(asked).map((component) => standing(index, asked, component));

/**
 * @param {Index} index
 * @param {Asked[]} asked
 * @param {string} component
 * @returns {Standing}
 */
function standing(index, asked, component) {
  /** @param {string[]} among */
  const judge = (among) => (/** @type {Asked[]} */ after) => verdictWith(index, after, among);
  if (isMet(judge([component])(asked), WORKING)) return { component, kind: "fine", moves: [] };
  const others = componentsOf(asked).filter((other) => other !== component);
  for (const some of [[component], others]) {
    const [alone] = some
      .flatMap((moving) => singleChanges(index, asked, moving, judge([component]), WORKING))
      .sort(cheapestFirst);
    if (alone) return { component, kind: "update", moves: movesOf(alone) };
  }
  const [both] = others
    .flatMap((other) => doubleChanges(index, asked, [component, other], judge([component, other]), WORKING))
    .sort(cheapestFirst);
  if (!both) return { component, kind: "none", moves: [] };
  return { component, kind: "both", moves: inOrder(index, asked, both) };
}

/**
 * Return the moves in the order in which the set is worth more on the way.
 * @param {Index} index
 * @param {Asked[]} asked
 * @param {Change} change
 * @returns {Move[]}
 */
function inOrder(index, asked, change) {
  const components = componentsOf(change.moved.map(([was]) => was));
  const onTheWay = new Map(
    components.map((first) => {
      const replaced = new Map(change.moved.filter(([was]) => was.component === first));
      const between = asked.map((each) => replaced.get(each) ?? each);
      return [first, rank(verdictWith(index, between, components) ?? "unstated")];
    }),
  );
  /** @param {string} component */
  const place = (component) => onTheWay.get(component) ?? 0;
  const order = components.sort((one, other) => place(one) - place(other));
  return movesOf(change).sort(
    (one, other) => order.indexOf(one.component) - order.indexOf(other.component),
  );
}
