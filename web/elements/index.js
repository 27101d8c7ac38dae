// The one module with side effects: what the page's script runs.

import { CompatChecker } from "./checker.js";
import { define } from "./define.js";
import { CompatMatrix } from "./matrix.js";
import { CompatRules } from "./rules.js";

define("compat-matrix", CompatMatrix);
define("compat-rules", CompatRules);
define("compat-checker", CompatChecker);
