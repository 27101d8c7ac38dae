// What a reader could allow so that a plan is found, how it is spelled, and what it changes, as in
// mkdocs_compat/planning/permission.py.

import { readAsked } from "../reasoning/question.js";

/**
 * @typedef {import("../reasoning/index.js").Index} Index
 * @typedef {import("../reasoning/payload.js").Stop} Stop
 * @typedef {import("../reasoning/rule-relation.js").Known} Known
 * @typedef {import("./plan.js").Permission} Permission
 * @typedef {import("./request.js").Request} Request
 */

/**
 * Return a permission.
 * @param {Permission["kind"]} kind
 * @param {string | null} component
 * @param {Partial<Permission>} more
 * @returns {Permission}
 */
export const permit = (kind, component, more = {}) => ({ kind, component, stop: null, now: null, ...more });

/**
 * Write a permission that has no other term of its own: `jump=server` to go farther at once than the
 * largest hop, `jump=server@2.6` to pass by the stop at 2.6, `downgrade=server` to go back although
 * it is said that it is not. A plan takes such texts as its `allow`. Null for others: what is
 * accepted, what must not be down and what else moves are terms themselves.
 * @param {Permission} permission
 */
export function spell({ kind, component, stop }) {
  if (kind !== "jump" && kind !== "downgrade") return null;
  return `${kind}=${component}${stop ? `@${stop.at.text}` : ""}`;
}

/**
 * Read what `spell` writes.
 * @param {string} text
 * @param {readonly Stop[]} stops Those of the product.
 * @returns {Permission[]} Several where stops of one component share a text; none where the text is
 *   of another form or names no stop.
 */
export function readPermissions(text, stops) {
  const [, kind, component, mark, at] = /^(jump|downgrade)=([^@]+)(@?)(.*)$/s.exec(text) ?? [];
  if (!component) return [];
  if (!mark) return [permit(kind === "jump" ? "jump" : "downgrade", component)];
  if (kind !== "jump") return [];
  const named = stops.filter((stop) => stop.component === component && stop.at.text === at);
  return named.map((stop) => permit("jump", component, { stop }));
}

/**
 * Return a request with a permission granted.
 * @param {Index} index
 * @param {Request} request
 * @param {Permission} permission
 * @returns {Request}
 */
export function allow(index, request, { kind, component, stop, now }) {
  const { lifted } = request;
  if (kind === "untested" || kind === "unstated") {
    return { ...request, accepted: [...request.accepted, kind] };
  }
  const id = /** @type {string} */ (component);
  switch (kind) {
    case "jump":
      return stop
        ? { ...request, lifted: { ...lifted, stops: [...lifted.stops, stop] } }
        : { ...request, lifted: { ...lifted, maxHops: new Set([...lifted.maxHops, id]) } };
    case "downgrade":
      return { ...request, lifted: { ...lifted, downgrades: new Set([...lifted.downgrades, id]) } };
    case "downtime":
      return { ...request, noDowntime: new Set([...request.noDowntime].filter((each) => each !== id)) };
    default: {
      const known = /** @type {Known} */ (index.components.get(id));
      const asked = readAsked(known.component, known.scheme, now ?? "");
      return "message" in asked ? request : { ...request, targets: new Map([...request.targets, [id, asked]]) };
    }
  }
}
