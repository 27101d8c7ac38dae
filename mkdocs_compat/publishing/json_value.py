"""Values of a JSON file that somebody else wrote: what is asked of them is there, or it is said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from mkdocs_compat.errors import ConfigurationError

_KINDS = {dict: "an object", list: "a list", str: "a text", bool: "true or false", int: "a number"}


@dataclass(frozen=True, slots=True)
class JsonValue:
    """One value and where it stands.

    Attributes:
        name: The file, as messages name it.
        path: The keys that lead to the value: `products[0].tables[1].rows`.
        value: The value.
    """

    name: str
    path: str
    value: Any

    def __getitem__(self, key: str) -> JsonValue:
        """Return what stands under a key, which must be there."""
        found = self._of(dict)
        if key not in found:
            raise self.error(f"the key {key!r} is missing")
        return self._below(key, found[key])

    def get(self, key: str) -> JsonValue:
        """Return what stands under a key; nothing where it is not there."""
        return self._below(key, self._of(dict).get(key))

    def items(self) -> list[JsonValue]:
        """Return the values of a list; none where there is nothing."""
        if self.value is None:
            return []
        found = self._of(list)
        return [JsonValue(self.name, f"{self.path}[{i}]", each) for i, each in enumerate(found)]

    def text(self) -> str:
        """Return the value as a text."""
        return str(self._of(str))

    def text_or_none(self) -> str | None:
        """Return the value as a text; None where there is nothing."""
        return None if self.value is None else self.text()

    def texts(self) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(each.text() for each in self.items())

    def whole(self) -> int:
        """Return the value as a whole number."""
        if isinstance(self.value, bool):
            raise self._unexpected(int)
        return int(self._of(int))

    def truth(self) -> bool:
        """Return the value as true or false; false where there is nothing."""
        return self.value is not None and bool(self._of(bool))

    def one_of(self, words: Iterable[str]) -> str:
        """Return the value as one of some words."""
        text = self.text()
        if text not in (expected := tuple(words)):
            raise self.error(f"expected one of {', '.join(expected)}, found {text[:60]!r}")
        return text

    @property
    def is_none(self) -> bool:
        """Whether there is nothing."""
        return self.value is None

    @property
    def is_truth(self) -> bool:
        """Whether the value is true or false."""
        return isinstance(self.value, bool)

    def error(self, message: str) -> ConfigurationError:
        """Return what to raise where the value cannot be used."""
        return ConfigurationError(f"{self.name}: {self.path or 'the file'}: {message}")

    def _of(self, kind: type) -> Any:
        if not isinstance(self.value, kind):
            raise self._unexpected(kind)
        return self.value

    def _unexpected(self, kind: type) -> ConfigurationError:
        found = next((word for each, word in _KINDS.items() if type(self.value) is each), None)
        return self.error(f"expected {_KINDS[kind]}, found {found or 'something else'}")

    def _below(self, key: str, value: Any) -> JsonValue:
        return JsonValue(self.name, f"{self.path}.{key}" if self.path else key, value)
