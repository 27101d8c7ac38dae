"""A site as it was at another revision, taken from git into a folder of its own."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from mkdocs_compat.errors import ConfigurationError


class Revision(NamedTuple):
    """A site at another revision.

    Attributes:
        config_file: Its configuration.
        folder: What the folder was then that the command runs in.
    """

    config_file: Path
    folder: Path


@contextmanager
def checked_out(revision: str, config_file: Path) -> Iterator[Revision]:
    """Yield a configuration as it was at a revision, with all files beside it.

    The files are in a folder that is gone afterwards; the repository stays as it is.

    Args:
        revision: A commit, branch or tag.
        config_file: The configuration as it is.

    Raises:
        ConfigurationError: git is missing, this is no repository, or the revision has no such file.
    """
    here = config_file.resolve()
    top = Path(_git("rev-parse", "--show-toplevel", folder=here.parent).decode().strip()).resolve()
    commit = _commit(revision, top)
    with TemporaryDirectory(prefix="mkdocs-compat-") as name:
        folder = Path(name)
        _unpack(_git("archive", "--format=tar", commit, folder=top), folder)
        found = folder / here.relative_to(top)
        if not found.is_file():
            raise ConfigurationError(f"{revision} has no {here.relative_to(top).as_posix()}")
        now = Path.cwd().resolve()
        yield Revision(found, folder / now.relative_to(top) if now.is_relative_to(top) else now)


def _commit(revision: str, top: Path) -> str:
    if revision.startswith("-"):
        raise ConfigurationError(f"{revision!r} is no revision")
    try:
        name = _git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", folder=top)
    except ConfigurationError:
        raise ConfigurationError(
            f"git does not know the revision {revision!r}; a shallow copy of the repository may "
            "lack it: fetch it first"
        ) from None
    return name.decode().strip()


def _git(*arguments: str, folder: Path) -> bytes:
    program = shutil.which("git")
    if program is None:
        raise ConfigurationError("--git needs the program git, which was not found")
    run = subprocess.run(  # noqa: S603 - the revision is checked, and no shell reads it
        [program, "-C", str(folder), *arguments], capture_output=True, check=False
    )
    if run.returncode:
        said = run.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        raise ConfigurationError(f"git {arguments[0]} failed in {folder}: {said or 'no reason'}")
    return run.stdout


def _unpack(archive: bytes, folder: Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            try:
                tar.extract(member, folder, filter="data")
            except tarfile.FilterError:
                # A link that leads out of the repository is no page.
                continue
