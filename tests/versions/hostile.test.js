import assert from "node:assert/strict";
import { test } from "node:test";

import { compare, getScheme } from "../../web/engine/index.js";
import { SCHEMES } from "./vectors.js";

const LIMIT = 100_000;
const HOSTILE = {
  digits: "9".repeat(LIMIT),
  zeros: "0".repeat(LIMIT),
  numbers: "1.".repeat(LIMIT / 2 - 1) + "1",
  "numbers and a bad end": "1.".repeat(LIMIT / 2 - 1) + "!",
  labels: "1.0.0-" + "a.".repeat(LIMIT / 2 - 4) + "a",
  "labels and a bad end": "1.0.0-" + "a.".repeat(LIMIT / 2 - 4) + "!",
  hyphens: "1.0.0" + "-".repeat(LIMIT - 5),
  lists: "1" + "-1".repeat(LIMIT / 2 - 1),
  "nothing but lists": "-".repeat(LIMIT),
  "letters and digits in turn": "1" + "a1".repeat(LIMIT / 2 - 1),
  "spaces inside": "1" + " ".repeat(LIMIT - 2) + "1",
  "a local version": "1.0+" + "a.".repeat(LIMIT / 2 - 3) + "!",
  "post-releases": "1.0" + ".post1".repeat(LIMIT / 6 - 1),
  epochs: "1!".repeat(LIMIT / 2),
  "a megabyte of digits": "1".repeat(2 ** 20),
  "other digits": "١.٢.٣",
  "other letters": "1.0.0-poſt",
  nul: "1.0.0\0",
  "line feeds": "\n".repeat(LIMIT),
  "lone surrogate": "1.0.0-\ud800",
  "names of an object's own": "constructor",
  empty: "",
};

for (const name of SCHEMES) {
  test(`${name}: a hostile text is refused or read`, () => {
    const scheme = getScheme(name, { releases: ["Angel", "Hoxton"] });
    assert.ok(scheme);
    for (const [kind, text] of Object.entries(HOSTILE)) {
      const version = scheme.parse(text);
      if (version) assert.ok(scheme.compare(version, version) === 0 && scheme.landmark(version.key).text, kind);
      const extent = scheme.extent(text);
      if (extent) assert.equal(scheme.compareCuts(extent.start, extent.end), -1, kind);
    }
    assert.equal(scheme.parse("1.0.0" + " ".repeat(LIMIT)), null);
    assert.equal(scheme.extent("1.0.0" + " ".repeat(LIMIT)), null);
  });
}

test("great versions are ordered", () => {
  const many = (/** @type {string} */ part) => part.repeat(10_000);
  for (const [name, lower, higher] of [
    ["semver", "1.0." + many("9"), "1.0.1" + many("0")],
    ["semver", "1.0.0-9007199254740992", "1.0.0-9007199254740993"],
    ["octopus", "1.0" + many("-a"), "1.0" + many("-a") + "-a"],
    ["maven", "1" + many("-1") + "-alpha", "1" + many("-1")],
    ["maven", "1.18446744073709551615", "1.18446744073709551616"],
    ["pep440", "1" + many(".1"), "1" + many(".1") + ".1"],
    ["nuget", "1.0-" + many("a.") + "1", "1.0-" + many("a.") + "2"],
    ["dotted", "1" + many(".0"), "1" + many(".0") + ".1"],
  ])
    assert.deepEqual([compare(name, lower, higher), compare(name, higher, lower)], [-1, 1], name);
});
