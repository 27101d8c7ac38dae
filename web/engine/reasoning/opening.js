// Which versions of a component go with all that is asked about, as in
// mkdocs_compat/reasoning/opening.py.

import { write } from "../ranges/text.js";
import { has, unite } from "../ranges/version-set.js";
import { HIGHEST, LOWEST } from "../versions/keys.js";
import { cellCuts, ruleCuts } from "./link.js";
import { verdictAlong } from "./pairs.js";
import { cutsOf, sorted } from "./pieces.js";
import { released } from "./released.js";
import { worst } from "./verdict.js";

/**
 * @typedef {import("../ranges/version-set.js").Interval} Interval
 * @typedef {import("./answer.js").Open} Open
 * @typedef {import("./index.js").Index} Index
 * @typedef {import("./link.js").Link} Link
 * @typedef {import("./payload.js").Verdict} Verdict
 * @typedef {import("./pieces.js").Asked} Asked
 * @typedef {import("./rule-relation.js").Known} Known
 */

const ARROW = "➜";
/** @type {Verdict[]} */
const SHOWN = ["compatible", "partial", "untested"];

/**
 * Return the versions of a component by what they are worth beside some instances: only verdicts
 * that something states in favour of versions. Null where nothing relates the component to any of
 * the instances.
 * @param {Index} index
 * @param {string} component Id.
 * @param {Asked[]} others Those of the same component share its fleet.
 * @returns {Map<Verdict, Interval[]> | null}
 */
export function allowed(index, component, others) {
  const around = new Surroundings(index, component, others);
  if (!around.linked.length && !around.grouped.length) return null;
  const { scheme } = known(index, component);
  const bounds = sorted([LOWEST, ...around.cuts(), HIGHEST], scheme.compareCuts);
  /** @type {Map<Verdict, Interval[]>} */
  const found = new Map(SHOWN.map((verdict) => [verdict, []]));
  for (let at = 1; at < bounds.length; at++) {
    /** @type {Interval} */
    const piece = [bounds[at - 1], bounds[at]];
    found.get(around.verdict(piece))?.push(piece);
  }
  return new Map([...found].map(([verdict, own]) => [verdict, released(own, scheme)]));
}

/**
 * Return the versions of a component that go with instances of others, written out; null where
 * nothing relates the component to any of them.
 * @param {Index} index
 * @param {string} component Id.
 * @param {Asked[]} others
 * @returns {Open | null}
 */
export function answerOpen(index, component, others) {
  const found = allowed(index, component, others);
  if (!found) return null;
  const { scheme } = known(index, component);
  const around = new Surroundings(index, component, others);
  const isInTables = around.grouped.length || around.linked.some(({ link }) => link.tables.length);
  const usual = isInTables ? undefined : scheme.full;
  const parts = [...found]
    .filter(([, versions]) => versions.length)
    .map(([verdict, inside]) => ({ verdict, text: write({ inside, edge: [] }, scheme, ARROW, usual) }));
  const every = unite([...found.values()].flat(), scheme.compareCuts);
  return { component, parts, ...ends(known(index, component), every, usual) };
}

/** @param {Index} index @param {string} component */
const known = (index, component) => /** @type {Known} */ (index.components.get(component));

/** The instances that a component stands beside. */
class Surroundings {
  #component;

  /**
   * @param {Index} index
   * @param {string} component
   * @param {Asked[]} others
   */
  constructor(index, component, others) {
    this.#component = component;
    this.linked = others.flatMap((other) => {
      const link = index.link(component, other.component);
      return link ? [{ link, other }] : [];
    });
    const apart = others.filter((other) => other.component !== component);
    this.grouped = index.combinations
      .filter(({ components }) => components.includes(component))
      .flatMap((combination) => combination.fleets(apart).map((members) => ({ combination, members })))
      .filter(({ combination, members }) => combination.speaksOf(members.length + 1));
  }

  /** Return the cuts at which the verdict can become one of those shown, or cease to be. */
  cuts() {
    return [
      ...this.linked.flatMap(({ link, other }) => cutsBeside(link, other)),
      ...this.grouped.flatMap(({ combination, members }) =>
        combination.cutsAlong(this.#component, members),
      ),
    ];
  }

  /**
   * Return the worst verdict of some versions with all instances, or one that is not shown.
   * @param {Interval} piece
   */
  verdict(piece) {
    /** @type {Verdict[]} */
    const found = [];
    for (const verdict of this.#verdicts(piece)) {
      if (!SHOWN.includes(verdict)) return verdict;
      found.push(verdict);
    }
    return worst(found);
  }

  /** @param {Interval} piece */
  *#verdicts(piece) {
    for (const { link, other } of this.linked) yield verdictAlong(link, piece, other);
    for (const { combination, members } of this.grouped) {
      yield combination.verdictAlong(this.#component, piece, members);
    }
  }
}

/**
 * Return cuts along the link's first component, without looking at rows that say nothing. A row
 * about the first component matters where it lists the other; beside such rows stand those that
 * overlap them, which may say otherwise.
 * @param {Link} link
 * @param {Asked} other
 */
function cutsBeside(link, other) {
  const cuts = link.tables.flatMap((table) => {
    if (table.subject !== link.a) {
      return other.versions
        .flatMap((interval) => table.coverage.overlapping(...interval))
        .flatMap((row) => cellCuts(row, table.other));
    }
    const listing = other.versions.flatMap((interval) => table.listing.overlapping(...interval));
    const spans = listing.flatMap((row) => row.subject.range?.inside ?? []);
    const beside = spans.flatMap((span) => table.coverage.overlapping(...span));
    return [...new Set([...listing, ...beside])].flatMap((row) => cutsOf(row.subject.range));
  });
  return [...cuts, ...ruleCuts(link, other)];
}

/**
 * Return the oldest and the newest of some versions: releases, where they are known.
 * @param {Known} known
 * @param {Interval[]} versions
 * @param {number} [usual]
 * @returns {{oldest: string | null, newest: string | null}}
 */
function ends({ component, scheme }, versions, usual) {
  if (!versions.length) return { oldest: null, newest: null };
  if (component.releases.length) {
    const inside = component.releases
      .map(({ version }) => version)
      .filter((version) => has(versions, scheme.extent(version, { exact: true })?.start ?? HIGHEST, scheme.compareCuts));
    return { oldest: inside[0] ?? null, newest: inside[inside.length - 1] ?? null };
  }
  const first = versions[0];
  const last = versions[versions.length - 1];
  const [oldest, newest] = [first, last].map((each) =>
    write({ inside: [each], edge: [] }, scheme, ARROW, usual).split(` ${ARROW} `),
  );
  return {
    oldest: first[0] === LOWEST ? null : single(oldest[0]),
    newest: last[1] === HIGHEST ? null : single(newest[newest.length - 1].replace(/^up to /, "")),
  };
}

/**
 * Return a text that names one version or line; null for one that does not.
 * @param {string} text
 */
const single = (text) => (text.includes(" ") ? null : text);
