"""The tokens of a cell, read from the first to the last, and the problems met on the way."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_compat.ranges.notation.parsed import Problem, ProblemKind
from mkdocs_compat.ranges.notation.tokens import Kind, Token


class UnreadableError(Exception):
    """The next tokens make no sense; carries the problem to report."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.text)
        self.problem = problem


class Stream:
    """Tokens and the one that is read next."""

    def __init__(self, raw: str, found: Sequence[Token]) -> None:
        """Read `found`, tokens of the cell `raw`."""
        self._raw = raw
        self._tokens = found
        self._at = 0
        end = found[-1].end if found else 0
        self._nothing = Token(Kind.NOTHING, "", end, end)

    def peek(self, ahead: int = 0) -> Token:
        """Return a token that comes, without taking it; one of kind NOTHING behind the last."""
        index = self._at + ahead
        return self._tokens[index] if index < len(self._tokens) else self._nothing

    def next(self) -> Token:
        """Take the next token."""
        token = self.peek()
        self._at += token is not self._nothing
        return token

    def skip(self, count: int) -> None:
        """Take some tokens."""
        self._at += count

    def take(self, kind: Kind) -> bool:
        """Take the next token if it is of this kind."""
        is_next = self.peek().kind is kind
        self._at += is_next
        return is_next

    @property
    def last(self) -> Token:
        """The token taken last."""
        return self._tokens[self._at - 1] if self._at else self._nothing

    @property
    def last_end(self) -> int:
        """Where the token taken last ends."""
        return self._tokens[self._at - 1].end if self._at else 0

    def unreadable(
        self,
        start: int,
        end: int,
        expected: str,
        readings: tuple[str, ...] = (),
        kind: ProblemKind = ProblemKind.UNKNOWN_TOKEN,
    ) -> UnreadableError:
        """Return the error for a stretch of the cell."""
        text = self._raw[start:end]
        return UnreadableError(Problem(kind, start, end, text, expected, readings))

    def expected(self, what: str, readings: tuple[str, ...] = ()) -> UnreadableError:
        """Return the error for the next token, or for the last one where none is left."""
        token = (
            self.peek() if self.peek() is not self._nothing or not self._at else self._tokens[-1]
        )
        return self.unreadable(token.start, token.end, what, readings)
