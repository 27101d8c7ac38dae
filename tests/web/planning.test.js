import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { getScheme } from "../../web/engine/index.js";
import { compare } from "../../web/engine/planning/costs.js";
import { Heap } from "../../web/engine/planning/heap.js";
import { Planner } from "../../web/engine/planning/planner.js";
import { product } from "./product.js";

const HIGHEST = "~";
const RAVENDB = ["3.5.0", "4.0.0", "4.1.0", "4.2.0", "5.0.0", "5.1.0", "5.2.0", "5.3.0"];
const SPIRE = ["0.7.0", "0.8.0", "0.8.1", "0.9.0", "0.9.3", "0.10.0", "0.10.1", "0.11.0", "0.11.3", "0.12.0", "0.12.1"];
const OCTOPUS = ["1.6.3", "2.0.0", "2.6.5", "3.0.0", "3.4.4", "3.4.12", "3.5.1", "4.0.0", "2018.1.0", "2018.12.1"];
const NOTHING = {
  stops: [], questions: [], guides: [], changes: [], order: [], max_hops: [], rolling: [],
  finalizes: [], waits: [], downgrades: [], breaking: [], tasks: [],
};

/** A line, `>=4.2` or `<4.2`, by the letter of their meanings. */
function scope(text, scheme = "semver") {
  const { edge, start, end } = getScheme(scheme).extent(text.replace(/^[<>]=?/, ""));
  if (text.startsWith("<")) return { text, range: { inside: [["", edge]], edge: [] } };
  return { text, range: { inside: [[start, text.startsWith(">=") ? HIGHEST : end]], edge: [[edge, start]] } };
}

const rule = (id, component, other, said) => ({
  id, name: id, component, other, when: null, other_when: null, same: null, not_newer: null, not_older: null,
  behind: null, ahead: null, apart: null, verdict: "compatible", note: null, words: id, page: "docs/page.md",
  title: "Page", url: `#${id}`, anchor: id, path: "docs/page.md", line: 1, column: 1, end_line: 1, end_column: 2,
  ...said,
});

/** A product whose components share a list of releases. */
function made(ids, releases, rules, upgrade = {}, scheme = "semver") {
  const found = product("made", Object.fromEntries(ids.map((id) => [id, [id, scheme]])), []);
  const listed = releases.map((version) => ({ version, date: null, end_of_life: null }));
  const components = found.components.map((each) => ({ ...each, releases: listed }));
  return { ...found, components, rules, upgrade: { ...NOTHING, ...upgrade } };
}

const told = ({ hops }) =>
  hops.map(({ moves, mode, isOptional }) => {
    const all = moves.map(({ component, was, now }) => `${component} ${was.join("+")} > ${now}`);
    return `${all.join(", ")} ${mode}${isOptional ? " optional" : ""}`;
  });

const rulesOf = (answers) => [...new Set(answers.flatMap(({ reasons }) => reasons.map((each) => each.rule)))].sort();

describe("RavenDB", () => {
  const rules = [
    rule("early", "client", "server", { when: scope("<4.2"), same: "major", not_newer: "minor" }),
    rule("later", "client", "server", { when: scope(">=4.2"), not_newer: "minor" }),
  ];
  for (const releases of [RAVENDB, []]) {
    const planner = new Planner(made(["server", "client"], releases, rules));
    const [way, end] = releases.length ? ["4.2.0", "5.3.0"] : ["4.2", "5.3"];
    const target = { server: "5.3", client: "5.3" };
    const known = releases.length ? "with releases" : "without releases";

    test(`crosses its first major versions in lockstep, ${known}`, () => {
      const plan = planner.plan({ server: ["3.5"], client: ["3.5"] }, target);
      assert.deepEqual(told(plan), [`server 3.5 > ${end}, client 3.5 > ${end} lockstep`]);
      assert.deepEqual([plan.cost.largest, plan.cost.locksteps, plan.cost.downtime], [2, 1, 2]);
      const [server, client] = plan.hops[0].otherwise;
      assert.deepEqual([server.component, rulesOf(server.because)], ["server", ["early"]]);
      assert.deepEqual([client.component, rulesOf(client.because)], ["client", ["later"]]);
    });

    test(`goes by way of the version whose clients are freer, ${known}`, () => {
      assert.deepEqual(told(planner.plan({ server: ["4.1"], client: ["4.1"] }, target)), [
        `server 4.1 > ${way} in-one-go`,
        `client 4.1 > ${way} in-one-go`,
        `server ${way} > ${end} in-one-go`,
        `client ${way} > ${end} in-one-go optional`,
      ]);
    });
  }
});

describe("SPIRE", () => {
  const rules = [
    rule("servers", "server", "server", { apart: { count: 1, level: "minor" } }),
    rule("agents", "agent", "server", { not_newer: "patch", behind: { count: 1, level: "minor" } }),
  ];
  const planner = new Planner(made(["server", "agent"], SPIRE, rules, { rolling: ["server", "agent"] }));

  test("alternates, servers first, one minor version at a time", () => {
    const plan = planner.plan({ server: ["0.8.1"], agent: ["0.8.1"] }, { server: "0.12.1", agent: "0.12.1" });
    assert.deepEqual(told(plan), [
      "server 0.8.1 > 0.9.3 rolling",
      "agent 0.8.1 > 0.9.3 rolling",
      "server 0.9.3 > 0.10.1 rolling",
      "agent 0.9.3 > 0.10.1 rolling",
      "server 0.10.1 > 0.11.3 rolling",
      "agent 0.10.1 > 0.11.3 rolling",
      "server 0.11.3 > 0.12.1 rolling",
      "agent 0.11.3 > 0.12.1 rolling optional",
    ]);
    const [first] = plan.hops;
    assert.deepEqual(first.beside, { server: ["0.8.1", "0.9.3"], agent: ["0.8.1"] });
    assert.deepEqual(rulesOf(first.because), ["agents", "servers"]);
  });

  test("goes down agents first", () => {
    const plan = planner.plan({ server: ["0.9.3"], agent: ["0.9.3"] }, { server: "0.8.1", agent: "0.8.1" });
    assert.deepEqual(told(plan), ["agent 0.9.3 > 0.8.1 rolling", "server 0.9.3 > 0.8.1 rolling optional"]);
  });

  test("lets a fleet of two versions meet", () => {
    const start = { server: ["0.8.1", "0.9.0"], agent: ["0.8.1"] };
    assert.deepEqual(told(planner.plan(start, { server: "0.9.3", agent: "0.9.3" })), [
      "server 0.8.1+0.9.0 > 0.9.3 rolling",
      "agent 0.8.1 > 0.9.3 rolling optional",
    ]);
  });

  test("is held back by agents that stay, and says what would open a way", () => {
    const found = planner.plan({ server: ["0.8.1", "0.9.0"], agent: ["0.8.1"] }, { server: "0.10.1" });
    assert.equal(found.kind, "blocked");
    assert.deepEqual(found.farthest, { server: ["0.9.3"], agent: ["0.8.1"] });
    assert.deepEqual(found.obstacles.map(({ now, because }) => [now, rulesOf(because)]), [["0.10.1", ["agents"]]]);
    assert.deepEqual(found.permissions.map(({ kind, component }) => [kind, component]), [["move", "agent"]]);
  });

  test("is led back in from outside", () => {
    const plan = planner.plan({ server: ["0.9.3"], agent: ["0.7.0"] }, { server: "0.9.3", agent: "0.9.3" });
    assert.deepEqual(told(plan), ["agent 0.7.0 > 0.9.3 repair"]);
    assert.deepEqual(plan.nearest, { server: ["0.9.3"], agent: ["0.8.0"] });
    assert.deepEqual(rulesOf(plan.outside), ["agents"]);
  });

  test("names the texts that cannot be planned", () => {
    const { kind, problems } = planner.plan({ server: ["zero"] }, { agent: "0.9.3", proxy: "1" });
    assert.equal(kind, "unreadable");
    assert.deepEqual(problems.map(({ component }) => component).sort(), ["agent", "proxy", "server"]);
  });
});

describe("Octopus Deploy", () => {
  const place = { path: "docs/page.md", line: 1, column: 1, end_line: 1, end_column: 2 };
  const link = (text) => ({ text, url: text, ...place });
  const own = { component: "server", ...place };
  const range = (text) => scope(text, "octopus");
  const change = (level, rollback, when = null, start = null) => ({ ...own, level, start, when, name: level, risk: null, rollback });
  const upgrade = {
    stops: [{
      ...own, at: range("2.6"), before: range("3.0"), question: "old", guide: link("from-2.6.md"), reason: null,
    }],
    questions: [{ id: "old", text: "Old?", ...place }],
    guides: [{ ...own, start: range("1.6"), guide: link("from-1.6.md"), direction: "up" }],
    changes: [
      change("patch", "Reinstall."),
      change("minor", "Feature release.", range(">=2018")),
      change("minor", "Restore, then reinstall."),
      change("major", "Follow the guide."),
    ],
  };
  const planner = new Planner(made(["server"], OCTOPUS, [], upgrade, "octopus"));

  test("goes by way of its stop, with the guide for each leg", () => {
    const plan = planner.plan({ server: ["1.6.3"] }, { server: "2018.12" });
    assert.deepEqual(told(plan), ["server 1.6.3 > 2.6.5 in-one-go", "server 2.6.5 > 2018.12.1 in-one-go"]);
    assert.deepEqual(plan.hops.map(({ moves }) => moves[0].guide.text), ["from-1.6.md", "from-2.6.md"]);
    assert.deepEqual(plan.stops.map(({ hop, version }) => [hop, version]), [[0, "2.6.5"]]);
    assert.deepEqual(plan.questions.map(({ id }) => id), ["old"]);
  });

  test("passes a stop that an answer lifts", () => {
    const plan = planner.plan({ server: ["1.6.3"] }, { server: "2018.12" }, { answers: { old: false } });
    assert.deepEqual(told(plan), ["server 1.6.3 > 2018.12.1 in-one-go"]);
  });

  for (const [was, now, level, rollback] of [
    ["3.4.4", "3.4.12", "patch", "Reinstall."],
    ["3.4.4", "3.5.1", "minor", "Restore, then reinstall."],
    ["2.6.5", "3.4.12", "major", "Follow the guide."],
    ["2018.1.0", "2018.12.1", "minor", "Feature release."],
  ]) {
    test(`${was} to ${now} is a ${level} change`, () => {
      const [{ moves: [move] }] = planner.plan({ server: [was] }, { server: now }).hops;
      assert.deepEqual([move.level, move.change.rollback], [level, rollback]);
    });
  }
});

test("a product of which nothing is said about upgrading can be planned for", () => {
  for (const upgrade of [null, undefined]) {
    const planner = new Planner({ ...made(["app"], ["1.0.0", "2.0.0"], []), upgrade });
    assert.deepEqual(told(planner.plan({ app: ["1.0.0"] }, { app: "2.0" })), ["app 1.0.0 > 2.0.0 in-one-go"]);
  }
});

test("a heap gives back what it is given in order", () => {
  const heap = new Heap((a, b) => a - b);
  const numbers = Array.from({ length: 200 }, (_, at) => (at * 7919) % 211);
  for (const number of numbers) heap.push(number);
  assert.deepEqual(numbers.map(() => heap.pop()), [...numbers].sort((a, b) => a - b));
  assert.equal(heap.pop(), undefined);
});

test("lists are compared item by item, and what another one begins with is less", () => {
  const inOrder = [[], [[]], [[1]], [[1, 2]], [[2], [1]], [[2], [3]]];
  inOrder.forEach((one, at) => inOrder.forEach((other, place) => {
    assert.equal(Math.sign(compare(one, other)), Math.sign(at - place));
  }));
});
