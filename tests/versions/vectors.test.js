import assert from "node:assert/strict";
import { test } from "node:test";

import { compare, key } from "../../web/engine/index.js";
import { SCHEMES, readVectors, schemeOf } from "./vectors.js";

for (const name of SCHEMES) {
  test(`${name}: the order of the vectors`, () => {
    for (const row of readVectors(`versions-${name}`)) {
      const scheme = schemeOf(row, name);
      const [a, b] = [scheme.parse(row.a), scheme.parse(row.b)];
      const [forth, back] = a && b ? [scheme.compare(a, b), scheme.compare(b, a)] : ["invalid", "invalid"];
      const opposite = row.expected === "invalid" ? "invalid" : 0 - row.expected;
      assert.deepEqual([forth, back], [row.expected, opposite], `${row.a} and ${row.b}`);
      if (name !== "named") assert.equal(compare(name, row.a, row.b) ?? "invalid", row.expected);
    }
  });
}

test("extents hold what the design says", () => {
  for (const row of readVectors("versions-extents")) {
    const scheme = schemeOf(row);
    const extent = scheme.extent(row.text, { exact: row.exact });
    if (row.line === null) {
      assert.equal(extent, null, row.text);
      continue;
    }
    assert.ok(extent, row.text);
    assert.deepEqual([extent.text, extent.isLine, extent.numbers], [row.text, row.line, row.numbers]);
    for (const side of ["inside", "edge", "outside"])
      for (const text of row[side]) {
        const version = scheme.parse(text);
        assert.ok(version, text);
        const isFrom = (/** @type {string} */ cut) => scheme.compareCuts(cut, version.key) <= 0;
        const found = isFrom(extent.start) && !isFrom(extent.end) ? "inside"
          : isFrom(extent.edge) && !isFrom(extent.start) ? "edge" : "outside";
        assert.equal(found, side, `${text} against ${row.text}`);
      }
  }
});

test("levels of a change", () => {
  for (const row of readVectors("versions-levels")) {
    const scheme = schemeOf(row);
    const [a, b] = [scheme.parse(row.a), scheme.parse(row.b)];
    assert.ok(a && b);
    assert.deepEqual([scheme.level(a, b), scheme.level(b, a)], [row.level, row.level], `${row.a} ${row.b}`);
  }
});

test("what is no version, no scheme or has no key is null", () => {
  assert.equal(compare("semver", "1.2", "1.2.0"), null);
  assert.equal(compare("nothing", "1.2", "1.2.0"), null);
  assert.equal(compare("constructor", "1.2", "1.2.0"), null);
  assert.equal(key("semver", "1.2"), null);
  assert.equal(key("maven", "1.2"), null);
  assert.equal(key("semver", "1.2.0"), "111210.");
});
