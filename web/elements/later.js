// Work that waits until what matters more has been painted.

// How long steps wait before they ask again, in milliseconds.
const AGAIN = 30;
// How long a reader's key press may be held up, in milliseconds.
const LONGEST = 100;

/** Runs steps one after the other, each in a task of its own, until newer ones replace them. */
export class Later {
  #turn = 0;
  /** @type {(() => void)[]} */
  #left = [];
  #isFree;

  /** Whether all steps given have been run. */
  isDone = true;

  /** @param {() => boolean} isFree Whether the page may change now; otherwise the steps wait. */
  constructor(isFree) {
    this.#isFree = isFree;
  }

  cancel() {
    this.#turn++;
  }

  /** Run what is left now, unless it takes too long. */
  finish() {
    const end = performance.now() + LONGEST;
    const left = this.#left;
    this.#turn++;
    while (left.length && performance.now() < end) left.shift()?.();
    if (left.length) this.run(left);
    else this.isDone = true;
  }

  /** @param {(() => void)[]} steps */
  run(steps) {
    const turn = ++this.#turn;
    this.isDone = false;
    const left = [...steps];
    this.#left = left;
    const next = () => {
      if (turn !== this.#turn) return;
      if (!this.#isFree()) {
        setTimeout(next, AGAIN);
        return;
      }
      const step = left.shift();
      this.isDone = !step;
      if (!step) return;
      step();
      setTimeout(next);
    };
    requestAnimationFrame(() => setTimeout(next));
  }
}
