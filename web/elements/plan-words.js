// The words of a plan, as in mkdocs_compat/publishing/reports/plan_words.py: each a plain sentence
// or a part of one. Nothing is decided here.

/**
 * @typedef {import("../engine/reasoning/payload.js").Downgrade} Downgrade
 * @typedef {import("../engine/reasoning/payload.js").Gate} Gate
 * @typedef {import("../engine/reasoning/payload.js").Notice} Notice
 * @typedef {import("../engine/reasoning/payload.js").Stop} Stop
 * @typedef {import("../engine/planning/plan.js").Hop} Hop
 * @typedef {import("../engine/planning/plan.js").Step} Step
 * @typedef {import("./planned.js").Planned} Planned
 */

/** @type {Record<Hop["mode"], string>} */
export const MODES = {
  rolling: "rolling",
  "in-one-go": "in one go",
  downtime: "with downtime",
  lockstep: "in lockstep",
  repair: "back to what is allowed",
};

/** @type {Partial<Record<Step["level"], string>>} */
const NUMBERS = { major: "first", minor: "second", patch: "third" };

/** @type {Record<Hop["mode"], string>} */
const WHY = {
  rolling: "Rolling: its instances are replaced one at a time; what runs side by side meanwhile is allowed.",
  "in-one-go":
    "In one go: nothing says that its instances are replaced one at a time, and nothing that it " +
    "must be down.",
  downtime: "With downtime: its versions may not run side by side, so it cannot be rolling.",
  lockstep:
    "In lockstep, with downtime: all are stopped, moved and started again together. No way " +
    "without it is allowed, versions in between included; by itself each of them meets this:",
  repair: "Back to what is allowed: what runs now is not.",
};

/**
 * Name one thing after the other.
 * @param {string[]} items
 */
export function joined(items) {
  const [last, ...before] = [...items].reverse();
  return [before.reverse().join(", "), last].filter(Boolean).join(" and ");
}

/**
 * Say from where to where.
 * @param {Planned} planned
 */
export function title(planned) {
  const { start, target } = planned.result;
  const every = Object.entries(start).map(([id, texts]) => ({
    own: planned.versions(id, texts),
    to: joined([...new Set(target[id])]),
    isThere: [...new Set(texts)].sort().join() === [...new Set(target[id])].sort().join(),
  }));
  const moves = every.filter(({ isThere }) => !isThere).map(({ own, to }) => `${own} to ${to}`);
  const still = every.filter(({ isThere }) => isThere).map(({ own }) => own);
  if (!moves.length) return joined(still);
  const beside = still.length ? ` (${joined(still)} stay${still.length === 1 ? "s" : ""})` : "";
  return moves.join(", ") + beside;
}

/**
 * Count hops by the way in which they are made.
 * @param {Hop[]} made
 */
export function count(made) {
  if (!made.length) return "Nothing to do: everything is there already.";
  const counts = Object.entries(MODES).flatMap(([mode, words]) => {
    const number = made.filter((hop) => hop.mode === mode).length;
    return number ? [{ number, words }] : [];
  });
  const total = hops(made.length);
  if (counts.length === 1) return `${total}, ${made.length > 1 ? "each " : ""}${counts[0].words}.`;
  return `${total}: ${counts.map(({ number, words }) => `${number} ${words}`).join(", ")}.`;
}

/**
 * Say which component goes from where to where, and how.
 * @param {Hop} hop
 * @param {Planned} planned
 */
export function head(hop, planned) {
  return `${route(hop, planned)}, ${MODES[hop.mode]}${hop.isOptional ? ", optional" : ""}`;
}

/**
 * Say which component goes from where to where.
 * @param {Hop} hop
 * @param {Planned} planned
 */
export const route = ({ moves }, planned) =>
  joined(moves.map((move) => `${planned.versions(move.component, move.was)} to ${reached(move)}`));

/**
 * Say where a move leads; what nobody lists or names is said to be that.
 * @param {Step} move
 */
function reached({ now, naming }) {
  if (naming === "line") return `a release of ${now}`;
  return naming === "counted" ? `${now} (the first release of its line)` : now;
}

/**
 * Say why a hop is made as it is.
 * @param {Hop} hop
 */
export const why = ({ mode }) => WHY[mode];

/**
 * Name the class of change, as its author does where they do; or the one that is undone.
 * @param {Step} move
 */
export function changeClass({ level, change, isUp }) {
  const plain = level === "none" ? "no number changes" : `${level} change`;
  const name = change?.name ?? null;
  if (!isUp && level !== "none") return `back over a ${plain}${name ? ` (${name})` : ""}`;
  if (name === null || name.toLowerCase().startsWith(level)) return name || plain;
  // On a train of years, what its author calls a feature release may change the first number.
  const number = NUMBERS[level];
  return `${name} (${number ? `the ${number} number changes` : plain})`;
}

/**
 * Say why there is no way back.
 * @param {Gate | Downgrade} reason
 */
export function noReturn(reason) {
  if ("at" in reason) return `There is no way back from ${reason.at.text}${because(reason.note)}`;
  if (typeof reason.most === "boolean") return "It is never taken back.";
  return `Only changes up to ${reason.most} are taken back.`;
}

/**
 * Say what comes with a release, and for whom.
 * @param {Notice} said
 */
export function notice({ at, audience, text }) {
  return `${at.text}${audience ? `, for ${audience}` : ""}: ${text}`;
}

/**
 * Say what to wait for.
 * @param {Gate} gate
 */
export const wait = ({ at, note }) => `Before going on from ${at.text}: ${note || "wait"}`;

/**
 * Say that a stop is required, and why.
 * @param {Stop} said
 */
export function stop({ at, before, reason }) {
  return `Required stop at ${at.text}${before ? `, before ${before.text}` : ""}${because(reason)}`;
}

/**
 * Say what must run before the next hop is made.
 * @param {Hop} hop
 * @param {Planned} planned
 * @param {boolean} isLast
 */
export function check({ moves, after }, planned, isLast) {
  const left = moves.flatMap(({ component, was }) => {
    const old = was.filter((each) => !after[component].includes(each));
    return old.length ? [planned.versions(component, old)] : [];
  });
  const when = isLast ? "At the end" : "Before the next hop";
  const gone = left.length ? `, check that no ${left.join(" and no ")} runs any more` : "";
  return `${when}${gone}; in service are then ${planned.inService(after)}`;
}

/**
 * Say which questions matter, and how they are answered.
 * @param {Planned} planned
 */
export function questions({ result, answers }) {
  return result.questions.map(({ id, text }) => {
    const answer = answers[id];
    if (answer === undefined) return `${text} (${id}: not answered, counts as yes)`;
    return `${text} (${id}: ${answer ? "yes" : "no"})`;
  });
}

/**
 * End a sentence with its reason, which is the author's.
 * @param {string | null} reason
 */
export const because = (reason) => (reason ? `: ${reason}` : ".");

/** @param {number} number */
export const hops = (number) => `${number} hop${number === 1 ? "" : "s"}`;
