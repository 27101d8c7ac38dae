"""Draws the lines of a component as a track: stations, required stops, jumps and dead ends.

The picture is SVG without styles or scripts of its own: the style sheet colours its classes.
What it shows says its description, and the table beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from mkdocs_compat.publishing.track import Station, Track

_STEP = 44
_TOP = 24
_TRACK = 108
_LABEL = 132
_WIDTH = 360
# How far a jump swings out for each station that it passes, and at most.
_SWING, _MOST_SWING = 14, 88


def draw(track: Track | None) -> Markup:
    """Return the picture of a track; nothing where there is none."""
    if track is None:
        return Markup()
    height = 2 * _TOP + _STEP * (len(track.stations) - 1)
    parts = [
        Markup(
            '<svg class="compat-track" role="img" xmlns="http://www.w3.org/2000/svg" '
            'viewBox="0 0 {w} {h}" width="{w}" height="{h}" aria-label="{title}">'
        ).format(w=_WIDTH, h=height, title=track.title),
        Markup("<title>{}</title>").format(track.title),
        Markup("<desc>{}</desc>").format(" ".join(track.sentences)),
        *_lines(track.jumps, len(track.stations)),
        *(part for place, each in enumerate(track.stations) for part in _point(place, each)),
        Markup("</svg>"),
    ]
    return Markup().join(parts)


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


def _short(text: str) -> str:
    return text if len(text) <= 26 else f"{text[:25]}…"


def _y(place: int) -> int:
    return _TOP + _STEP * place
