/**
 * Looks through the Markdown and HTML around versions without moving a character, as
 * mkdocs_compat/ranges/notation/markup.py does.
 */

// Of private use: fills markup's place, stands around a footnote mark, is a star that is no emphasis.
export const FILLER = "\ue000";
const STAR = "\ue003";

const PIECE =
  /([\ue000-\ue003])|\[(\^[^\[\] \t\n\r]{1,40})\]|(<sup(?:[ \t\n\r][^<>]*)?>)|(<\/sup>)|(<\/?(?:br|div|li|ol|p|ul)(?:[ \t\n\r/][^<>]*)?>)|<!--[^<>]*-->|<\/?(?:a|abbr|b|code|em|i|kbd|mark|small|span|strong|tt|u|var)(?:[ \t\n\r][^<>]*)?>|`+|&([a-z][a-z0-9]{1,8}|#[0-9]{1,7}|#x[0-9a-f]{1,6});|\\([!-/:-@[-`{-~])|([\t-\r\x85\xa0\u2000-\u200b\u2028-\u202f\u3000\ufe0f])/gi;
const LINK = /\[([^\[\]]*)(\](?:\((?:[^() ]|\([^() ]*\))*(?: [^()]*)?\)|\[[^\[\]]*\]))/g;
const EMPHASIS = [
  /(^|[^0-9A-Za-z.*])(\*{1,3})(?=[^ \n*])([^*]*[^ \n*])\2(?![0-9A-Za-z])/g,
  /(^|[^0-9A-Za-z._])(_{1,3})(?=[^ \n_])([^_]*[^ \n_])\2(?![0-9A-Za-z])/g,
];

/** @type {Record<string, string>} */
const ENTITIES = {
  amp: "&", ast: STAR, comma: ",", dagger: "†", Dagger: "‡", emsp: " ", ensp: " ", equals: "=", ge: "≥", gt: ">",
  hellip: "…", le: "≤", lt: "<", mdash: "—", minus: "−", nbsp: " ", ndash: "–", ne: "≠", plus: "+", rArr: "⇒",
  rarr: "→", sup1: "¹", sup2: "²", sup3: "³", thinsp: " ", verbar: "|", vert: "|",
};

/** @param {string} entity */
function character(entity) {
  const code = +entity.replace("#", /x/i.test(entity) ? "0" : "");
  if (entity[0] !== "#") return Object.hasOwn(ENTITIES, entity) ? ENTITIES[entity] : "\ufffd";
  return code === 42 ? STAR : code === 160 ? " " : code > 31 && code < 0xd800 ? String.fromCharCode(code) : "\ufffd";
}

/** @param {number} count */
const fill = (count) => FILLER.repeat(count);

/** Return a cell, as long as it is, with its markup made invisible. @param {string} raw */
export function mask(raw) {
  const shown = raw.replace(PIECE, (piece, reserved, note, opening, closing, line, entity, escaped, space) => {
    if (closing) return fill(6 - 1) + "\ue002";
    const text = reserved ? "\ufffd" : note ? `\ue001${note}\ue002` : opening ? "\ue001" : line ? "\n"
      : entity ? character(entity) : escaped ? escaped.replace("*", STAR) : space ? " " : "";
    return text.padEnd(piece.length, FILLER);
  }).replace(LINK, (_, inner, rest) => FILLER + inner + fill(rest.length));
  return EMPHASIS.reduce((text, emphasis) => text.replace(emphasis, (_, before, run, inner) =>
    before + fill(run.length) + inner + fill(run.length)), shown);
}
