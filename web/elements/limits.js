// The limits that a partial answer has.

/**
 * @typedef {import("../engine/reasoning/payload.js").Product} Product
 * @typedef {import("../engine/reasoning/answer.js").Answer} Answer
 * @typedef {import("../engine/reasoning/answer.js").Reason} Reason
 */

/**
 * Return the notes that say which limits a partial answer has, each once.
 * @param {Product} product
 * @param {Answer} answer
 */
export function limits(product, { pairs, groups }) {
  const reasons = [...pairs, ...groups]
    .filter(({ verdict }) => verdict === "partial")
    .flatMap((part) => part.reasons.filter(({ verdict }) => verdict === "partial"));
  return [...new Set(reasons.flatMap((reason) => limit(product, reason) ?? []))];
}

/**
 * @param {Product} product
 * @param {Reason} reason
 */
function limit({ rules, tables }, { rule, title, url, notes }) {
  if (rule !== null) return rules.find(({ id }) => id === rule)?.note;
  const [page] = url.split("#");
  const table = tables.find(
    (each) => each.verdict === "partial" && each.title === title && each.url.split("#")[0] === page,
  );
  return table?.note ?? notes[0];
}
