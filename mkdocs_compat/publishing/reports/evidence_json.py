"""What tables and rules say of versions side by side, for programs."""

from __future__ import annotations

from typing import TypeAlias

from mkdocs_compat.model.site import Product
from mkdocs_compat.publishing.reports.answered import cell_of, place_of
from mkdocs_compat.reasoning.answer import Asked, Group, Pair, Split
from mkdocs_compat.reasoning.rule_relation import RuleStatement
from mkdocs_compat.reasoning.sentence import other_notes, sentence
from mkdocs_compat.reasoning.statement import Statement

Data: TypeAlias = dict[str, object]


def part_data(part: Pair | Group, product: Product) -> Data:
    """Return the answer for a pair or a group, with its reasons."""
    return {
        "members": [member_data(asked, product) for asked in part.members],
        "verdict": part.verdict.value,
        "split": [split_data(each) for each in part.split],
        "reasons": [reason_data(each, part, product) for each in part.statements],
    }


def member_data(asked: Asked, product: Product) -> Data:
    """Return a version in question."""
    return {
        "component": asked.component,
        "name": product.component(asked.component).name,
        "version": asked.text,
        "instance": asked.instance,
    }


def split_data(split: Split) -> Data:
    """Return the verdict of some of the versions in question."""
    return {"a": split.a, "b": split.b, "verdict": split.verdict.value, "some": split.some}


def reason_data(statement: Statement | RuleStatement, part: Pair | Group, product: Product) -> Data:
    """Return a statement in the form that the browser's engine gives it too."""
    verdict = statement.verdict
    place = place_of(statement)
    said = {
        "verdict": verdict.value if verdict else None,
        "sentence": sentence(statement, part.members, product, is_split=bool(part.split)),
        "notes": list(other_notes(statement)),
    }
    if isinstance(statement, RuleStatement):
        rule = statement.rule
        return {
            "ground": statement.finding.value,
            **said,
            "title": rule.title,
            "url": f"{rule.url}#{rule.anchor}",
            "anchor": rule.anchor,
            "path": place.path,
            "line": place.line,
            "column": place.column,
            "rule": rule.id,
            "cell": None,
        }
    table, cell = statement.table, cell_of(statement)
    return {
        "ground": statement.ground.value,
        **said,
        "title": table.title,
        "url": f"{table.url}#{cell.anchor if cell else table.anchor}",
        "anchor": cell.anchor if cell else None,
        "path": place.path if cell else table.page,
        "line": place.line if cell else None,
        "column": place.column if cell else None,
        "rule": None,
        "cell": cell.text if cell else None,
    }
