"""What is doubtful about headers, in words."""

from __future__ import annotations

from mkdocs_compat.model.site import Flaw, FlawKind
from mkdocs_compat.source import Place


def version_across(text: str, place: Place) -> Flaw:
    """Return the flaw of a header that is a version."""
    return Flaw(
        FlawKind.AMBIGUOUS_HEADER,
        place,
        f"the header '{text}' is a version and names no component; its column is not read",
        "Give each version a row, and name the component in the header of a column.",
    )


def against(text: str, id_: str, place: Place) -> Flaw:
    """Return the flaw of a header about versions that do not work."""
    return Flaw(
        FlawKind.AMBIGUOUS_HEADER,
        place,
        f"the header '{text}' seems to be about versions that do not work, or no longer; its "
        "column is not read",
        "If they do work, say under compat.columns what the header names: "
        f'"{text}": {id_}. Else set it to false there.',
    )


def bound(text: str, id_: str, place: Place) -> Flaw:
    """Return the flaw of a header about one end of a range."""
    return Flaw(
        FlawKind.AMBIGUOUS_HEADER,
        place,
        f"the header '{text}' seems to give one end of a range, or one version out of several; "
        "its column is not read",
        "Write the whole range into one column, such as '3.0 ➜ 4.2' or '3.0+'; or say under "
        f'compat.columns what the header names: "{text}": {id_}.',
    )


def two_names(names: tuple[tuple[str, str], ...], text: str, place: Place) -> Flaw:
    """Return the flaw of a header that seems to name several components."""
    listed = " and ".join(f"'{name}'" for _, name in names)
    ids = ", ".join(id_ for id_, _ in names)
    return Flaw(
        FlawKind.AMBIGUOUS_HEADER,
        place,
        f"the header '{text}' seems to name {len(names)} components: it is read as {listed}",
        f'Say what it names in the front matter, under compat.columns: "{text}": [{ids}].',
    )


def repeated(text: str, id_: str, place: Place, first: tuple[int, str] | None) -> Flaw:
    """Return the flaw of a header that names what another one does: `first`, by number and text."""
    if first is None:
        message = f"the header '{text}' names '{id_}' twice"
        help_ = "Name each component once."
    else:
        message = (
            f"the header '{text}' names '{id_}', which column {first[0] + 1} "
            f"('{first[1]}') names already; it is not read from here"
        )
        help_ = "Give each component one column, or set this header to false under compat.columns."
    return Flaw(FlawKind.DUPLICATE_HEADER, place, message, help_)
