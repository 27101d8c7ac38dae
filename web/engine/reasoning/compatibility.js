// Answers about one product: what a set of versions is worth, why, and what would help, as in
// mkdocs_compat/reasoning/compatibility.py.

import { write } from "../ranges/text.js";
import { smallestClash } from "./clashing.js";
import { lostWithout } from "./dropping.js";
import { fixes } from "./fixing.js";
import { Index } from "./index.js";
import { answerOpen } from "./opening.js";
import { answerPair } from "./pairs.js";
import { newestBelow, readAsked } from "./question.js";
import { otherNotes, sentence } from "./sentence.js";
import { released } from "./released.js";
import { standings } from "./standing.js";
import { rank, worst } from "./verdict.js";

/**
 * @typedef {import("./payload.js").Product} Product
 * @typedef {import("./payload.js").Verdict} Verdict
 * @typedef {import("../ranges/version-set.js").Interval} Interval
 * @typedef {import("./groups.js").GroupAnswer} GroupAnswer
 * @typedef {import("./statement.js").Relation} Relation
 * @typedef {import("./statement.js").Statement} Statement
 * @typedef {import("./rule-relation.js").RuleStatement} RuleStatement
 * @typedef {import("./pieces.js").Asked} Asked
 * @typedef {import("./pairs.js").Region} Region
 * @typedef {import("./answer.js").Question} Question
 * @typedef {import("./answer.js").Answer} Answer
 * @typedef {import("./answer.js").Group} Group
 * @typedef {import("./answer.js").Member} Member
 * @typedef {import("./answer.js").Pair} Pair
 * @typedef {import("./answer.js").Problem} Problem
 * @typedef {import("./answer.js").Reason} Reason
 * @typedef {import("./answer.js").Split} Split
 * @typedef {import("./answer.js").Open} Open
 * @typedef {import("./answer.js").Fix} Fix
 * @typedef {import("./answer.js").Standing} Standing
 * @typedef {import("./answer.js").Lost} Lost
 * @typedef {ReturnType<typeof answerPair> & {members: [Asked, Asked]}} PairAnswer
 */

/** A product made ready for questions. */
export class Compatibility {
  /** @type {Index} */
  #index;

  /**
   * @param {Product} product
   * @throws {Error} It names a scheme or a component that there is not.
   */
  constructor(product) {
    this.product = product;
    this.#index = new Index(product);
  }

  /**
   * Return the verdict for some versions, the pairs and groups it comes from and their reasons.
   * @param {Question} question Components that the product does not have are no part of it.
   * @returns {Answer}
   */
  ask(question) {
    /** @type {Problem[]} */
    const problems = [];
    const asked = this.read(question, problems);
    const pairs = asked
      .flatMap((a, at) => asked.slice(at + 1).flatMap((b) => this.#pair(a, b) ?? []))
      .sort(worstFirst);
    const groups = this.#index.groups(asked).sort(worstFirst);
    const verdicts = [...pairs, ...groups].map((each) => each.verdict);
    const clash = smallestClash(this.#index, pairs, groups);
    return {
      verdict: verdicts.length ? worst(verdicts) : null,
      pairs: pairs.map((pair) => this.#pairShown(pair)),
      groups: groups.map((group) => this.#groupShown(group)),
      clash: clash.map((each) => this.#member(each)),
      problems,
      newer: asked.flatMap((each) => {
        const newest = newestBelow(this.#component(each.component), each);
        return newest === null ? [] : { asked: this.#member(each), newest };
      }),
    };
  }

  /**
   * Return which versions of a component go with what is asked of the others; null where nothing
   * relates the component to any of the others.
   * @param {Question} question
   * @param {string} component Id.
   * @returns {Open | null}
   */
  open(question, component) {
    const others = this.read(question).filter((each) => each.component !== component);
    return this.#index.components.has(component) ? answerOpen(this.#index, component, others) : null;
  }

  /**
   * Return changes that make a set work, at most three, the cheapest first; none for a set that is
   * compatible, nor where no change of one or two components helps.
   * @param {Question} question
   * @returns {Fix[]}
   */
  fixes(question) {
    return fixes(this.#index, this.read(question));
  }

  /**
   * Return where each component in question stands, in the product's order.
   * @param {Question} question
   * @returns {Standing[]}
   */
  standings(question) {
    return standings(this.#index, this.read(question));
  }

  /**
   * Return what works with nothing any more once some versions of a component are gone.
   * @param {string} component Id.
   * @param {string} text The versions to go: a version, a line or a range.
   * @returns {Lost[] | null} Null where the text names no versions of the component.
   */
  dropped(component, text) {
    return lostWithout(this.#index, component, text);
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
    for (const [id, { component, scheme }] of this.#index.components) {
      let instance = 0;
      for (const text of texts.get(id) ?? []) {
        const read = readAsked(component, scheme, text, instance);
        if ("message" in read) problems.push(read);
        else instance = asked.push(read) && instance + 1;
      }
    }
    return asked;
  }

  /**
   * Return the ids of the other components that some table or rule relates to this one.
   * @param {string} id
   * @returns {string[]}
   */
  related(id) {
    const groups = this.#index.combinations.filter(({ components }) => components.includes(id));
    const ids = [
      ...this.#index.linksOf(id).map((link) => link.b),
      ...groups.flatMap(({ components }) => components),
    ];
    return [...new Set(ids)].filter((other) => other !== id);
  }

  /**
   * Return every relation of a table whose cells speak alone, component by component.
   * @returns {Relation[]}
   */
  relations() {
    return [...this.#index.components.keys()].flatMap((id) =>
      this.#index.linksOf(id).flatMap(({ tables }) => tables.filter(({ subject }) => subject === id)),
    );
  }

  /** @param {string} id */
  #component(id) {
    return /** @type {import("./rule-relation.js").Known} */ (this.#index.components.get(id)).component;
  }

  /**
   * @param {Asked} first
   * @param {Asked} second
   * @returns {PairAnswer | null} Null when nothing relates the two.
   */
  #pair(first, second) {
    const link = this.#index.link(first.component, second.component);
    if (!link) return null;
    if (!this.#index.isFirst(link)) return this.#pair(second, first);
    return { members: [first, second], ...answerPair(link, first, second) };
  }

  /**
   * @param {PairAnswer} answer
   * @returns {Pair}
   */
  #pairShown({ members, verdict, statements, regions }) {
    const [a, b] = members;
    const isSplit = new Set(regions.map((region) => region.verdict)).size > 1;
    return {
      a: this.#member(a),
      b: this.#member(b),
      verdict,
      reasons: statements.map((statement) => this.#reason(statement, members, isSplit)),
      split: isSplit ? regions.map((region) => splitOf(region, a, b)) : [],
    };
  }

  /**
   * @param {GroupAnswer} group
   * @returns {Group}
   */
  #groupShown({ members, verdict, statements }) {
    return {
      members: members.map((each) => this.#member(each)),
      verdict,
      reasons: statements.map((statement) => this.#reason(statement, members, false)),
    };
  }

  /**
   * @param {Asked} asked
   * @returns {Member}
   */
  #member({ component, text, instance }) {
    return { component, name: this.#component(component).name, version: text, instance };
  }

  /**
   * @param {Statement | RuleStatement} statement
   * @param {Asked[]} asked
   * @param {boolean} isSplit
   * @returns {Reason}
   */
  #reason(statement, asked, isSplit) {
    const said = {
      ground: statement.ground,
      verdict: statement.verdict,
      sentence: sentence(statement, asked, (id) => this.#component(id).name, isSplit),
      notes: otherNotes(statement),
    };
    if ("rule" in statement) {
      const { id, title, url, anchor, path, line, column } = statement.rule;
      return { ...said, title, url, anchor, path, line, column, rule: id, cell: null };
    }
    const { table, row, cell } = statement;
    const place = cell ?? row?.subject ?? null;
    return {
      ...said,
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
}

/** @param {{verdict: Verdict}} one @param {{verdict: Verdict}} other */
const worstFirst = (one, other) => rank(other.verdict) - rank(one.verdict);

/**
 * @param {Region} region
 * @param {Asked} a
 * @param {Asked} b
 * @returns {Split}
 */
const splitOf = ({ a: partOfA, b: partOfB, verdict, some }, a, b) => ({
  a: part(partOfA, a),
  b: part(partOfB, b),
  verdict,
  some,
});

/**
 * Write a part of the versions asked about; null for all of them.
 * @param {Interval[] | null} versions
 * @param {Asked} asked
 */
function part(versions, { scheme }) {
  if (!versions) return null;
  const own = released(versions, scheme);
  return write({ inside: own.length ? own : versions, edge: [] }, scheme);
}
