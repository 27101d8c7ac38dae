// A symbol for each verdict. The shapes differ, so that colour is never alone in telling them apart.

import { svg } from "./dom.js";

/** @typedef {import("../engine/reasoning/payload.js").Verdict} Verdict */

const LINE = { fill: "none", stroke: "currentColor", "stroke-width": 1.6 };
const FILLED = { fill: "currentColor" };
// Drawn in the colour of the page on a filled shape.
const CUT = {
  class: "compat-symbol__cut",
  fill: "none",
  "stroke-width": 1.8,
  "stroke-linecap": "round",
  "stroke-linejoin": "round",
};
const RING = { cx: 8, cy: 8, r: 6.4 };

/** @type {Record<Verdict, () => Node[]>} */
const SHAPES = {
  compatible: () => [
    svg("circle", { cx: 8, cy: 8, r: 7.2, ...FILLED }),
    svg("path", { d: "m4.7 8.3 2.3 2.3 4.3-4.8", ...CUT }),
  ],
  partial: () => [
    svg("circle", { ...RING, ...LINE }),
    svg("path", { d: "M8 1.6a6.4 6.4 0 0 0 0 12.8z", ...FILLED }),
  ],
  untested: () => [
    svg("circle", { ...RING, ...LINE }),
    svg("path", { d: "M6 6.4a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4", ...LINE, "stroke-linecap": "round" }),
    svg("circle", { cx: 8, cy: 11.7, r: 0.95, ...FILLED }),
  ],
  unstated: () => [
    svg("circle", { ...RING, ...LINE, "stroke-dasharray": "2.5 1.52" }),
    svg("path", { d: "M5.4 8h5.2", ...LINE, "stroke-linecap": "round" }),
  ],
  conflicting: () => [
    svg("path", { d: "M8 1.3 15.2 14H.8z", ...FILLED, stroke: "currentColor", "stroke-linejoin": "round" }),
    svg("path", { d: "M8 5.8v4M8 11.9v.1", ...CUT }),
  ],
  incompatible: () => [
    svg("path", { d: "M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z", ...FILLED }),
    svg("path", { d: "m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2", ...CUT }),
  ],
};

/**
 * Build the symbol of a verdict, hidden from assistive technology: a word always stands beside it.
 * @param {Verdict} verdict
 */
export function verdictSymbol(verdict) {
  return svg(
    "svg",
    { class: "compat-symbol", viewBox: "0 0 16 16", "aria-hidden": "true", focusable: "false" },
    ...SHAPES[verdict](),
  );
}
