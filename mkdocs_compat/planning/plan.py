"""What a planner answers: a plan, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_compat.model.upgrade import Question
from mkdocs_compat.planning.hop import Hop, InService, Obstacle, StopPassed
from mkdocs_compat.planning.permission import Permission
from mkdocs_compat.planning.request import Objective
from mkdocs_compat.planning.search import Cost
from mkdocs_compat.reasoning.answer import Group, Pair


@dataclass(frozen=True, slots=True)
class Plan:
    """Hops from a start to a target, each of them proven.

    Attributes:
        start: The versions in service at the start.
        target: The versions in service at the end.
        objective: What the plan has least of.
        hops: The hops in order; none where everything is there already.
        stops: The required stops that it passes.
        questions: The questions whose answers matter for it, answered or not.
        cost: What it costs; a repair counts as no hop.
        outside: What does not allow the start; empty where it is allowed.
        nearest: The versions in service that are allowed and nearest to a start that is not, where
            the plan goes another way; None otherwise.
        visited: How many states the search looked at.
    """

    start: InService
    target: InService
    objective: Objective
    hops: tuple[Hop, ...]
    stops: tuple[StopPassed, ...]
    questions: tuple[Question, ...]
    cost: Cost
    outside: tuple[Pair | Group, ...]
    nearest: InService | None
    visited: int


@dataclass(frozen=True, slots=True)
class Blocked:
    """There is no plan, and why.

    Attributes:
        start: The versions in service at the start.
        target: The versions that were wanted in service at the end.
        objective: What the plan should have had least of.
        hops: The way to the farthest state that can be reached.
        farthest: The versions in service there.
        obstacles: For each component that is not there, what forbids its next hops.
        permissions: The fewest permissions that would open a way; empty where one or two do not.
        questions: The questions whose answers matter, answered or not.
        outside: What does not allow the start; empty where it is allowed.
        wanted: What does not allow the target; empty where it is allowed.
        visited: How many states the search looked at.
    """

    start: InService
    target: InService
    objective: Objective
    hops: tuple[Hop, ...]
    farthest: InService
    obstacles: tuple[Obstacle, ...]
    permissions: tuple[Permission, ...]
    questions: tuple[Question, ...]
    outside: tuple[Pair | Group, ...]
    wanted: tuple[Pair | Group, ...]
    visited: int
