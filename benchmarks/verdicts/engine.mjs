/** The browser's engine on the model and the questions of a file; run.py runs it and says how. */

import { readFileSync } from "node:fs";

import { Compatibility } from "../../web/engine/index.js";

const [file, rounds] = process.argv.slice(2);
const { product, questions } = JSON.parse(readFileSync(file, "utf8"));
const compatibility = new Compatibility(product);

/** @param {(question: object) => unknown} work @param {object[]} asked */
function perSecond(work, asked) {
  const rates = Array.from({ length: Number(rounds) }, () => {
    const start = performance.now();
    for (const question of asked) work(question);
    return (asked.length / (performance.now() - start)) * 1000;
  });
  return rates.sort((a, b) => a - b)[rounds >> 1];
}

/** @param {string} component */
const open = (component) => (/** @type {object} */ question) =>
  compatibility.open({ ...question, [component]: [] }, component);

console.log(
  JSON.stringify({
    ask: perSecond((question) => compatibility.ask(question), questions),
    "open, a column": perSecond(open("component-1"), questions),
    "open, the subject": perSecond(open("component-0"), questions),
    fixes: perSecond((question) => compatibility.fixes(question), questions.slice(0, questions.length / 10)),
  }),
);
