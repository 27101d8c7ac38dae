"""Keys: version parts written as text whose plain order is the order of the versions.

A key is printable ASCII below "~". It is the same text for equal versions, and no key is the
beginning of another, so anything appended to a key lies between it and the next greater key.
The browser code (`web/engine/versions/keys.js`) writes the same text.

A key begins with the version's numbers, each with its length in front (`12` is `212`), so that
their order as text is their order as numbers, whatever their size. One of the marks below comes
next. All of them are lower than what a number begins with, so 1.2 stays below 1.2.0.1.
"""

from __future__ import annotations

# After the numbers: the point below all pre-releases, a pre-release, the release itself.
BELOW_PRERELEASES = "!"
PRERELEASE = "-"
RELEASE = "."
# After a whole key: the point just above that version.
ABOVE = "+"

# In a list of labels: numbers are written as above, text stands between the first two, and a
# negative number -n is the third and 2147483648 - n in ten digits. The list ends as a text does.
TEXT = "_"
END = "!"
NEGATIVE = "("
INT32_VALUES = 2**31

_GREATEST_INT32 = "2147483647"


def strip_zeros(digits: str) -> str:
    """Return a string of digits without leading zeros; zero is "0"."""
    return (digits.lstrip("0") or "0") if digits[:1] < "1" else digits


def increment(digits: str) -> str:
    """Add one to a number written in digits; int() refuses very long ones."""
    rest = digits.rstrip("9")
    nines = len(digits) - len(rest)
    last = chr(ord(rest[-1]) + 1) if rest else "1"
    return rest[:-1] + last + "0" * nines


def number_key(digits: str) -> str:
    """Return the key of a number without leading zeros.

    Up to nine digits the length is one digit. Beyond, a capital says how many digits the length
    has: A for two, B for three.
    """
    length = len(digits)
    if length < 10:
        return f"{length}{digits}"
    written = str(length)
    return f"{chr(63 + len(written))}{written}{digits}"


def fits_int32(digits: str) -> bool:
    """Tell whether a number without leading zeros is at most 2147483647."""
    return len(digits) < 10 or (len(digits) == 10 and digits <= _GREATEST_INT32)


def negative_key(number: int) -> str:
    """Return the key of a negative number of 32 bits; it sorts before all that are not."""
    return f"{NEGATIVE}{INT32_VALUES + number:010d}"


# The keys of the numbers that versions mostly have. A text in here is a number, and without
# leading zeros, which is half of what a version's grammar asks.
SMALL_NUMBERS = {str(number): number_key(str(number)) for number in range(2100)}


def text_key(text: str) -> str:
    """Return the key of a label that is text; it sorts after every number."""
    return f"{TEXT}{text}{END}"


def padded_key(digits: str) -> str:
    """Return the key of a number that may have leading zeros."""
    return SMALL_NUMBERS.get(digits) or number_key(strip_zeros(digits))


def label_key(label: str) -> str:
    """Return the key of a label: of a number without leading zeros, or of a text."""
    return SMALL_NUMBERS.get(label) or (number_key if label.isdigit() else text_key)(label)


def starts_number(key: str, at: int) -> bool:
    """Tell whether a number stands at this place of a key."""
    return key[at : at + 1].isdigit() or "A" <= key[at : at + 1] <= "Z"


def read_number(key: str, at: int) -> tuple[str, int]:
    """Read the number at this place of a key; return it and the place after it."""
    first = key[at]
    start = at + 1
    if first.isdigit():
        length = int(first)
    else:
        start += ord(first) - 63
        length = int(key[at + 1 : start])
    return key[start : start + length], start + length


def read_numbers(key: str, at: int = 0) -> tuple[tuple[str, ...], int]:
    """Read the run of numbers at this place; return them and the place after them."""
    numbers = []
    while starts_number(key, at):
        number, at = read_number(key, at)
        numbers.append(number)
    return tuple(numbers), at


def read_labels(key: str, at: int) -> tuple[str, ...]:
    """Read a list of labels up to its end mark."""
    labels = []
    while key[at] != END:
        if starts_number(key, at):
            label, at = read_number(key, at)
        elif key[at] == NEGATIVE:
            label, at = str(int(key[at + 1 : at + 11]) - INT32_VALUES), at + 11
        else:
            stop = key.index(END, at)
            label, at = key[at + 1 : stop], stop + 1
        labels.append(label)
    return tuple(labels)
