import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";

import { Compatibility } from "../../web/engine/reasoning/compatibility.js";
import { marks } from "../../web/engine/reasoning/marks.js";
import { versionsMentioned } from "../../web/engine/reasoning/mentioned.js";
import { octopus, product } from "./product.js";
import { slowChecker, worst, write } from "./slow-checker.js";

const octopusAnswers = new Compatibility(octopus);
const sentences = (pair) => pair.reasons.map((reason) => reason.sentence);

describe("rows that count as a whole", () => {
  const file = new URL("../vectors/products/together.json", import.meta.url);
  const whole = new Compatibility(JSON.parse(readFileSync(file, "utf8")));
  const cases = [
    [{ tool: ["1.0"], source: ["5.1"], target: ["8.0"] }, [
      "Row “Tool 1.0” lists Source 5.0 ➜ 5.3 and Target 8.0 with it.",
    ]],
    [{ tool: ["1.0"], source: ["5.4"], target: ["8.0"] }, [
      "Row “Tool 1.0” lists Source 5.0 ➜ 5.3 with Target 8.0, not Source 5.4 with Target 8.0.",
      "Row “Tool 1.0” lists Target 8.1 ➜ 8.2 with Source 5.4, not Target 8.0 with Source 5.4.",
    ]],
    [{ tool: ["2.0"], source: ["any"] }, ["Row “Tool 2.0” lists Source 6.0 ➜ latest, not all of Source any."]],
    [{ source: ["1.0"], target: ["9.0"] }, ["No row of “Combinations” lists Source 1.0 with Target 9.0."]],
  ];
  for (const [question, expected] of cases) {
    test(`say which combination is listed: ${JSON.stringify(question)}`, () => {
      const [group] = whole.ask(question).groups;
      assert.deepEqual(sentences(group), expected);
    });
  }
});

describe("Octopus Deploy's tables", () => {
  test("a version that only the partial table lists works with its limit", () => {
    const { verdict, pairs } = octopusAnswers.ask({ "octopus-server": ["2019.1"], tentacle: ["3.20"] });
    assert.equal(verdict, "partial");
    assert.deepEqual(sentences(pairs[0]), [
      "Row “Octopus Server 2019.1 ➜ latest” lists Tentacle 3.0 ➜ 3.25, with a limit: " +
        "Only while the default space is enabled and nothing but it is used.",
    ]);
    assert.equal(pairs[0].reasons[0].url, "#compat-t2-r1-c4");
  });

  test("two rows that share a line contradict each other, and both are named", () => {
    const { verdict, pairs } = octopusAnswers.ask({ "octopus-server": ["2018.2"], "octopus-client": ["4.30.3"] });
    assert.equal(verdict, "conflicting");
    assert.deepEqual(sentences(pairs[0]), [
      "Row “Octopus Server 3.5 ➜ 2018.2” lists Octopus.Client 3.3 ➜ 4.30.3.",
      "Row “Octopus Server 2018.2 ➜ 2018.12” lists Octopus.Client 4.30.7 ➜ 4.47.0, not 4.30.3.",
    ]);
  });

  test("a version that neither of two rows lists is incompatible", () => {
    const { verdict } = octopusAnswers.ask({ "octopus-server": ["2018.2"], "octopus-client": ["4.30.5"] });
    assert.equal(verdict, "incompatible");
  });

  test("the two components of one column are asked about one by one", () => {
    const { pairs } = octopusAnswers.ask({ "octopus-server": ["3.4"], "octopus-client": ["3.3"], "octo-exe": ["5.0"] });
    assert.deepEqual(
      pairs.map(({ b, verdict }) => [b.component, verdict]),
      [["octo-exe", "incompatible"], ["octopus-client", "compatible"]],
    );
  });

  test("a footnote goes with the reason", () => {
    const { verdict, pairs } = octopusAnswers.ask({ "octopus-server": ["2019.1"], tentacle: ["4.1"] });
    assert.equal(verdict, "compatible");
    assert.deepEqual(sentences(pairs[0]), ["Row “Octopus Server 2019.1*” lists Tentacle 4.0 ➜ latest."]);
    assert.deepEqual(pairs[0].reasons[0].notes, [
      "Older versions may work if only the default space is used; see below.",
    ]);
  });

  test("a blank cell, an uncovered version and a pre-release at the edge are unstated", () => {
    const cases = [
      [{ "octopus-server": ["3.2"], "teamcity-plugin": ["3.2"] }, "Row “Octopus Server 3.2” says nothing about TeamCity Plugin."],
      [{ "octopus-server": ["3.3"], tentacle: ["3.0.0-beta.1"] }, "Row “Octopus Server 3.3” lists Tentacle 3.0 ➜ latest and does not say whether its first pre-releases count."],
      [{ "octopus-server": ["1.0"], tentacle: ["3.0"] }, "No row of “Compatibility” covers Octopus Server 1.0."],
    ];
    for (const [question, sentence] of cases) {
      const { verdict, pairs } = octopusAnswers.ask(question);
      assert.equal(verdict, "unstated");
      assert.equal(sentences(pairs[0])[0], sentence);
    }
  });

  test("a line with several answers has the worst, and says which versions have which", () => {
    const { pairs } = octopusAnswers.ask({ "octopus-server": ["3.4"], "octopus-client": ["4.30"] });
    const [{ verdict, split, reasons }] = pairs;
    assert.equal(verdict, "incompatible");
    assert.deepEqual(split.map((part) => [part.a, part.verdict]), [[null, "compatible"], [null, "incompatible"]]);
    assert.deepEqual(split.map((part) => part.b), ["4.30 ➜ 4.30.3", ">4.30.3 <4.31"]);
    assert.equal(reasons.length, 1);
    assert.equal(reasons[0].sentence, "Row “Octopus Server 3.4” lists Octopus.Client 3.3 ➜ 4.30.3 (not all of 4.30).");
  });

  test("an exact version asks about that release alone", () => {
    const { pairs } = octopusAnswers.ask({ "octopus-server": ["3.4"], "octopus-client": ["=4.30"] });
    assert.equal(pairs[0].verdict, "compatible");
    assert.deepEqual(pairs[0].split, []);
  });

  test("several versions of a component are checked each, the worst first", () => {
    const { verdict, pairs } = octopusAnswers.ask({ "octopus-server": ["3.4"], tentacle: ["3.1", "2.9"] });
    assert.equal(verdict, "incompatible");
    assert.deepEqual(pairs.map(({ b }) => b.version), ["2.9", "3.1"]);
  });

  test("components that no table relates are no part of the question", () => {
    const nothing = { verdict: null, pairs: [], groups: [], clash: [], problems: [], newer: [] };
    assert.deepEqual(octopusAnswers.ask({ tentacle: ["3.1"], calamari: ["3.1"] }), nothing);
  });

  test("a text that is no version is a problem of its component", () => {
    const { verdict, problems } = octopusAnswers.ask({ "octopus-server": ["2019.1"], tentacle: ["3.20.1x"] });
    assert.equal(verdict, null);
    assert.deepEqual(problems, [
      {
        component: "tentacle",
        text: "3.20.1x",
        message:
          "“3.20.1x” is not a semver version: " +
          "expected a version such as 3.2, 4.30.3 or 5.0.0-beta.1, or a range of versions.",
      },
    ]);
  });

  test("what no component has the name of is no part of the question", () => {
    assert.deepEqual(octopusAnswers.ask({ constructor: ["1"], nobody: ["2"] }).problems, []);
  });

  test("the rows and cells that a question concerns are marked", () => {
    const both = marks(octopusAnswers, { "octopus-server": ["2018.2"], "octopus-client": ["4.30.3"] });
    assert.deepEqual([...both.rows], ["compat-t1-r4-c1", "compat-t1-r5-c1"]);
    assert.deepEqual([...both.listed], ["compat-t1-r4-c2"]);
    assert.deepEqual([...both.excluded], ["compat-t1-r5-c2"]);
    const alone = marks(octopusAnswers, { tentacle: ["3.20"] });
    assert.deepEqual([...alone.rows], []);
    assert.ok(alone.listed.has("compat-t2-r1-c4"));
    assert.ok(!alone.excluded.size);
  });

  test("the versions to choose from are those that the tables name, from the newest on", () => {
    const tentacle = octopus.components.find(({ id }) => id === "tentacle");
    assert.deepEqual(versionsMentioned(octopus, tentacle), ["4.0", "3.25", "3.2", "3.0"]);
  });
});

const COMPONENTS = { server: ["Server", "semver"], agent: ["Agent", "semver"] };
const table = (rows, rest = {}) => ({ columns: [["server"], ["agent"]], rows, ...rest });
const verdictOf = (tables, server, agent) =>
  new Compatibility(product("p", COMPONENTS, tables)).ask({ server: [server], agent: [agent] }).verdict;

describe("tables weighed against each other", () => {
  test("a narrower row is an exception to a wider one", () => {
    const rows = [["3.5", "1.0"], ["3.5.1", "2.0"]];
    assert.equal(verdictOf([table(rows)], "3.5.1", "2.0"), "compatible");
    assert.equal(verdictOf([table(rows)], "3.5.1", "1.0"), "incompatible");
    assert.equal(verdictOf([table(rows)], "3.5.2", "1.0"), "compatible");
  });

  test("what a table says blank cells mean is what they say", () => {
    assert.equal(verdictOf([table([["1.0", ""]], { blank: "incompatible" })], "1.0", "1.0"), "incompatible");
    assert.equal(verdictOf([table([["1.0", ""]], { blank: "untested" })], "1.0", "1.0"), "untested");
  });

  test("listed beats unlisted, and listed compatible beats listed partial", () => {
    const full = table([["1.0", "2.0"]]);
    const partial = table([["1.0", "1.0 ➜ 2.0"]], { verdict: "partial" });
    assert.equal(verdictOf([full, partial], "1.0", "1.5"), "partial");
    assert.equal(verdictOf([full, partial], "1.0", "2.0"), "compatible");
  });

  test("one table that lists what another one lists as not working contradicts it", () => {
    const broken = table([["1.0", "2.0.1"]], { verdict: "incompatible" });
    assert.equal(verdictOf([table([["1.0", "2.0"]]), broken], "1.0", "2.0.1"), "conflicting");
  });

  test("a table of what does not work says nothing about the rest", () => {
    const broken = table([["1.0", "2.0.1"]], { verdict: "incompatible" });
    assert.equal(verdictOf([broken], "1.0", "2.0.1"), "incompatible");
    assert.equal(verdictOf([broken], "1.0", "2.0.2"), "unstated");
    assert.equal(verdictOf([broken, table([["1.0", "2.0.2"]])], "1.0", "2.0.2"), "compatible");
  });

  test("a limit is told of a line that is only partly listed, too", () => {
    const { pairs } = octopusAnswers.ask({ "octopus-server": ["2019.1"], tentacle: ["3"] });
    assert.ok(
      sentences(pairs[0]).includes(
        "Row “Octopus Server 2019.1 ➜ latest” lists Tentacle 3.0 ➜ 3.25 (not all of 3), with a limit: " +
          "Only while the default space is enabled and nothing but it is used.",
      ),
      sentences(pairs[0]).join("\n"),
    );
  });

  test("a table may have either of the two as its subject", () => {
    const turned = { ...table([["2.0", "1.0"]]), columns: [["agent"], ["server"]] };
    assert.equal(verdictOf([turned], "1.0", "2.0"), "compatible");
    assert.equal(verdictOf([turned], "1.1", "2.0"), "incompatible");
  });
});

describe("a checker that reads everything, slowly, agrees", () => {
  // Cells name numbers up to 2; with those up to 3, every two ranges have a version between them.
  const upTo = (last) => {
    const span = [...Array(last + 1).keys()];
    return span.flatMap((a) => span.flatMap((b) => span.map((c) => [a, b, c])));
  };
  const releases = upTo(3);
  const named = upTo(2);
  const universe = releases.flatMap((numbers) => [0, 1, 2].map((kind) => [...numbers, kind]));
  const askable = universe.filter(([, , , kind]) => kind < 2);

  const seed = 20261121;
  const random = generator(seed);
  const pick = (items) => items[Math.floor(random() * items.length)];
  const version = () => pick(named).slice(0, 1 + Math.floor(random() * 3)).join(".");
  const interval = () => {
    const ends = [version(), version()].sort((a, b) => a.localeCompare(b));
    const isInOrder = ends[0].localeCompare(ends[1].slice(0, ends[0].length)) <= 0;
    return pick([ends[0], `${ends[0]} ➜ latest`, isInOrder ? ends.join(" ➜ ") : ends[0]]);
  };
  const cell = () => (random() < 0.1 ? "" : interval());
  const randomTable = () =>
    table(Array.from({ length: 1 + Math.floor(random() * 4) }, () => [interval(), cell()]), {
      verdict: pick(["compatible", "partial", "untested", "incompatible"]),
      blank: pick(["unstated", "unstated", "incompatible", "compatible"]),
    });

  test("for releases, pre-releases and lines", () => {
    for (let round = 0; round < 100; round++) {
      const tables = Array.from({ length: 1 + Math.floor(random() * 2) }, randomTable);
      const engine = new Compatibility(product("p", COMPONENTS, tables));
      const slowly = slowChecker(tables, universe);
      for (let question = 0; question < 20; question++) {
        const isLine = [random() < 0.3, random() < 0.3];
        const [server, agent] = isLine.map((line) => (line ? pick(["0", "1", "2", "1.1", "0.2"]) : pick(askable)));
        const [servers, agents] = [server, agent].map((asked) =>
          typeof asked === "string" ? versionsOfLine(asked, universe) : [asked],
        );
        const expected = worst(servers.flatMap((s) => agents.map((a) => slowly(s, a))));
        const [s, a] = [server, agent].map((asked) => (typeof asked === "string" ? asked : write(asked)));
        const { verdict } = engine.ask({ server: [s], agent: [a] });
        assert.equal(verdict, expected, `seed ${seed}: ${JSON.stringify(tables)}: server ${s}, agent ${a}`);
      }
    }
  });

  /** A line is asked about for its releases. */
  function versionsOfLine(text, all) {
    const leading = text.split(".").map(Number);
    return all.filter(
      (version) => version[3] === 1 && leading.every((number, at) => version[at] === number),
    );
  }

  /** A small seeded generator (mulberry32), so that a failure can be repeated. */
  function generator(state) {
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
  }
});
