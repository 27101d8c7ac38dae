// Work that waits until what matters more has been painted.

/** Runs steps one after the other, each in a task of its own, until newer ones replace them. */
export class Later {
  #turn = 0;

  /** Whether all steps given have been run. */
  isDone = true;

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
      const step = left.shift();
      this.isDone = !step;
      if (!step) return;
      step();
      setTimeout(next);
    };
    requestAnimationFrame(() => setTimeout(next));
  }
}
