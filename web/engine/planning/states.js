// Whether a state is allowed: every pair of versions in service, and every row that counts whole,
// as in mkdocs_compat/planning/states.py.
//
// The verdict of a pair is looked for once; afterwards a state of n components costs n² look-ups.

import { fleetAt } from "./candidates.js";
import { goodEnough } from "./request.js";

/**
 * @typedef {import("../reasoning/payload.js").Verdict} Verdict
 * @typedef {import("../reasoning/pieces.js").Asked} Asked
 * @typedef {import("./candidates.js").Track} Track
 * @typedef {import("./node.js").Node} Node
 * @typedef {import("./verdicts.js").Verdicts} Verdicts
 */

/** @typedef {readonly number[]} State The position of each component on its track. */

/** The states of some tracks. */
export class States {
  /** @type {Verdicts} */
  #verdicts;
  /** @type {Set<Verdict | null>} */
  #good;
  /** Components that something relates; of all others nothing needs to be asked. @type {number[][]} */
  #related;
  /** Whether something relates the instances of a component. @type {boolean[]} */
  #own;
  /** By component and position. @type {number[][][]} */
  #fleets;
  /** Tables whose rows count as a whole, and which components they speak of. @type {[number: number, members: number[]][]} */
  #groups;
  /** By two components and both positions; of one component by both places. @type {(boolean | undefined)[][][][]} */
  #fits;
  /** @type {Map<string, boolean>} */
  #grouped = new Map();

  /**
   * @param {Verdicts} verdicts
   * @param {Track[]} tracks
   * @param {readonly Verdict[]} accepted Good enough, besides good ones.
   */
  constructor(verdicts, tracks, accepted) {
    this.tracks = tracks;
    const { index } = verdicts;
    this.#verdicts = verdicts;
    this.#good = new Set([null, ...goodEnough(accepted)]);
    const ids = tracks.map(({ id }) => id);
    this.#related = ids.map((a, i) => [...ids.keys()].filter((j) => j !== i && index.link(a, ids[j])));
    this.#own = ids.map((id) => index.link(id, id) !== null);
    this.#fleets = tracks.map((track) => track.nodes.map((_, position) => fleetAt(track, position)));
    this.#groups = [...index.combinations].flatMap((combination, number) => {
      const members = combination.components.map((id) => ids.indexOf(id)).filter((at) => at >= 0);
      const isAsked = members.length > 1 && combination.speaksOf(members.length);
      return isAsked ? [/** @type {[number, number[]]} */ ([number, members])] : [];
    });
    this.#fits = tracks.map(({ nodes }) => tracks.map(() => nodes.map(() => [])));
    /** The state at the start. @type {State} */
    this.start = tracks.map(() => 0);
    /** The state that is wanted. @type {State} */
    this.target = tracks.map(({ last }) => last);
  }

  /**
   * Return the versions of a component in service at a position.
   * @param {number} component
   * @param {number} position
   * @returns {Node[]}
   */
  nodes(component, position) {
    return this.#fleets[component][position].map((place) => this.tracks[component].nodes[place]);
  }

  /** Tell whether a state is allowed. @param {State} state */
  isAllowed(state) {
    return this.allows(state, [...state.keys()]);
  }

  /**
   * Tell whether a state is allowed that differs from an allowed one in some components.
   * @param {State} state
   * @param {readonly number[]} moved
   */
  allows(state, moved) {
    for (const i of moved) {
      if (this.#own[i] && !this.isFleet(i, this.#fleets[i][state[i]])) return false;
      for (const j of this.#related[i]) {
        const fits = i < j ? this.fits(i, state[i], j, state[j]) : this.fits(j, state[j], i, state[i]);
        if (!fits) return false;
      }
    }
    return this.#groups.every(([number, members]) => this.#isGroup(number, members, state));
  }

  /**
   * Tell whether something relates two components.
   * @param {number} i
   * @param {number} j
   */
  isRelated(i, j) {
    return this.#related[i].includes(j);
  }

  /**
   * Tell whether a component may run the versions of two positions side by side. What they are
   * worth beside the other components follows from the states before and after.
   * @param {number} component
   * @param {number} position
   * @param {number} to
   */
  isBeside(component, position, to) {
    if (!this.#own[component]) return true;
    const places = this.#fleets[component][position];
    return this.isFleet(component, places) && places.every((place) => this.#isBeside(component, place, to));
  }

  /**
   * Tell whether versions of one component may run side by side.
   * @param {number} component
   * @param {readonly number[]} places
   */
  isFleet(component, places) {
    return places.every((a, at) => places.every((b, next) => next <= at || this.#isBeside(component, a, b)));
  }

  /** @param {number} component @param {number} a @param {number} b */
  #isBeside(component, a, b) {
    if (a === b) return true;
    const [low, high] = a < b ? [a, b] : [b, a];
    return (this.#fits[component][component][low][high] ??= this.#pair(component, low, component, high));
  }

  /**
   * Tell whether two components go together at two positions; the first comes first.
   * @param {number} i
   * @param {number} p
   * @param {number} j
   * @param {number} q
   */
  fits(i, p, j, q) {
    const fits = this.#fits[i][j][p];
    return (fits[q] ??= this.#fleets[i][p].every((a) => this.#fleets[j][q].every((b) => this.#pair(i, a, j, b))));
  }

  /** @param {number} i @param {number} a @param {number} j @param {number} b */
  #pair(i, a, j, b) {
    const [one, other] = [this.tracks[i].nodes[a].asked, this.tracks[j].nodes[b].asked];
    return this.#good.has(this.#verdicts.pair(one, other));
  }

  /** @param {number} number @param {number[]} members @param {State} state */
  #isGroup(number, members, state) {
    const key = `${number}:${members.map((i) => state[i]).join()}`;
    let found = this.#grouped.get(key);
    if (found === undefined) {
      const fleets = members.map((i) => this.nodes(i, state[i]).map(({ asked }) => asked));
      found = product(fleets).every((each) => this.#good.has(this.#verdicts.group(number, each)));
      this.#grouped.set(key, found);
    }
    return found;
  }
}

/**
 * Return every way to take one item of each list.
 * @param {Asked[][]} lists
 * @returns {Asked[][]}
 */
function product(lists) {
  return lists.reduce(
    (found, list) => found.flatMap((before) => list.map((item) => [...before, item])),
    /** @type {Asked[][]} */ ([[]]),
  );
}
