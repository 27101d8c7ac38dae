// The versions that a reader runs and those that are wanted: two fields for each component.

import { h } from "./dom.js";
import { suggestions } from "./suggestions.js";
import { VersionField } from "./version-field.js";

/**
 * @typedef {import("../engine/reasoning/answer.js").Problem} Problem
 * @typedef {import("../engine/reasoning/payload.js").Component} Component
 * @typedef {import("../engine/reasoning/payload.js").Product} Product
 */

/** @typedef {{component: Component, from: VersionField, to: VersionField, newest: string | null}} Row */

export class PlannerFields {
  /** @type {Row[]} */
  #rows;

  /**
   * @param {Product} product
   * @param {Component[]} components Those that are offered.
   * @param {string} id Unique on the page.
   */
  constructor(product, components, id) {
    this.#rows = components.map((component, at) => {
      const suggest = () => suggestions(product, component);
      const { name } = component;
      return {
        component,
        from: new VersionField(component, `${id}-from-${at}`, suggest, { label: [name, quiet(", you run")] }),
        to: new VersionField(component, `${id}-to-${at}`, suggest, {
          label: [h("span", { class: "compat-hidden" }, `${name},`), quiet(" you want")],
          isSingle: true,
        }),
        newest: component.releases[component.releases.length - 1]?.version ?? null,
      };
    });
    this.element = h(
      "div",
      { class: "compat-planner__fields" },
      ...this.#rows.flatMap(({ from, to }) => [from.element, to.element]),
    );
  }

  /** Whether some component that runs could be taken to its newest release. */
  get canTakeNewest() {
    return this.#rows.some(
      ({ from, to, newest }) => newest !== null && from.versions.length > 0 && to.versions[0] !== newest,
    );
  }

  get start() {
    return Object.fromEntries(this.#rows.map(({ component, from }) => [component.id, from.versions]));
  }

  get target() {
    const given = this.#rows.filter(({ to }) => to.versions.length);
    return Object.fromEntries(given.map(({ component, to }) => [component.id, to.versions.join(", ")]));
  }

  /**
   * Fill the fields; what they hold already stays untouched.
   * @param {Record<string, string[]>} start
   * @param {Record<string, string>} target
   */
  fill(start, target) {
    for (const { component, from, to } of this.#rows) {
      put(from, start[component.id] ?? []);
      put(to, component.id in target ? [target[component.id]] : []);
    }
  }

  clear() {
    this.fill({}, {});
    this.propose();
    this.#rows[0]?.from.focus(0);
  }

  /** Propose the newest release of a component that is the only one. */
  propose() {
    const [row, ...others] = this.#rows;
    if (row && !others.length && !row.to.versions.length && row.newest) row.to.versions = [row.newest];
  }

  /** Want the newest release of all that runs. */
  takeNewest() {
    for (const { from, to, newest } of this.#rows) {
      if (newest !== null && from.versions.length) to.versions = [newest];
    }
  }

  /**
   * Want another version of a component.
   * @param {string} id
   * @param {string} version
   */
  want(id, version) {
    const row = this.#rows.find(({ component }) => component.id === id);
    if (!row) return;
    row.to.versions = [version];
    row.to.focus(0);
  }

  /**
   * Show what is wrong beside the fields.
   * @param {Problem[]} problems
   */
  show(problems) {
    for (const { component, from, to } of this.#rows) {
      const own = problems.filter((each) => each.component === component.id);
      /** @param {VersionField} field @param {boolean} isMissing */
      const inside = (field, isMissing) =>
        own.filter(({ text }) => (text ? field.versions.join(", ").includes(text.trim()) : isMissing));
      from.show(inside(from, true).map(readable));
      to.show(inside(to, false).map(readable));
    }
  }
}

/** @param {string} text */
const quiet = (text) => h("span", { class: "compat-planner__which" }, text);

/** @param {Problem} problem */
const readable = ({ text, message }) => ({
  text,
  message: text ? message : `${message.charAt(0).toUpperCase()}${message.slice(1)}.`,
});

/** @param {VersionField} field @param {string[]} versions */
function put(field, versions) {
  if (JSON.stringify(field.versions) !== JSON.stringify(versions)) field.versions = versions;
}
