// A plan as a file, and on paper.

import { h } from "./dom.js";

const PRINTED = "compat-printed";
const BESIDE = "compat-unprinted";

/**
 * Build a button that saves a text as a file.
 * @param {string} words On the button.
 * @param {string} type Of the file.
 * @param {() => {name: string, text: string}} file
 */
export function saveButton(words, type, file) {
  return button(words, () => {
    const { name, text } = file();
    const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    const link = h("a", { href, download: name, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    // The browser reads it later.
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  });
}

/**
 * Build a button that prints an element and nothing else of its page, with all that is folded.
 * @param {() => HTMLElement} printed
 */
export const printButton = (printed) => button("Print", () => print(printed()));

/** @param {string} words @param {() => void} action */
function button(words, action) {
  const element = h("button", { class: "compat-button", type: "button" }, words);
  element.addEventListener("click", action);
  return element;
}

/** @param {HTMLElement} element */
function print(element) {
  const beside = besides(element);
  const folded = [...element.querySelectorAll("details")].filter(({ open }) => !open);
  const restore = () => {
    element.classList.remove(PRINTED);
    for (const each of beside) each.classList.remove(BESIDE);
    for (const details of folded) details.open = false;
  };
  element.classList.add(PRINTED);
  for (const each of beside) each.classList.add(BESIDE);
  for (const details of folded) details.open = true;
  window.addEventListener("afterprint", restore, { once: true });
  try {
    window.print();
  } catch {
    restore();
  }
}

/**
 * Return all that stands beside an element or what it stands in.
 * @param {Element} element
 */
function besides(element) {
  /** @type {Element[]} */
  const found = [];
  for (let inner = element; inner.parentElement && inner !== document.body; inner = inner.parentElement) {
    found.push(...[...inner.parentElement.children].filter((each) => each !== inner));
  }
  return found;
}
