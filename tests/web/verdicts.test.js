// The verdicts that both engines must give: tests/vectors/verdicts.jsonl.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { shared } from "./product.js";
import { Compatibility } from "../../web/engine/reasoning/compatibility.js";

const VECTORS = new URL("../vectors/verdicts.jsonl", import.meta.url);

/** @type {Map<string, Compatibility>} */
const products = new Map();

function answers(name) {
  if (!products.has(name)) {
    products.set(name, new Compatibility(shared(name)));
  }
  return products.get(name);
}

const lines = readFileSync(VECTORS, "utf8").split("\n").filter((line) => line.trim());

for (const line of lines) {
  const { product: name, question, verdict, pairs, why } = JSON.parse(line);
  test(`${name}: ${why}: ${JSON.stringify(question)}`, () => {
    const answer = answers(name).ask(question);
    assert.equal(answer.verdict, verdict);
    for (const expected of pairs ?? []) {
      const pair = answer.pairs.find(({ a, b }) => a.component === expected.a && b.component === expected.b);
      assert.ok(pair, `${expected.a} with ${expected.b}`);
      assert.equal(pair.verdict, expected.verdict);
    }
  });
}
