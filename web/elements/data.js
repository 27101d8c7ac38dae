// The facts that an element works on, as the page brings them along.

import { VERDICTS } from "../engine/reasoning/verdict.js";

/**
 * @typedef {import("../engine/reasoning/payload.js").Product} Product
 * @typedef {import("../engine/reasoning/payload.js").Table} Table
 */

/** Fired on the document when a script has brought data that elements wait for. */
export const DATA_EVENT = "mkdocs-compat:data";

const LEVELS = ["major", "minor", "patch"];

/**
 * Return the facts of an element: from its `data-compat`, or from the script that its
 * `data-compat-src` names. Null when that script has not run yet.
 * @param {HTMLElement} element
 * @returns {Product | null}
 * @throws {Error} The data cannot be used.
 */
export function readProduct(element) {
  const { compat, compatSrc } = element.dataset;
  const data = compat === undefined ? brought(compatSrc ?? "") : JSON.parse(compat);
  if (data === undefined) return null;
  const product = completed(data);
  if (!isProduct(product)) throw new Error("The data is not what mkdocs-compat writes");
  return product;
}

/**
 * Return data with what its older form did not have yet: no releases, no rules.
 * @param {any} data
 */
function completed(data) {
  const { components, tables } = data ?? {};
  if (!Array.isArray(components) || !Array.isArray(tables)) return data;
  return {
    ...data,
    components: components.map((each) => ({ releases: [], ...each })),
    tables: tables.map((each) => ({ together: false, ...each })),
    rules: data.rules ?? [],
  };
}

/**
 * @param {string} id
 * @returns {unknown}
 */
function brought(id) {
  const { mkdocsCompat = {} } = /** @type {{mkdocsCompat?: Record<string, unknown>}} */ (window);
  return new Map(Object.entries(mkdocsCompat)).get(id);
}

/** @param {any} data */
const isText = (data) => typeof data === "string";

/** @param {any} data @param {(item: any) => boolean} isItem */
const isListOf = (data, isItem) => Array.isArray(data) && data.every(isItem);

/** @param {any} data */
const isInterval = (data) => isListOf(data, isText) && data.length === 2;

/** @param {any} data */
const isRange = (data) =>
  data === null || (isListOf(data?.inside, isInterval) && isListOf(data.edge, isInterval));

/** @param {any} data */
const isCell = (data) =>
  isText(data?.text) &&
  isText(data.anchor) &&
  isListOf(data.components, isText) &&
  isListOf(data.notes, isText) &&
  isRange(data.range);

/** @param {any} data */
const isRow = (data) => isCell(data?.subject) && isListOf(data.cells, isCell);

/** @param {any} data */
const isTable = (data) =>
  [data?.id, data?.title, data?.url, data?.subject].every(isText) &&
  [data.verdict, data.blank].every((verdict) => VERDICTS.includes(verdict)) &&
  isListOf(data.components, isText) &&
  isListOf(data.rows, isRow);

/** @param {any} data */
const isComponent = (data) =>
  [data?.id, data?.name, data?.scheme].every(isText) &&
  isListOf(data.releases, (release) => isText(release?.version));

/** @param {any} data */
const isScope = (data) => data === null || (data?.range && isRange(data.range));

/** @param {any} data */
const isLevel = (data) => data === null || LEVELS.includes(data);

/** @param {any} data */
const isDistance = (data) =>
  data === null || (Number.isSafeInteger(data?.count) && LEVELS.includes(data.level));

/** @param {any} data */
const isRule = (data) =>
  [data?.id, data?.component, data?.other, data?.words, data?.title, data?.url].every(isText) &&
  [data.when, data.other_when].every(isScope) &&
  [data.same, data.not_newer, data.not_older].every(isLevel) &&
  [data.behind, data.ahead, data.apart].every(isDistance) &&
  VERDICTS.includes(data.verdict);

/**
 * @param {any} data
 * @returns {data is Product}
 */
function isProduct(data) {
  return (
    isText(data?.id) &&
    isListOf(data.components, isComponent) &&
    isListOf(data.tables, isTable) &&
    isListOf(data.rules, isRule)
  );
}
