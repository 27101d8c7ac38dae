import assert from "node:assert/strict";
import { test } from "node:test";

import { contains, mentions, readNotation, write } from "../../web/engine/index.js";
import { SCHEMES, readVectors, schemeOf } from "../versions/vectors.js";

const semver = schemeOf({ scheme: "semver" });

for (const row of readVectors("hostile-cells")) {
  test(`a hostile cell is read: ${row.kind}`, () => {
    const cell = row.start + row.unit.repeat(row.count) + row.end;
    const { range, problem } = readNotation(cell, semver);
    // Most markup is refused here: only Python counts parts and problems.
    if (row.problems) assert.ok(problem);
    if (row.blank) assert.equal(range ?? problem, null);
    assert.ok(!range || !problem);
    mentions(cell);
  });
}

test("every scheme takes hostile cells", () => {
  const releases = ["Ice Cream", "Ice Cream Sandwich", "9".repeat(1_000)];
  for (const name of SCHEMES)
    for (const unit of ["9", "1.", "1-", "Ice Cream ", "a1", "\0"])
      readNotation(unit.repeat(1_000), schemeOf({ scheme: name, releases }));
});

test("a range of many parts is written", () => {
  const cell = Array.from({ length: 10_000 }, (_, minor) => `1.${minor}.1`).join(", ");
  const { range } = readNotation(cell, semver);
  assert.ok(range);
  assert.equal(write(range, semver), cell);
});

test("lone surrogates and NUL are not understood", () => {
  assert.equal(contains("semver", "3.2 \ud800", "3.2.0"), null);
  assert.equal(contains("semver", "3.2", "3.2.0\0"), null);
});
