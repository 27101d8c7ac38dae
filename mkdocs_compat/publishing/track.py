"""What the picture of an upgrade shows: the lines of a component, or of a set, and their jumps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkdocs_compat.planning.guide import ComponentGuide, Path
from mkdocs_compat.planning.joint_guide import JointGuide, JointPath
from mkdocs_compat.planning.plan import Blocked, Plan


@dataclass(frozen=True, slots=True)
class Station:
    """Versions that are one point of the picture.

    Attributes:
        versions: The versions, from the oldest on.
        is_stop: Whether a path must stop here.
        is_asked: Whether that depends on an answer.
        is_dead_end: Whether no path leads on to the newest version.
        is_newest: Whether all paths end here.
    """

    versions: tuple[str, ...]
    is_stop: bool = False
    is_asked: bool = False
    is_dead_end: bool = False
    is_newest: bool = False

    @property
    def label(self) -> str:
        """The versions, as a range where there are several."""
        first, last = self.versions[0], self.versions[-1]
        return first if first == last else f"{first} – {last}"

    @property
    def kind(self) -> str:
        """What is special about it, in words; empty where nothing is."""
        if self.is_newest:
            return "newest"
        said = []
        if self.is_stop:
            said.append("stop for some" if self.is_asked else "required stop")
        if self.is_dead_end:
            said.append("no path to the newest")
        return ", ".join(said)


@dataclass(frozen=True, slots=True)
class Track:
    """What a picture shows.

    Attributes:
        title: What it is of.
        stations: Its points, from the oldest version on.
        jumps: From which station to which a first hop leads, by their places.
        sentences: The same in words.
    """

    title: str
    stations: tuple[Station, ...]
    jumps: tuple[tuple[int, int], ...]
    sentences: tuple[str, ...]


def track_of(guide: ComponentGuide, name: str) -> Track | None:
    """Return the track of a component; None where each line reaches the newest directly.

    Args:
        guide: The paths of the component.
        name: Its display name.
    """
    stations = _stations(guide)
    if len(stations) < 3 and not any(each.is_dead_end for each in stations):
        return None
    title = f"The way of {name} to {guide.newest}"
    jumps = tuple(_jumps(guide, stations))
    return Track(title, stations, jumps, tuple(_sentences(guide, stations)))


def joint_track_of(guide: JointGuide, names: str) -> Track | None:
    """Return the track of a set; None where its components do not meet on every line.

    Args:
        guide: The paths of the set.
        names: Display names of its components.
    """
    groups = _groups(guide)
    if len(groups) < 2 or not all(map(_goes_once, guide.paths)):
        return None
    stations = tuple(
        Station(
            tuple(path.name for path in group), is_dead_end=isinstance(group[0].result, Blocked)
        )
        for group in groups
    )
    stations += (Station((guide.line,), is_newest=True),)
    place_of = {path.name: at for at, group in enumerate(groups) for path in group}
    jumps = tuple(
        (at, len(groups) if onward is None else place_of[guide.paths[onward].name])
        for at, group in enumerate(groups)
        if isinstance(group[0].result, Plan)
        for onward in [group[0].onward]
    )
    sentences = tuple(f"From {stations[a].label}: {stations[b].label}." for a, b in jumps)
    return Track(f"The way of {names} to {guide.line}", stations, jumps, sentences)


def _groups(guide: JointGuide) -> list[list[JointPath]]:
    """Return the lines that are one point: neighbours from which the same way leads on."""
    joined = {path.onward for path in guide.paths}
    groups: list[list[JointPath]] = []
    for place, path in enumerate(guide.paths):
        is_alone = place in joined or place - 1 in joined
        if groups and not is_alone and _way(groups[-1][-1]) == _way(path):
            groups[-1].append(path)
        else:
            groups.append([path])
    return groups


def _way(path: JointPath) -> object:
    return path.onward, isinstance(path.result, Blocked)


def _goes_once(path: JointPath) -> bool:
    """Tell whether no component moves twice before the path joins another: all of them meet."""
    moved = [move.component for hop in path.result.hops[: path.told] for move in hop.moves]
    return len(moved) == len(set(moved))


def _stations(guide: ComponentGuide) -> tuple[Station, ...]:
    """Return the points of the picture, from the oldest version on."""
    path_of = {start: path for path in guide.paths for start in path.starts}
    stops = _stops(guide)
    found: list[list[str]] = []
    for version in guide.versions:
        path = path_of.get(version)
        is_alone = version in stops or version == guide.newest or path is None
        if found and not is_alone and found[-1][-1] not in stops:
            before = path_of.get(found[-1][-1])
            if before is path:
                found[-1].append(version)
                continue
        found.append([version])
    return tuple(
        Station(
            tuple(versions),
            is_stop=versions[0] in stops,
            is_asked=stops.get(versions[0], False),
            is_dead_end=_is_blocked(path_of.get(versions[0])),
            is_newest=versions[0] == guide.newest,
        )
        for versions in found
    )


def _stops(guide: ComponentGuide) -> Mapping[str, bool]:
    """Return the versions at which paths must stop, and whether that depends on an answer."""
    found: dict[str, bool] = {}
    for path in guide.paths:
        for number, version in enumerate(path.versions):
            stops = path.stop_at(number)
            if stops:
                is_asked = all(stop.question for stop in stops)
                found[version] = found.get(version, True) and is_asked
    return found


def _is_blocked(path: Path | None) -> bool:
    return path is not None and isinstance(path.result, Blocked)


def _jumps(guide: ComponentGuide, stations: tuple[Station, ...]) -> Iterator[tuple[int, int]]:
    """Yield from which station to which a first hop leads."""
    place_of = {text: place for place, each in enumerate(stations) for text in each.versions}
    seen: set[tuple[int, int]] = set()
    for path in guide.paths:
        for start in path.starts if path.versions else ():
            jump = place_of[start], place_of[path.versions[0]]
            if jump[0] != jump[1] and jump not in seen:
                seen.add(jump)
                yield jump


def _sentences(guide: ComponentGuide, stations: tuple[Station, ...]) -> Iterator[str]:
    for path in guide.paths:
        first, last = path.starts[0], path.starts[-1]
        start = first if first == last else f"{first} to {last}"
        way = ", ".join(path.versions) or "nowhere"
        end = " and no farther" if isinstance(path.result, Blocked) else ""
        yield f"From {start}: {way}{end}."
    stops = [each.label for each in stations if each.is_stop]
    if stops:
        yield f"Stops: {', '.join(stops)}."
