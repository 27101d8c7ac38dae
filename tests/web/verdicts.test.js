// The verdicts that both engines must give: tests/vectors/verdicts.jsonl.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { shared } from "./product.js";
import { Compatibility } from "../../web/engine/reasoning/compatibility.js";

const VECTORS = new URL("../vectors/", import.meta.url);

/** @type {Map<string, Compatibility>} */
const products = new Map();

/** Some products are published as pages publish them; others are facts without a page. */
function facts(name) {
  const data = JSON.parse(readFileSync(new URL(`products/${name}.json`, VECTORS), "utf8"));
  return "id" in data ? data : shared(name);
}

function compatibility(name) {
  if (!products.has(name)) {
    products.set(name, new Compatibility(facts(name)));
  }
  return products.get(name);
}

const lines = readFileSync(new URL("verdicts.jsonl", VECTORS), "utf8").split("\n").filter((line) => line.trim());

for (const line of lines) {
  const { product: name, question, why, ...expected } = JSON.parse(line);
  test(`${name}: ${why}: ${JSON.stringify(question)}`, () => {
    const asked = compatibility(name);
    const answer = asked.ask(question);
    assert.equal(answer.verdict, expected.verdict);
    for (const each of expected.pairs ?? []) {
      const pair = answer.pairs.find(({ a, b }) => a.component === each.a && b.component === each.b);
      assert.ok(pair, `${each.a} with ${each.b}`);
      checkPair(pair, each);
    }
    if (expected.clash) assert.deepEqual(named(answer.clash), [...expected.clash].sort());
    if (expected.newer) {
      const newer = answer.newer.map((each) => [each.asked.component, each.asked.version, each.newest]);
      assert.deepEqual(newer, expected.newer);
    }
    for (const [component, parts] of Object.entries(expected.open ?? {})) {
      const open = asked.open(question, component);
      assert.deepEqual(open.parts.map(({ verdict, text }) => [verdict, text]), parts);
    }
  });
}

function checkPair(pair, expected) {
  assert.equal(pair.verdict, expected.verdict);
  const rules = pair.reasons.filter(({ rule }) => rule !== null);
  const cells = pair.reasons.filter(({ rule }) => rule === null);
  if (expected.rules) assert.deepEqual(rules.map(({ rule }) => rule), expected.rules);
  if (expected.cells) assert.deepEqual(cells.map(({ cell }) => cell), expected.cells);
  if (expected.note) assert.ok(cells.every(({ sentence }) => sentence.includes(expected.note)));
}

const named = (members) => members.map(({ component, version }) => [component, version]).sort();
