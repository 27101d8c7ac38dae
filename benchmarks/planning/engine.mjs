/** The browser's engine on Node, on the case of a file; run.py runs it and says how. */

import { readFileSync } from "node:fs";

import { measure } from "./measure.js";

/** The milliseconds of CPU time so far, of all threads. */
const now = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const { rounds, ...case_ } = JSON.parse(readFileSync(process.argv[2], "utf8"));
console.log(JSON.stringify(measure(case_, rounds, now)));
