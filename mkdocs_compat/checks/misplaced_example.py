"""Points out examples in prose that stand among those of another rule.

Why: the section is about one rule and the example follows another. It may be right all the same,
and teaches readers the wrong reason.

Fix: move it to the section of its rule, or choose other versions.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.diagnostics import Diagnostic, Related, Severity
from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.model.example import Example
from mkdocs_compat.model.rule import Rule, Scope
from mkdocs_compat.model.site import Product
from mkdocs_compat.ranges.asked import read_versions

CHECK = Check("CMP408", "misplaced-example", Severity.INFO)

# Fewer examples do not tell which rule a section is about.
_FEWEST = 3

_HEADING = re.compile(r"#{1,6}[ \t]")


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    headings = {
        page.source.path: [
            number
            for number, line in enumerate(page.source.text.splitlines(), 1)
            if _HEADING.match(line)
        ]
        for page in inspection.site.pages
    }
    for product in inspection.site.products:
        sections: dict[tuple[str, int], list[Example]] = {}
        for example in product.examples:
            if example.text:
                path, line = example.place.path, example.place.line
                section = bisect_right(headings.get(path, []), line)
                sections.setdefault((path, section), []).append(example)
        for examples in sections.values():
            yield from _in_section(product, examples)


def _in_section(product: Product, examples: list[Example]) -> Iterator[Diagnostic]:
    """Yield the example of another rule, where all others of a section are of one."""
    rules = {rule.id: rule for rule in product.rules}
    counted = [(_rules_of(product, example), example) for example in examples]
    counts = Counter(found for found, _ in counted if found)
    if len(counts) != 2:
        return
    (usual, many), (other, few) = counts.most_common()
    if few > 1 or many < _FEWEST or usual & other:
        return
    example = next(each for found, each in counted if found == other)
    theirs, its = rules[min(usual)], rules[min(other)]
    yield CHECK.finding(
        example.place,
        f"the example '{example.text}' stands among examples of the rule {_named(theirs)} and "
        f"falls under the rule {_named(its)}",
        "Move it to where that rule is told, or choose versions to which the other one applies.",
        (
            Related(theirs.place, "the rule of the others"),
            Related(its.place, "the rule of this one"),
        ),
    )


def _rules_of(product: Product, example: Example) -> frozenset[str]:
    """Return the ids of the rules that apply to an example."""
    return frozenset(
        rule.id
        for rule in product.rules
        if not rule.is_within_fleet
        and _applies(product, example, rule.component, rule.when)
        and _applies(product, example, rule.other, rule.other_when)
    )


def _applies(product: Product, example: Example, id_: str, scope: Scope | None) -> bool:
    texts = example.question.get(id_, ())
    if scope is None or not texts:
        return bool(texts)
    try:
        named = [read_versions(text, product.component(id_).scheme) for text in texts]
    except VersionSyntaxError:
        return False
    return any(each.overlaps(scope.range.inside) for each in named)


def _named(rule: Rule) -> str:
    if rule.name:
        return f"'{rule.name}'"
    scope = rule.when or rule.other_when
    return f"for '{scope.text}'" if scope is not None else f"'{rule.id}'"
