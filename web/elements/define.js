// Makes the elements known to the page.

/**
 * Define an element once; a page may load the script twice.
 * @param {string} name
 * @param {CustomElementConstructor} constructor
 */
export function define(name, constructor) {
  if (!customElements.get(name)) customElements.define(name, constructor);
}
