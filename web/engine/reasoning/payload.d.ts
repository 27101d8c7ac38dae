/** What `compat.json` and the page's elements hold: the facts of one product. */

import type { Range } from "../ranges/range.js";

export type Verdict =
  | "compatible"
  | "partial"
  | "untested"
  | "unstated"
  | "conflicting"
  | "incompatible";

export interface Component {
  id: string;
  name: string;
  aliases: string[];
  scheme: string;
  full: number;
  inferred: boolean;
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
  rows: Row[];
}

export interface Product {
  id: string;
  name: string;
  components: Component[];
  tables: Table[];
}
