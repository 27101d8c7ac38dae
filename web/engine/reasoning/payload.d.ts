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
  /** Null for a blank cell, and for one that could not be read. */
  range: Range | null;
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

export interface Product {
  id: string;
  name: string;
  components: Component[];
  tables: Table[];
  rules: Rule[];
}
