"""What a reader could allow so that a plan is found, how it is spelled, and what it changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from mkdocs_compat.model.upgrade import Stop
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.planning.request import Request
from mkdocs_compat.reasoning.answer import Asked
from mkdocs_compat.reasoning.asking import read_asked
from mkdocs_compat.reasoning.index import Index


class PermissionKind(Enum):
    """What a reader could allow."""

    JUMP = "jump"
    DOWNTIME = "downtime"
    UNTESTED = "untested"
    UNSTATED = "unstated"
    MOVE = "move"
    DOWNGRADE = "downgrade"


@dataclass(frozen=True, slots=True)
class Permission:
    """Something that would open a way.

    Attributes:
        kind: What to allow.
        component: Id of the component of which to allow it; None for a verdict.
        stop: The stop that would not be passed; None for other permissions.
        now: The version that a component would move to; None for other permissions.
    """

    kind: PermissionKind
    component: str | None = None
    stop: Stop | None = None
    now: str | None = None


# The verdicts that permissions make good enough.
ACCEPTING = {
    PermissionKind.UNTESTED: Verdict.UNTESTED,
    PermissionKind.UNSTATED: Verdict.UNSTATED,
}

_SPELLED = (PermissionKind.JUMP, PermissionKind.DOWNGRADE)


def spell(permission: Permission) -> str | None:
    """Write a permission that has no other term of its own.

    Returns:
        `jump=server` to go farther at once than the largest hop, `jump=server@2.6` to pass by the
        stop at 2.6, `downgrade=server` to go back although it is said that it is not. None for
        others: what is accepted, what must not be down and what else moves are terms themselves.
    """
    if permission.kind not in _SPELLED:
        return None
    stop = f"@{permission.stop.at.text}" if permission.stop is not None else ""
    return f"{permission.kind.value}={permission.component}{stop}"


def read_permissions(text: str, stops: Iterable[Stop]) -> tuple[Permission, ...]:
    """Read what `spell` writes.

    Args:
        text: The text.
        stops: The stops of the product.

    Returns:
        The permissions: several where stops of one component share a text; none where the text is
        of another form or names no stop.
    """
    kind, _, rest = text.partition("=")
    component, mark, at = rest.partition("@")
    if kind not in (each.value for each in _SPELLED) or not component:
        return ()
    if not mark:
        return (Permission(PermissionKind(kind), component),)
    if kind != PermissionKind.JUMP.value:
        return ()
    return tuple(
        Permission(PermissionKind.JUMP, component, stop)
        for stop in stops
        if stop.component == component and stop.at.text == at
    )


def allow(index: Index, request: Request, allowed: Iterable[Permission]) -> Request:
    """Return a request with some permissions granted."""
    for permission in allowed:
        request = _allow(index, request, permission)
    return request


def _allow(index: Index, request: Request, permission: Permission) -> Request:
    lifted, id_ = request.lifted, permission.component
    match permission.kind:
        case PermissionKind.JUMP if permission.stop is not None:
            stops = (*lifted.stops, permission.stop)
            return replace(request, lifted=replace(lifted, stops=stops))
        case PermissionKind.JUMP if id_ is not None:
            max_hops = lifted.max_hops | {id_}
            return replace(request, lifted=replace(lifted, max_hops=max_hops))
        case PermissionKind.DOWNGRADE if id_ is not None:
            downgrades = lifted.downgrades | {id_}
            return replace(request, lifted=replace(lifted, downgrades=downgrades))
        case PermissionKind.DOWNTIME if id_ is not None:
            return replace(request, no_downtime=request.no_downtime - {id_})
        case PermissionKind.MOVE if id_ is not None and permission.now is not None:
            asked = read_asked(index.components[id_], permission.now)
            if isinstance(asked, Asked):
                return replace(request, targets={**request.targets, id_: asked})
            return request
        case kind:
            return replace(request, accepted=request.accepted | {ACCEPTING[kind]})
