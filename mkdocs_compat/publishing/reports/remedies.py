"""What can be done about an answer, in words. `web/elements/advice.js` says the same."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.publishing.reports.answered import Answered
from mkdocs_compat.publishing.reports.planned import joined
from mkdocs_compat.reasoning.answer import Fix, Move, Standing


def fix_words(fix: Fix, answered: Answered) -> str:
    """Say what a fix changes."""
    text = ", and ".join(_steps(fix.moves, answered))
    return text[:1].upper() + text[1:]


def standing_words(standing: Standing, answered: Answered) -> str:
    """Say where a component stands, as the end of a sentence."""
    steps = _steps(standing.moves, answered)
    match standing.kind:
        case "fine":
            return "fine as it is."
        case "update" if standing.moves[0].component != standing.component:
            return f"fine if something else is changed: {joined(steps)}."
        case "update" if len(standing.moves) > 1:
            return f"fine if changed: {joined(steps)}."
        case "update":
            (move,) = standing.moves
            done = "downgraded" if _is_back(move, answered) else "updated"
            return f"fine if {done} {_from_to(move)}."
        case "both":
            return f"fine once these are changed, in this order: {', then '.join(steps)}."
        case _:
            return "no change of it, or of it and another, makes this work."


def _steps(moves: Sequence[Move], answered: Answered) -> list[str]:
    """Say what moves do, instances of one component in one breath."""

    def what(move: Move) -> str:
        verb = "downgrade" if _is_back(move, answered) else "update"
        return f"{verb} {answered.name(move.component)}"

    return [f"{said} {joined(list(map(_from_to, own)))}" for said, own in groupby(moves, what)]


def _from_to(move: Move) -> str:
    return f"{move.was} → {move.now}"


def _is_back(move: Move, answered: Answered) -> bool:
    scheme = answered.product.component(move.component).scheme
    was, now = (text.removeprefix("=").strip() for text in (move.was, move.now))
    try:
        return scheme.extent(now).start < scheme.extent(was).start
    except VersionSyntaxError:  # it was a range
        return False
