// Versions as a reader types them, read by the scheme of their component.

/**
 * @typedef {import("../versions/scheme.js").Scheme} Scheme
 * @typedef {import("./payload.js").Component} Component
 * @typedef {import("./pieces.js").Asked} Asked
 * @typedef {import("./answer.js").Problem} Problem
 */

// What a version of each scheme looks like, as the end of a sentence.
/** @type {Record<string, string>} */
const EXPECTED = {
  semver: "a version such as 3.2, 4.30.3 or 5.0.0-beta.1",
  octopus: "a version such as 3.2, 2019.1.4 or 4.0.0-beta.1",
  maven: "a version such as 3.2, 4.30.3 or 5.0-beta-1",
  pep440: "a version such as 3.2, 4.30.3 or 5.0b1",
  nuget: "a version such as 3.2, 4.30.3 or 5.0.0-beta.1",
  calver: "a version such as 2019.1 or 2024.10.2",
  named: "the name of a release",
};
const NUMBERS = "numbers with dots between them, such as 3.2 or 4.30.3";
const LONGEST_SHOWN = 60;

/**
 * Read one version; a leading `=` asks about exactly that release and not about its line.
 * @param {Component} component
 * @param {Scheme} scheme
 * @param {string} text
 * @returns {Asked | Problem}
 */
export function readAsked(component, scheme, text) {
  const [, exact, version] = /** @type {RegExpExecArray} */ (/^\s*(=?)\s*([^]*)$/.exec(text));
  const extent = scheme.extent(version, { exact: exact !== "" });
  if (!extent) return { component: component.id, text, message: message(scheme, text) };
  return {
    component: component.id,
    text: text.trim(),
    extent: [extent.start, extent.end],
    scheme,
  };
}

/**
 * @param {Scheme} scheme
 * @param {string} text
 */
function message(scheme, text) {
  const characters = [...text.trim()];
  const isLong = characters.length > LONGEST_SHOWN;
  const shown = isLong ? `${characters.slice(0, LONGEST_SHOWN - 1).join("")}…` : characters.join("");
  return `“${shown}” is not a ${scheme.name} version: expected ${EXPECTED[scheme.name] ?? NUMBERS}.`;
}
