// What of a plan is done already. It stays in this browser, and where that keeps nothing, as long as
// the page is open.

const PREFIX = "mkdocs-compat:plan:";

/** What a browser that keeps nothing could not keep. @type {Map<string, string>} */
const memory = new Map();

/** The items of one plan that are ticked off. */
export class Progress {
  #key;
  /** @type {Set<string>} */
  #done;

  /**
   * @param {string} product
   * @param {string} plan What tells it from all other plans.
   */
  constructor(product, plan) {
    this.#key = `${PREFIX}${product}:${plan}`;
    this.#done = new Set(itemsOf(load(this.#key)));
  }

  get isEmpty() {
    return !this.#done.size;
  }

  /** @param {string} item */
  has(item) {
    return this.#done.has(item);
  }

  /**
   * @param {string} item
   * @param {boolean} isDone
   */
  set(item, isDone) {
    if (isDone) this.#done.add(item);
    else this.#done.delete(item);
    save(this.#key, this.#done.size ? JSON.stringify([...this.#done]) : null);
  }

  clear() {
    this.#done.clear();
    save(this.#key, null);
  }
}

/** @param {string} key */
function load(key) {
  const remembered = memory.get(key);
  if (remembered !== undefined) return remembered;
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string | null} text */
function save(key, text) {
  memory.delete(key);
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    if (text !== null) memory.set(key, text);
  }
}

/**
 * Read what was kept; others may have written there.
 * @param {string | null} text
 * @returns {string[]}
 */
function itemsOf(text) {
  try {
    const items = JSON.parse(text ?? "[]");
    return Array.isArray(items) ? items.filter((item) => typeof item === "string") : [];
  } catch {
    return [];
  }
}
