"""Lists of items: how neighbours join, and what is taken out of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce

from mkdocs_compat.ranges.notation.markup import clean
from mkdocs_compat.ranges.notation.parsed import Notation, Part, Problem, ProblemKind
from mkdocs_compat.ranges.notation.stream import Stream, UnreadableError
from mkdocs_compat.ranges.notation.terms import Bound, Term, TermReader
from mkdocs_compat.ranges.notation.tokens import Kind, tokens
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.versions.scheme import Scheme

_BLANKS = frozenset({"", "-", "--", "---", "–", "—", "n/a", "na", "n.a.", "none"})

_FACING = ((Bound.LOWER, Bound.UPPER), (Bound.UPPER, Bound.LOWER))

_DIVISIONS = (Kind.COMMA, Kind.OR, Kind.AND)


def read(text: str, scheme: Scheme) -> Notation:
    """Read a cell, or what a reader types, as versions of one scheme.

    Args:
        text: The raw text; Markdown and HTML around versions are looked through.
        scheme: The scheme of the component that the text is about.

    Returns:
        What was read; nothing is raised for a text that is not understood.
    """
    source = clean(text)
    if source.text.strip().lower() in _BLANKS:
        return Notation(None, (), (), (), blank=True)
    stream = Stream(source, text, tokens(source))
    reader = _ExpressionReader(scheme, stream)
    reader.read()
    parts = tuple(_part(term, text) for term in reader.items)
    is_whole = not reader.problems and parts
    range_ = _union([part.range for part in parts]) if is_whole else None
    return Notation(range_, parts, tuple(stream.marks), tuple(reader.problems), blank=False)


def _part(term: Term, text: str) -> Part:
    return Part(
        text[term.start : term.end],
        term.start,
        term.end,
        term.range,
        term.reaches_latest,
        term.versions,
    )


def _union(ranges: list[Range]) -> Range:
    """Unite many ranges by halves, so that a long list costs no more than its sorting."""
    if len(ranges) < 3:
        return reduce(Range.union, ranges)
    middle = len(ranges) // 2
    return _union(ranges[:middle]).union(_union(ranges[middle:]))


@dataclass(frozen=True, slots=True)
class _Division:
    """What stands between two items: its kind; None where only space does."""

    kind: Kind | None


class _ExpressionReader:
    """Reads a whole text.

    Attributes:
        items: The alternatives read.
        problems: What could not be read.
    """

    def __init__(self, scheme: Scheme, stream: Stream) -> None:
        self.items: list[Term] = []
        self.problems: list[Problem] = []
        self._stream = stream
        self._terms = TermReader(scheme, stream)
        # Where the items begin that `except` has not been applied to.
        self._excluding = False

    def read(self) -> None:
        """Read all items."""
        division = _Division(Kind.OR)
        self._stream.take_marks()
        while self._stream.peek() is not None:
            try:
                self._take_except()
                self._add(self._terms.read(), division)
            except UnreadableError as error:
                self.problems.append(self._stream.skip_item(error.problem))
            division = self._division()
        if not self.items and not self.problems:
            self.problems.append(_nothing(self._stream))

    def _division(self) -> _Division:
        self._stream.take_marks()
        closing = self._stream.peek()
        if self._excluding and closing is not None and closing.text == ")":
            self._stream.next()
        kind = None
        while (token := self._stream.peek()) is not None and token.kind in _DIVISIONS:
            kind = Kind.OR if Kind.OR in (kind, token.kind) else token.kind
            self._stream.next()
        return _Division(kind)

    def _take_except(self) -> None:
        opening = self._stream.peek()
        ahead = 1 if opening is not None and opening.text == "(" else 0
        token = self._stream.peek(ahead)
        if token is None or token.kind is not Kind.EXCEPT:
            return
        self._stream.skip(ahead + 1)
        if not self.items:
            raise UnreadableError(self._stream.problem(token, "versions before it"))
        self._excluding = True

    def _add(self, term: Term, division: _Division) -> None:
        if self._excluding:
            self.items = [
                replace(item, range=item.range.difference(term.range)) for item in self.items
            ]
            return
        last = self.items[-1] if self.items else None
        joined = _joined(last, term, division) if last is not None else None
        if last is None or joined is None:
            self.items.append(term)
        elif joined.range.is_empty:
            self.problems.append(_contradiction(joined, self._stream))
        else:
            self.items[-1] = joined


def _joined(last: Term, term: Term, division: _Division) -> Term | None:
    """Return two neighbours as one item; None where they are alternatives.

    Raises:
        UnreadableError: Only space stands between two that could be anything.
    """
    is_or = division.kind is Kind.OR
    faces = (last.bound, term.bound) in _FACING
    if is_or or not (faces or Bound.EXCLUSION in (last.bound, term.bound)):
        if division.kind is None:
            raise UnreadableError(_side_by_side(last, term))
        return None
    shared = last.range.intersection(term.range)
    if shared.is_empty and division.kind is Kind.COMMA:
        return None
    bound = term.bound if last.bound is Bound.EXCLUSION else last.bound
    return Term(
        shared,
        Bound.BOTH if faces else bound,
        last.start,
        term.end,
        (*last.versions, *term.versions),
        last.reaches_latest or term.reaches_latest,
    )


def _side_by_side(last: Term, term: Term) -> Problem:
    one, other = last.versions[-1:], term.versions[:1]
    readings = (
        (f"{one[0].text}, {other[0].text}", f"{one[0].text} ➜ {other[0].text}")
        if one and other
        else ()
    )
    text = other[0].text if other else ""
    expected = "a comma or an arrow before it"
    return Problem(ProblemKind.UNKNOWN_TOKEN, term.start, term.end, text, expected, readings)


def _contradiction(joined: Term, stream: Stream) -> Problem:
    expected = "bounds that leave something between them"
    return replace(
        stream.missing(expected),
        kind=ProblemKind.REVERSED_RANGE,
        start=joined.start,
        end=joined.end,
        text=" ".join(mention.text for mention in joined.versions),
    )


def _nothing(stream: Stream) -> Problem:
    return stream.missing("a version")
