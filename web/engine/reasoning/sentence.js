// Reasons in words, as in mkdocs_compat/reasoning/sentence.py. Nothing is decided here.

import { intersect } from "../ranges/version-set.js";
import { cellOf } from "./groups.js";
import { hull } from "./pieces.js";

/**
 * @typedef {import("./payload.js").Cell} Cell
 * @typedef {import("./payload.js").Distance} Distance
 * @typedef {import("./payload.js").Row} Row
 * @typedef {import("./payload.js").Table} Table
 * @typedef {import("./payload.js").Rule} Rule
 * @typedef {import("./payload.js").Verdict} Verdict
 * @typedef {import("./statement.js").Statement} Statement
 * @typedef {import("./rule-relation.js").RuleStatement} RuleStatement
 * @typedef {import("./pieces.js").Asked} Asked
 */

/**
 * A version in question, as sentences name it.
 * @typedef {{asked: Asked, name: string}} Shown
 */

/** @type {Partial<Record<Verdict, string>>} */
const LISTED = {
  partial: ", with a limit",
  untested: " as not tested",
  incompatible: " as not working",
  unstated: " without saying whether it works",
};

// What is wrong where a relation is not met. The second words stand where the versions in question
// differ among themselves: then they only can be so.
/** @type {Record<string, [form: string, certain: string, possible: string]>} */
const FAILING = {
  same: ["{a} and {b} do not have the same {level} version.", "do not", "do not all"],
  "not-newer": ["{a} is newer than {b}.", " is ", " can be "],
  "not-older": ["{a} is older than {b}.", " is ", " can be "],
  behind: ["{a} is {steps} behind {b}.", " is ", " can be "],
  ahead: ["{a} is {steps} ahead of {b}.", " is ", " can be "],
  apart: ["{a} and {b} are {steps} apart.", " are ", " can be "],
};

const AGREEING = { major: "major", minor: "major and minor", patch: "major, minor and patch" };
const NUMBERS = "zero one two three four five six seven eight nine ten".split(" ");

/**
 * Say what a statement says, with the limit that goes with it.
 * @param {Statement | RuleStatement} statement
 * @param {Asked[]} asked The versions of the pair or the group that it decides.
 * @param {(component: string) => string} nameOf
 * @param {boolean} isSplit Whether the versions asked about differ among themselves.
 */
export function sentence(statement, asked, nameOf, isSplit = false) {
  const members = asked.map((each) => ({ asked: each, name: nameOf(each.component) }));
  if (!("rule" in statement)) return tableSentence(statement, members, nameOf);
  const [one, other] = directed(statement, members);
  return `${ruleSentence(statement, one, other, isSplit)} ${statement.rule.words}`;
}

/**
 * Return the footnotes of a statement that its sentence does not tell.
 * @param {Statement | RuleStatement} statement
 */
export function otherNotes(statement) {
  if ("rule" in statement) return [];
  const told = ["listed", "partly"].includes(statement.ground) ? limit(statement) : null;
  return notes(statement).filter((note) => note !== told);
}

/** @param {Shown} shown */
const written = ({ asked, name }) => `${name} ${asked.text}`;

/**
 * @param {Statement} statement
 * @param {Shown[]} members
 * @param {(component: string) => string} nameOf
 */
function tableSentence(statement, members, nameOf) {
  const { table, row, cell, ground } = statement;
  if (!row || !cell) {
    const subject = memberOf([table.subject], members);
    const all = ground === "partly" ? "all of " : "";
    if (table.together && !subject) return `No row of “${table.title}” lists ${combined(members.map(written))}.`;
    const shown = subject ? written(subject) : members.map(written).join(" with ");
    return `No row of “${table.title}” covers ${all}${shown}.`;
  }
  const other = memberOf(cell.components, members);
  const name = other?.name ?? nameOf(cell.components[0]);
  const version = other?.asked.text ?? "";
  const place = `Row “${nameOf(table.subject)} ${row.subject.text}”`;
  const what = `${name} ${cell.text}`;
  if (table.together && ["listed", "excluded"].includes(ground)) {
    return place + combination(statement, row, cell, members);
  }
  switch (ground) {
    case "listed":
      return place + listed(statement, what);
    case "partly":
      return place + listed(statement, `${what} (not all of ${version})`);
    case "excluded":
      return statement.verdict
        ? `${place} lists ${what}, not ${version}.`
        : `${place} only says that ${what} does not work.`;
    case "unlisted":
      return `${place} says nothing about ${name} ${version}.`;
    case "blank":
      return place + blank(table, name);
    case "pre-release":
      if (leavesReleasesOpen(cell)) {
        return `${place} lists ${what} and leaves open whether ${name} ${version} works too.`;
      }
      return `${place} lists ${what} and does not say whether its first pre-releases count.`;
    default:
      return `${place} has a cell for ${name} that could not be read: “${(cell.mark ?? cell).text}”.`;
  }
}

/**
 * Tell whether a cell leaves releases open, such as `2.9.0` where all of 2.9 may be meant.
 * Pre-releases that it leaves open lie directly below what it names.
 * @param {Cell} cell
 */
const leavesReleasesOpen = ({ range }) =>
  !!range && range.edge.some(([, end]) => !range.inside.some(([start]) => start === end));

/** @param {string[]} components @param {Shown[]} members */
const memberOf = (components, members) =>
  members.find(({ asked }) => components.includes(asked.component));

/**
 * @param {Statement} statement
 * @param {string} what
 */
function listed(statement, what) {
  const note = limit(statement);
  const limited = LISTED[worth(statement) ?? "compatible"] ?? "";
  return ` lists ${what}${limited}${note ? `: ${closed(note)}` : "."}`;
}

/**
 * Say which combination a row that counts as a whole lists, beginning with one of its cells.
 * @param {Statement} statement
 * @param {Row} row
 * @param {Cell} cell
 * @param {Shown[]} members
 */
function combination(statement, row, cell, members) {
  const own = memberOf(cell.components, members);
  const subject = memberOf(row.subject.components, members);
  const others = members.filter((each) => each !== own && each !== subject);
  const beside = others.flatMap(({ asked, name }) => {
    const one = cellOf(row, asked.component);
    return one && !one.blank ? [`${name} ${one.text}`] : [];
  });
  if (cell === row.subject) return listed(statement, beside.length ? `${beside.join(" and ")} with it` : "it");
  const name = own?.name ?? "";
  if (cell.blank) return blank(statement.table, name);
  const what = combined([`${name} ${cell.text}`, ...beside]);
  if (!own || statement.ground === "listed") return listed(statement, what);
  const { versions, scheme } = own.asked;
  const isPart = cell.range && intersect(cell.range.inside, versions, scheme.compareCuts).length > 0;
  return ` lists ${what}, not ${isPart ? "all of " : ""}${combined([own, ...others].map(written))}.`;
}

/** Name what stands together: the first with the others. @param {string[]} items */
const combined = ([first, ...others]) => [first, others.join(" and ")].filter(Boolean).join(" with ");

/** @param {Table} table @param {string} name */
const blank = (table, name) =>
  table.blank === "unstated"
    ? ` says nothing about ${name}.`
    : ` leaves ${name} blank, which in this table means ${table.blank}.`;

/**
 * Return the note that says which limit a listed version has.
 * @param {Statement} statement
 * @returns {string | null}
 */
function limit(statement) {
  const { note } = statement.table;
  return note ?? (worth(statement) === "partial" ? notes(statement)[0] : null) ?? null;
}

/** Return what the cell says that its versions are worth. @param {Statement} statement */
const worth = ({ table, cell }) => (cell?.mark ? cell.mark.verdict : table.verdict);

/** @param {Statement} statement */
function notes({ row, cell }) {
  return [...new Set([...(row?.subject.notes ?? []), ...(cell?.notes ?? [])])];
}

/** End a text as a sentence ends. @param {string} text */
function closed(text) {
  return /[.!?…]["”')\]]*$/.test(text) ? text : `${text}.`;
}

/**
 * Return the version that the rule binds and the one that it is measured against.
 * @param {RuleStatement} statement
 * @param {Shown[]} members
 * @returns {[Shown, Shown]}
 */
function directed({ rule, failing }, members) {
  const first = members[0];
  const second = members[members.length - 1];
  let isBound = first.asked.component === rule.component;
  if (rule.component === rule.other) {
    // Both ways round, so that of two the newer one is newer, and the older one behind.
    const looksDown = failing.some((name) => ["not-newer", "ahead"].includes(name));
    isBound = isBelow(first.asked, second.asked) !== looksDown;
  }
  return isBound ? [first, second] : [second, first];
}

/** @param {Asked} one @param {Asked} other */
function isBelow(one, other) {
  const order = one.scheme.compareCuts;
  const [[low, high], [otherLow, otherHigh]] = [hull(one), hull(other)];
  return (order(low, otherLow) || order(high, otherHigh)) < 0;
}

/**
 * Say what is wrong, or that nothing is, before the rule is told.
 * @param {RuleStatement} statement
 * @param {Shown} one
 * @param {Shown} other
 * @param {boolean} isSplit
 */
function ruleSentence({ rule, ground, failing }, one, other, isSplit) {
  if (ground === "allowed") return `A rule covers ${written(one)} with ${written(other)}.`;
  if (ground === "uncounted") return failing.map((name) => uncounted(rule, name, one, other)).join(" ");
  if (!failing.length) return `A rule excludes ${written(one)} with ${written(other)}.`;
  return failing.map((name) => wrong(rule, name, one, other, isSplit)).join(" ");
}

/**
 * @param {Rule} rule
 * @param {string} name
 * @param {Shown} one
 * @param {Shown} other
 * @param {boolean} isSplit
 */
function wrong(rule, name, one, other, isSplit) {
  const [form, certain, possible] = FAILING[name];
  const distance = distanceOf(rule, name);
  /** @type {Record<string, string>} */
  const values = {
    a: written(one),
    b: written(other),
    level: rule.same ? AGREEING[rule.same] : "",
    steps: distance ? moreThan(distance) : "",
  };
  const said = isSplit ? form.replace(certain, possible) : form;
  return said.replace(/\{(\w+)\}/g, (_, key) => values[key]);
}

/** @param {Rule} rule @param {string} name @param {Shown} one @param {Shown} other */
function uncounted(rule, name, one, other) {
  const distance = distanceOf(rule, name);
  return distance
    ? `How many ${distance.level} versions lie between ${one.asked.text} and ${other.asked.text} ` +
        "is not stated: the releases are not listed."
    : `Whether ${written(one)} or ${written(other)} is newer is not stated: they are in no common list.`;
}

/** @param {Rule} rule @param {string} name */
const distanceOf = ({ behind, ahead, apart }, name) =>
  new Map(Object.entries({ behind, ahead, apart })).get(name) ?? null;

/** @param {Distance} distance */
function moreThan({ count, level }) {
  if (!count) return `at least one ${level} version`;
  return `more than ${NUMBERS[count] ?? count} ${level} version${count === 1 ? "" : "s"}`;
}
