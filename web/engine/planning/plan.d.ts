/** What a planner is asked, and what it answers: a plan, or why there is none. */

import type { Group, Pair, Problem } from "../reasoning/answer.js";
import type { Change, Downgrade, Gate, Link, MaxHop, Notice, Question, Stop, Verdict } from "../reasoning/payload.js";
import type { Level } from "../versions/scheme.js";

/** What a plan shall have least of. */
export type Objective = "downtime" | "hops" | "jumps";

/** The terms of a plan; all may be left out. */
export interface Terms {
  /** By the ids of the product's questions; no answer counts as yes. */
  answers?: Record<string, boolean>;
  /** `downtime` where it is left out. */
  objective?: Objective;
  /** Verdicts that are good enough, besides compatible and partial. */
  accept?: Verdict[];
  /**
   * What may go against what is said, as `spell` of permission.js writes it: `jump=server`,
   * `jump=server@2.6`, `downgrade=server`. What the product does not have is passed over.
   */
  allow?: string[];
}

/** The versions in service by component id, as they are written. */
export type InService = Record<string, string[]>;

/** Why a component may not make a hop, whatever the others run. */
export interface Refusal {
  kind: "stop" | "max-hop" | "uncounted" | "downgrade" | "final" | "direction" | "downtime";
  /** What the author says that forbids it; null for a direction or a downtime. */
  said: Stop | MaxHop | Downgrade | Gate | null;
}

/** Why a component cannot make a hop. */
export interface Obstacle {
  component: string;
  /** The versions in service. */
  was: string[];
  /** The version it would go to. */
  now: string;
  /** What forbids the hop, whatever the others run. */
  refusals: Refusal[];
  /** The pairs and groups that the versions in service would not allow then. */
  because: (Pair | Group)[];
}

/** One component moved to another version. */
export interface Step {
  component: string;
  /** The versions that are left, from the least advanced one on. */
  was: string[];
  now: string;
  /**
   * What that version is: one that is listed or that somebody names; a line of which nobody lists the
   * releases, so that each will do; or the first release of a line by its number, of which nobody
   * says that there is one.
   */
  naming: "release" | "line" | "counted";
  isUp: boolean;
  /** Level of the first number that differs; of several, the largest change. */
  level: Level;
  /** The author's class for it, with the way back; of a downgrade, that of the upgrade taken back. */
  change: Change | null;
  guide: Link | null;
  /** Breaking changes and tasks of the versions passed that no earlier hop passed. */
  breaking: Notice[];
  tasks: Notice[];
  /** What to wait for before the next hop. */
  waits: Gate[];
  /**
   * Why there is no way back: a gate that is passed, or what is said of downgrades. Of a downgrade,
   * what is said against it.
   */
  noReturn: (Gate | Downgrade)[];
}

/** One hop, with all that a reader must know about it. */
export interface Hop {
  /** The components that move; several in a lockstep. */
  moves: Step[];
  /**
   * `in-one-go` where nobody says that the component rolls, and nothing that it must be down: its
   * versions may meet. `downtime` where they may not.
   */
  mode: "rolling" | "in-one-go" | "downtime" | "lockstep" | "repair";
  before: InService;
  /** All versions that run side by side while it is made; null where it does not roll. */
  beside: InService | null;
  after: InService;
  /** What tables and rules say of the versions side by side, or of those after where it does not roll. */
  because: (Pair | Group)[];
  /**
   * Why it is not made in a better way: with downtime, what forbids the versions of the component to
   * run side by side; in a lockstep, what forbids each component to go by itself; of a repair, what
   * is said against its jumps.
   */
  otherwise: Obstacle[];
  /** Whether everything works without it, and without later hops of its component. */
  isOptional: boolean;
}

/** A required stop that a plan passes. */
export interface StopPassed {
  stop: Stop;
  /** Number of the hop that arrives at it, from 0. */
  hop: number;
  /** The version at which it is met. */
  version: string;
}

export interface Cost {
  /** How many components the largest lockstep moves; 0 where there is none. */
  largest: number;
  locksteps: number;
  /** Hops with downtime; a lockstep counts once for each component. */
  downtime: number;
  hops: number;
  /** Sum of the squares of how many candidates each hop passes. */
  jumps: number;
}

/** Something that would open a way. */
export interface Permission {
  kind: "jump" | "downtime" | "untested" | "unstated" | "move" | "downgrade";
  /** Id of the component of which to allow it; null for a verdict. */
  component: string | null;
  /** The stop that would not be passed; null for other permissions. */
  stop: Stop | null;
  /** The version that a component would move to; null for other permissions. */
  now: string | null;
}

interface Asked {
  start: InService;
  /** The versions in service at the end. */
  target: InService;
  objective: Objective;
  /** The questions whose answers matter, answered or not. */
  questions: Question[];
  /** What does not allow the start; empty where it is allowed. */
  outside: (Pair | Group)[];
  /** How many states the search looked at. */
  visited: number;
}

/** Hops from a start to a target, each of them proven. */
export interface Plan extends Asked {
  kind: "plan";
  /** None where everything is there already. */
  hops: Hop[];
  stops: StopPassed[];
  /** A repair counts as no hop. */
  cost: Cost;
  /**
   * The versions in service that are allowed and nearest to a start that is not, where the plan goes
   * another way.
   */
  nearest: InService | null;
}

/** There is no plan, and why. */
export interface Blocked extends Asked {
  kind: "blocked";
  /** The way to the farthest state that can be reached. */
  hops: Hop[];
  /** The versions in service there. */
  farthest: InService;
  /** For each component that is not there, what forbids its next hops. */
  obstacles: Obstacle[];
  /** The fewest permissions that would open a way; empty where one or two do not. */
  permissions: Permission[];
  /** What does not allow the target; empty where it is allowed. */
  wanted: (Pair | Group)[];
}

/** What is asked for cannot be planned: a text is no version, or no start is given. */
export interface Unreadable {
  kind: "unreadable";
  problems: Problem[];
}
