// Symbols for the rows and cells of a table that a question concerns.

import { svg } from "./dom.js";

/** @type {Record<"rows" | "listed" | "partly" | "excluded", string>} */
const PATHS = {
  rows: "M13.5 8H3m4.2-4.2L3 8l4.2 4.2",
  listed: "m3 8.5 3.4 3.4L13 4.6",
  partly: "M3 9.2c1.7-2.6 3.3-2.6 5 0s3.3 2.6 5 0",
  excluded: "m4 4 8 8m0-8-8 8",
};

/** @param {"rows" | "listed" | "partly" | "excluded"} kind */
export function matchSymbol(kind) {
  return svg(
    "svg",
    { class: "compat-symbol", viewBox: "0 0 16 16", "aria-hidden": "true", focusable: "false" },
    svg("path", {
      d: PATHS[kind],
      fill: "none",
      stroke: "currentColor",
      "stroke-width": 2.2,
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
    }),
  );
}
