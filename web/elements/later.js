// Work that waits until what matters more has been painted.

// How long steps wait before they ask again, in milliseconds.
const AGAIN = 30;

/** Runs steps one after the other, each in a task of its own, until newer ones replace them. */
export class Later {
  #turn = 0;
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

  /** @param {(() => void)[]} steps */
  run(steps) {
    const turn = ++this.#turn;
    this.isDone = false;
    const [...left] = steps;
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
