import assert from "node:assert/strict";
import { test } from "node:test";

import { escaped } from "../../web/elements/markdown.js";

test("text stands in Markdown as it is, on one line", () => {
  const cases = {
    "3.0 ➜ 3.25": "3.0 ➜ 3.25",
    "a|b `c`": "a\\|b \\`c\\`",
    "[d](e)": "\\[d\\](e)",
    "*e* _f_ ~g~ <b> &amp; \\": "\\*e\\* \\_f\\_ \\~g\\~ \\<b\\> \\&amp; \\\\",
    "one\n\n# two\r\n> three\u2028four": "one \\# two \\> three four",
    "- no list": "\\- no list",
    "1. no list": "1\\. no list",
    "https://example.org www.example.org @somebody":
      "https\\://example.org www\\.example.org \\@somebody",
  };
  for (const [text, expected] of Object.entries(cases)) assert.equal(escaped(text), expected);
});
