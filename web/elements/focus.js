// Keeps the focus when an answer replaces another one.

/** @typedef {{element: Element, isFirst: boolean}} Focused */

const REACHED = "a, button, summary";

/**
 * Return what has the focus within an element, if anything has.
 * @param {HTMLElement} element
 * @returns {Focused | null}
 */
export function focusedIn(element) {
  const { activeElement: focused } = document;
  if (!focused || focused === element || !element.contains(focused)) return null;
  return { element: focused, isFirst: element.querySelector(REACHED) === focused };
}

/**
 * Focus what stands for something that is gone; nothing when the focus has gone elsewhere. Who has
 * just come from the fields stays at the beginning.
 * @param {HTMLElement} element
 * @param {Focused | null} focused
 */
export function focusAgain(element, focused) {
  if (!focused || focused.element.isConnected || document.activeElement !== document.body) return;
  const { element: gone, isFirst } = focused;
  /** @type {HTMLElement[]} */
  const all = [...element.querySelectorAll(REACHED)].filter((each) => each instanceof HTMLElement);
  const alike = all.filter((each) => each.className === gone.className);
  const same = alike.find((each) => each.textContent === gone.textContent);
  const next = isFirst ? all[0] : (same ?? alike[0]);
  next?.focus();
}
