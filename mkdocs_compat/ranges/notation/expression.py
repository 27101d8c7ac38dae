"""Whole cells: how neighbouring items join, and what is taken out of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mkdocs_compat.ranges.notation.minima import below_next, covered, of_branches
from mkdocs_compat.ranges.notation.parsed import Mark, Notation, Part, Problem, ProblemKind
from mkdocs_compat.ranges.notation.stream import Stream, UnreadableError
from mkdocs_compat.ranges.notation.terms import Bound, Term, TermReader
from mkdocs_compat.ranges.notation.tokens import Kind, Token, tokens
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.versions.keys import increment, strip_zeros
from mkdocs_compat.versions.scheme import Scheme

_BLANKS = ("", "-", "--", "---", "–", "—", "n/a", "none")
_DIVISIONS = (Kind.COMMA, Kind.AND, Kind.OR, Kind.END, Kind.BREAK)
_LINE = re.compile(r"v?([0-9]+(?:\.[0-9]+)*)(?:\.x)+", re.IGNORECASE)
_EITHER = ("or", "|", "||")
_BOUNDS = (Bound.LOWER, Bound.UPPER)


def read_typed(text: str, scheme: Scheme) -> Notation:
    """Read what a reader types as versions of one scheme.

    Both engines read this alike, but for most markup; what only authors write in cells is in
    `cells`.

    Args:
        text: The raw text; Markdown and HTML around versions are looked through.
        scheme: The scheme of the component that the text is about.

    Returns:
        What was read; nothing is raised for a text that is not understood.
    """
    return read_tokens(text, tokens(text, scheme), scheme)


def read_tokens(
    raw: str, found: Sequence[Token], scheme: Scheme, *, is_cell: bool = False
) -> Notation:
    """Read the tokens of a text.

    Args:
        raw: The text.
        found: Its tokens.
        scheme: The scheme of the component that the text is about.
        is_cell: Whether an author wrote it in a table.
    """
    marks = tuple(Mark(each.text, each.start, each.end) for each in found if each.kind is Kind.MARK)
    words = [each for each in found if each.kind is not Kind.MARK]
    if "".join(each.text for each in words).strip("\n").lower() in _BLANKS:
        return Notation(None, (), marks, (), blank=True)
    reader = _CellReader(raw, scheme, words, is_cell=is_cell)
    reader.read()
    range_ = None
    if not reader.problems and not reader.is_moving:
        range_ = Range.union_of(group.range() for group in reader.groups)
    return Notation(range_, reader.parts(), marks, tuple(reader.problems), blank=False)


@dataclass(slots=True)
class _Group:
    """Items and what is taken out of all of them."""

    items: list[Term] = field(default_factory=list)
    exceptions: list[Term] = field(default_factory=list)

    def range(self) -> Range:
        items = Range.union_of(item.range for item in self.items) if self.items else Range.any()
        if not self.exceptions:
            return items
        return items.difference(Range.union_of(item.range for item in self.exceptions))


class _CellReader:
    """Reads all items of a cell.

    Attributes:
        groups: What `;`, `||` and line breaks divide.
        problems: What could not be read.
    """

    def __init__(self, raw: str, scheme: Scheme, words: Sequence[Token], *, is_cell: bool) -> None:
        """Read `words`, tokens of the cell `raw`; `is_cell` where an author wrote it."""
        self.groups: list[_Group] = []
        self.problems: list[Problem] = []
        self._raw = raw
        self._stream = Stream(raw, words)
        self._terms = TermReader(scheme, self._stream, is_cell=is_cell)
        self._scheme = scheme
        self._is_cell = is_cell
        # Whether anything says `or`.
        self._is_either = False
        self._excepting = False
        self._in_parentheses = False

    def read(self) -> None:
        """Read them."""
        self._division(is_first=True)
        link: Kind | None = Kind.END
        while self._stream.peek().kind is not Kind.NOTHING:
            try:
                self._item(link)
                link = self._division()
            except UnreadableError as error:
                self.problems.append(self._recover(error.problem))
                self._division()
                link = Kind.END
        if self._in_parentheses:
            self.problems.append(self._stream.expected("')' behind it").problem)
        elif not self.groups and not self.problems:
            self.problems.append(self._stream.expected("a version").problem)
        elif not self.problems:
            self._look_at_all()

    @property
    def is_moving(self) -> bool:
        """Whether there is nothing but names that stand for no release."""
        items = [item for group in self.groups for item in group.items]
        return bool(items) and all(item.is_moving for item in items)

    def _look_at_all(self) -> None:
        """Look at all items together, when each has been read."""
        items = [item for group in self.groups for item in group.items]
        if self._is_cell and not self._is_either and (both := covered(items)):
            # `2.7+, 3.x`: the second says nothing, unless the first ends before it.
            ended = below_next(items, self._scheme)
            if ended is None or any(group.exceptions for group in self.groups):
                self.problems.append(self._unclear(*both, ()).problem)
            else:
                self.groups = [_Group(ended)]
        elif self._has_minima(items):
            ended = of_branches(items, self._scheme)
            if ended is None or any(group.exceptions for group in self.groups):
                self.problems.append(self._unclear(items[0], items[-1], ()).problem)
            else:
                self.groups = [_Group(ended)]
        elif not any(item.range == Range.any() for item in items) and self._covers_all():
            exceptions = [item for group in self.groups for item in group.exceptions]
            ends = sorted((*items, *exceptions), key=lambda item: item.start)
            self.problems.append(self._unclear(ends[0], ends[-1], ("any",)).problem)

    def _has_minima(self, items: Sequence[Term]) -> bool:
        """Tell whether there are minima of several branches."""
        count = sum(item.lowest is not None for item in items)
        return self._is_cell and not self._is_either and count > 1

    def _covers_all(self) -> bool:
        """Tell whether no version is out, though no item says so by itself."""
        if len(self.groups) == 1 and len(self.groups[0].items) == 1:
            return False
        return Range.union_of(group.range() for group in self.groups) == Range.any()

    def parts(self) -> tuple[Part, ...]:
        """Return what was understood, in the order of the cell."""
        items = [
            _part(self._raw, item)
            for group in self.groups
            for item in group.items
            if not item.is_moving
        ]
        items += [
            _part(self._raw, item)._replace(is_exception=True)
            for group in self.groups
            for item in group.exceptions
        ]
        return tuple(sorted(items, key=lambda part: part.start))

    def _item(self, link: Kind | None) -> None:
        """Read one item and put it where it belongs."""
        if link is Kind.END:
            self.groups.append(_Group())
            self._excepting = False
        group = self.groups[-1]
        if self._take_except():
            if not group.items:
                raise self._stream.expected("versions before 'except'")
            self._excepting = True
            # What divides `except` from them makes no difference.
            link = Kind.COMMA
        term = self._terms.read()
        if self._excepting or term.bound is Bound.EXCEPTION:
            self._except(group, term, link)
        elif group.items:
            self._join(group, term, link)
        elif group.exceptions and link is Kind.OR:
            raise self._unclear(group.exceptions[-1], term, (f"{self._text(term)}",))
        else:
            group.items.append(term)

    def _take_except(self) -> bool:
        """Take `except`, or `(except`."""
        stream = self._stream
        if stream.peek().text == "(" and stream.peek(1).kind is Kind.EXCEPT:
            stream.next()
            self._in_parentheses = True
        return stream.take(Kind.EXCEPT)

    def _except(self, group: _Group, term: Term, link: Kind | None) -> None:
        is_sign = term.bound is Bound.EXCEPTION
        if is_sign and (self._excepting or link is Kind.OR):
            expected = "'!=' behind a comma or space"
            raise self._stream.unreadable(term.start, term.end, expected)
        if link is None and not is_sign:
            raise self._side_by_side(group.exceptions[-1], term)
        group.exceptions.append(term)

    def _join(self, group: _Group, term: Term, link: Kind | None) -> None:
        """Make an item of its own of a term, or one with the item before it."""
        last = group.items[-1]
        if {last.bound, term.bound} == {Bound.LOWER, Bound.UPPER}:
            if link is not Kind.OR:
                group.items[-1] = self._shared(last, term, link)
                return
            if last.range.union(term.range) == Range.any():
                raise self._unclear(last, term, ("any",))
        elif link is None and self._is_narrowed(last, term):
            group.items[-1] = self._shared(last, term, link)
            return
        elif link is None and not (self._is_cell and self._are_lines(last, term)):
            raise self._side_by_side(last, term)
        elif self._is_unclear(last, term, link):
            raise self._unclear(last, term, ())
        group.items.append(term)

    def _is_unclear(self, last: Term, term: Term, link: Kind | None) -> bool:
        """Tell whether two bounds look the same way, and nothing says how they go together."""
        if self._is_cell and last.lowest and term.lowest:
            # Whether they are minima of several branches is seen when all of them are read.
            return False
        return link is not Kind.OR and term.bound in _BOUNDS and _is_bound(last, link)

    def _is_narrowed(self, last: Term, term: Term) -> bool:
        """Tell whether two items are `^8.0.0 <8.16.0`, which as in npm hold both."""
        is_caret = self._text(last).startswith(("^", "~"))
        return self._is_cell and is_caret and term.bound in _BOUNDS

    def _are_lines(self, last: Term, term: Term) -> bool:
        """Tell whether two items are `10.x 11.x`, which as a list and as a range are the same."""
        texts = [_LINE.fullmatch(self._text(item)) for item in (last, term)]
        low, high = (text[1].split(".") if text else [] for text in texts)
        is_next = bool(low and high) and increment(strip_zeros(low[-1])) == strip_zeros(high[-1])
        return is_next and low[:-1] == high[:-1]

    def _shared(self, last: Term, term: Term, link: Kind | None) -> Term:
        """Return two bounds that face each other as one item."""
        before = self.groups[-1].items[-2:-1]
        if last.lowest and before and before[0].lowest and not self._is_either:
            readings = (f"{self._text(before[0])} or {self._raw[last.start : term.end]}",)
            expected = "'or' before the bounds that face each other"
            raise self._stream.unreadable(before[0].start, term.end, expected, readings)
        shared = last.range.intersection(term.range)
        one, other = self._text(last), self._text(term)
        if shared.is_empty:
            kind = ProblemKind.REVERSED_RANGE
            expected = "bounds with something between them, or 'or'"
            readings = (f"{one} or {other}",)
            raise self._stream.unreadable(last.start, term.end, expected, readings, kind)
        return replace(
            term,
            range=shared,
            bound=Bound.BOTH,
            start=last.start,
            versions=(*last.versions, *term.versions),
            joined_by=link,
            lowest=None,
        )

    def _unclear(self, last: Term, term: Term, readings: tuple[str, ...]) -> UnreadableError:
        """Return the error for two bounds of which it is not clear how they go together."""
        one, other = self._text(last), self._text(term)
        readings = (f"{one} {other}", *readings) if readings else (f"{one} or {other}", one, other)
        expected = "bounds that face each other, or 'or' between them"
        return self._stream.unreadable(last.start, term.end, expected, readings)

    def _side_by_side(self, last: Term, term: Term) -> UnreadableError:
        one, other = self._text(last), self._text(term)
        readings: tuple[str, ...] = (f"{one}, {other}",)
        if _is_plain(one, last) and _is_plain(other, term):
            readings = (*readings, f"{one} ➜ {other}")
        expected = "a comma or an arrow before it"
        return self._stream.unreadable(term.start, term.end, expected, readings)

    def _text(self, term: Term) -> str:
        return self._raw[term.start : term.end]

    def _division(self, *, is_first: bool = False) -> Kind | None:
        """Take what stands between two items; None where only space does."""
        stream = self._stream
        if self._in_parentheses and stream.peek().text == ")":
            stream.next()
            self._in_parentheses = self._excepting = False
        taken = []
        while stream.peek().kind in _DIVISIONS:
            taken.append(stream.next())
        self._is_either |= any(token.text.lower() in _EITHER for token in taken)
        signs = [token for token in taken if token.kind is not Kind.BREAK]
        is_last = stream.peek().kind is Kind.NOTHING
        if signs and (is_first or is_last or not _is_one(signs)):
            where = "before" if is_first else "behind"
            error = stream.unreadable(signs[-1].start, signs[-1].end, f"a version {where} it")
            self.problems.append(error.problem)
        for kind in (Kind.END, Kind.BREAK, Kind.OR):
            if any(token.kind is kind for token in taken):
                return Kind.END if kind is Kind.BREAK else kind
        return taken[-1].kind if taken else None

    def _recover(self, problem: Problem) -> Problem:
        """Take all up to the next division, and widen a problem with a token over it."""
        stream = self._stream
        while stream.peek().kind not in (*_DIVISIONS, Kind.NOTHING):
            stream.next()
        end = stream.last_end
        if problem.kind is not ProblemKind.UNKNOWN_TOKEN or end <= problem.end:
            return problem
        return replace(problem, end=end, text=self._raw[problem.start : end])


def _is_plain(text: str, term: Term) -> bool:
    """Tell whether an item is a version and nothing else."""
    return [mention.text for mention in term.versions] == [text.lstrip("vV")]


def _is_bound(last: Term, link: Kind | None) -> bool:
    """Tell whether an item is a bound, or bounds joined by what stands behind it too."""
    return last.bound in _BOUNDS or last.joined_by is link


def _part(raw: str, term: Term) -> Part:
    return Part(
        text=raw[term.start : term.end],
        start=term.start,
        end=term.end,
        range=term.range,
        is_exception=False,
        reaches_latest=term.reaches_latest,
        versions=term.versions,
    )


def _is_one(signs: Sequence[Token]) -> bool:
    """Tell whether signs divide just once: one of them, or one and the word `and` or `or`."""
    words = [token.text.isalpha() for token in signs]
    return len(signs) == 1 or words == [False, True]
