/** What is asked of the engine, and what it answers. */

import type { Verdict } from "./payload.js";
import type { Ground } from "./statement.js";

/** Version texts for component ids; several versions of one component run side by side. */
export type Question = Record<string, string[]>;

/** One version of one component. */
export interface Member {
  component: string;
  name: string;
  version: string;
}

/** A cell, or a row without one, that the verdict rests on. */
export interface Reason {
  ground: Ground;
  /** Null when the row does not speak. */
  verdict: Verdict | null;
  sentence: string;
  /** Footnotes that the sentence does not already tell. */
  notes: string[];
  /** Title of the table. */
  title: string;
  /** Where the cell stands on the site; the table where there is no cell. */
  url: string;
  anchor: string | null;
  /** Where the cell stands in the author's file. */
  path: string;
  line: number | null;
  column: number | null;
}

/** Some versions of the pair and their verdict; null stands for all versions asked about. */
export interface Split {
  a: string | null;
  b: string | null;
  verdict: Verdict;
}

export interface Pair {
  a: Member;
  b: Member;
  verdict: Verdict;
  reasons: Reason[];
  /** Empty when all versions asked about have the same verdict. */
  split: Split[];
}

/** A text that is no version of its component's scheme. */
export interface Problem {
  component: string;
  text: string;
  message: string;
}

export interface Answer {
  /** The worst verdict of all pairs; null when nothing relates the components in question. */
  verdict: Verdict | null;
  /** From the worst verdict to the best. */
  pairs: Pair[];
  problems: Problem[];
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
