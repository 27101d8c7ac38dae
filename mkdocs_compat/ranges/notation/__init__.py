"""The one grammar for what authors write in cells and readers type.

A cell is a list of items; the versions it names are those of any item.

===========================  ==================================================================
`3.2`, `v3.2`                the line, or the release where the scheme's full count is written
`=3.2`, `==3.2`              exactly that release
`3.x`, `3.2.*`, `1.x.x`      the line of the numbers before the wildcards
`3.3 ➜ 4.30.3`               from the first to the end of the second, both inside; also with
                             `→ -> => – — - .. …`, `to`, `until`, `till`, `through`, `thru`,
                             `up to`, `between 3.3 and 4.0`, `from 3.3 to 4.0`
`3.0 ➜ latest`, `3.0+`       no upper bound; also `3.0 or later` (newer, higher, above, up),
                             `since 3.0`
`up to 4.0`, `4.0 or older`  no lower bound, 4.0 inside; also `until 4.0`, `4.0 and below`
`below 4.0`, `before 4.0`    no lower bound, 4.0 outside; also `older than`, `lower than`
`above 4.0`, `after 4.0`     what is higher than all of 4.0; also `newer than`, `higher than`
`>= > <= < != ≥ ≤`           as they say, of a line as a whole
`~> ~= ~ ^`                  as in Ruby, Python and npm
`[1.0,2.0)`, `(,1.5]`        as in Maven and NuGet: these name releases, not lines
`any`, `all`, lone `*`       every version
`except 5.2.0`               takes versions out of all that stands before it
===========================  ==================================================================

Items are divided by `,` `;` `/` `|` `||` `&` `&&` `or` `and` `<br>`. Two bounds that face each other
(`>=3.9, <=3.13`, `>=5.8 <5.9`) are one item, joined by space, comma, `and`, `&` or `&&`; everything
else that is divided is a list of alternatives. `!=` always joins.

A hyphen between spaces is a range. A hyphen without spaces is one where both sides are plain
numbers (or wildcards, or `latest`), the right side has no fewer numbers than the left, and the
range then runs forward: `4.12-4.20`. Anywhere else it belongs to the version: `1.0.0-rc.1`,
`8.0.35-30.1`.

Markup around versions is looked through: bold, emphasis, code, links, entities, tags. A trailing
`*`, `†`, `‡`, `§`, superscript or `[^1]` is a footnote mark. Words in front of a version are taken
for its component's name, unless they could turn its meaning round.

`latest` alone is refused: it names no version, and "the newest one" and "any up to the newest"
are different answers.
"""

from __future__ import annotations

from mkdocs_compat.ranges.notation.expression import read
from mkdocs_compat.ranges.notation.parsed import (
    Mark,
    Notation,
    Part,
    Problem,
    ProblemKind,
    VersionMention,
)
from mkdocs_compat.ranges.notation.tokens import mentions

__all__ = [
    "Mark",
    "Notation",
    "Part",
    "Problem",
    "ProblemKind",
    "VersionMention",
    "mentions",
    "read",
]
