"""What a reader wants: from which versions to which, and on what terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from mkdocs_compat.errors import CompatError
from mkdocs_compat.model.upgrade import Stop
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reasoning.answer import Asked, Problem


class Objective(Enum):
    """What a plan shall have least of."""

    DOWNTIME = "downtime"
    HOPS = "hops"
    JUMPS = "jumps"


class PlanRequestError(CompatError, ValueError):
    """What is asked for cannot be planned: a text is no version, or no start is given.

    Attributes:
        problems: What is wrong, one item for each text.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(f"{each.component}: {each.message}" for each in problems))


@dataclass(frozen=True, slots=True)
class Lifted:
    """What the author says that a plan may disregard.

    Attributes:
        max_hops: Ids of components that may jump as far as they like.
        stops: Stops that need not be passed.
        downgrades: Ids of components that may go back whatever is said.
    """

    max_hops: frozenset[str] = frozenset()
    stops: tuple[Stop, ...] = ()
    downgrades: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Request:
    """What a reader wants, read.

    Attributes:
        starts: The versions in service by component id, in the product's order.
        targets: The versions wanted by component id; components without one stay as they are.
        answers: Answers to the product's questions by their ids; no answer counts as yes.
        objective: What to have least of.
        accepted: Verdicts that are good enough, besides compatible and partial.
        no_downtime: Ids of components that may only move while they go on working.
        lifted: What may be disregarded.
    """

    starts: Mapping[str, tuple[Asked, ...]]
    targets: Mapping[str, Asked]
    answers: Mapping[str, bool] = field(default_factory=dict)
    objective: Objective = Objective.DOWNTIME
    accepted: frozenset[Verdict] = frozenset()
    no_downtime: frozenset[str] = frozenset()
    lifted: Lifted = field(default_factory=Lifted)
