"""Where reports go: what `--format` and `--output` say together.

`--output FORM:FILE` stands by itself, any number of times. `--output FILE` takes the last
`--format`, and then only another `--format` is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from mkdocs_compat.publishing.reports.formats import FORMATS

_DEFAULT = "text"

# One letter and a colon is a drive.
_PREFIX = re.compile(r"^([A-Za-z][A-Za-z0-9-]+):(.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where reports go.

    Attributes:
        printed: The form of what is printed; None where the reports only go to files.
        files: The form of each file.
    """

    printed: str | None
    files: tuple[tuple[str, Path], ...]


def read_outputs(formats: Sequence[str], outputs: Iterable[str]) -> Outputs:
    """Pair forms and files.

    Raises:
        UsageError: They do not pair.
    """
    left = list(formats) or [_DEFAULT]
    files: list[tuple[str, Path]] = []
    is_bare_taken = False
    for said in outputs:
        found = _PREFIX.match(said)
        if found is None:
            if is_bare_taken:
                raise click.UsageError(
                    f"--output {said}: only one --output may leave out its form; write for example "
                    f"--output sarif:{said}"
                )
            is_bare_taken = True
            files.append((left.pop(), _path(said, said)))
        elif found[1] in FORMATS:
            files.append((found[1], _path(found[2], said)))
        else:
            raise click.UsageError(
                f"--output {said}: there is no form '{found[1]}'; expected {_known()}. "
                f"A file that begins so is written as ./{said}"
            )
    if len(left) > 1:
        raise click.UsageError(
            f"only one form can be printed, and {' and '.join(left)} are asked for; "
            f"write the others to files, for example --output {left[-1]}:FILE"
        )
    _refuse_repeated(files)
    return Outputs(left[0] if left else None, tuple(files))


def _path(name: str, said: str) -> Path:
    if name.strip() in ("", "-"):
        raise click.UsageError(f"--output {said}: no file is named; without --output it is printed")
    path = Path(name)
    if path.is_dir():
        raise click.UsageError(f"--output {said}: {name} is a folder")
    if not path.parent.is_dir():
        raise click.UsageError(f"--output {said}: there is no folder {path.parent}")
    return path


def _refuse_repeated(files: Iterable[tuple[str, Path]]) -> None:
    seen: set[Path] = set()
    for _, path in files:
        if path.resolve() in seen:
            raise click.UsageError(f"two reports would be written to {path}")
        seen.add(path.resolve())


def _known() -> str:
    return ", ".join(FORMATS)
