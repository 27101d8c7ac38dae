// The verdicts that both engines must give: tests/vectors/verdicts.jsonl.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { product } from "./product.js";
import { Compatibility } from "../../web/engine/reasoning/compatibility.js";

const VECTORS = new URL("../vectors/", import.meta.url);

const read = (name) => readFileSync(new URL(name, VECTORS), "utf8");

/** @type {Map<string, Compatibility>} */
const products = new Map();

function answers(name) {
  if (!products.has(name)) {
    const { components, tables } = JSON.parse(read(`products/${name}.json`));
    products.set(name, new Compatibility(product(name, components, tables)));
  }
  return products.get(name);
}

const lines = read("verdicts.jsonl").split("\n").filter((line) => line.trim());

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
