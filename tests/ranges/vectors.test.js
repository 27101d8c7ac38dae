import assert from "node:assert/strict";
import { test } from "node:test";

import { contains, membership, mentions, readNotation, write } from "../../web/engine/index.js";
import { readVectors, schemeOf } from "../versions/vectors.js";

/** @param {{scheme: string, full?: number, releases?: string[], range: string, version: string}} row */
function answer(row) {
  // The engine's door takes the name of a scheme alone.
  if (!row.full && !row.releases) return contains(row.scheme, row.range, row.version);
  const scheme = schemeOf(row);
  const { range } = readNotation(row.range, scheme);
  const version = scheme.parse(row.version);
  return range && version && membership(range, version.key, scheme.compareCuts);
}

/**
 * Assert that two sets are the same: pairwise cuts that are equal can stand as 1.0 and as 1.0.0.
 * @param {ReturnType<typeof schemeOf>} scheme
 * @param {[string, string][]} set @param {[string, string][]} other @param {string} about
 */
function assertSame(scheme, set, other, about) {
  const isSame = set.length === other.length && set.every((interval, at) =>
    interval.every((cut, side) => scheme.compareCuts(cut, other[at][side]) === 0));
  if (!isSame) assert.deepEqual(set, other, about);
}

test("whether a version is in a range", () => {
  for (const row of readVectors("ranges"))
    assert.equal(answer(row) ?? "invalid", row.expected, `${row.scheme}: ${row.version} in ${row.range}`);
});

test("what cells mean", () => {
  for (const row of readVectors("notation")) {
    const scheme = schemeOf(row);
    const { range, problem } = readNotation(row.cell, scheme);
    const about = `${row.scheme}: ${row.cell}`;
    // What cells alone refuse may be typed, and what a page says changes its cells alone.
    if (row.author && (row.problems || row.links || row.differs)) continue;
    if (row.markup || row.author) {
      // Most markup is read when the site is built, and what only authors write; nobody types it.
      assert.equal(range, null, about);
      assert.ok(problem, about);
      continue;
    }
    assert.equal(range !== null, "same" in row, about);
    const same = "same" in row ? readNotation(row.same, scheme).range : null;
    for (const side of /** @type {const} */ (["inside", "edge"]))
      assertSame(scheme, range?.[side] ?? [], same?.[side] ?? [], about);
    assert.equal(problem !== null, (row.problems ?? []).length > 0, about);
    if (!problem) continue;
    // The browser names a place alone: where what it cannot read begins.
    const [, text] = row.problems[0];
    assert.ok(problem.start <= row.cell.lastIndexOf(text) + text.length, `${about}: ${problem.start}`);
  }
});

test("how ranges are written", () => {
  for (const row of readVectors("range-texts")) {
    const scheme = schemeOf(row);
    const { range } = readNotation(row.range, scheme);
    assert.ok(range, row.range);
    assert.equal(write(range, scheme), row.written);
    const again = readNotation(row.written, scheme).range;
    assertSame(scheme, again?.inside ?? [], range.inside, row.written);
  }
});

test("mentions need no scheme", () => {
  assert.deepEqual(mentions("v3.2.x ➜ **4.30.3**, 4.12-4.20, 2019.2*, 8.0.35-30.1"),
    ["3.2", "4.30.3", "4.12", "4.20", "2019.2", "8.0.35-30.1"]);
  assert.deepEqual(mentions("none"), []);
});

test("what is no range, no version or no scheme is null", () => {
  assert.equal(contains("semver", "abc", "3.2.0"), null);
  assert.equal(contains("semver", "3.2", "3.2"), null);
  assert.equal(contains("constructor", "3.2", "3.2.0"), null);
});
