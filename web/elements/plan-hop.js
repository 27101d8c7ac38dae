// One hop of a plan, told for people, as in mkdocs_compat/publishing/reports/plan_hop.py.

import { note } from "./plan-notes.js";
import * as words from "./plan-words.js";

/**
 * @typedef {import("../engine/reasoning/payload.js").Notice} Notice
 * @typedef {import("../engine/planning/plan.js").Hop} Hop
 * @typedef {import("../engine/planning/plan.js").Step} Step
 * @typedef {import("./plan-notes.js").Evidence} Evidence
 * @typedef {import("./plan-notes.js").Note} Note
 * @typedef {import("./planned.js").Planned} Planned
 */

/**
 * Return a hop with all that belongs to it, in the order in which it is needed.
 * @param {number} number Of the hop, from 0.
 * @param {Planned} planned
 * @param {Evidence} evidence Tells what allows it.
 * @returns {Note}
 */
export function tell(number, planned, evidence) {
  const { hops } = planned.result;
  const hop = hops[number];
  const { moves } = hop;
  /** @param {Step} move Of which the component is named where several move at once. */
  const of = ({ component }) => (moves.length > 1 ? ` of ${planned.name(component)}` : "");
  const inner = [
    ...moves.map((move) => classNote(move, of(move))),
    ...whyNotes(hop, planned, evidence),
    ...besideNotes(hop, planned, evidence),
    ...planned.stopsOf(number).map(({ stop }) => note("stop", words.stop(stop), [], { place: stop })),
    ...moves.flatMap((move) => passed(move, of(move))),
    ...moves.flatMap((move) => (move.guide ? [note("guide", `Guide${of(move)}`, [], { link: move.guide })] : [])),
    ...moves.flatMap((move) => wayBack(move, of(move))),
    ...optional(hop, hops.slice(number + 1), planned),
    ...moves.flatMap(({ waits }) => waits.map((gate) => note("wait", words.wait(gate), [], { isTodo: true }))),
    note("check", words.check(hop, planned, number + 1 === hops.length), [], { isTodo: true }),
  ];
  return note("hop", words.head(hop, planned), inner, { isTodo: true });
}

/** @param {Step} move @param {string} own */
function classNote(move, own) {
  // What can go wrong going up says nothing of going back.
  const risk = move.isUp && move.change?.risk;
  return note("class", `Class${own}: ${words.changeClass(move)}`, risk ? [note("risk", `Risk: ${risk}`)] : []);
}

/**
 * Say why it is made as it is; what holds of all hops alike is told once.
 * @param {Hop} hop
 * @param {Planned} planned
 * @param {Evidence} evidence
 */
function whyNotes(hop, planned, evidence) {
  const { mode, otherwise } = hop;
  const why = words.why(hop);
  if (mode === "lockstep" || mode === "repair") {
    return [note("why", why, otherwise.map((each) => evidence.obstacle(each, planned)))];
  }
  if (mode !== "downtime" && !evidence.isNew(why)) return [];
  return [note("why", why, evidence.parts(otherwise.flatMap(({ because }) => because)))];
}

/** @param {Hop} hop @param {Planned} planned @param {Evidence} evidence */
function besideNotes({ beside, after, because }, planned, evidence) {
  const state = beside ?? after;
  // One version alone has nothing beside it.
  if (Object.values(state).flat().length < 2) return [];
  const text = `Side by side ${beside ? "meanwhile" : "afterwards"}: ${planned.inService(state)}`;
  const parts = evidence.parts(because);
  const isUnrelated = !parts.length && Object.keys(state).length > 1;
  return [note("beside", text, isUnrelated ? [note("unrelated", "Nothing relates these to each other.")] : parts)];
}

/** @param {Step} move @param {string} own */
function passed({ breaking, tasks }, own) {
  /** @type {Note[]} */
  const found = [];
  if (breaking.length) found.push(note("breaking", `Breaking changes${own}:`, breaking.map((each) => notice(each))));
  if (tasks.length) found.push(note("tasks", `Tasks${own}:`, tasks.map((each) => notice(each, true))));
  return found;
}

/** @param {Notice} said @param {boolean} [isTodo] */
function notice(said, isTodo = false) {
  const more = said.link ? [note("more", "More", [], { link: said.link })] : [];
  return note("notice", words.notice(said), more, { isTodo });
}

/** @param {Step} move @param {string} own */
function wayBack({ noReturn, change, isUp, guide }, own) {
  const label = isUp ? "Point of no return" : "Said against it";
  const notes = noReturn.map((reason) =>
    note("no-return", `${label}${own}: ${words.noReturn(reason)}`, [], { place: reason }),
  );
  const rollback = change?.rollback;
  if (rollback) notes.push(note("back", `${isUp ? "Way back" : "How to go back"}${own}: ${rollback}`));
  else if (!isUp && !guide) notes.push(note("back", `How to go back${own}: not stated`));
  else if (isUp && !noReturn.length) notes.push(note("back", `Way back${own}: not stated`));
  return notes;
}

/** @param {Hop} hop @param {Hop[]} later @param {Planned} planned */
function optional({ isOptional, moves }, later, planned) {
  if (!isOptional) return [];
  const moved = new Set(later.flatMap((each) => each.moves.map(({ component }) => component)));
  const rest = moves.filter(({ component }) => moved.has(component)).map(({ component }) => planned.name(component));
  const more = rest.length ? ` and without the later hops of ${words.joined(rest)}` : "";
  return [note("optional", `Optional: everything works without it${more}.`)];
}
