"""Draws the lines of a component as a track: stations, required stops, jumps and dead ends.

The picture is SVG without styles or scripts of its own: the style sheet colours its classes.
What it shows says its description, and the table beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_compat.planning.guide import ComponentGuide, Path
from mkdocs_compat.planning.joint_guide import JointGuide, JointPath
from mkdocs_compat.planning.plan import Blocked, Plan

_STEP = 44
_TOP = 24
_TRACK = 108
_LABEL = 132
_WIDTH = 360
# How far a jump swings out for each station that it passes, and at most.
_SWING, _MOST_SWING = 14, 88


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


def stations_of(guide: ComponentGuide) -> tuple[Station, ...]:
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


def draw_track(guide: ComponentGuide, name: str) -> Markup:
    """Return the picture; nothing where each line reaches the newest directly.

    Args:
        guide: The paths of the component.
        name: Its display name.
    """
    stations = stations_of(guide)
    if len(stations) < 3 and not any(each.is_dead_end for each in stations):
        return Markup()
    title = f"The way of {name} to {guide.newest}"
    return _draw(title, stations, list(_jumps(guide, stations)), _sentences(guide, stations))


def draw_joint_track(guide: JointGuide, names: str) -> Markup:
    """Return the picture of the way of a set; nothing where its components meet on no line.

    Args:
        guide: The paths of the set.
        names: Display names of its components.
    """
    if not all(map(_goes_once, guide.paths)):
        return Markup()
    joined = {path.onward for path in guide.paths}
    groups: list[list[JointPath]] = []
    for place, path in enumerate(guide.paths):
        is_new = place in joined or place - 1 in joined or not groups
        if is_new or _way(groups[-1][-1]) != _way(path):
            groups.append([path])
        else:
            groups[-1].append(path)
    if len(groups) < 2:
        return Markup()
    stations = (
        *(
            Station(
                tuple(path.name for path in group),
                is_dead_end=isinstance(group[0].result, Blocked),
            )
            for group in groups
        ),
        Station((guide.line,), is_newest=True),
    )
    place_of = {path.numbers: at for at, group in enumerate(groups) for path in group}
    jumps = [
        (
            at,
            len(groups)
            if group[0].onward is None
            else place_of[guide.paths[group[0].onward].numbers],
        )
        for at, group in enumerate(groups)
        if isinstance(group[0].result, Plan)
    ]
    sentences = [f"From {stations[a].label}: {stations[b].label}." for a, b in jumps]
    return _draw(f"The way of {names} to {guide.line}", stations, jumps, sentences)


def _goes_once(path: JointPath) -> bool:
    """Tell whether no component moves twice before the path joins another: all of them meet."""
    moved = [move.component for hop in path.result.hops[: path.told] for move in hop.moves]
    return len(moved) == len(set(moved))


def _way(path: JointPath) -> object:
    return path.onward, isinstance(path.result, Blocked)


def _draw(
    title: str,
    stations: Sequence[Station],
    jumps: Sequence[tuple[int, int]],
    sentences: Iterable[str],
) -> Markup:
    height = 2 * _TOP + _STEP * (len(stations) - 1)
    parts = [
        Markup(
            '<svg class="compat-track" role="img" xmlns="http://www.w3.org/2000/svg" '
            'viewBox="0 0 {w} {h}" width="{w}" height="{h}" aria-label="{title}">'
        ).format(w=_WIDTH, h=height, title=title),
        Markup("<title>{}</title>").format(title),
        Markup("<desc>{}</desc>").format(" ".join(sentences)),
        *_lines(jumps, len(stations)),
        *(part for place, each in enumerate(stations) for part in _point(place, each)),
        Markup("</svg>"),
    ]
    return Markup().join(parts)


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


def _lines(jumps: Sequence[tuple[int, int]], count: int) -> Iterator[Markup]:
    near = {jump[0] for jump in jumps if jump[1] == jump[0] + 1}
    for place in range(count - 1):
        kind = "line" if place in near else "gap"
        yield Markup(
            '<line class="compat-track__{kind}" x1="{x}" y1="{a}" x2="{x}" y2="{b}"/>'
        ).format(kind=kind, x=_TRACK, a=_y(place), b=_y(place + 1))
    for start, end in jumps:
        if end > start + 1:
            out = _TRACK - 2 * min(_SWING * (end - start), _MOST_SWING)
            yield Markup(
                '<path class="compat-track__jump" fill="none" '
                'd="M{x} {a}C{out} {a1} {out} {b1} {x} {b}"/>'
            ).format(
                x=_TRACK - 8,
                out=max(out, 4 - _TRACK // 4),
                a=_y(start),
                a1=_y(start) + 12,
                b1=_y(end) - 12,
                b=_y(end),
            )


def _point(place: int, station: Station) -> Iterator[Markup]:
    x, y = _TRACK, _y(place)
    if station.is_dead_end:
        yield Markup(
            '<path class="compat-track__end" d="M{l} {t}L{r} {b}M{r} {t}L{l} {b}"/>'
        ).format(l=x - 7, r=x + 7, t=y - 7, b=y + 7)
    elif station.is_stop:
        kind = "asked" if station.is_asked else "stop"
        yield Markup(
            '<path class="compat-track__{kind}" d="M{x} {t}L{r} {y}L{x} {b}L{l} {y}Z"/>'
        ).format(kind=kind, x=x, y=y, l=x - 10, r=x + 10, t=y - 10, b=y + 10)
    else:
        kind = "newest" if station.is_newest else "point"
        yield Markup('<circle class="compat-track__{kind}" cx="{x}" cy="{y}" r="{r}"/>').format(
            kind=kind, x=x, y=y, r=9 if station.is_newest else 6
        )
    kind = station.kind
    yield Markup('<text class="compat-track__label" x="{x}" y="{y}">{text}</text>').format(
        x=_LABEL, y=y - 1 if kind else y + 5, text=_short(station.label)
    )
    if kind:
        yield Markup('<text class="compat-track__kind" x="{x}" y="{y}">{text}</text>').format(
            x=_LABEL, y=y + 15, text=kind
        )


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


def _short(text: str) -> str:
    return text if len(text) <= 26 else f"{text[:25]}…"


def _y(place: int) -> int:
    return _TOP + _STEP * place
