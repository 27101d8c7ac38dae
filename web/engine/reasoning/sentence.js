// Reasons in words. Nothing is decided here.

/**
 * @typedef {import("./payload.js").Cell} Cell
 * @typedef {import("./payload.js").Verdict} Verdict
 * @typedef {import("./statement.js").Statement} Statement
 * @typedef {import("./answer.js").Member} Member
 */

/**
 * Say what a statement says as one sentence, with the limit that goes with it.
 * @param {Statement} statement
 * @param {Member} subject The version asked about of the table's subject.
 * @param {Member} other The version asked about of the other component.
 */
export function sentence(statement, subject, other) {
  const { table, row, cell, ground } = statement;
  if (!row || !cell) {
    const all = ground === "partly" ? "all of " : "";
    return `No row of “${table.title}” covers ${all}${subject.name} ${subject.version}.`;
  }
  const place = `Row “${subject.name} ${row.subject.text}”`;
  const what = `${other.name} ${cell.text}`;
  switch (ground) {
    case "listed":
      return place + listed(statement, what);
    case "partly":
      return place + listed(statement, `${what} (not all of ${other.version})`);
    case "excluded":
      return statement.verdict
        ? `${place} lists ${what}, not ${other.version}.`
        : `${place} only says that ${what} does not work.`;
    case "blank":
      return place + blank(statement, other);
    case "pre-release":
      return `${place} lists ${what} and does not say whether its first pre-releases count.`;
    default:
      return `${place} has a cell for ${other.name} that could not be read: “${cell.text}”.`;
  }
}

/**
 * Return the footnotes of a statement that its sentence does not tell.
 * @param {Statement} statement
 */
export function otherNotes(statement) {
  const told = ["listed", "partly"].includes(statement.ground) ? limit(statement) : null;
  return notes(statement).filter((note) => note !== told);
}

/**
 * @param {Statement} statement
 * @param {string} what
 */
function listed(statement, what) {
  const note = limit(statement);
  const limited = note ? `: ${closed(note)}` : ".";
  switch (statement.table.verdict) {
    case "partial":
      return ` lists ${what}, with a limit${limited}`;
    case "untested":
      return ` lists ${what} as not tested${limited}`;
    case "incompatible":
      return ` lists ${what} as not working${limited}`;
    case "unstated":
      return ` lists ${what} without saying whether it works${limited}`;
    default:
      return ` lists ${what}${limited}`;
  }
}

/**
 * @param {Statement} statement
 * @param {Member} other
 */
function blank({ table }, other) {
  return table.blank === "unstated"
    ? ` says nothing about ${other.name}.`
    : ` leaves ${other.name} blank, which in this table means ${table.blank}.`;
}

/**
 * Return the note that says which limit a listed version has.
 * @param {Statement} statement
 * @returns {string | null}
 */
function limit(statement) {
  const { note, verdict } = statement.table;
  return note ?? (verdict === "partial" ? notes(statement)[0] : null) ?? null;
}

/** @param {Statement} statement */
function notes({ row, cell }) {
  return [...new Set([...(row?.subject.notes ?? []), ...(cell?.notes ?? [])])];
}

/** End a text as a sentence ends. @param {string} text */
function closed(text) {
  return /[.!?…]["”')\]]*$/.test(text) ? text : `${text}.`;
}
