// What one rule says of the versions of its two components, as in
// mkdocs_compat/reasoning/rule_relation.py. Versions in question may be many, so that a relation
// can hold for some of them and fail for others.

import { membership } from "../ranges/range.js";
import { Train, compareLines, isEndless, numbering, spanAt } from "./lines.js";
import { cutsOf } from "./pieces.js";

/**
 * @typedef {import("../ranges/version-set.js").Interval} Interval
 * @typedef {import("../versions/scheme.js").Scheme} Scheme
 * @typedef {import("./payload.js").Component} Component
 * @typedef {import("./payload.js").Rule} Rule
 * @typedef {import("./payload.js").RuleLevel} RuleLevel
 * @typedef {import("./payload.js").Scope} Scope
 * @typedef {import("./payload.js").Verdict} Verdict
 * @typedef {import("./lines.js").Line} Line
 * @typedef {import("./lines.js").Numbering} Numbering
 * @typedef {import("./lines.js").Span} Span
 */

/** @typedef {"allowed" | "forbidden" | "uncounted"} RuleGround What a rule finds of two versions. */
/** @typedef {number} Outcomes What may become of a relation: some of the bits below. */

/**
 * What a rule says of two versions.
 * @typedef {object} RuleStatement
 * @property {Rule} rule
 * @property {RuleGround} ground
 * @property {Verdict | null} verdict Null where the distance cannot be counted.
 * @property {string[]} failing The relations that are not met, in the author's words.
 */

/**
 * One relation of a rule: its name, how many numbers it compares, and how far it reaches.
 * @typedef {object} RuleTerm
 * @property {string} name
 * @property {number} count
 * @property {number} most
 * @property {Train} train
 */

/** @typedef {{component: Component, scheme: Scheme}} Known A component with its scheme. */

/** @type {Record<RuleLevel, number>} */
const COUNTED = { major: 1, minor: 2, patch: 3 };

const HOLDS = 1;
const FAILS = 2;
const UNCOUNTED = 4;

/** A rule made ready for questions. */
export class RuleRelation {
  /** @type {Known} */
  #known;
  /** @type {Known} */
  #otherKnown;
  /** @type {Numbering} */
  #component;
  /** @type {Numbering} */
  #other;
  /** @type {RuleTerm[]} */
  #terms;
  /** @type {boolean} */
  #isComparable;
  /** By what becomes of the relations. @type {Map<string, (RuleStatement | null)[]>} */
  #said = new Map();

  /**
   * @param {Rule} rule
   * @param {Known} component
   * @param {Known} other
   */
  constructor(rule, component, other) {
    this.rule = rule;
    this.#known = component;
    this.#otherKnown = other;
    this.#component = numbering(component.scheme);
    this.#other = numbering(other.scheme);
    this.#terms = termsOf(rule, [component, other]);
    this.#isComparable = areComparable(component.scheme, other.scheme);
  }

  /**
   * Tell whether the rule speaks of the versions at two positions.
   * @param {string} component
   * @param {string} other
   */
  applies(component, other) {
    const { when, other_when } = this.rule;
    return (
      covers(when, component, this.#known.scheme) && covers(other_when, other, this.#otherKnown.scheme)
    );
  }

  /**
   * Return all that the rule may say of versions within two intervals, from the worst on; null
   * stands for silence. One item where the rule says the same of all versions, none where it does
   * not apply.
   * @param {Interval} component Versions for which `when` says the same.
   * @param {Interval} other Versions of the other, likewise.
   */
  statements(component, other) {
    if (!this.applies(component[0], other[0])) return [];
    return this.#say(this.#outcomes(this.#component.span(component), this.#other.span(other)));
  }

  /**
   * Return some pairs of lines within two intervals.
   * @param {Interval} component
   * @param {Interval} other
   * @returns {[Line, Line][]}
   */
  witnesses(component, other) {
    const x = this.#component.span(component);
    const y = this.#other.span(other);
    const ends = [x.low, x.high, y.low, y.high].filter((line) => !isEndless(line));
    const { lines } = new Train(ends);
    return lines
      .filter((line) => isWithin(line, x))
      .flatMap((one) => lines.filter((line) => isWithin(line, y)).map((two) => /** @type {[Line, Line]} */ ([one, two])));
  }

  /**
   * Return what the rule says of two lines, where it applies.
   * @param {Line} component
   * @param {Line} other
   */
  statementsOf(component, other) {
    return this.#say(
      this.#outcomes({ low: component, high: component }, { low: other, high: other }),
    );
  }

  /**
   * Return the cuts at which the rule's word can change along one side.
   * @param {Interval} fixed Versions of the other side.
   * @param {boolean} alongComponent Whether the side is the rule's component.
   * @returns {string[]}
   */
  cuts(fixed, alongComponent) {
    const [mine, its] = alongComponent
      ? [this.#component, this.#other]
      : [this.#other, this.#component];
    const scope = alongComponent ? this.rule.when : this.rule.other_when;
    const span = its.span(fixed);
    const lines = this.#terms.flatMap((term) => {
      const { low, high } = spanAt(span, term.count);
      return (compareLines(low, high) ? [low, high] : [low]).flatMap((line) => lineCuts(term, line, mine));
    });
    return [...cutsOf(scope && scope.range), ...lines];
  }

  /**
   * @param {Span} x
   * @param {Span} y
   * @returns {Outcomes[]} For each relation.
   */
  #outcomes(x, y) {
    return this.#terms.map((term) =>
      this.#isComparable ? outcomesOf(term, spanAt(x, term.count), spanAt(y, term.count)) : UNCOUNTED,
    );
  }

  /**
   * Return what the rule says, from the worst on.
   * @param {Outcomes[]} outcomes
   * @returns {(RuleStatement | null)[]}
   */
  #say(outcomes) {
    // The same few outcomes come up again and again.
    const name = outcomes.join();
    const said = this.#said.get(name) ?? this.#find(outcomes);
    this.#said.set(name, said);
    return said;
  }

  /** @param {Outcomes[]} outcomes */
  #find(outcomes) {
    const { rule } = this;
    /** @param {Outcomes} outcome */
    const having = (outcome) =>
      this.#terms.filter((_, at) => outcomes[at] & outcome).map(({ name }) => name);
    const failing = having(FAILS);
    const uncounted = having(UNCOUNTED);
    const holds = outcomes.every((found) => found & HOLDS);
    const mustFail = outcomes.includes(FAILS);
    const isForbidding = rule.verdict === "incompatible";
    /** @type {(RuleStatement | null)[]} */
    const said = [];
    if (isForbidding && holds) {
      said.push({ rule, ground: "forbidden", verdict: "incompatible", failing: [] });
    }
    if (failing.length && !isForbidding) {
      said.push({ rule, ground: "forbidden", verdict: "incompatible", failing });
    }
    if (uncounted.length && !mustFail) {
      said.push({ rule, ground: "uncounted", verdict: null, failing: uncounted });
    }
    if (isForbidding && failing.length) said.push(null);
    if (holds && !isForbidding) {
      said.push({ rule, ground: "allowed", verdict: rule.verdict, failing: [] });
    }
    return said;
  }
}

/** @param {Line} line @param {Span} span */
const isWithin = (line, { low, high }) =>
  compareLines(low, line) <= 0 && compareLines(line, high) <= 0;

/** @param {Scope | null} scope @param {string} position @param {Scheme} scheme */
const covers = (scope, position, { compareCuts }) =>
  !scope || membership(scope.range, position, compareCuts) === "inside";

/**
 * Names are numbered by their list, so those of two lists have nothing in common.
 * @param {Scheme} one @param {Scheme} two
 */
const areComparable = ({ releases: one }, { releases: two }) =>
  one && two ? one.length === two.length && one.every((name, at) => name === two[at]) : !one && !two;

/**
 * @param {Rule} rule
 * @param {Known[]} components
 * @returns {RuleTerm[]}
 */
function termsOf(rule, components) {
  const levels = { same: rule.same, "not-newer": rule.not_newer, "not-older": rule.not_older };
  const distances = { behind: rule.behind, ahead: rule.ahead, apart: rule.apart };
  const none = new Train([]);
  return [
    ...Object.entries(levels).flatMap(([name, level]) =>
      level ? [{ name, count: COUNTED[level], most: 0, train: none }] : [],
    ),
    ...Object.entries(distances).flatMap(([name, distance]) => {
      if (!distance) return [];
      const count = COUNTED[distance.level];
      return [{ name, count, most: distance.count, train: trainOf(components, count) }];
    }),
  ];
}

/** @param {Known[]} components @param {number} count */
function trainOf(components, count) {
  return new Train(
    components.flatMap(({ component, scheme }) => {
      const numbered = numbering(scheme);
      return component.releases.flatMap(({ version }) => {
        const named = scheme.extent(version, { exact: true });
        return named ? [numbered.span([named.start, named.end]).low.slice(0, count + 1)] : [];
      });
    }),
  );
}

/** @param {RuleTerm} term @param {Span} x @param {Span} y @returns {Outcomes} */
function outcomesOf(term, x, y) {
  switch (term.name) {
    case "same":
      return possible(isUpTo(x.low, y.high) && isUpTo(y.low, x.high), !isOneLine(x, y));
    case "not-newer":
      return possible(isUpTo(x.low, y.high), !isUpTo(x.high, y.low));
    case "not-older":
      return possible(isUpTo(y.low, x.high), !isUpTo(y.high, x.low));
    case "behind":
      return lag(term, x, y);
    case "ahead":
      return lag(term, y, x);
    default:
      return within(lag(term, x, y), lag(term, y, x));
  }
}

/** @param {Line} a @param {Line} b */
const isUpTo = (a, b) => compareLines(a, b) <= 0;

/** @param {Span} x @param {Span} y */
const isOneLine = (x, y) => [x.high, y.low, y.high].every((line) => !compareLines(x.low, line));

/** @param {boolean} holds @param {boolean} fails @returns {Outcomes} */
const possible = (holds, fails) => (holds ? HOLDS : 0) | (fails ? FAILS : 0);

/**
 * Join what is found either way; the way that does not lead upward always holds.
 * @param {Outcomes} one
 * @param {Outcomes} other
 */
const within = (one, other) => ((one | other) & ~HOLDS) | (one & other & HOLDS);

/**
 * Return what may become of "x lags behind y by so many steps at most".
 * @param {RuleTerm} term
 * @param {Span} x
 * @param {Span} y
 * @returns {Outcomes}
 */
function lag({ train, most }, x, y) {
  if (compareLines(x.low, y.high) >= 0) return HOLDS;
  const farthest = train.steps(x.low, y.high);
  const nearest = train.steps(x.high, y.low);
  const found = nearest === null ? UNCOUNTED : possible(nearest <= most, nearest > most);
  if (farthest !== null) return farthest > most ? found | FAILS : found;
  return found | UNCOUNTED | (isFarWithin(train, most, x, y) ? FAILS : 0);
}

/**
 * Tell whether too many steps lie between some of the lines between which they are counted.
 * @param {Train} train
 * @param {number} most
 * @param {Span} x
 * @param {Span} y
 */
function isFarWithin(train, most, x, y) {
  return [x.low, x.high, y.low, y.high].some((line) => {
    const prefix = line.slice(0, -1);
    const low = later(x.low, [...prefix, 0n]);
    const high = earlier(y.high, [...prefix, Infinity]);
    if (compareLines(low, x.high) > 0 || compareLines(y.low, high) > 0) return false;
    const steps = train.steps(low, high);
    return steps !== null && steps > most;
  });
}

/** @param {Line} a @param {Line} b */
const later = (a, b) => (compareLines(a, b) > 0 ? a : b);

/** @param {Line} a @param {Line} b */
const earlier = (a, b) => (compareLines(a, b) < 0 ? a : b);

/**
 * @param {RuleTerm} term
 * @param {Line} line
 * @param {Numbering} numbered
 * @returns {string[]}
 */
function lineCuts({ name, most, train }, line, numbered) {
  // A line without end: what counts is where all that begins like it ends.
  if (isEndless(line)) return numbered.interval(line.slice(0, line.indexOf(Infinity))) ?? [];
  let lines = [line];
  if (["behind", "ahead", "apart"].includes(name)) {
    lines = train.around(line, most);
    const ends = [line, ...train.lines.slice(0, 1), ...train.lines.slice(-1)];
    // Across these, numbers alone do not count.
    for (const end of ends) if (end.length > 2) lines.push(end.slice(0, -1));
  }
  return lines.flatMap((each) => numbered.interval(each) ?? []);
}
