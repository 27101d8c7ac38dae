/** What `compat.json` and the page's elements hold: the facts of one product. */

import type { Range } from "../ranges/range.js";

export type Verdict =
  | "compatible"
  | "partial"
  | "untested"
  | "unstated"
  | "conflicting"
  | "incompatible";

export interface Release {
  version: string;
  date: string | null;
  end_of_life: string | null;
}

export interface Component {
  id: string;
  name: string;
  aliases: string[];
  scheme: string;
  full: number;
  inferred: boolean;
  /** From the oldest on; empty when the author lists none. */
  releases: Release[];
}

export interface Cell {
  components: string[];
  text: string;
  /** Null for a blank cell, and for one that could not be read; of the header beside a mark. */
  range: Range | null;
  /** What the versions are worth where the cell says so; null where nobody explains the mark. */
  mark?: { text: string; verdict: Verdict | null };
  /** When the versions are meant, as said in parentheses behind them. */
  condition?: string;
  latest: boolean;
  blank: boolean;
  notes: string[];
  anchor: string;
  path: string;
  line: number;
  column: number;
  end_line: number;
  end_column: number;
}

export interface Row {
  subject: Cell;
  cells: Cell[];
}

export interface Table {
  id: string;
  page: string;
  title: string;
  url: string;
  verdict: Verdict;
  note: string | null;
  subject: string;
  components: string[];
  /** What a blank cell means. */
  blank: Verdict;
  /** Whether only the listed combinations count, each row as a whole. */
  together: boolean;
  /** Whether versions that a row does not list are incompatible; files before 3 do not say. */
  closed?: boolean;
  rows: Row[];
}

/** The levels at which rules count, from coarse to fine. */
export type RuleLevel = "major" | "minor" | "patch";

export interface Distance {
  count: number;
  level: RuleLevel;
}

/** The versions that a rule speaks of, on one of its sides. */
export interface Scope {
  text: string;
  range: Range;
}

/** A relation between the versions of two components, or within the fleet of one. */
export interface Rule {
  id: string;
  name: string | null;
  component: string;
  /** The component's own id for a rule within its fleet. */
  other: string;
  when: Scope | null;
  other_when: Scope | null;
  same: RuleLevel | null;
  not_newer: RuleLevel | null;
  not_older: RuleLevel | null;
  behind: Distance | null;
  ahead: Distance | null;
  apart: Distance | null;
  verdict: Verdict;
  note: string | null;
  /** The rule as a sentence. */
  words: string;
  page: string;
  title: string;
  url: string;
  anchor: string;
  path: string;
  line: number;
  column: number;
  end_line: number;
  end_column: number;
}

/** Where something stands in the site's sources. */
export interface Place {
  path: string;
  line: number;
  column: number;
  end_line: number;
  end_column: number;
}

/** A page that the author points to. */
export interface Link extends Place {
  text: string;
  /** Null where it leads nowhere. */
  url: string | null;
}

/** Versions that an upgrade must pass through. */
export interface Stop extends Place {
  component: string;
  at: Scope;
  /** Where the versions begin that may not be reached without; null for all above `at`. */
  before: Scope | null;
  /** Id of the question on which it depends: it is no stop where the answer is no. */
  question: string | null;
  guide: Link | null;
  reason: string | null;
}

export interface Question extends Place {
  id: string;
  text: string;
}

/** The guide for moves from some versions. */
export interface Guide extends Place {
  component: string;
  start: Scope;
  guide: Link;
  direction: "up" | "down" | "both";
}

/** What a hop of one level means; of several that fit, the first counts. */
export interface Change extends Place {
  component: string;
  level: RuleLevel;
  /** Only for upgrades from these versions; null for all. */
  start: Scope | null;
  /** Only for upgrades to these versions; null for all. */
  when: Scope | null;
  name: string | null;
  risk: string | null;
  /** The way back. */
  rollback: string | null;
}

export interface MaxHop extends Place {
  component: string;
  distance: Distance;
}

/** Versions at which something must be known or awaited. */
export interface Gate extends Place {
  component: string;
  at: Scope;
  note: string | null;
}

export interface Downgrade extends Place {
  component: string;
  /** The level of the largest change that may be taken back; or whether any may. */
  most: boolean | RuleLevel;
}

/** A breaking change, or a task to be done once. */
export interface Notice extends Place {
  component: string;
  at: Scope;
  /** Null for everyone. */
  audience: "operators" | "users" | null;
  text: string;
  link: Link | null;
}

/** What is said about upgrading. */
export interface Upgrade {
  stops: Stop[];
  questions: Question[];
  guides: Guide[];
  changes: Change[];
  /** Ids of components in the order in which they go up; those of one step have none among themselves. */
  order: string[][];
  max_hops: MaxHop[];
  /** Ids of the components whose instances are replaced one at a time. */
  rolling: string[];
  finalizes: Gate[];
  waits: Gate[];
  downgrades: Downgrade[];
  breaking: Notice[];
  tasks: Notice[];
}

export interface Product {
  id: string;
  name: string;
  components: Component[];
  tables: Table[];
  rules: Rule[];
  /** Null where nothing is said; files of earlier releases do not have it. */
  upgrade?: Upgrade | null;
}
