"""The paths of components that move together as the template of a guide takes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from markupsafe import Markup

from mkdocs_compat.planning.hop import Mode
from mkdocs_compat.planning.joint_guide import JointGuide, JointPath
from mkdocs_compat.publishing.guide_writing import GuideWriting, no_return
from mkdocs_compat.publishing.payload_parts import Json
from mkdocs_compat.publishing.reports.planned import Planned, joined
from mkdocs_compat.publishing.track import joint_track_of
from mkdocs_compat.publishing.upgrade_track import draw

# No more hops of a way are told in a table.
_MOST_HOPS = 8


class JointRows:
    """Writes the paths of components that move together."""

    def __init__(self, writing: GuideWriting) -> None:
        """Write them for one page."""
        self._writing = writing

    def data(self, guide: JointGuide) -> dict[str, Json]:
        """Return the paths of components that move together."""
        names = [self._writing.product.component(id_).name for id_ in guide.components]
        picture: Markup = draw(joint_track_of(guide, joined(names)))
        return {
            "names": joined(names),
            "newest": guide.line,
            "is_cut": guide.is_cut,
            "picture": picture,
            "paths": list(self._rows(guide)),
        }

    def _rows(self, guide: JointGuide) -> Iterator[Json]:
        """Yield rows; lines from which the same hops lead on are one."""
        told = ((path, self._told(path, guide)) for path in guide.paths)
        for way, group in groupby(told, key=itemgetter(1)):
            starts: list[Json] = []
            for path, _ in group:
                url = self._writing.page_of(guide.components[0], path.numbers)
                starts.append({"line": path.name, "url": url})
            yield {"starts": starts, "told": way}

    def _told(self, path: JointPath, guide: JointGuide) -> Json:
        hops = path.result.hops
        onward = guide.paths[path.onward] if path.onward is not None else None
        groups = list(self._groups(path))
        shown = groups[:_MOST_HOPS]
        return {
            "hops": [each.data() for each in shown],
            "left": path.told - sum(len(each.names) for each in shown),
            "onward": onward.name if onward else None,
            "count": len(hops),
            "blocked": self._writing.dead_end(path.result),
        }

    def _groups(self, path: JointPath) -> Iterator[_Group]:
        """Yield the hops of a set; those to one version that follow each other are told at once."""
        planned = Planned(self._writing.product, path.result)
        group: _Group | None = None
        for number, hop in enumerate(path.result.hops[: path.told]):
            *others, last = hop.moves
            same = all(move.now == last.now for move in others)
            names = [
                planned.name(move.component) + ("" if same else f" to {move.now}")
                for move in others
            ]
            own = _Group(
                (joined([*names, planned.name(last.component)]),),
                last.now,
                hop.mode,
                hop.is_optional,
                any(True for _ in planned.stops_of(number)),
                [reason for move in hop.moves for reason in no_return(move)],
            )
            if group is not None and (more := group.joined_with(own)) is not None:
                group = more
                continue
            if group is not None:
                yield group
            group = own
        if group is not None:
            yield group


@dataclass(frozen=True, slots=True)
class _Group:
    """Hops of a set, one after the other, that lead to one version.

    Attributes:
        names: What moves in each of them.
        now: The version; of components that move together, that of the last.
        mode: How they are made.
        is_optional: Whether everything works without them.
        is_stop: Whether it is a required stop.
        no_return: Why there is no way back.
    """

    names: tuple[str, ...]
    now: str
    mode: Mode
    is_optional: bool
    is_stop: bool
    no_return: list[Json]

    def joined_with(self, other: _Group) -> _Group | None:
        """Return both as one; None where something else than the component differs."""
        both = replace(self, names=(*self.names, *other.names))
        is_plain = self.mode is not Mode.LOCKSTEP and not self.no_return
        return both if is_plain and both == replace(other, names=both.names) else None

    def data(self) -> Json:
        """Return it as the template takes it."""
        return {
            "names": list(self.names),
            "now": self.now,
            "mode": self.mode.value,
            "is_optional": self.is_optional,
            "is_stop": self.is_stop,
            "no_return": self.no_return,
        }
