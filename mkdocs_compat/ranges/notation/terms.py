"""Single items: from a few tokens to a range."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from mkdocs_compat.errors import VersionSyntaxError
from mkdocs_compat.ranges.notation.lines import line, shared_line
from mkdocs_compat.ranges.notation.parsed import ProblemKind, VersionMention
from mkdocs_compat.ranges.notation.stream import Stream, UnreadableError
from mkdocs_compat.ranges.notation.tokens import Kind, Token
from mkdocs_compat.ranges.range import Range
from mkdocs_compat.versions.scheme import Extent, Scheme

_A_VERSION = "a version"
_VERSIONS = (Kind.VERSION, Kind.WILDCARD)
_INTERVALS = ("[]", "[)", "(]", "()")
_DOTS = ("..", "...", "…")
_UNTIL = ("until", "through", "thru", "up to")
_SAME = {"≥": ">=", "≤": "<=", "=<": "<=", "≠": "!=", "==": "=", "~=": "~>"}


class Bound(Enum):
    """What a term is bounded by, which decides how it joins its neighbours."""

    LOWER = "lower"
    UPPER = "upper"
    EXCEPTION = "exception"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Term:
    """One version, line, range or bound.

    Attributes:
        range: The versions that it names; of an exception, those that it takes out.
        bound: What bounds it.
        start: Where it begins in the cell.
        end: Where it ends.
        versions: The versions written in it.
        reaches_latest: Whether it says `latest`.
        joined_by: What stands between two bounds that are one item.
        lowest: The version that it is at least; None where it is anything else.
        name: The words in front of it.
    """

    range: Range
    bound: Bound
    start: int
    end: int
    versions: tuple[VersionMention, ...]
    reaches_latest: bool = False
    joined_by: Kind | None = Kind.NOTHING
    lowest: Extent | None = None
    name: str = ""

    @property
    def is_moving(self) -> bool:
        """Whether it is a name that stands for no release."""
        return self.range.is_empty and not self.versions


class TermReader:
    """Reads terms of one scheme from a stream of tokens."""

    def __init__(self, scheme: Scheme, stream: Stream, *, is_cell: bool = False) -> None:
        """Read from `stream`; `is_cell` where an author wrote it."""
        self._scheme = scheme
        self._is_cell = is_cell
        self._stream = stream
        self._start = 0
        self._name = ""
        self._versions: list[VersionMention] = []
        # Given the first token of a term, which they need not take any more.
        self._readers: dict[Kind, Callable[[Token], Term]] = {
            Kind.ALL: lambda _: self._term(Range.any(), Bound.BOTH),
            Kind.OPERATOR: self._operator,
            Kind.BRACKET: self._brackets,
            Kind.ARROW: self._leading_arrow,
            Kind.BELOW: lambda _: self._after_word(Range.below, Bound.UPPER),
            Kind.ABOVE: lambda _: self._after_word(Range.beyond, Bound.LOWER),
            Kind.SINCE: self._since,
            Kind.HYPHENATED: self._hyphenated,
            Kind.MOVING: lambda _: self._term(Range.none(), Bound.BOTH),
        }

    def read(self) -> Term:
        """Read one term.

        Raises:
            UnreadableError: The next tokens are none.
        """
        self._versions = []
        self._skip_names()
        self._start = self._stream.peek().start
        try:
            return self._read()
        except VersionSyntaxError as error:
            end, kind = self._stream.last_end, ProblemKind.BAD_VERSION
            raise self._stream.unreadable(self._start, end, error.expected, (), kind) from None

    def _read(self) -> Term:
        first = self._stream.peek()
        if self._is_version():
            return self._from_version(self._extent())
        if first.kind in self._readers:
            return self._readers[first.kind](self._stream.next())
        if first.kind is Kind.LATEST:
            raise self._stream.expected("a first version before it", ("any",))
        raise self._stream.expected(_A_VERSION)

    def _skip_names(self) -> None:
        """Skip the words in front of a version that name its component."""
        words: list[str] = []
        while (token := self._stream.peek(len(words))).kind is Kind.NAME:
            words.append(token.text)
        self._name = ""
        if self._is_version(len(words)) or token.kind in self._readers:
            self._stream.skip(len(words))
            self._name = " ".join(words).casefold()

    def _is_version(self, ahead: int = 0) -> bool:
        return self._stream.peek(ahead).kind in _VERSIONS

    def _extent(self, expected: str = _A_VERSION, *, exact: bool = False) -> Extent:
        """Take a version or wildcard, and return what it names."""
        if not self._is_version():
            raise self._stream.expected(expected)
        token = self._stream.next()
        text, start, end = token.text, token.start, token.end
        try:
            is_line = token.kind is Kind.WILDCARD
            named = line(self._scheme, text) if is_line else self._scheme.extent(text, exact=exact)
        except VersionSyntaxError as error:
            kind = ProblemKind.BAD_VERSION
            raise self._stream.unreadable(start, end, error.expected, (), kind) from None
        self._versions.append(VersionMention(text, start, end))
        return named

    def _from_version(self, first: Extent) -> Term:
        """`3.2`, `3.x`, `3.2+`, `3.2 or later`, `3.3 ➜ 4.30.3`, `3.0 ➜ latest`."""
        stream = self._stream
        if stream.take(Kind.PLUS):
            return self._at_least(first)
        if stream.peek().kind in (Kind.OR, Kind.AND):
            following = stream.peek(1).kind
            if following in (Kind.LATER, Kind.ABOVE, Kind.PLUS):
                stream.skip(2)
                return self._at_least(first)
            if following in (Kind.EARLIER, Kind.BELOW):
                stream.skip(2)
                return self._term(Range.at_most(first), Bound.UPPER)
        if stream.take(Kind.ARROW):
            return self._up_to(first)
        return self._term(Range.of(first), Bound.BOTH)

    def _up_to(self, first: Extent) -> Term:
        if self._stream.take(Kind.LATEST):
            return self._term(Range.at_least(first), Bound.BOTH, reaches_latest=True)
        if self._is_cell and (half_open := self._half_open(first)):
            return half_open
        self._skip_names()
        if self._stream.peek().kind is Kind.NOTHING:
            readings = (f"{first.text} ➜ latest",)
            raise self._stream.expected("a version or 'latest' behind it", readings)
        return self._between(first, self._extent("a version or 'latest' after the arrow"))

    def _half_open(self, first: Extent) -> Term | None:
        """`3.0..<4.0` and `3.0...`, as in Swift."""
        stream = self._stream
        has_dots = stream.last.text in _DOTS
        if has_dots and stream.peek().kind is Kind.NOTHING:
            return self._at_least(first)
        if has_dots and stream.peek().text == "<" and self._is_version(1):
            stream.next()
            last = self._extent()
            range_ = Range.at_least(first).intersection(Range.below(last))
            if range_.is_empty:
                raise self._reversed(f"{last.text}..<{first.text}")
            return self._term(range_, Bound.BOTH)
        return None

    def _between(self, first: Extent, last: Extent) -> Term:
        range_ = Range.between(first, last)
        if range_.is_empty:
            raise self._reversed(f"{last.text} ➜ {first.text}")
        return self._term(range_, Bound.BOTH)

    def _reversed(self, reading: str) -> UnreadableError:
        end = self._stream.last_end
        expected, kind = "the lower version first", ProblemKind.REVERSED_RANGE
        return self._stream.unreadable(self._start, end, expected, (reading,), kind)

    def _operator(self, sign: Token) -> Term:
        operator = _SAME.get(sign.text, sign.text)
        operand = self._stream.peek()
        named = self._extent(f"a version after '{sign.text}'", exact=operator in ("=", "!="))
        match operator:
            case ">=":
                return self._at_least(named)
            case ">":
                return self._term(Range.beyond(named), Bound.LOWER)
            case "<=":
                return self._term(Range.at_most(named), Bound.UPPER)
            case "<":
                return self._term(Range.below(named), Bound.UPPER)
            case "=":
                return self._term(Range.of(named), Bound.BOTH)
            case "!=":
                return self._term(Range.of(named), Bound.EXCEPTION)
            case "~>" | "~" | "^" if self._has_line(named, operand, operator):
                range_ = Range.between(named, shared_line(self._scheme, named, operator))
                # Maven takes 0000000000 for more than 1, so its line can end below it.
                if not range_.is_empty:
                    return self._term(range_, Bound.BOTH)
        raise self._stream.unreadable(sign.start, operand.end, "a comparison such as '>= 3.2'")

    @staticmethod
    def _has_line(named: Extent, operand: Token, operator: str) -> bool:
        """Tell whether it is clear up to which line `~>`, `~` or `^` reach."""
        is_clear = operand.kind is not Kind.WILDCARD or operator != "~>"
        return is_clear and bool(named.numbers) and "!" not in named.text

    def _brackets(self, opening: Token) -> Term:
        """`[1.0,2.0)`, `(,1.5]`, `[1.0]`: releases, as in Maven and NuGet."""
        low = self._bracketed()
        has_comma = self._stream.take(Kind.COMMA)
        high = self._bracketed() if has_comma else ""
        closing = self._stream.next()
        shape = opening.text + closing.text
        if low and not has_comma and shape == "[]":
            return self._term(Range.of(self._scheme.extent(low, exact=True)), Bound.BOTH)
        if shape not in _INTERVALS or not has_comma or not (low or high):
            end = max(opening.end, closing.end)
            raise self._stream.unreadable(opening.start, end, "an interval such as '[1.0,2.0)'")
        range_ = self._from_low(low, shape[0]).intersection(self._to_high(high, shape[1]))
        if range_.is_empty:
            raise self._reversed(f"{shape[0]}{high},{low}{shape[1]}")
        return self._term(range_, Bound.BOTH)

    def _bracketed(self) -> str:
        is_version = self._stream.peek().kind is not Kind.WILDCARD and self._is_version()
        return self._extent().text if is_version else ""

    def _from_low(self, low: str, bracket: str) -> Range:
        if not low:
            return Range.any()
        if bracket == "[":
            return Range.at_least(self._scheme.extent(low))
        return Range.beyond(self._scheme.extent(low, exact=True))

    def _to_high(self, high: str, bracket: str) -> Range:
        if not high:
            return Range.any()
        if bracket == ")":
            return Range.below(self._scheme.extent(high))
        return Range.at_most(self._scheme.extent(high, exact=True))

    def _leading_arrow(self, arrow: Token) -> Term:
        """`up to 4.0`, `until 4.0`."""
        if arrow.text.lower() in _UNTIL:
            return self._after_word(Range.at_most, Bound.UPPER)
        text = self._stream.peek().text
        readings = (f"up to {text}", f"{text} ➜ latest") if self._is_version() else ()
        end = self._stream.peek().end
        raise self._stream.unreadable(arrow.start, end, "a version before the arrow", readings)

    def _after_word(self, make: Callable[[Extent], Range], bound: Bound) -> Term:
        """The version behind a word such as `below` or `newer than`."""
        self._skip_names()
        return self._term(make(self._extent()), bound)

    def _since(self, _: Token) -> Term:
        """`since 3.3`, `from 3.3 onwards`, `from 3.3 to 4.0`."""
        self._skip_names()
        first = self._extent()
        if self._stream.take(Kind.ARROW):
            return self._up_to(first)
        self._stream.take(Kind.PLUS)
        return self._at_least(first)

    def _hyphenated(self, token: Token) -> Term:
        left, right = token.text.split("-")
        if Range.between(self._scheme.extent(left), self._scheme.extent(right)).is_empty:
            left, right = right, left
        readings = (f"{left} ➜ {right}", f"={token.text}")
        expected = "spaces around a hyphen that makes a range"
        raise self._stream.unreadable(token.start, token.end, expected, readings)

    def _at_least(self, named: Extent) -> Term:
        return replace(self._term(Range.at_least(named), Bound.LOWER), lowest=named)

    def _term(self, range_: Range, bound: Bound, *, reaches_latest: bool = False) -> Term:
        end = self._stream.last_end
        versions = tuple(self._versions)
        return Term(range_, bound, self._start, end, versions, reaches_latest, name=self._name)
