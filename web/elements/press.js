// A click is a press and a release. What is taken away between the two is never clicked.

// From the release to the click: browsers send the clicks of fingers a little later.
const CLICK = 60;

/** Knows whether something in an element is being clicked. */
export class Press {
  #isHeld = false;
  /** @type {(() => void) | null} */
  #waiting = null;
  #timer = 0;
  #element;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
    element.addEventListener("pointerdown", () => this.#hold());
  }

  /** Whether a click is on its way. */
  get isHeld() {
    return this.#isHeld;
  }

  /**
   * Do something once no click is on its way, at once if none is; the last one given is done.
   * @param {() => void} action
   */
  released(action) {
    if (this.#isHeld) this.#waiting = action;
    else action();
  }

  #hold() {
    this.#isHeld = true;
    clearTimeout(this.#timer);
    const releases = new AbortController();
    const release = () => {
      releases.abort();
      this.#timer = window.setTimeout(() => this.#release(), CLICK);
    };
    // The pointer may be released anywhere, or be taken over for scrolling.
    for (const type of ["pointerup", "pointercancel", "dragend", "blur"]) {
      window.addEventListener(type, release, { signal: releases.signal });
    }
  }

  #release() {
    this.#isHeld = false;
    const action = this.#waiting;
    this.#waiting = null;
    if (this.#element.isConnected) action?.();
  }
}
