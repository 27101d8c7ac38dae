// The versions to choose from while typing.

import { versionsMentioned } from "../engine/reasoning/mentioned.js";

/**
 * Return the releases of a component from the newest on, and then what else the tables name.
 * @param {import("../engine/reasoning/payload.js").Product} product
 * @param {import("../engine/reasoning/payload.js").Component} component
 */
export function suggestions(product, component) {
  const releases = component.releases.map(({ version }) => version).reverse();
  return [...new Set([...releases, ...versionsMentioned(product, component)])];
}
