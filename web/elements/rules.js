// <compat-rules>: rules in words; shows the one that the page's address names.

import { fragment } from "./address.js";

const TARGET = "compat-target";

export class CompatRules extends HTMLElement {
  connectedCallback() {
    window.addEventListener("hashchange", this);
    window.addEventListener("popstate", this);
    this.handleEvent();
  }

  disconnectedCallback() {
    window.removeEventListener("hashchange", this);
    window.removeEventListener("popstate", this);
  }

  handleEvent() {
    const named = fragment();
    for (const rule of this.querySelectorAll("li")) {
      rule.classList.toggle(TARGET, rule.id !== "" && rule.id === named);
    }
  }
}
