/** The browser's engine on the model and the questions of a file; run.py runs it and says how. */

import { readFileSync } from "node:fs";

import { Compatibility, getScheme } from "../../web/engine/index.js";

const { product, rules, questions, subject, column, rounds, seconds } = JSON.parse(
  readFileSync(process.argv[2], "utf8"),
);
const scheme = getScheme("semver");
const pairs = questions.map((question) => ({ [subject]: question[subject], [column]: question[column] }));

/** The milliseconds of CPU time so far. */
const now = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * Return the milliseconds of each question that there is time for, the best of some rounds.
 * @param {(question: object) => unknown} work @param {object[]} asked @param {number} most Rounds.
 */
function measure(work, asked, most) {
  const best = [];
  const start = now();
  for (let round = 0; round < most; round++)
    for (const [at, question] of asked.entries()) {
      if (now() - start > seconds * 1000) return best;
      const before = now();
      work(question);
      best[at] = Math.min(best[at] ?? Infinity, now() - before);
    }
  return best;
}

/** As in scan.py. @param {Record<string, string[]>} question */
function scan(question) {
  const start = (id) => scheme.extent(question[id][0]).start;
  const has = ({ range }, cut) =>
    range.inside.some(
      ([lower, upper]) => scheme.compareCuts(lower, cut) <= 0 && scheme.compareCuts(cut, upper) < 0,
    );
  const own = start(subject);
  return Object.keys(question).every((id) => {
    if (id === subject) return true;
    const other = start(id);
    return product.tables[0].rows.some(
      (row) =>
        has(row.subject, own) &&
        has(row.cells.find(({ components }) => components.includes(id)), other),
    );
  });
}

/** @param {object[]} given Rules. */
function answers(given) {
  const before = now();
  const compatibility = new Compatibility({ ...product, rules: given });
  const build = now() - before;
  const open = (id) => (question) => compatibility.open({ ...question, [id]: [] }, id);
  return {
    "build the index": [build],
    "ask, a pair": measure((question) => compatibility.ask(question), pairs, rounds),
    "ask, all 10": measure((question) => compatibility.ask(question), questions, rounds),
    "open, a column": measure(open(column), questions, rounds),
    "open, the subject": measure(open(subject), questions, rounds),
    fixes: measure((question) => compatibility.fixes(question), questions, 1),
    standings: measure((question) => compatibility.standings(question), questions, 1),
  };
}

const peer = {
  "ask, a pair": measure(scan, pairs, rounds),
  "ask, all 10": measure(scan, questions, rounds),
};
console.log(JSON.stringify({ without: answers([]), with: answers(rules), scan: peer }));
