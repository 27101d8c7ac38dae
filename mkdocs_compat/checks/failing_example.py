"""Finds examples that the tables and rules do not bear out.

Why: the page says one thing in its examples and another in its tables and rules, and the checker
answers by the latter.

Fix: correct the example, or the cell or rule that decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_compat.checks.check import Check
from mkdocs_compat.checks.inspection import Inspection
from mkdocs_compat.checks.rule_regions import related_rule
from mkdocs_compat.diagnostics import Diagnostic, Related, Severity
from mkdocs_compat.model.example import Example
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reasoning.answer import Answer, Group, Pair
from mkdocs_compat.reasoning.compatibility import Compatibility
from mkdocs_compat.reasoning.rule_relation import RuleStatement
from mkdocs_compat.reasoning.sentence import sentence
from mkdocs_compat.reasoning.statement import Statement

CHECK = Check("CMP401", "failing-example", Severity.ERROR)

_HELP = "Correct the example, or what decides against it."


def find(inspection: Inspection) -> Iterator[Diagnostic]:
    """Yield the findings of this check."""
    for product in inspection.site.products:
        for example in product.examples:
            yield from _in_example(product, example, inspection.compatibility(product))


def _in_example(
    product: Product, example: Example, compatibility: Compatibility
) -> Iterator[Diagnostic]:
    answer = compatibility.ask(example.question)
    if _is_borne_out(answer, example.expect):
        return
    told = _told(product, example)
    if answer.verdict is None:
        yield CHECK.finding(
            example.place,
            f"{told}, but no table and no rule relates these components",
            "Add a table or a rule that says so.",
        )
        return
    part = _deciding(answer)
    yield CHECK.finding(
        example.place,
        f"{told}, but {_found(answer, example.expect)}{_because(product, part)}",
        _HELP,
        tuple(dict.fromkeys(_related(part.statements))),
    )


def _is_borne_out(answer: Answer, expected: Verdict) -> bool:
    """Tell whether the answer is the expected one, for every version that is named.

    One pair that has the expected verdict throughout settles it, for the others are no worse.
    """
    if answer.verdict is None:
        return expected is Verdict.UNSTATED
    if answer.verdict is not expected:
        return False
    if expected is Verdict.COMPATIBLE:
        return True
    return any(part.verdict is expected and not part.split for part in answer.parts)


def _deciding(answer: Answer) -> Pair | Group:
    """Return the first of the pairs and groups with the verdict of the whole."""
    return next(part for part in answer.parts if part.verdict is answer.verdict)


def _told(product: Product, example: Example) -> str:
    # A component that no table and no rule names is none of the product's.
    names = {component.id: component.name for component in product.components}
    versions = " with ".join(
        f"{names.get(id_, id_)} {' and '.join(texts)}"
        for id_, texts in example.question.items()
        if texts
    )
    word = _VERBS[example.expect]
    return f"this example says that {versions} {word}"


_VERBS = {
    Verdict.COMPATIBLE: "is compatible",
    Verdict.PARTIAL: "is partly compatible",
    Verdict.UNTESTED: "is untested",
    Verdict.UNSTATED: "is not stated anywhere",
    Verdict.CONFLICTING: "is conflicting",
    Verdict.INCOMPATIBLE: "is incompatible",
}


def _found(answer: Answer, expected: Verdict) -> str:
    if answer.verdict is expected:
        return f"only some of these versions are {expected.value}"
    verdict = answer.verdict.value if answer.verdict else Verdict.UNSTATED.value
    some = " for some of these versions" if _deciding(answer).split else ""
    return f"the answer is '{verdict}'{some}"


def _because(product: Product, part: Pair | Group) -> str:
    """Say what decided first, as the end of a sentence."""
    for statement in part.statements[:1]:
        words = sentence(statement, part.members, product, is_split=bool(part.split))
        return f": {words.removesuffix('.')}"
    return ""


def _related(statements: Sequence[Statement | RuleStatement]) -> Iterator[Related]:
    for statement in statements:
        if isinstance(statement, RuleStatement):
            yield related_rule(statement.rule)
        elif statement.cell is not None:
            yield Related(statement.cell.place, f"the cell '{statement.cell.text}'")
        else:
            yield Related(statement.table.place, f"the table '{statement.table.title}'")
