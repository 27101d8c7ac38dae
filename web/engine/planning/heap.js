// A heap: the least of its items comes first.

/** @template T */
export class Heap {
  /** @type {T[]} */
  #items = [];
  /** @type {(a: T, b: T) => number} */
  #order;

  /** @param {(a: T, b: T) => number} order */
  constructor(order) {
    this.#order = order;
  }

  /** @param {T} item */
  push(item) {
    const items = this.#items;
    let at = items.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.#order(items[above], item) <= 0) break;
      items[at] = items[above];
      at = above;
    }
    items[at] = item;
  }

  /** Take the least item; undefined where there is none. */
  pop() {
    const items = this.#items;
    const least = items[0];
    const last = items.pop();
    if (!items.length || last === undefined) return least;
    let at = 0;
    for (let below = 1; below < items.length; below = 2 * at + 1) {
      if (below + 1 < items.length && this.#order(items[below + 1], items[below]) < 0) below++;
      if (this.#order(last, items[below]) <= 0) break;
      items[at] = items[below];
      at = below;
    }
    items[at] = last;
    return least;
  }
}
