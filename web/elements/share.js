// Copies an answer for somebody else: as a link, or as Markdown.

import { h } from "./dom.js";

/**
 * Build the two buttons; where the clipboard is out of reach, the text is shown, selected.
 * @param {() => string} link
 * @param {() => string} markdown
 */
export function buildShare(link, markdown) {
  const said = h("span", { class: "compat-share__said", role: "status" });
  const place = h("div", { class: "compat-share__place" });
  /**
   * @param {string} name
   * @param {string} done
   * @param {() => string} text
   */
  const button = (name, done, text) => {
    const element = h("button", { class: "compat-button", type: "button" }, name);
    element.addEventListener("click", async () => {
      const copied = text();
      place.replaceChildren();
      said.textContent = "";
      if (await isCopied(copied)) said.textContent = done;
      else said.textContent = showSelected(place, copied);
    });
    return element;
  };
  return h(
    "div",
    { class: "compat-share" },
    button("Copy link", "Link copied.", link),
    button("Copy as Markdown", "Markdown copied.", markdown),
    said,
    place,
  );
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
