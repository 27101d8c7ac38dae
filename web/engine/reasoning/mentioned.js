// The versions that tables and rules name for a component.

import { mentions } from "../ranges/notation/tokens.js";
import { getScheme } from "../versions/registry.js";

/**
 * @typedef {import("./payload.js").Product} Product
 * @typedef {import("./payload.js").Component} Component
 */

/**
 * Return the versions named, as their authors wrote them, each once, from the newest on.
 * @param {Product} product
 * @param {Component} component
 * @returns {string[]}
 */
export function versionsMentioned(product, { id, scheme: name, full }) {
  const scheme = getScheme(name, { full });
  const cells = product.tables.flatMap((table) =>
    table.rows.flatMap((row) => [row.subject, ...row.cells]),
  );
  const texts = cells.flatMap((cell) => (cell.components.includes(id) ? mentions(cell.text) : []));
  for (const { component, other, when, other_when } of product.rules) {
    if (component === id && when) texts.push(...mentions(when.text));
    if (other === id && other_when) texts.push(...mentions(other_when.text));
  }
  const extents = [...new Set(texts)].flatMap((text) => scheme?.extent(text) ?? []);
  return extents
    .sort((a, b) => scheme?.compareCuts(b.start, a.start) ?? 0)
    .map(({ text }) => text);
}
