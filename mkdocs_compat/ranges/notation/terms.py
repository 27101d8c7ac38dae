"""Single items: from a few tokens to a range."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.ranges.notation.parsed import Problem, ProblemKind, VersionMention
from mkdocs_compat.ranges.notation.stream import Stream, UnreadableError
from mkdocs_compat.ranges.notation.tokens import Kind, Token
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.ranges.version_set import VersionSet
from mkdocs_compat.versions import get_scheme
from mkdocs_compat.versions.scheme import HIGHEST, LOWEST, Extent, Scheme

_SPELLINGS = {"≥": ">=", "≤": "<=", "=<": "<=", "≠": "!=", "==": "=", "===": "=", "~=": "~>"}

_EXPECTED_VERSION = "a version"
_AFTER_ARROW = "a version or 'latest' after the arrow"


class Bound(Enum):
    """On which side a term is bounded, which decides how neighbours join."""

    LOWER = "lower"
    UPPER = "upper"
    EXCLUSION = "exclusion"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Term:
    """One constraint, version, line or range."""

    range: Range
    bound: Bound
    start: int
    end: int
    versions: tuple[VersionMention, ...] = ()
    reaches_latest: bool = False


class TermReader:
    """Reads terms of one scheme from a stream of tokens."""

    def __init__(self, scheme: Scheme, stream: Stream) -> None:
        """Read from `stream`."""
        self._scheme = scheme
        self._stream = stream
        self._versions: list[VersionMention] = []
        self._first: Token | None = None

    def read(self) -> Term:
        """Read one term.

        Raises:
            UnreadableError: The next tokens are none.
        """
        self._versions = []
        self._skip_names()
        self._first = first = self._stream.peek()
        if first is None:
            raise UnreadableError(self._stream.missing(_EXPECTED_VERSION))
        match first.kind:
            case Kind.VERSION | Kind.WILDCARD:
                return self._from_version()
            case Kind.COMPARATOR:
                return self._comparator()
            case Kind.BRACKET:
                return self._brackets()
            case Kind.ALL:
                self._stream.next()
                return self._term(Range.any(), Bound.BOTH)
            case Kind.ARROW | Kind.LATER | Kind.EARLIER | Kind.LEADING:
                return self._leading_word()
        if first.kind is Kind.LATEST:
            self._stream.next()
            readings = ("the version that is meant", "any")
            raise UnreadableError(
                self._stream.problem(first, "a first version, as in '3.2 ➜ latest'", readings)
            )
        raise UnreadableError(self._stream.problem(self._stream.next(), _EXPECTED_VERSION))

    def _skip_names(self) -> None:
        """Skip the words in front of a version that name its component."""
        ahead = 0
        while (token := self._stream.peek(ahead)) is not None and token.kind is Kind.NAME:
            ahead += 1
        begins = token is not None and token.kind in (
            Kind.VERSION,
            Kind.WILDCARD,
            Kind.COMPARATOR,
            Kind.LEADING,
        )
        if begins:
            self._stream.skip(ahead)

    def _from_version(self) -> Term:
        """`3.2`, `3.x`, `3.2+`, `3.2 or later`, `3.3 ➜ 4.30.3`, `3.0 ➜ latest`."""
        first = self._extent(self._stream.next())
        self._stream.take_marks()
        if self._stream.take(Kind.PLUS):
            return self._term(Range.at_least(first), Bound.LOWER)
        if self._stream.take_phrase((Kind.OR, Kind.AND), (Kind.LATER,)):
            return self._term(Range.at_least(first), Bound.LOWER)
        if self._stream.take_phrase((Kind.OR, Kind.AND), (Kind.EARLIER,)):
            return self._term(Range.at_most(first), Bound.UPPER)
        if self._is_word("up", Kind.LATER) and not self._is_arrow(1):
            return self._term(Range.of(first), Bound.BOTH)
        if self._stream.take_word("onwards") or self._stream.take_word("onward"):
            return self._term(Range.at_least(first), Bound.LOWER)
        if self._take_arrow():
            return self._range(first)
        return self._term(Range.of(first), Bound.BOTH)

    def _is_word(self, word: str, kind: Kind, ahead: int = 0) -> bool:
        token = self._stream.peek(ahead)
        return token is not None and token.kind is kind and token.text.lower() == word

    def _is_arrow(self, ahead: int) -> bool:
        token = self._stream.peek(ahead)
        return token is not None and token.kind is Kind.ARROW

    def _take_arrow(self) -> bool:
        """Take an arrow, or the two words `up to`."""
        if self._is_word("up", Kind.LATER) and self._is_arrow(1):
            self._stream.skip(2)
            return True
        return self._stream.take(Kind.ARROW)

    def _range(self, first: Extent) -> Term:
        token = self._stream.peek()
        if token is not None and token.kind is Kind.LATEST:
            self._stream.next()
            return self._term(Range.at_least(first), Bound.LOWER, reaches_latest=True)
        self._skip_names()
        last = self._extent(self._stream.expect(_AFTER_ARROW, Kind.VERSION, Kind.WILDCARD))
        return self._forward(Range.between(first, last), first, last)

    def _forward(self, range_: Range, first: Extent, last: Extent) -> Term:
        if range_.is_empty:
            raise UnreadableError(self._reversed(f"{last.text} ➜ {first.text}"))
        return self._term(range_, Bound.BOTH)

    def _comparator(self) -> Term:
        sign = self._stream.next().text
        operator = _SPELLINGS.get(sign, sign)
        token = self._stream.expect(f"a version after '{sign}'", Kind.VERSION, Kind.WILDCARD)
        is_exact = operator in ("=", "!=") and token.kind is Kind.VERSION
        named = self._extent(token, exact=is_exact)
        match operator:
            case ">=":
                return self._term(Range.at_least(named), Bound.LOWER)
            case ">":
                return self._term(Range.beyond(named), Bound.LOWER)
            case "<=":
                return self._term(Range.at_most(named), Bound.UPPER)
            case "<":
                return self._term(Range.below(named), Bound.UPPER)
            case "=":
                return self._term(Range.of(named), Bound.BOTH)
            case "!=":
                return self._term(Range.of(named).complement(), Bound.EXCLUSION)
            case "~>":
                shared = max(1, len(named.numbers) - 1)
            case "~":
                shared = min(2, len(named.numbers))
            case _:
                shared = _caret(named.numbers)
        return self._up_to_line(named, shared, token)

    def _up_to_line(self, named: Extent, shared: int, token: Token) -> Term:
        """From a version to the end of the line of its first numbers."""
        if not named.numbers:
            raise UnreadableError(self._stream.problem(token, "a version that begins with numbers"))
        line = self._line(named.numbers[:shared], token)
        return self._term(Range.between(named, line), Bound.BOTH)

    def _brackets(self) -> Term:
        """`[1.0,2.0)`, `(,1.5]`, `[1.0]`: releases, as in Maven and NuGet."""
        opening = self._stream.next()
        if opening.text not in "[(":
            raise UnreadableError(self._stream.problem(opening, _EXPECTED_VERSION))
        low = self._bracket_version()
        comma = self._stream.take(Kind.COMMA)
        high = self._bracket_version() if comma else low
        closing = self._stream.peek()
        if closing is None or closing.text not in ("]", ")"):
            raise UnreadableError(self._stream.missing("']' or ')' at the end of the interval"))
        self._stream.next()
        if (not comma and (low is None or opening.text + closing.text != "[]")) or (
            low is None and high is None
        ):
            span = self._stream.span_problem(opening, "an interval such as [1.0,2.0)")
            raise UnreadableError(span)
        return self._interval(low, high, opening.text + closing.text)

    def _bracket_version(self) -> Token | None:
        token = self._stream.peek()
        if token is None or token.kind is not Kind.VERSION:
            return None
        return self._stream.next()

    def _interval(self, low: Token | None, high: Token | None, brackets: str) -> Term:
        lower = edge = None
        upper = HIGHEST
        if low is not None:
            first = self._extent(low)
            exact = self._extent(low, exact=True, mention=False)
            closed = brackets[0] == "["
            lower, edge = (first.start, first.edge) if closed else (exact.end, exact.end)
        if high is not None:
            exact = self._extent(high, exact=True, mention=high is not low)
            upper = exact.end if brackets[1] == "]" else self._extent(high, mention=False).edge
        inside = VersionSet.of([(LOWEST if lower is None else lower, upper)])
        if inside.is_empty and low is not None and high is not None:
            raise UnreadableError(self._reversed(f"[{high.text},{low.text}]"))
        edges = VersionSet.of([] if lower is None or edge is None else [(edge, lower)])
        bound = Bound.LOWER if high is None else Bound.UPPER if low is None else Bound.BOTH
        return self._term(Range(inside, edges), bound)

    def _leading_word(self) -> Term:
        """`up to 4.0`, `until 4.0`, `below 4.0`, `newer than 4.0`, `from 3.3 to 4.0`."""
        word = self._stream.next()
        text = word.text.lower()
        if text == "up" and self._is_arrow(0):
            self._stream.next()
            return self._after_word(Range.at_most, Bound.UPPER)
        self._stream.take_word("than")
        if word.kind is Kind.EARLIER:
            self._stream.take_phrase((Kind.ARROW,), ())
            return self._after_word(Range.below, Bound.UPPER)
        if word.kind is Kind.LATER and text != "up":
            return self._after_word(Range.beyond, Bound.LOWER)
        if text in ("until", "till", "through", "thru", "upto"):
            return self._after_word(Range.at_most, Bound.UPPER)
        if text == "since":
            return self._after_word(Range.at_least, Bound.LOWER)
        if text == "from":
            return self._from_word()
        if text == "between":
            return self._between_words()
        if text in ("version", "versions", "release", "releases"):
            return self.read()
        readings = ()
        token = self._stream.peek()
        if word.kind is Kind.ARROW and token is not None and token.kind is Kind.VERSION:
            readings = (f"up to {token.text}", f"{token.text} ➜ latest")
        raise UnreadableError(self._stream.problem(word, "a version before it", readings))

    def _from_word(self) -> Term:
        token = self._stream.expect("a version after 'from'", Kind.VERSION, Kind.WILDCARD)
        first = self._extent(token)
        self._stream.take_marks()
        if self._take_arrow():
            return self._range(first)
        self._stream.take_word("onwards")
        return self._term(Range.at_least(first), Bound.LOWER)

    def _between_words(self) -> Term:
        token = self._stream.expect("a version after 'between'", Kind.VERSION, Kind.WILDCARD)
        first = self._extent(token)
        self._stream.expect("'and' after the first version", Kind.AND)
        last = self._extent(self._stream.expect(_EXPECTED_VERSION, Kind.VERSION, Kind.WILDCARD))
        return self._forward(Range.between(first, last), first, last)

    def _after_word(self, make: object, bound: Bound) -> Term:
        self._skip_names()
        token = self._stream.expect(_EXPECTED_VERSION, Kind.VERSION, Kind.WILDCARD)
        return self._term(make(self._extent(token)), bound)  # type: ignore[operator]

    def _extent(self, token: Token, *, exact: bool = False, mention: bool = True) -> Extent:
        """Return what a version or wildcard names, and note that it was mentioned."""
        try:
            if token.kind is Kind.WILDCARD:
                named = self._line(tuple(token.text.split(".")), token)
            else:
                named = self._scheme.extent(token.text, exact=exact)
        except VersionSyntaxError as error:
            raise UnreadableError(
                self._stream.problem(token, error.expected, kind=ProblemKind.BAD_VERSION)
            ) from None
        if mention:
            start, end = self._stream.raw_span(token.start, token.end)
            self._versions.append(VersionMention(token.text, start, end))
        return named

    def _line(self, numbers: tuple[str, ...], token: Token) -> Extent:
        """Return the line of these numbers, even where they are as many as a release has."""
        scheme = self._scheme
        text = ".".join(numbers)
        if len(numbers) >= scheme.full:
            scheme = get_scheme(scheme.name, full=len(numbers) + 1)
        return scheme.extent(text)

    def _term(self, range_: Range, bound: Bound, *, reaches_latest: bool = False) -> Term:
        start, end = self._stream.span_since(self._first)
        self._stream.take_marks()
        return Term(range_, bound, start, end, tuple(self._versions), reaches_latest)

    def _reversed(self, turned: str) -> Problem:
        return self._stream.span_problem(
            self._first, "the lower version first", (turned,), kind=ProblemKind.REVERSED_RANGE
        )


def _caret(numbers: tuple[str, ...]) -> int:
    """Return how many leading numbers npm's `^` keeps: up to the first that is not 0."""
    for index, number in enumerate(numbers):
        if number != "0":
            return index + 1
    return len(numbers)
