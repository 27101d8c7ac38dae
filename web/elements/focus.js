// Keeps the focus when an answer replaces another one.

/**
 * Return what has the focus within an element, if anything has.
 * @param {HTMLElement} element
 */
export function focusedIn(element) {
  const { activeElement: focused } = document;
  return focused !== element && element.contains(focused) ? focused : null;
}

/**
 * Focus what stands for something that is gone; nothing when the focus has gone elsewhere.
 * @param {HTMLElement} element
 * @param {Element | null} gone
 */
export function focusAgain(element, gone) {
  if (!gone || gone.isConnected || document.activeElement !== document.body) return;
  /** @type {NodeListOf<HTMLElement>} */
  const all = element.querySelectorAll(gone.localName);
  const alike = [...all].filter((each) => each.className === gone.className);
  (alike.find((each) => each.textContent === gone.textContent) ?? alike[0])?.focus();
}
