"""A stream of tokens with the places of everything taken from it."""

from __future__ import annotations

from mkdocs_compat.ranges.notation.markup import CleanText
from mkdocs_compat.ranges.notation.parsed import Mark, Problem, ProblemKind
from mkdocs_compat.ranges.notation.tokens import Kind, Token


class UnreadableError(Exception):
    """The next tokens make no sense; carries the problem to report."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.text)
        self.problem = problem


class Stream:
    """Tokens, read from the first to the last.

    Attributes:
        marks: The footnote marks met so far.
    """

    def __init__(self, source: CleanText, raw: str, found: list[Token]) -> None:
        """Read `found`, the tokens of `source`, which is `raw` without markup."""
        self.marks: list[Mark] = []
        self._source = source
        self._raw = raw
        self._tokens = found
        self._at = 0

    def peek(self, ahead: int = 0) -> Token | None:
        """Return a token that comes, without taking it."""
        index = self._at + ahead
        return self._tokens[index] if index < len(self._tokens) else None

    def next(self) -> Token:
        """Take the next token; there must be one."""
        self._at += 1
        return self._tokens[self._at - 1]

    def skip(self, count: int) -> None:
        """Take some tokens."""
        self._at += count

    def take(self, *kinds: Kind) -> bool:
        """Take the next token if it is of one of these kinds."""
        token = self.peek()
        if token is None or token.kind not in kinds:
            return False
        self._at += 1
        return True

    def take_word(self, word: str) -> bool:
        """Take the next token if it is this word."""
        token = self.peek()
        if token is None or token.text.lower() != word:
            return False
        self._at += 1
        return True

    def take_phrase(self, first: tuple[Kind, ...], second: tuple[Kind, ...]) -> bool:
        """Take two tokens if they are of these kinds."""
        one, other = self.peek(), self.peek(1)
        if one is None or other is None or one.kind not in first or other.kind not in second:
            return False
        self._at += 2
        return True

    def take_marks(self) -> None:
        """Take the footnote marks that come next."""
        while (token := self.peek()) is not None and token.kind is Kind.MARK:
            start, end = self.raw_span(token.start, token.end)
            self.marks.append(Mark(token.text, start, end))
            self._at += 1

    def expect(self, expected: str, *kinds: Kind) -> Token:
        """Take the next token, which must be of one of these kinds.

        Raises:
            UnreadableError: It is not.
        """
        token = self.peek()
        if token is None:
            raise UnreadableError(self.missing(expected))
        if token.kind not in kinds:
            raise UnreadableError(self.problem(token, expected))
        return self.next()

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return where characters of the text without markup stand in the raw text."""
        return self._source.span(start, end)

    def span_since(self, first: Token | None) -> tuple[int, int]:
        """Return where the tokens from `first` to the last one taken stand in the raw text."""
        last = self._tokens[max(self._at - 1, 0)]
        return self.raw_span((first or last).start, last.end)

    def problem(
        self,
        token: Token,
        expected: str,
        readings: tuple[str, ...] = (),
        kind: ProblemKind = ProblemKind.UNKNOWN_TOKEN,
    ) -> Problem:
        """Return a problem with one token."""
        return self._problem(self.raw_span(token.start, token.end), expected, readings, kind)

    def span_problem(
        self,
        first: Token | None,
        expected: str,
        readings: tuple[str, ...] = (),
        kind: ProblemKind = ProblemKind.UNKNOWN_TOKEN,
    ) -> Problem:
        """Return a problem with the tokens from `first` to the last one taken."""
        return self._problem(self.span_since(first), expected, readings, kind)

    def missing(self, expected: str) -> Problem:
        """Return a problem with what should come at the end."""
        last = self._tokens[-1]
        return self.problem(last, expected)

    def skip_item(self, problem: Problem) -> Problem:
        """Take all tokens up to the next division, and widen a problem over unknown ones."""
        last: Token | None = None
        while (token := self.peek()) is not None and token.kind not in (Kind.OR, Kind.COMMA):
            last = self.next()
        if last is None or problem.kind is not ProblemKind.UNKNOWN_TOKEN:
            return problem
        end = self.raw_span(last.start, last.end)[1]
        return self._problem((problem.start, end), problem.expected, problem.readings, problem.kind)

    def _problem(
        self,
        span: tuple[int, int],
        expected: str,
        readings: tuple[str, ...],
        kind: ProblemKind,
    ) -> Problem:
        start, end = span
        return Problem(kind, start, end, self._raw[start:end], expected, readings)
