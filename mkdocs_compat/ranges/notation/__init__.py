"""The one grammar for what authors write in cells and readers type.

A cell is a list of items; the versions it names are those of any item. Case does not matter.

=============================  ================================================================
`3.2`, `v3.2`, `version 3.2`   the line, or the release where the scheme's full count is written
`=3.2`, `==3.2`                exactly that release, without its pre-releases
`3.x`, `3.2.*`, `1.x.x`        the line of the numbers in front of the wildcards
`3.3 ➜ 4.30.3`                 from the start of the first to the end of the second; also with
                               `→ -> => – — - .. … to until through thru` and `up to`,
                               `from 3.3 to 4.0`
`3.0 ➜ latest`, `3.0+`         no upper bound; also `3.0 or later` (newer, higher, greater, above,
                               up; `and` for `or`), `3.0 onwards`, `since 3.0`, `from 3.0`
`up to 4.0`, `4.0 or older`    4.0 and all below; also `until 4.0`, `through 4.0`, `4.0 and below`
                               (earlier, lower, before)
`below 4.0`, `before 4.0`      all below 4.0 without its pre-releases; also `older than`
                               (earlier, lower, less)
`above 4.0`, `after 4.0`       all above the line 4.0; also `newer than` (later, higher, greater)
`>= > <= < = !=`               as they say, of a line as a whole; also `≥ ≤ =< ≠ ==`
`~> 3.2.1`, `~= 3.2.1`         as in Ruby and Python: from 3.2.1 to the end of the line 3.2
`~1.2.3`, `^1.2.3`             as in npm: to the end of the line 1.2; of the line 1
`[1.0,2.0)`, `(,1.5]`, `[1]`   as in Maven and NuGet: they name releases, not lines
`any`, `all`, `*` alone        every version
`3.0+ except 5.2.0`            without 5.2.0; also in parentheses
=============================  ================================================================

**Lists.** Alternatives are divided by `,` `/` `|` `or` `and` `&` `&&`, and by `;` `||` or a line
break; `, and` and `, or` are one division. `except` takes its list out of all that stands between
it and the last `;`, `||` or line break; so does `!=`, which names one release and needs no word.

**Bounds.** Two bounds that face each other (`>=3.9, <=3.13`, `5.8+ and below 5.9`, `>=1 <2`) are
one item if a space, a comma, `and`, `&` or `&&` is between them; behind it another one begins
(`>=1 <2, >=3 <4`). It is a problem if they leave nothing, if they face each other across an `or`
and leave nothing out (`>=5.8 | <=11`; a line break and `;` are no better), and if two of them look
the same way without an `or` (`2.1+, 2.0.1+`): authors mean different things by these.

**Hyphens.** A hyphen beside a space is a range. Without spaces it belongs to the version
(`1.0.0-rc.1`, `8.4.8-8.1`), unless both sides are numbers alone and the right one is neither
shorter nor lower (`4.12-4.20`), or one of them has a wildcard, or the right one is `latest`. Two
kinds are problems: a full version with a range's looks that the scheme can read as one version too
(`1.2.0-1.3.0`), and what looks like a range that runs backwards and would be the pre-release of a
line (`4.20-4.12`). Behind a comparison (`=1.2.0-1.3.0`) it is always a version.

**Footnote marks.** `*` (but for a star alone), `†`, `‡`, `§`, superscripts and `[^1]` are marks
wherever they stand; they change nothing.

**Names.** Words in front of a version that have a capital or a digit are taken for the name of its
component (`Server 3.2`, `SDK v4`, `k8s 1.30`), unless they could turn its meaning (`Not 3.2`) or
are months. So are `version` and `release`, one or many.

**Markup.** Emphasis, code, links, entities, inline tags and comments are looked through; images,
struck-out text and other tags are not. The browser, which reads what people type, looks through
stars, code, `[^1]`, `<br>` and backslashes alone, and takes the rest for what it does not know.

**Problems.** Everything else is a problem with its place, never a guess; `latest` alone too, for
it may mean the newest version or all of them. Where there is one, the cell as a whole has no range.

In a scheme whose versions are names, several words can be one version.

**Only in cells.** What stands above is what readers type (`read_typed`), and both engines read it
alike. In tables authors write more; the browser never sees it, for cells are read when the site is
built (`read`). All of it is in `cells`, which takes it out step by step and leaves the rest to the
grammar. A cell means what it would mean to a reader who typed it, or is read where that is not;
only where `*` is written, it does not:

==================================  ===========================================================
`main`, `HEAD (master)`, `nightly`  names of no release, as `latest`, `current`, `TBD` and `?` alone
                                    are: they answer nothing; others in the list do
`3.2 ➜ main`, `3.2...`, `1..<2`     no upper bound; without the end
`2.1.0+, 2.0.4+, 1.7.24+` *         minima of branches: each ends where the line ends by which it
                                    differs from the next, here 2.0 and 1; not if one begins the
                                    other (`2+, 2.1+`) or anything says `or` or `||`
`Reef 18.2+, Squid 19.2+` *          the same with names; what follows the last one is left open
`2.7+, 3.x` *                       2.7 to the end of 2, and 3
`10.x 11.x`                         a list, if the lines are neighbours
`9.4.(1,2)`, `1.{20,21}`            9.4.1 and 9.4.2; 1.20 and 1.21
`3.2 ~ 3.5`, `3.2、3.4`, `14.x.`    a range; a list in wide signs; a full stop behind a wildcard
`3.5.0-3.5.3`, `v1.4.6-v1.7` *      ranges: no version has all numbers but the last twice, or `v`
`3.4.z` *, `v 3.4`                  a letter for a number: the line; space behind the letter
`3.4>=`, `> = 3.4`, `^8.0 <8.16`    signs with space in them, or behind; both at once, as in npm
`min 3.2`, `at most 4.0`, `4 only`   words for signs
`3.2 LTS`, `3.x series`             words that only say what kind of version it is
`release-3.2`, `8.0-maint` *        a branch for its line
`containerd 1.4`, `Python3.10`      the column's own names in small letters and glued to it; those
                                    of other columns are a problem
`not supported`                     nothing works
`not required`, `(*)`               nothing is said
`~~2.x~~`                           nothing is said any more
`[3.2]` *                           a link, where the page says where it leads
==================================  ===========================================================

*Parentheses* behind a version hold a remark, which goes with the cell as its note, if no version of
the component stands in them (`maintenance mode`, `API 26`, `Java 8 not required`, `May 2024`) or
only what a feature needs or what is recommended (`X requires 3.5+`, `3.3 recommended`). `(or
later)`, `(minimum)` and `(not including 3.0+ yet)` are read as if without them; `2.x (>=2.4)` is
2.4 ➜ 2.x; and `Pacific (>=16.2)` has the name of a release in front. `(*)` is a mark, and so are
`*1`, and `(1)` and `[1]` where the page explains them. All else is a problem: `(untested)`,
`(1.6)`, `(requires 3.5+)`.

*Refused* in cells: `19x`, `1.2.`, `1.x.y`, `1.20 - 22` and `1.20/21` (1.22 and 1.21, or not), days,
what became of a version (`removed in 3.2`), and `0.9.5-8`, where the last number could be the end
of a range.
"""

from __future__ import annotations

from mkdocs_compat.ranges.notation.cells import mentions, named_mentions, read
from mkdocs_compat.ranges.notation.draft import Around
from mkdocs_compat.ranges.notation.expression import read_typed
from mkdocs_compat.ranges.notation.parsed import (
    Mark,
    Notation,
    Part,
    Problem,
    ProblemKind,
    Remark,
    VersionMention,
)

__all__ = [
    "Around",
    "Mark",
    "Notation",
    "Part",
    "Problem",
    "ProblemKind",
    "Remark",
    "VersionMention",
    "mentions",
    "named_mentions",
    "read",
    "read_typed",
]
