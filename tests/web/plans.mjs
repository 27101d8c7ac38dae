// What the browser's planner answers: JSON on standard input, JSON on standard output.
// In: [{product, no_downtime, questions: [{start, target, answers, objective, accept, allow}]}].
// Out: for each product the answers, as test_planners_agree.py has them.

import { readFileSync } from "node:fs";

import { Planner } from "../../web/engine/index.js";

const place = (said) => said && [said.path, said.line, said.column];
const places = (all) => all.map(place);
const member = ({ component, version }) => [component, version];

const answer = ({ a, b, members, verdict, reasons }) => [
  (members ?? [a, b]).map(member),
  verdict,
  reasons.map(({ ground, verdict: own, anchor }) => [ground, own, anchor]),
];

const obstacle = ({ component, was, now, refusals, because }) => [
  component,
  was,
  now,
  refusals.map(({ kind, said }) => [kind, place(said)]),
  because.map(answer),
];

const move = (each) => [
  each.component,
  each.was,
  each.now,
  each.naming,
  each.isUp,
  each.level,
  place(each.change),
  place(each.guide),
  places(each.breaking),
  places(each.tasks),
  places(each.waits),
  places(each.noReturn),
];

const hop = (each) => [
  each.moves.map(move),
  each.mode,
  each.before,
  each.beside,
  each.after,
  each.because.map(answer),
  each.otherwise.map(obstacle),
  each.isOptional,
];

const cost = ({ largest, locksteps, downtime, hops, jumps }) => [largest, locksteps, downtime, hops, jumps];

function told(found) {
  const { kind } = found;
  if (kind === "unreadable") return { kind, problems: found.problems.map(({ component, text }) => [component, text]) };
  const { start, target, objective, questions, outside, visited } = found;
  const shared = {
    kind,
    hops: found.hops.map(hop),
    start,
    target,
    objective,
    questions: questions.map(({ id }) => id),
    outside: outside.map(answer),
    visited,
  };
  if (kind === "plan") {
    const stops = found.stops.map(({ stop, hop: number, version }) => [place(stop), number, version]);
    return { ...shared, stops, cost: cost(found.cost), nearest: found.nearest };
  }
  return {
    ...shared,
    farthest: found.farthest,
    obstacles: found.obstacles.map(obstacle),
    permissions: found.permissions.map((each) => [each.kind, each.component, place(each.stop), each.now]),
    wanted: found.wanted.map(answer),
  };
}

const cases = JSON.parse(readFileSync(0, "utf8"));
const answers = cases.map(({ product, no_downtime, questions }) => {
  const planner = new Planner(product, no_downtime);
  return questions.map(({ start, target, ...terms }) => told(planner.plan(start, target, terms)));
});
process.stdout.write(JSON.stringify(answers));
