// What tables and rules say together of versions of two components, within which no range begins or
// ends, as in mkdocs_compat/reasoning/judging.py.

import { sides } from "./link.js";
import { tableAnswer } from "./statement.js";
import { best, rank, worst } from "./verdict.js";

/**
 * @typedef {import("./payload.js").Verdict} Verdict
 * @typedef {import("../ranges/version-set.js").Interval} Interval
 * @typedef {import("./link.js").BoundRule} BoundRule
 * @typedef {import("./link.js").Link} Link
 * @typedef {import("./rule-relation.js").RuleStatement} RuleStatement
 * @typedef {import("./statement.js").Statement} Statement
 * @typedef {import("./statement.js").TableAnswer} TableAnswer
 */

/**
 * A verdict and what it rests on.
 * @typedef {{verdict: Verdict, statements: (Statement | RuleStatement)[]}} Judgement
 */

/**
 * What is found of a piece of each version, the worst first, and whether versions within the
 * pieces may have different verdicts.
 * @typedef {{judgements: Judgement[], isMixed: boolean}} Found
 */

/** @typedef {"tables" | "rules"} Ground What a verdict rests on. */

/**
 * A rule and what it may say of two intervals.
 * @typedef {{rule: BoundRule, items: (RuleStatement | null)[]}} Said
 */

/**
 * Judge the versions within two intervals, the worst judgement first.
 * @param {Link} link
 * @param {Interval} a
 * @param {Interval} b
 * @returns {Found}
 */
export function judge(link, a, b) {
  const answers = tableAnswers(link, a, b);
  const said = saidOf(link, a, b);
  if (isPlain(said)) {
    return { judgements: [judgement(answers, said.flatMap(({ items }) => items))], isMixed: false };
  }
  const bad = said
    .flatMap(({ items }) => items)
    .filter((item) => item && (item.verdict === null || item.verdict === "incompatible"))
    .map((item) => judgement(answers, [item]));
  // The worst is certain, for a single rule brings it about. Others are as far as they are shown.
  const found = worstFirst(bad).slice(0, 1);
  for (const [lineA, lineB] of witnesses(said, a, b)) {
    const items = said
      .filter((each) => each.items.length)
      .flatMap(({ rule }) => rule.relation.statementsOf(...sides(rule, lineA, lineB)));
    found.push(judgement(answers, items));
  }
  const verdicts = [...new Set(found.map(({ verdict }) => verdict))];
  const firsts = verdicts.flatMap((verdict) => found.find((each) => each.verdict === verdict) ?? []);
  return { judgements: worstFirst(firsts), isMixed: true };
}

/**
 * Return the worst verdict that `judge` finds, without what it rests on.
 * @param {Link} link
 * @param {Interval} a
 * @param {Interval} b
 */
export function judgedVerdict(link, a, b) {
  const said = saidOf(link, a, b);
  if (!isPlain(said)) return judge(link, a, b).judgements[0].verdict;
  return weigh(tableAnswers(link, a, b), said.flatMap(({ items }) => items)).verdict;
}

/** @param {Link} link @param {Interval} a @param {Interval} b */
const tableAnswers = (link, a, b) =>
  link.tables.map((table) =>
    table.subject === link.a ? tableAnswer(table, a[0], b[0]) : tableAnswer(table, b[0], a[0]),
  );

/** @param {Link} link @param {Interval} a @param {Interval} b @returns {Said[]} */
const saidOf = ({ rules }, a, b) =>
  rules.map((rule) => ({ rule, items: rule.relation.statements(...sides(rule, a, b)) }));

/** Tell whether every rule says the same of all versions. @param {Said[]} said */
const isPlain = (said) => said.every(({ items }) => items.length <= 1);

/** @param {Judgement[]} judgements */
const worstFirst = (judgements) =>
  [...judgements].sort((one, other) => rank(other.verdict) - rank(one.verdict));

/**
 * Return pairs of lines within two intervals, at which rules may say different things.
 * @param {Said[]} said
 * @param {Interval} a
 * @param {Interval} b
 */
const witnesses = (said, a, b) =>
  said.flatMap(({ rule }) =>
    rule.relation.witnesses(...sides(rule, a, b)).map(([component, other]) => sides(rule, component, other)),
  );

/**
 * Return the verdict of tables and rules, and what it rests on.
 * @param {TableAnswer[]} answers
 * @param {(RuleStatement | null)[]} items
 * @returns {Judgement}
 */
function judgement(answers, items) {
  const { verdict, tables, rules, grounds } = weigh(answers, items);
  const said = items.flatMap((item) => (item && (item.verdict ?? "unstated") === rules ? item : []));
  /** @type {Record<Ground, Judgement["statements"]>} */
  const statements = { tables: deciding(answers, tables), rules: said };
  return { verdict, statements: grounds.flatMap((ground) => statements[ground]) };
}

/**
 * Weigh what tables and rules say against each other.
 * @param {TableAnswer[]} answers
 * @param {(RuleStatement | null)[]} items
 * @returns {{verdict: Verdict, tables: Verdict, rules: Verdict | null, grounds: Ground[]}} The
 *   verdict, that of the tables, that of the rules, and on which it rests.
 */
function weigh(answers, items) {
  const tables = weighTables(answers);
  const rules = weighRules(items);
  const lists = answers.some((each) => each.lists && each.verdict !== "unstated");
  /** @param {Verdict} verdict @param {Ground[]} grounds */
  const found = (verdict, ...grounds) => ({ verdict, tables, rules, grounds });
  if (!rules || tables === "conflicting") return found(tables, "tables");
  const isForbidden = rules === "incompatible";
  if (!lists) {
    // What a table only excludes by being closed gives way to a rule's own word.
    if (rules === "unstated" && tables === "incompatible") return found(tables, "tables");
    return isForbidden && tables === rules ? found(rules, "rules", "tables") : found(rules, "rules");
  }
  if (rules === "unstated") return found(tables, "tables");
  if (isForbidden === (tables === "incompatible")) {
    return isForbidden ? found(tables, "tables", "rules") : found(tables, "tables");
  }
  return found("conflicting", "tables", "rules");
}

/**
 * Return what rules say together, each of them having to hold; null where none says anything.
 * @param {(RuleStatement | null)[]} items
 * @returns {Verdict | null}
 */
function weighRules(items) {
  /** @type {Verdict | null} */
  let found = null;
  for (const item of items) {
    if (!item) continue;
    const verdict = item.verdict ?? "unstated";
    found = found ? worst([found, verdict]) : verdict;
  }
  return found;
}

/**
 * Weigh what several tables say against each other.
 * @param {TableAnswer[]} answers
 * @returns {Verdict}
 */
function weighTables(answers) {
  const listed = answers.flatMap(({ lists, verdict }) => (lists && verdict ? [verdict] : []));
  if (listed.includes("conflicting")) return "conflicting";
  if (listed.length) {
    const contradicted = listed.includes("incompatible") && listed.some((v) => v !== "incompatible");
    return contradicted ? "conflicting" : best(listed);
  }
  return answers.some(({ verdict }) => verdict === "incompatible") ? "incompatible" : "unstated";
}

/**
 * Return the statements that the tables' verdict rests on.
 * @param {TableAnswer[]} answers
 * @param {Verdict} verdict
 * @returns {Statement[]}
 */
function deciding(answers, verdict) {
  const own = answers.filter((answer) => answer.verdict === verdict);
  if (verdict === "conflicting" && !own.length) {
    return answers.filter((answer) => answer.lists).flatMap((answer) => answer.statements);
  }
  if (verdict === "unstated" && !own.length) return closest(answers.flatMap((answer) => answer.statements));
  const listing = own.filter((answer) => answer.lists);
  return (listing.length ? listing : own).flatMap((answer) => answer.statements);
}

/**
 * Of statements that say nothing, return those that come closest: the rows that cover the subject.
 * @param {Statement[]} statements
 */
function closest(statements) {
  const rows = statements.filter((statement) => statement.row);
  return rows.length ? rows : statements;
}
