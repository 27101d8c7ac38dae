/**
 * Looks through the little Markdown that a reader may paste: emphasis, code, links, line breaks and
 * backslashes. Cells are read when the site is built, by mkdocs_compat/ranges/notation/markup.py,
 * which knows HTML too; what is not looked through here is not understood.
 */

const SPACE = /[\t-\r\x85\xa0\u1680\u2000-\u200b\u2028-\u202f\u205f\u3000\ufe0f\ufeff]/g;
const EMPHASIS = [
  /(^|[^0-9A-Za-z.*\\])(\*{1,3})(?=[^ *])([^*]*[^ *\\])\2(?![0-9A-Za-z])/g,
  /(^|[^0-9A-Za-z._\\])(_{1,3})(?=[^ _])([^_]*[^ _\\])\2(?![0-9A-Za-z])/g,
];
const LINK = /\[(?!\^)([^\[\]]*)\](?:\((?:[^() ]|\([^() ]*\))*(?: [^()]*)?\)|\[(?!\^)[^\[\]]*\])/g;
const PIECE = /\[\^[^\[\] ]{1,40}\]|<br *\/?>|`+|\\([!-/:-@[-`{-~])/gi;

/** Return a cell without its markup; a superscript stands for a footnote mark. @param {string} raw */
export const clean = (raw) =>
  EMPHASIS.reduce((text, emphasis) => text.replace(emphasis, "$1$3"), raw.replace(SPACE, " "))
    .replace(LINK, "$1")
    .replace(PIECE, (piece, escaped) => escaped ?? (piece[0] === "[" ? "¹" : piece[0] === "<" ? "\n" : ""));
