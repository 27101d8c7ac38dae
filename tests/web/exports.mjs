// What the page exports of plans: JSON on standard input, JSON on standard output.
// In: as plans.mjs. Out: for each product the exports, each as [Markdown, JSON]; null where what is
// asked cannot be read.

import { readFileSync } from "node:fs";

import { planJson } from "../../web/elements/plan-json.js";
import { planMarkdown } from "../../web/elements/plan-markdown.js";
import { Planned } from "../../web/elements/planned.js";
import { Planner } from "../../web/engine/index.js";

const cases = JSON.parse(readFileSync(0, "utf8"));
const told = cases.map(({ product, no_downtime, questions }) => {
  const planner = new Planner(product, no_downtime);
  return questions.map(({ start, target, ...terms }) => {
    const found = planner.plan(start, target, terms);
    if (found.kind === "unreadable") return null;
    const planned = new Planned(product, found, terms.answers);
    return [planMarkdown(planned), planJson(planned)];
  });
});
process.stdout.write(JSON.stringify(told));
