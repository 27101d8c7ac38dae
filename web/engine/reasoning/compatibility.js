// Answers about one product: the verdict for a set of versions, with its reasons.

import { write } from "../ranges/text.js";
import { getScheme } from "../versions/registry.js";
import { Coverage } from "./coverage.js";
import { answerPair } from "./pair.js";
import { readAsked } from "./question.js";
import { otherNotes, sentence } from "./sentence.js";
import { rank, worst } from "./verdict.js";

/**
 * @typedef {import("../versions/scheme.js").Scheme} Scheme
 * @typedef {import("./payload.js").Product} Product
 * @typedef {import("./payload.js").Component} Component
 * @typedef {import("../ranges/version-set.js").Interval} Interval
 * @typedef {import("./statement.js").Relation} Relation
 * @typedef {import("./statement.js").Statement} Statement
 * @typedef {import("./pieces.js").Asked} Asked
 * @typedef {import("./pair.js").Region} Region
 * @typedef {import("./answer.js").Question} Question
 * @typedef {import("./answer.js").Answer} Answer
 * @typedef {import("./answer.js").Member} Member
 * @typedef {import("./answer.js").Pair} Pair
 * @typedef {import("./answer.js").Problem} Problem
 * @typedef {import("./answer.js").Reason} Reason
 * @typedef {import("./answer.js").Split} Split
 */

export class Compatibility {
  /** @type {Map<string, {component: Component, scheme: Scheme}>} */
  #components = new Map();
  /** @type {Relation[]} */
  #all = [];
  /**
   * For each component, the tables that relate it to another.
   * @type {Map<string, Map<string, Relation[]>>}
   */
  #relations = new Map();

  /**
   * @param {Product} product
   * @throws {Error} It names a scheme or a component that there is not.
   */
  constructor(product) {
    this.product = product;
    for (const component of product.components) {
      const scheme = getScheme(component.scheme, { full: component.full });
      if (!scheme) throw new Error(`“${component.scheme}” is no version scheme`);
      this.#components.set(component.id, { component, scheme });
      this.#relations.set(component.id, new Map());
    }
    for (const table of product.tables) {
      const coverage = new Coverage(table.rows, this.#scheme(table.subject).compareCuts);
      for (const other of new Set(table.components)) {
        const otherOrder = this.#scheme(other).compareCuts;
        this.#relate({ table, coverage, subject: table.subject, other, otherOrder });
      }
    }
  }

  /**
   * Return the verdict for some versions, the pairs it comes from and their reasons.
   * @param {Question} question Components that the product does not have are no part of it.
   * @returns {Answer}
   */
  ask(question) {
    /** @type {Problem[]} */
    const problems = [];
    const asked = this.read(question, problems);
    const pairs = asked.flatMap((a, at) => asked.slice(at + 1).flatMap((b) => this.#pair(a, b) ?? []));
    pairs.sort((one, other) => rank(other.verdict) - rank(one.verdict));
    const verdict = pairs.length ? worst(pairs.map((pair) => pair.verdict)) : null;
    return { verdict, pairs, groups: [], clash: [], problems, newer: [] };
  }

  /**
   * Return the versions of a question, in the order of the product's components.
   * @param {Question} question
   * @param {Problem[]} problems Texts that are no versions are added here.
   * @returns {Asked[]}
   */
  read(question, problems = []) {
    const texts = new Map(Object.entries(question));
    /** @type {Asked[]} */
    const asked = [];
    for (const [id, { component, scheme }] of this.#components) {
      for (const text of texts.get(id) ?? []) {
        const read = readAsked(component, scheme, text);
        if ("message" in read) problems.push(read);
        else asked.push(read);
      }
    }
    return asked;
  }

  /**
   * Return the ids of the components that some table relates to this one.
   * @param {string} id
   * @returns {string[]}
   */
  related(id) {
    return [...(this.#relations.get(id)?.keys() ?? [])];
  }

  /**
   * Return every relation, table by table.
   * @returns {Relation[]}
   */
  relations() {
    return this.#all;
  }

  /**
   * @param {string} id
   * @throws {Error} There is no such component.
   */
  #scheme(id) {
    const found = this.#components.get(id);
    if (!found) throw new Error(`“${id}” is no component`);
    return found.scheme;
  }

  /** @param {Relation} relation */
  #relate(relation) {
    const { subject, other } = relation;
    this.#all.push(relation);
    for (const [from, to] of [[subject, other], [other, subject]]) {
      const others = this.#relations.get(from);
      others?.set(to, [...(others.get(to) ?? []), relation]);
    }
  }

  /**
   * @param {Asked} first
   * @param {Asked} second
   * @returns {Pair | null} Null when nothing relates the two.
   */
  #pair(first, second) {
    const relations = this.#relations.get(first.component)?.get(second.component);
    if (!relations) return null;
    const [a, b] = relations[0].subject === first.component ? [first, second] : [second, first];
    const { verdict, statements, regions } = answerPair(relations, a, b);
    const isSplit = regions.length > 1;
    return {
      a: this.#member(a),
      b: this.#member(b),
      verdict,
      reasons: statements.map((statement) => this.#reason(statement, a, b)),
      split: isSplit ? regions.map((region) => this.#split(region, a, b)) : [],
    };
  }

  /**
   * @param {Asked} asked
   * @returns {Member}
   */
  #member({ component: id, text }) {
    const { component } = /** @type {{component: Component}} */ (this.#components.get(id));
    return { component: id, name: component.name, version: text, instance: 0 };
  }

  /**
   * @param {Statement} statement
   * @param {Asked} a
   * @param {Asked} b
   * @returns {Reason}
   */
  #reason(statement, a, b) {
    const { table, row, cell, ground, verdict } = statement;
    const [subject, other] = table.subject === a.component ? [a, b] : [b, a];
    const place = cell ?? row?.subject ?? null;
    return {
      ground,
      verdict,
      sentence: sentence(statement, this.#member(subject), this.#member(other)),
      notes: otherNotes(statement),
      title: table.title,
      url: place ? `${table.url.split("#")[0]}#${place.anchor}` : table.url,
      anchor: place?.anchor ?? null,
      path: place?.path ?? table.page,
      line: place?.line ?? null,
      column: place?.column ?? null,
      rule: null,
      cell: cell?.text ?? null,
    };
  }

  /**
   * @param {Region} region
   * @param {Asked} a
   * @param {Asked} b
   * @returns {Split}
   */
  #split(region, a, b) {
    return { a: this.#part(region.a, a), b: this.#part(region.b, b), verdict: region.verdict, some: false };
  }

  /**
   * Write a part of the versions asked about; null for all of them.
   * @param {Interval[] | null} part
   * @param {Asked} asked
   */
  #part(part, asked) {
    return part && write({ inside: part, edge: [] }, asked.scheme);
  }
}
