// A product's tables and rules, indexed by the components that they relate, as in
// mkdocs_compat/reasoning/index.py.

import { HIGHEST, LOWEST } from "../versions/keys.js";
import { getScheme } from "../versions/registry.js";
import { Coverage } from "./coverage.js";
import { Combinations, covered } from "./groups.js";
import { cellCuts, turned } from "./link.js";
import { pairVerdict } from "./pairs.js";
import { cutsOf, sorted } from "./pieces.js";
import { RuleRelation } from "./rule-relation.js";
import { worst } from "./verdict.js";

/**
 * @typedef {import("./payload.js").Product} Product
 * @typedef {import("./payload.js").Verdict} Verdict
 * @typedef {import("./payload.js").Table} Table
 * @typedef {import("./payload.js").Rule} Rule
 * @typedef {import("./pieces.js").Asked} Asked
 * @typedef {import("./link.js").Link} Link
 * @typedef {import("./groups.js").GroupAnswer} GroupAnswer
 * @typedef {import("./rule-relation.js").Known} Known
 */

// How many verdicts of pairs are remembered: looking for a fix asks about the same pairs often.
const REMEMBERED = 4096;

export class Index {
  /** @type {Map<string, Known>} */
  components = new Map();
  /** The tables whose rows count as a whole. @type {Combinations[]} */
  combinations = [];
  /**
   * By each of the components, turned so that it is the first.
   * @type {Map<string, Map<string, Link>>}
   */
  #links = new Map();
  /** By component. @type {Map<string, string[]>} */
  #boundaries = new Map();
  /** By components and versions. @type {Map<string, Verdict | null>} */
  #verdicts = new Map();

  /**
   * Rules about components that the product does not have are left out.
   * @param {Product} product
   * @throws {Error} It names a scheme or a table's component that there is not.
   */
  constructor(product) {
    for (const component of product.components) {
      const releases = component.releases.map(({ version }) => version);
      const scheme = getScheme(component.scheme, { full: component.full, releases });
      if (!scheme) throw new Error(`“${component.scheme}” is no version scheme`);
      this.components.set(component.id, { component, scheme });
      this.#links.set(component.id, new Map());
    }
    /** @type {Map<string, Link>} */
    const links = new Map();
    for (const table of product.tables) {
      if (table.together) this.combinations.push(new Combinations(table, (id) => this.#scheme(id)));
      else this.#addTable(links, table);
    }
    for (const rule of product.rules) this.#addRule(links, rule);
    for (const link of links.values()) {
      this.#links.get(link.a)?.set(link.b, link);
      if (link.a !== link.b) this.#links.get(link.b)?.set(link.a, turned(link));
    }
    this.#firsts = new Set(links.values());
  }

  /** The links as they were made, the component first that tables are about. @type {Set<Link>} */
  #firsts;

  /**
   * Return all that relates two components, or the instances of one, the first one first; null for
   * nothing.
   * @param {string} a
   * @param {string} b
   */
  link(a, b) {
    return this.#links.get(a)?.get(b) ?? null;
  }

  /**
   * Tell whether a link has the component first that tables are about.
   * @param {Link} link
   */
  isFirst(link) {
    return this.#firsts.has(link);
  }

  /**
   * Return the links of a component, turned so that it is the first.
   * @param {string} component
   */
  linksOf(component) {
    return [...(this.#links.get(component)?.values() ?? [])];
  }

  /**
   * Return the worst verdict of some instances; null where nothing relates them.
   * @param {Asked[]} asked
   */
  verdict(asked) {
    const found = this.verdicts(asked, null);
    return found.length ? worst(found) : null;
  }

  /**
   * Return the verdicts of all pairs and groups of some instances.
   * @param {Asked[]} asked
   * @param {string[] | null} among Only pairs and groups in which one of these components is; all
   *   where null.
   */
  verdicts(asked, among) {
    /** @param {Asked[]} members */
    const isWanted = (members) => !among || members.some(({ component }) => among.includes(component));
    const groups = this.combinations.flatMap((each) =>
      each.groups(asked).filter(isWanted).map((members) => each.answer(members).verdict),
    );
    return [...this.#pairVerdicts(asked, isWanted), ...groups];
  }

  /**
   * Return the answers of the tables whose rows count as a whole.
   * @param {Asked[]} asked
   * @returns {GroupAnswer[]}
   */
  groups(asked) {
    return this.combinations.flatMap((each) => each.groups(asked).map((members) => each.answer(members)));
  }

  /**
   * Return every cut that tables and the scopes of rules make along a component, in order.
   * @param {string} component
   */
  boundaries(component) {
    // This reads all rows, so it is done once.
    const found = this.#boundaries.get(component) ?? this.#findBoundaries(component);
    this.#boundaries.set(component, found);
    return found;
  }

  /** @param {string} component */
  #findBoundaries(component) {
    const ofLinks = this.linksOf(component).flatMap(({ tables, rules }) => [
      ...tables.flatMap(({ table, subject }) =>
        table.rows.flatMap((row) =>
          subject === component ? cutsOf(row.subject.range) : cellCuts(row, component),
        ),
      ),
      ...rules.flatMap(({ relation: { rule }, bindsA }) =>
        cutsOf((bindsA ? rule.when : rule.other_when)?.range ?? null),
      ),
    ]);
    const ofGroups = this.combinations
      .filter(({ components }) => components.includes(component))
      .flatMap((each) => each.boundaries(component));
    const inner = [...ofLinks, ...ofGroups].filter((cut) => cut !== LOWEST && cut !== HIGHEST);
    return sorted(inner, this.#scheme(component).compareCuts);
  }

  /**
   * @param {Asked[]} asked
   * @param {(members: Asked[]) => boolean} isWanted
   */
  #pairVerdicts(asked, isWanted) {
    return asked.flatMap((one, at) =>
      asked.slice(at + 1).flatMap((two) => {
        return (isWanted([one, two]) && this.#pairVerdict(one, two)) || [];
      }),
    );
  }

  /**
   * Return the verdict of two instances; null where nothing relates them.
   * @param {Asked} one
   * @param {Asked} two
   */
  #pairVerdict(one, two) {
    const key = JSON.stringify([one.component, one.versions, two.component, two.versions]);
    let verdict = this.#verdicts.get(key);
    if (verdict === undefined) {
      const link = this.link(one.component, two.component);
      verdict = link && pairVerdict(link, one, two);
      if (this.#verdicts.size >= REMEMBERED) this.#verdicts.clear();
      this.#verdicts.set(key, verdict);
    }
    return verdict;
  }

  /**
   * @param {string} id
   * @throws {Error} There is no such component.
   */
  #scheme(id) {
    const found = this.components.get(id);
    if (!found) throw new Error(`“${id}” is no component`);
    return found.scheme;
  }

  /**
   * @param {Map<string, Link>} links
   * @param {Table} table
   */
  #addTable(links, table) {
    const { subject } = table;
    const coverage = new Coverage(table.rows, this.#scheme(subject).compareCuts);
    for (const other of new Set(table.components)) {
      if (other === subject) continue;
      const scheme = this.#scheme(other);
      const otherOrder = scheme.compareCuts;
      const listing = new Coverage(table.rows, otherOrder, (row) => covered(row, other, table, scheme));
      linkOf(links, subject, other).tables.push({ table, coverage, listing, subject, other, otherOrder });
    }
  }

  /**
   * @param {Map<string, Link>} links
   * @param {Rule} rule
   */
  #addRule(links, rule) {
    const component = this.components.get(rule.component);
    const other = this.components.get(rule.other);
    if (!component || !other) return;
    const relation = new RuleRelation(rule, component, other);
    const link = linkOf(links, rule.component, rule.other);
    link.rules.push({ relation, bindsA: link.a === rule.component });
    if (link.a === link.b) link.rules.push({ relation, bindsA: false });
  }
}

/**
 * Return the link of two components, which is made where there is none.
 * @param {Map<string, Link>} links
 * @param {string} a
 * @param {string} b
 * @returns {Link}
 */
function linkOf(links, a, b) {
  const key = JSON.stringify([a, b].sort());
  const link = links.get(key) ?? { a, b, tables: [], rules: [] };
  links.set(key, link);
  return link;
}
