// The versions that each component may have on its way from where it is to where it is wanted, as
// in mkdocs_compat/planning/candidates.py.

import { complement, has, intersect } from "../ranges/version-set.js";
import { compareLines } from "../reasoning/lines.js";
import { firstOf, lastOf } from "../reasoning/moving.js";
import { countBelow } from "../reasoning/pieces.js";
import { readAsked } from "../reasoning/question.js";
import { search } from "../reasoning/search.js";
import { namedRanges } from "./named.js";
import { compareNodes, eachOnce, isAbove, isBelow, isSameNode, knownWithin, listed, makeNode } from "./node.js";

/**
 * @typedef {import("../ranges/version-set.js").Interval} Interval
 * @typedef {import("../reasoning/index.js").Index} Index
 * @typedef {import("../reasoning/lines.js").Line} Line
 * @typedef {import("../reasoning/payload.js").MaxHop} MaxHop
 * @typedef {import("../reasoning/payload.js").Rule} Rule
 * @typedef {import("../reasoning/payload.js").Scope} Scope
 * @typedef {import("../reasoning/payload.js").Stop} Stop
 * @typedef {import("../reasoning/pieces.js").Asked} Asked
 * @typedef {import("../reasoning/rule-relation.js").Known} Known
 * @typedef {import("./node.js").Node} Node
 * @typedef {import("./request.js").Request} Request
 */

/**
 * The candidates of one component in the order of its move, from its least advanced instance. A
 * component at position `p` runs candidate `p` and those of its first instances that are farther
 * already.
 * @typedef {object} Track
 * @property {string} id Id of the component.
 * @property {Known} known
 * @property {Node[]} nodes The candidates; the last is the target.
 * @property {number[]} starts Positions of the versions in service at the start.
 * @property {number} last Position of the target; 0 where the component stays as it is.
 * @property {boolean} isUp Whether the move leads up.
 * @property {boolean} isStraight Whether no other versions than the target come into question,
 *   because some instances must go up and others down.
 */

// Where no releases are known, lines are numbered through; calendar years must not make millions.
const MOST_LINES = 200n;

/**
 * Return the candidates in service once a component is at a position.
 * @param {Track} track
 * @param {number} position
 */
export const fleetAt = ({ starts }, position) => [position, ...starts.filter((start) => start > position)];

/**
 * Return the tracks of all components in question, in the product's order.
 * @param {Index} index
 * @param {Request} request
 * @param {readonly Stop[]} stops Those that the author names.
 * @param {readonly MaxHop[]} maxHops
 * @returns {Track[]}
 */
export function makeTracks(index, request, stops, maxHops) {
  const drafts = [...request.starts].map(([id, starts]) => {
    const own = stops.filter(({ component }) => component === id);
    const isLimited = maxHops.some(({ component }) => component === id);
    return new Draft(index, id, starts, request.targets.get(id) ?? null, own, isLimited);
  });
  for (const draft of drafts) draft.align(drafts);
  for (let round = 0; round < drafts.length; round++) {
    // What one component offers, another one may need whose releases nobody lists.
    const lines = new Map(drafts.map((draft) => [draft.id, draft.lines()]));
    const grown = drafts.filter((draft) => draft.mirror(lines));
    if (!grown.length) break;
  }
  return drafts.map((draft) => draft.track());
}

/** A track in the making. */
class Draft {
  /** @type {Index} */
  #index;
  /** @type {Known} */
  #known;
  /** @type {Node[]} */
  #starts;
  /** @type {Node[]} */
  #found = [];
  /** @type {Node} */
  #target;
  #isLimited;
  #isMoving = false;
  #isUp = false;
  #isStraight = false;

  /**
   * @param {Index} index
   * @param {string} id
   * @param {Asked[]} starts
   * @param {Asked | null} target
   * @param {readonly Stop[]} stops
   * @param {boolean} isLimited
   */
  constructor(index, id, starts, target, stops, isLimited) {
    this.id = id;
    this.#isLimited = isLimited;
    this.#index = index;
    const known = (this.#known = /** @type {Known} */ (index.components.get(id)));
    this.#starts = eachOnce(starts.map((each) => makeNode(known, each)));
    this.#target = this.#starts[0];
    if (!target || starts.every((each) => isSubset(each, target))) return;
    this.#isMoving = true;
    this.#target = makeNode(known, newestOf(known, target) ?? target);
    const away = this.#starts.filter((node) => !isSameNode(node, this.#target));
    this.#isUp = away.every((node) => isAbove(this.#target, node));
    this.#isStraight = !this.#isUp && !away.every((node) => isBelow(this.#target, node));
    if (this.#isStraight) return;
    this.#take(this.#named(stops));
    this.#take(known.component.releases.length ? this.#releases() : [...this.#lines(), ...this.#bounds()]);
  }

  /**
   * Return the finished track.
   * @returns {Track}
   */
  track() {
    const places = [...this.#starts.keys()];
    const own = { id: this.id, known: this.#known, isUp: true, isStraight: false };
    if (!this.#isMoving) return { ...own, nodes: this.#starts, starts: places, last: 0 };
    if (this.#isStraight) {
      const every = [...this.#starts, this.#target];
      return { ...own, nodes: every, starts: places, last: places.length, isStraight: true };
    }
    const sign = this.#isUp ? 1 : -1;
    const nodes = eachOnce([...this.#found, ...this.#starts, this.#target]);
    nodes.sort((a, b) => sign * compareNodes(a, b));
    const starts = this.#starts.map((node) => nodes.findIndex((each) => isSameNode(each, node)));
    starts.sort((a, b) => a - b);
    return { ...own, nodes, starts, last: nodes.length - 1, isUp: this.#isUp };
  }

  /**
   * Take the releases at which components stand or are wanted that rules count against: who may not be
   * newer than a server at 0.9.3 cannot go to 0.9.4, the newest of that line.
   * @param {Draft[]} others
   */
  align(others) {
    if (!this.#isMoving || this.#isStraight) return;
    const known = new Set(this.#known.component.releases.map(({ version }) => version));
    for (const other of others) {
      if (other === this || !this.#rules(other.id).some(isCounting)) continue;
      const texts = [...other.#starts, other.#target].map(({ asked }) => asked.text);
      this.#take(texts.filter((text) => known.has(text)));
    }
  }

  /**
   * Return the lines of all candidates so far.
   * @returns {Line[]}
   */
  lines() {
    if (this.#known.scheme.groups) return [];
    const count = counted(this.#known);
    return [...this.#found, ...this.#starts, this.#target].map(({ span }) => span.low.slice(0, count + 1));
  }

  /**
   * Take over the lines of components that rules count against; tell if any was new.
   * @param {Map<string, Line[]>} lines
   */
  mirror(lines) {
    const { component, scheme } = this.#known;
    const isOpen = this.#isMoving && !this.#isStraight && !component.releases.length;
    if (!isOpen || scheme.groups) return false;
    const before = this.#found.length;
    const count = counted(this.#known);
    for (const [other, found] of lines) {
      if (other === this.id || !this.#rules(other).some(isCounting)) continue;
      const own = found.filter((line) => line.length === count + 1).sort(compareLines);
      const once = own.filter((line, at) => !at || compareLines(own[at - 1], line));
      this.#take(once.flatMap((line) => this.#texts(line)));
    }
    return this.#found.length > before;
  }

  /** @param {string[]} texts */
  #take(texts) {
    const { component, scheme } = this.#known;
    for (const text of texts) {
      const asked = readAsked(component, scheme, text);
      if ("message" in asked) continue;
      const node = makeNode(this.#known, asked);
      if (this.#isBetween(node) && !this.#found.some((each) => isSameNode(each, node))) this.#found.push(node);
    }
  }

  /** @param {Node} node */
  #isBetween(node) {
    if (this.#isUp) {
      return this.#starts.some((start) => isAbove(node, start)) && isAbove(this.#target, node);
    }
    return this.#starts.some((start) => isBelow(node, start)) && isBelow(this.#target, node);
  }

  /**
   * Return the versions that stops name.
   * @param {readonly Stop[]} stops
   */
  #named(stops) {
    return stops.flatMap((stop) => [
      ...[stop.at, stop.before].flatMap((scope) => (scope && namedBy(this.#known, scope)) || []),
      ...this.#newestBefore(stop),
    ]);
  }

  /**
   * Return the newest release that passes a stop and does not reach its end, where there is one.
   * @param {Stop} stop
   */
  #newestBefore({ at, before }) {
    const low = at.range.inside[0]?.[0];
    const high = before?.range.inside[0]?.[0];
    if (low === undefined || high === undefined) return [];
    const order = this.#known.scheme.compareCuts;
    const passing = listed(this.#known).releases.filter(
      ({ start, isPrerelease }) => !isPrerelease && order(low, start) <= 0 && order(start, high) < 0,
    );
    return passing.slice(-1).map(({ text }) => text);
  }

  /** Return the newest release of each line, and of each part of it that cells tell apart. */
  #releases() {
    const { compareCuts } = this.#known.scheme;
    const { numbered, releases } = listed(this.#known);
    const cuts = this.#index.boundaries(this.id);
    const count = counted(this.#known);
    /** @type {Map<string, string>} */
    const newest = new Map();
    for (const { text, start, end, isPrerelease } of releases) {
      if (isPrerelease) continue;
      const line = numbered.span([start, end]).low.slice(0, count + 1);
      const part = search(cuts, (cut) => compareCuts(start, cut) < 0);
      newest.set(`${line.join()} ${part}`, text);
    }
    return [...newest.values()];
  }

  /**
   * Return the lines between by their numbers, where only their last number differs. Nobody says that
   * there are such lines, so they are made only where something counts them.
   */
  #lines() {
    const count = counted(this.#known);
    if (count < 1 || this.#known.scheme.groups) return [];
    if (!this.#isLimited && !this.#rules(null).some(isCounting)) return [];
    const ends = [...this.#starts, this.#target].map(({ span: { low } }) => low.slice(0, count + 1));
    const [first] = ends.sort(compareLines);
    const last = ends[ends.length - 1];
    const before = first.slice(0, -1);
    if (compareLines(before, last.slice(0, -1))) return [];
    const from = /** @type {bigint} */ (first[count]);
    /** @type {string[]} */
    const texts = [];
    for (let number = from; number <= last[count] && number <= from + MOST_LINES; number++) {
      texts.push(...this.#texts([...before, number]));
    }
    return texts;
  }

  /**
   * Return a line, and its first release where rules look at releases.
   * @param {Line} line
   */
  #texts([epoch, ...numbers]) {
    const text = (epoch ? `${epoch}!` : "") + numbers.join(".");
    if (!this.#rules(null).some(isCountingPatches)) return [text];
    return [text, text + ".0".repeat(Math.max(0, this.#known.scheme.full - numbers.length))];
  }

  /**
   * Return the first and the last line of each stretch that cells and scopes tell apart. Only of those
   * that they name: between two rows there may be no version at all.
   */
  #bounds() {
    const named = namedRanges(this.#index, this.id);
    const { scheme } = this.#known;
    const order = scheme.compareCuts;
    const nodes = [...this.#starts, this.#target];
    const low = nodes.map((node) => node.high).reduce((a, b) => (order(b, a) < 0 ? b : a));
    const high = nodes.map((node) => node.low).reduce((a, b) => (order(a, b) < 0 ? b : a));
    const cuts = this.#index.boundaries(this.id);
    const end = search(cuts, (cut) => order(high, cut) < 0);
    const all = [low, ...cuts.slice(countBelow(cuts, low, order), end), high];
    return all.slice(1).flatMap((upper, at) => {
      if (order(all[at], upper) >= 0 || !named.some((each) => has(each, all[at], order))) return [];
      /** @type {Interval} */
      const interval = [all[at], upper];
      const first = at > 0 ? firstOf(scheme, interval) : null;
      const last = at < all.length - 2 ? lastOf(scheme, interval) : null;
      return [first, last].flatMap((text) => text || []);
    });
  }

  /**
   * Return the rules that bind the component, or that others are measured against.
   * @param {string | null} other Only those that speak of it too.
   * @returns {Rule[]}
   */
  #rules(other) {
    return this.#index
      .linksOf(this.id)
      .filter(({ b }) => other === null || b === other)
      .flatMap(({ rules }) => rules.map(({ relation }) => relation.rule));
  }
}

/**
 * Return the stops that count, given answers to the questions on which they depend.
 * @param {readonly Stop[]} stops
 * @param {Readonly<Record<string, boolean>>} answers
 * @param {readonly Stop[]} lifted
 */
export function bindingStops(stops, answers, lifted) {
  const said = new Map(Object.entries(answers));
  /** @param {Stop} stop */
  const isLifted = (stop) => lifted.some((each) => isSameStop(each, stop));
  return stops.filter((stop) => !isLifted(stop) && (stop.question === null || (said.get(stop.question) ?? true)));
}

/**
 * Tell whether two stops are the same, of whichever copy of the product.
 * @param {Stop} a
 * @param {Stop} b
 */
export const isSameStop = (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b);

/**
 * Tell whether an instance lies within another version.
 * @param {Asked} asked
 * @param {Asked} other
 */
const isSubset = ({ versions, scheme }, other) =>
  !intersect(versions, complement(other.versions), scheme.compareCuts).length;

/** Return how many numbers a line has: all but the last, as far as rules look. @param {Known} known */
const counted = ({ scheme }) => Math.min(scheme.full - 1, 3);

/** @param {Rule} rule */
const isCounting = ({ same, not_newer, not_older, behind, ahead, apart }) =>
  [same, not_newer, not_older, behind, ahead, apart].some((each) => each !== null);

/** @param {Rule} rule */
const isCountingPatches = ({ same, not_newer, not_older, behind, ahead, apart }) =>
  [same, not_newer, not_older, behind?.level, ahead?.level, apart?.level].includes("patch");

/**
 * Return the newest release that is known of a line; null where none is.
 * @param {Known} known
 * @param {Asked} asked
 * @returns {Asked | null}
 */
function newestOf(known, asked) {
  const within = knownWithin(known, asked);
  const finished = within.filter(({ isPrerelease }) => !isPrerelease);
  const newest = (finished.length ? finished : within).pop();
  const read = newest && readAsked(known.component, known.scheme, newest.text);
  return read && !("message" in read) ? read : null;
}

/**
 * Return the version that a stop names.
 * @param {Known} known
 * @param {Scope} scope
 */
function namedBy(known, { text, range: { inside } }) {
  if (!inside.length) return null;
  const asked = readAsked(known.component, known.scheme, text);
  const newest = "message" in asked ? null : newestOf(known, asked);
  if (newest) return newest.text;
  const isVersion = !("message" in asked) && known.scheme.extent(text);
  return isVersion ? text : lastOf(known.scheme, inside[inside.length - 1]);
}
