"""All findings of a run with what the report forms need besides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from mkdocs_compat.diagnostics import Diagnostic, Severity
from mkdocs_compat.source import SourceText


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one run, as every report form takes them.

    Attributes:
        findings: The findings, in their order.
        sources: The files that were read, by path.
        looked_at: The files that the findings are about; those without any are clean.
        fail_on: The least severity that fails the run; None where nothing fails it.
        folder: The folder that paths are relative to, as the repository names it. CI systems find
            files from the repository's root.
        accepted: How many findings more the baseline accepts.
    """

    findings: tuple[Diagnostic, ...]
    sources: Mapping[str, SourceText] = field(default_factory=dict)
    looked_at: Collection[str] = ()
    fail_on: Severity | None = Severity.ERROR
    folder: str = ""
    accepted: int = 0

    def fails(self, finding: Diagnostic) -> bool:
        """Tell whether a finding fails the run."""
        return self.fail_on is not None and finding.severity.reaches(self.fail_on)

    def file(self, path: str) -> str:
        """Return a file's path from the repository's root."""
        return _joined(self.folder, path)

    def fingerprinted(self) -> Iterator[tuple[Diagnostic, str]]:
        """Yield each finding with a text that it is known again by, also when lines have moved.

        Of findings that are the same but for their line, the first one is the same finding again.
        """
        # Few forms have use for it, and it loads a large library.
        import hashlib  # noqa: PLC0415

        seen: Counter[tuple[str, str, str]] = Counter()
        for finding in self.findings:
            key = (finding.code, self.file(finding.place.path), finding.about)
            told = "\0".join((*key, str(seen[key])))
            seen[key] += 1
            yield finding, hashlib.sha256(told.encode(errors="replace")).hexdigest()


def _joined(folder: str, path: str) -> str:
    """Return a path in a folder, without steps up that can be left out."""
    parts: list[str] = []
    for part in PurePosixPath(folder, path).parts:
        if part == ".." and parts and parts[-1] not in ("..", "/"):
            parts.pop()
        else:
            parts.append(part)
    return PurePosixPath(*parts).as_posix()
