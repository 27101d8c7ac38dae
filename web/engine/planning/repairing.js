// Ways back from a start that is not allowed: what they weigh, and those that lead onwards, as in
// mkdocs_compat/planning/repairing.py.

import { readAsked } from "../reasoning/question.js";
import { costKey } from "./costs.js";
import { isAbove, isSameNode, makeNode } from "./node.js";

/**
 * @typedef {import("../reasoning/pieces.js").Asked} Asked
 * @typedef {import("./explain.js").Explainer} Explainer
 * @typedef {import("./moves.js").Moves} Moves
 * @typedef {import("./plan.js").Cost} Cost
 * @typedef {import("./request.js").Request} Request
 */

/**
 * Return the request from starts where one component has gone as far towards its target as it may.
 * @param {Request} request What is wanted, from a start that is not allowed.
 * @param {Explainer} explainer Explains its ways.
 * @returns {Request[]}
 */
export function straight(request, { problem: { moves, states } }) {
  return moves.flatMap((own, i) => {
    const far = own.successors(0).reverse();
    const to = far.find((place) => states.isAllowed(states.start.map((at, j) => (j === i ? place : at))));
    return to === undefined ? [] : [moved(request, own, to)];
  });
}

/**
 * Return the request with all instances of a component there that are not yet so far.
 * @param {Request} request
 * @param {Moves} moves
 * @param {number} to
 * @returns {Request}
 */
function moved(request, { track: { id, isStraight, known, nodes } }, to) {
  const own = request.starts.get(id) ?? [];
  const instances = own.map((asked, number) => {
    const node = makeNode(known, asked);
    if (!isStraight && nodes.findIndex((each) => isSameNode(each, node)) >= to) return asked;
    const read = readAsked(known.component, known.scheme, nodes[to].asked.text, number);
    return "message" in read ? asked : read;
  });
  return { ...request, starts: new Map([...request.starts, [id, instances]]) };
}

/**
 * Tell whether a repair moves something that is not to move, or another way than it is to.
 * @param {Request} request
 * @param {Request} repaired
 * @param {Explainer} explainer
 */
export const isAstray = (request, repaired, explainer) =>
  movesOf(request, repaired, explainer).some(
    ({ moves: { track }, left, reached }) => !track.last || isAbove(reached, left) !== track.isUp,
  );

/**
 * Tell whether something is said against the jumps of a repair.
 * @param {Request} request
 * @param {Request} repaired
 * @param {Explainer} explainer
 */
export const isRefused = (request, repaired, explainer) =>
  movesOf(request, repaired, explainer).some(({ moves, left, reached }) => moves.between(left, reached).length);

/**
 * Return what each instance leaves and reaches that a repair moves.
 * @param {Request} request
 * @param {Request} repaired
 * @param {Explainer} explainer
 */
const movesOf = (request, repaired, { problem }) =>
  problem.moves.flatMap((moves) => {
    const { id, known } = moves.track;
    const now = repaired.starts.get(id) ?? [];
    return (request.starts.get(id) ?? []).flatMap((was, at) =>
      was.text === now[at].text ? [] : [{ moves, left: makeNode(known, was), reached: makeNode(known, now[at]) }],
    );
  });

/**
 * Return what a plan costs together with its repair, in the order in which it is compared.
 * @param {Request} request
 * @param {Request} repaired
 * @param {Cost} cost
 */
export function weight({ objective, starts }, repaired, cost) {
  const isMoved = (/** @type {Asked} */ asked, /** @type {number} */ at, /** @type {string} */ id) =>
    asked.text !== repaired.starts.get(id)?.[at].text;
  const count = [...starts].filter(([id, own]) => own.some((asked, at) => isMoved(asked, at, id))).length;
  const more = objective === "jumps" ? 0 : count;
  return costKey({ ...cost, downtime: cost.downtime + more, hops: cost.hops + more }, objective);
}
