/** What is asked of the engine, and what it answers. */

import type { Verdict } from "./payload.js";
import type { RuleGround } from "./rule-relation.js";
import type { Ground } from "./statement.js";

/**
 * Version texts for component ids; several versions of one component run side by side. A text is a
 * version, `=3.2` for exactly that release, or a range as cells have it.
 */
export type Question = Record<string, string[]>;

/** One version of one component. */
export interface Member {
  component: string;
  name: string;
  version: string;
  /** Number of the instance within the fleet, from 0. */
  instance: number;
}

/** A cell, a row without one, or a rule that the verdict rests on. */
export interface Reason {
  ground: Ground | RuleGround;
  /** Null when the row does not speak, or the rule's steps cannot be counted. */
  verdict: Verdict | null;
  sentence: string;
  /** Footnotes that the sentence does not already tell. */
  notes: string[];
  /** Title of the table, or of the page that states the rule. */
  title: string;
  /** Where the cell or rule stands on the site; the table where there is no cell. */
  url: string;
  anchor: string | null;
  /** Where it stands in the author's file. */
  path: string;
  line: number | null;
  column: number | null;
  /** Id of the rule; null for a table. */
  rule: string | null;
  /** Text of the cell; null for a rule, and where there is no cell. */
  cell: string | null;
}

/** Some versions of the pair and their verdict; null stands for all versions asked about. */
export interface Split {
  a: string | null;
  b: string | null;
  verdict: Verdict;
  /** Whether only some of these versions have the verdict, and others another one. */
  some: boolean;
}

export interface Pair {
  a: Member;
  b: Member;
  verdict: Verdict;
  reasons: Reason[];
  /** Empty when all versions asked about have the same verdict. */
  split: Split[];
}

/** The answer of a table whose rows count as a whole, for one version of each component. */
export interface Group {
  /** The subject's version first where it is in question. */
  members: Member[];
  verdict: Verdict;
  reasons: Reason[];
}

/** A version in question above every release that is known. */
export interface Newer {
  asked: Member;
  /** The newest release known. */
  newest: string;
}

/** A text that is no version of its component's scheme. */
export interface Problem {
  component: string;
  text: string;
  message: string;
}

export interface Answer {
  /** The worst verdict of all pairs and groups; null when nothing relates what is in question. */
  verdict: Verdict | null;
  /** From the worst verdict to the best. */
  pairs: Pair[];
  groups: Group[];
  /**
   * A smallest set of versions that is incompatible or conflicting; empty where there is none.
   * Without any one of them the rest is neither.
   */
  clash: Member[];
  problems: Problem[];
  newer: Newer[];
}

/** Versions in the author's notation and their verdict. */
export interface Part {
  verdict: Verdict;
  text: string;
}

/** The versions of a component that go with all that is asked about. */
export interface Open {
  component: string;
  /** From the best verdict on: compatible, partial and untested, and only those that there are. */
  parts: Part[];
  /** The oldest of all of these; null where there is none or no lower bound. */
  oldest: string | null;
  /** The newest; null where there is none or no upper bound. */
  newest: string | null;
}

/** One instance moved to another version. */
export interface Move {
  component: string;
  /** Number of the instance within the fleet, from 0. */
  instance: number;
  /** The version asked about. */
  was: string;
  /** A release, or a line of which each release will do. */
  now: string;
}

/** A change that makes a set of versions work, and what the set is worth then. */
export interface Fix {
  moves: Move[];
  verdict: Verdict;
}

/** Where one component stands in a set of versions. */
export interface Standing {
  component: string;
  /**
   * `fine` where it works with all others; `update` where it would in another version; `both`
   * where it and another one must move; `none` where that does not help either.
   */
  kind: "fine" | "update" | "both" | "none";
  /** What to change, in the order in which to do it. */
  moves: Move[];
}

/** Versions of a component that work with nothing any more. */
export interface Lost {
  component: string;
  text: string;
}

/** What a question marks in the tables, by the ids of cells. */
export interface Marks {
  /** Subject cells of the rows that speak about the subject's version. */
  rows: Set<string>;
  /** Cells that list all versions asked about, a part of them, or none. */
  listed: Set<string>;
  partly: Set<string>;
  excluded: Set<string>;
}
