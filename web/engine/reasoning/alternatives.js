// Which rows name versions that work each for itself, as in mkdocs_compat/model/table.py.

/** @typedef {import("./payload.js").Row} Row */

/**
 * Tell whether two rows are about the very same versions, or each under a condition of its own:
 * `5.2 - 5.4 (without PHP 7)` and `5.2 - 6.x (with PHP 7)`.
 * @param {Row | null} one
 * @param {Row | null} other
 */
export function areAlternatives(one, other) {
  const [a, b] = [one?.subject, other?.subject];
  if (!a?.range || !b?.range) return false;
  if (String(a.range.inside) === String(b.range.inside)) return true;
  return !!a.condition && !!b.condition && a.condition !== b.condition;
}
