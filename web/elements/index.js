// The one module with side effects: what the page's script runs, and a worker of it.

import "./nowhere.js";
import { CompatChecker } from "./checker.js";
import { define } from "./define.js";
import { CompatMatrix } from "./matrix.js";
import { takeOrders } from "./plan-work.js";
import { CompatUpgrade } from "./planner.js";
import { CompatRules } from "./rules.js";

if (typeof document === "undefined") {
  takeOrders();
} else {
  define("compat-matrix", CompatMatrix);
  define("compat-rules", CompatRules);
  define("compat-checker", CompatChecker);
  define("compat-upgrade", CompatUpgrade);
}
