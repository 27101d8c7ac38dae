// What the browser's engine answers: JSON on standard input, JSON on standard output.
// In: [{product, questions}]. Out: for each product the answers, as test_engines_agree.py has them.

import { readFileSync } from "node:fs";

import { Compatibility } from "../../web/engine/index.js";

const describePair = ({ a, b, verdict, reasons, split }) => [
  [a.component, a.version],
  [b.component, b.version],
  verdict,
  reasons.map(({ ground, verdict: said, anchor }) => [ground, said, anchor]),
  split.map((part) => [part.a, part.b, part.verdict]),
];

const describe = ({ verdict, pairs, problems }) => [
  verdict,
  pairs.map(describePair),
  problems.map(({ component, text }) => [component, text]),
];

const cases = JSON.parse(readFileSync(0, "utf8"));
const answers = cases.map(({ product, questions }) => {
  const compatibility = new Compatibility(product);
  return questions.map((question) => describe(compatibility.ask(question)));
});
process.stdout.write(JSON.stringify(answers));
