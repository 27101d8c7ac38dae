// What the browser's engine answers: JSON on standard input, JSON on standard output.
// In: [{product, questions: [[question, dropped]]}].
// Out: for each product the answers, as test_engines_agree.py has them: verdicts and their like, or
// with the argument `search` what is searched for.

import { readFileSync } from "node:fs";

import { Compatibility } from "../../web/engine/index.js";

const IDS = ["host", "plugin", "theme"];

const member = ({ component, version }) => [component, version];
const said = ({ ground, verdict, anchor }) => [ground, verdict, anchor];
const moves = (all) => all.map(({ component, instance, was, now }) => [component, instance, was, now]);

const pair = ({ a, b, verdict, reasons, split }) => [
  member(a),
  member(b),
  verdict,
  reasons.map(said),
  split.map((part) => [part.a, part.b, part.verdict, part.some]),
];

const group = ({ members, verdict, reasons }) => [members.map(member), verdict, reasons.map(said)];

const open = (found) =>
  found && [
    found.component,
    found.parts.map((part) => [part.verdict, part.text]),
    found.oldest,
    found.newest,
  ];

/** What is lost; null for a text that names no versions. */
function lost(compatibility, id, text) {
  try {
    return compatibility.dropped(id, text).map((each) => [each.component, each.text]);
  } catch {
    return null;
  }
}

function ask(compatibility, question) {
  const { verdict, pairs, groups, clash, problems, newer } = compatibility.ask(question);
  return [
    verdict,
    pairs.map(pair),
    groups.map(group),
    clash.map(member),
    problems.map(({ component, text }) => [component, text]),
    newer.map(({ asked, newest }) => [member(asked), newest]),
    IDS.map((id) => open(compatibility.open(question, id))),
  ];
}

const search = (compatibility, question, dropped) => [
  compatibility.fixes(question).map((fix) => [moves(fix.moves), fix.verdict]),
  compatibility.standings(question).map((each) => [each.component, each.kind, moves(each.moves)]),
  lost(compatibility, ...dropped),
];

const answer = process.argv[2] === "search" ? search : ask;
const cases = JSON.parse(readFileSync(0, "utf8"));
const answers = cases.map(({ product, questions }) => {
  const compatibility = new Compatibility(product);
  return questions.map(([question, dropped]) => answer(compatibility, question, dropped));
});
process.stdout.write(JSON.stringify(answers));
