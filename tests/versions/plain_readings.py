"""The orders of `octopus` and `nuget` read off their libraries' rules, slowly and without keys.

Their libraries run on .NET, which the tests do not ask for. These readings share no code with
the schemes: they take versions apart by hand and compare them part by part, with Python's own
integers.
"""

from __future__ import annotations

import re
import string
from typing import TypeAlias

Reading: TypeAlias = "tuple[list[int], list[str]]"

_INT32 = range(-(2**31), 2**31)
_LABEL = set(string.ascii_letters + string.digits + "-")
_SPACE = " \t\n\v\f\r"


def read_octopus(text: str) -> Reading | None:
    """Read a version as OctopusVersionParser does; spaces inside and bare words are left out."""
    rest = text.strip(_SPACE)
    if rest[:1] in {"v", "V"}:
        rest = rest[1:]
    numbers: list[int] = []
    while len(numbers) < 4:
        digits = re.match("[0-9]+", rest[1:] if numbers else rest)
        if digits is None or (numbers and rest[0] != "."):
            break
        rest = rest[len(digits[0]) + (1 if numbers else 0) :]
        numbers.append(int(digits[0]))
    prerelease, _, build = rest.partition("+")
    if not numbers or any(number not in _INT32 for number in numbers):
        return None
    if not set(prerelease) <= _LABEL | set("._\\") or not set(build) <= _LABEL | set("._\\+"):
        return None
    if prerelease[:1] in {".", "-", "_", "\\"}:
        prerelease = prerelease[1:]
    return numbers + [0] * (4 - len(numbers)), _split(prerelease, r"[^0-9A-Za-z]")


def read_nuget(text: str) -> Reading | None:
    """Read a version as NuGetVersion.TryParse does."""
    found = re.fullmatch(r"([^+-]*)(?:-([^+]*))?(?:\+(.*))?", text.strip(_SPACE), re.DOTALL)
    if found is None:
        return None
    parts = [part.strip(_SPACE) for part in found[1].split(".")]
    labels, build = _split(found[2], r"\."), _split(found[3], r"\.")
    if len(parts) > 4 or not all(re.fullmatch("[0-9]+", part) for part in parts):
        return None
    numbers = [int(part) for part in parts]
    if any(number not in _INT32 for number in numbers) or "" in (found[2], found[3]):
        return None
    if any(not label or not set(label) <= _LABEL for label in labels + build):
        return None
    if any(re.fullmatch("0[0-9]+", label) for label in labels):
        return None
    return numbers + [0] * (4 - len(numbers)), labels


def compare_readings(a: Reading, b: Reading) -> int:
    """Compare the numbers, then a pre-release below none, then label by label."""
    if a[0] != b[0]:
        return 1 if a[0] > b[0] else -1
    if not a[1] or not b[1]:
        return bool(b[1]) - bool(a[1])
    for one, other in zip(a[1], b[1], strict=False):
        order = _compare_labels(one, other)
        if order:
            return order
    return (len(a[1]) > len(b[1])) - (len(a[1]) < len(b[1]))


def _compare_labels(one: str, other: str) -> int:
    left, right = _int32(one), _int32(other)
    if left is not None and right is not None:
        return (left > right) - (left < right)
    if left is not None or right is not None:
        return -1 if left is not None else 1
    return (one.upper() > other.upper()) - (one.upper() < other.upper())


def _int32(label: str) -> int | None:
    if not re.fullmatch("-?[0-9]+", label) or int(label) not in _INT32:
        return None
    return int(label)


def _split(text: str | None, separator: str) -> list[str]:
    return re.split(separator, text) if text else []
