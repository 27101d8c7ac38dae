/**
 * Looks through the little Markdown that a reader may type or paste: stars around a version, code,
 * `[^1]`, `<br>` and backslashes. Cells are read when the site is built, by
 * mkdocs_compat/ranges/notation/markup.py, which knows all the rest; here it is not understood.
 */

const SPACE = /[\s\x85\u200b\ufe0f]/g;
const STARS = /(^|[^0-9A-Za-z.*\\])(\*{1,3})(?=[^ *])([^*]*[^ *\\])\2(?![0-9A-Za-z])/g;
const PIECE = /\[\^[^\[\] ]{1,40}\]|<br *\/?>|`+|\\([!-/:-@[-`{-~])/gi;

/** Return a text without its markup; a superscript stands for a footnote mark. @param {string} raw */
export const clean = (raw) =>
  raw.replace(SPACE, " ").replace(STARS, "$1$3")
    .replace(PIECE, (piece, escaped) => escaped ?? (piece[0] === "[" ? "¹" : piece[0] === "<" ? "\n" : ""));
