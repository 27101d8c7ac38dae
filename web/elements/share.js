// Copies an answer for somebody else: as a link, or as Markdown.

import { h } from "./dom.js";

/** The two buttons; where the clipboard is out of reach, the text is shown, selected. */
export class Share {
  #said = h("span", { class: "compat-share__said", role: "status" });
  #place = h("div", { class: "compat-share__place" });

  /**
   * @param {() => string} link
   * @param {() => string} markdown
   * @param {HTMLElement[]} more Further buttons.
   */
  constructor(link, markdown, more = []) {
    this.element = h(
      "div",
      { class: "compat-share", hidden: true },
      this.#button("Copy link", "Link copied.", link),
      this.#button("Copy as Markdown", "Markdown copied.", markdown),
      ...more,
      this.#said,
      this.#place,
    );
  }

  /**
   * Forget what was copied.
   * @param {boolean} isShown Whether there is an answer to copy.
   */
  reset(isShown) {
    this.element.hidden = !isShown;
    this.#said.textContent = "";
    this.#place.replaceChildren();
  }

  /**
   * @param {string} name
   * @param {string} done
   * @param {() => string} text
   */
  #button(name, done, text) {
    const element = h("button", { class: "compat-button", type: "button" }, name);
    element.addEventListener("click", async () => {
      const copied = text();
      this.#place.replaceChildren();
      this.#said.textContent = "";
      if (await isCopied(copied)) this.#said.textContent = done;
      else this.#said.textContent = showSelected(this.#place, copied);
    });
    return element;
  }
}

/** @param {string} text */
async function isCopied(text) {
  try {
    // Undefined in a page that did not come over a secure connection.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {HTMLElement} place
 * @param {string} text
 * @returns {string} What the reader has to do.
 */
function showSelected(place, text) {
  const field = h("textarea", {
    class: "compat-share__text",
    readonly: true,
    rows: Math.min(text.split("\n").length, 8),
    "aria-label": "Text to copy",
  });
  field.value = text;
  place.replaceChildren(field);
  field.focus();
  field.select();
  return "The browser does not let this page copy. The text is selected: copy it from here.";
}
