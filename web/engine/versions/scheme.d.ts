/** One version, parsed strictly by its scheme; as `Version` in mkdocs_compat/versions/scheme.py. */
export interface Version {
  text: string;
  /** Leading numbers as digits without leading zeros, as many as written. */
  numbers: string[];
  prerelease: string[];
  build: string;
  /** Where it stands on the version order; in a scheme without a total order, the text itself. */
  key: string;
}

/** The stretch of the version order that a written version names: a line, or one release. */
export interface Extent {
  text: string;
  numbers: string[];
  isLine: boolean;
  edge: string;
  start: string;
  end: string;
}

export type Side = "below-pre-releases" | "below" | "above";

/** A cut explained: the version it lies next to, and on which side. */
export interface Landmark {
  side: Side;
  text: string;
  numbers: string[];
  isPrerelease: boolean;
}

export type Level = "major" | "minor" | "patch" | "build" | "pre-release" | "none";

/** A version grammar and its order. */
export interface Scheme {
  name: string;
  full: number;
  /** Parse by the strict grammar; null when the text is no version of this scheme. */
  parse(text: string): Version | null;
  compare(a: Version, b: Version): number;
  key(version: Version): string;
  /** What a version in a table names; wider than `parse`: lines, and a leading `v`. */
  extent(text: string, options?: { exact?: boolean }): Extent | null;
  landmark(cut: string): Landmark;
  level(a: Version, b: Version): Level;
  /** Order of two cuts, `""` and `"~"` included. */
  compareCuts(a: string, b: string): number;
  /** Of names: the list that orders them, each once. */
  releases?: string[];
  /** Of names: for each release, where the major, the minor and the patch line of it begin. */
  groups?(): number[][];
}
