"""The paths of one component as the template of a guide takes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_compat.model.upgrade import Stop
from mkdocs_compat.planning.guide import ComponentGuide, Path
from mkdocs_compat.planning.plan import Blocked
from mkdocs_compat.publishing.guide_writing import GuideWriting, no_return
from mkdocs_compat.publishing.payload_parts import Json
from mkdocs_compat.publishing.reports import plan_words
from mkdocs_compat.publishing.track import track_of
from mkdocs_compat.publishing.upgrade_track import draw

# A way of so many hops is told once, and not again from each version on it.
_LONG = 4


class ComponentRows:
    """Writes the paths of single components."""

    def __init__(self, writing: GuideWriting) -> None:
        """Write them for one page."""
        self._writing = writing

    def data(self, guide: ComponentGuide) -> dict[str, Json]:
        """Return the paths of one component."""
        name = self._writing.product.component(guide.component).name
        # Markup is a text: the picture is escaped where it is drawn.
        picture: Markup = draw(track_of(guide, name))
        rows = list(self._rows(guide))
        pages: list[Json] = [
            {"line": line.name, "url": url}
            for line in guide.lines
            if (url := self._writing.page_of(guide.component, line.numbers)) is not None
        ]
        told = sum(len(row.path.starts) for row in rows)
        return {
            "component": guide.component,
            "name": name,
            "newest": guide.newest,
            "is_cut": guide.is_cut,
            "is_direct": _is_direct(guide),
            "picture": picture,
            "paths": [self._row(row, guide) for row in rows],
            "pages": pages,
            "has_folded": sum(len(path.starts) for path in guide.paths) > told,
        }

    def _rows(self, guide: ComponentGuide) -> Iterator[_Row]:
        """Yield rows; what an earlier one tells of a long way is not told again."""
        told: dict[str, list[Json]] = {}
        for path in guide.paths:
            hops = [self._hop(path, number) for number in range(len(path.hops))]
            blocked = self._writing.dead_end(path.result)
            is_long = len(hops) >= _LONG and blocked is None
            if is_long and len(path.starts) == 1 and told.get(path.starts[0]) == hops:
                continue
            onward = None
            shown = hops
            if is_long and told.get(path.versions[0]) == hops[1:]:
                onward, shown = path.versions[0], hops[:1]
            elif blocked is None:
                for number, version in enumerate(path.versions):
                    told.setdefault(version, hops[number + 1 :])
            yield _Row(path, shown, onward, blocked)

    def _row(self, row: _Row, guide: ComponentGuide) -> Json:
        path = row.path
        return {
            "first": self._start(path.starts[0], guide),
            "last": self._start(path.starts[-1], guide),
            "hops": row.hops,
            "onward": row.onward,
            "count": len(path.hops),
            "blocked": row.blocked,
            "otherwise": self._otherwise(row),
        }

    def _start(self, version: str, guide: ComponentGuide) -> Json:
        """Return a version with the address of the page about its line."""
        return {"text": version, "url": self._page_of(version, guide)}

    def _otherwise(self, row: _Row) -> Json:
        """Return the way of those who answer the questions with no; None where it is the same."""
        other = row.path.otherwise
        if other is None:
            return None
        ways: list[Json] = list(other)
        if row.onward is not None:
            # The rest differs as it does in the row that tells it.
            ways = ways[:1]
            if ways == [row.path.versions[0]]:
                return None
        asked: list[Json] = [question.text for question in row.path.result.questions]
        return {"questions": asked, "versions": ways, "is_part": row.onward is not None}

    def _page_of(self, version: str, guide: ComponentGuide) -> str | None:
        line = next((each for each in guide.lines if each.version == version), None)
        return self._writing.page_of(guide.component, line.numbers) if line else None

    def _hop(self, path: Path, number: int) -> Json:
        hop = path.hops[number]
        move = hop.moves[0]
        stops = path.stop_at(number)
        asks: list[Json] = list(self._asks(stops))
        return {
            "now": move.now,
            "mode": hop.mode.value,
            "is_stop": bool(stops),
            "asks": asks,
            "class": plan_words.change_class(move) if move.change else None,
            "guide": self._writing.to(move.guide),
            "no_return": no_return(move),
        }

    def _asks(self, stops: Sequence[Stop]) -> Iterator[str]:
        """Yield the questions on which a stop depends; one that counts anyhow needs none."""
        questions = {
            question.id: question.text for question in self._writing.product.upgrade.questions
        }
        if all(stop.question for stop in stops):
            yield from (questions.get(str(stop.question), str(stop.question)) for stop in stops)


def _is_direct(guide: ComponentGuide) -> bool:
    """Tell whether all lines reach the newest in one hop of which nothing is said."""
    path, *more = guide.paths
    if more or len(path.hops) != 1 or isinstance(path.result, Blocked):
        return False
    move = path.hops[0].moves[0]
    return not (move.guide or move.change or move.no_return or path.stop_at(0) or move.waits)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the table of paths.

    Attributes:
        path: The path.
        hops: Its hops as data, as far as they are told.
        onward: The version from which it goes on as an earlier row tells; None where all is told.
        blocked: Why it does not lead to the newest; None where it does.
    """

    path: Path
    hops: list[Json]
    onward: str | None
    blocked: list[Json] | None
