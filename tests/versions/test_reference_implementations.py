"""Against what others run: packaging, PyPI's semver, Maven's own class; 25,000 pairs each."""

from __future__ import annotations

import base64
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import packaging.version
import pytest
import semver

from mkdocs_compat.versions import compare, get_scheme
from tests.versions.version_texts import seeded_pairs

FIXED_SEED = 2
JAVA_FOLDER = Path("/usr/share/java")
MAVEN_JARS = [JAVA_FOLDER / "maven-artifact-3.x.jar", JAVA_FOLDER / "commons-lang3.jar"]


def _pairs(scheme: str) -> Iterator[tuple[str, str]]:
    for a, b in seeded_pairs(scheme, FIXED_SEED):
        # Versions are ASCII here; Python's classes trim more than ASCII space.
        if a.isascii() and b.isascii():
            yield a, b


def test_pep440_agrees_with_packaging() -> None:
    pep440 = get_scheme("pep440")

    def reference(a: str, b: str) -> int | None:
        try:
            one, other = packaging.version.Version(a), packaging.version.Version(b)
        except packaging.version.InvalidVersion:
            return None
        return (one > other) - (one < other)

    for a, b in _pairs("pep440"):
        assert compare(pep440, a, b) == reference(a, b), f"{a!r} and {b!r}"


def test_semver_agrees_with_semver_of_pypi() -> None:
    scheme = get_scheme("semver")

    def reference(a: str, b: str) -> int | None:
        # Its pattern ends with "$", which lets a line feed through.
        if a.endswith("\n") or b.endswith("\n"):
            return None
        try:
            return semver.Version.parse(a).compare(semver.Version.parse(b))
        except ValueError:
            return None

    for a, b in _pairs("semver"):
        assert compare(scheme, a, b) == reference(a, b), f"{a!r} and {b!r}"


def test_maven_agrees_with_maven() -> None:
    if shutil.which("java") is None or not all(jar.exists() for jar in MAVEN_JARS):
        pytest.fail("Maven's order needs Debian's default-jre-headless and libmaven3-core-java")
    maven = get_scheme("maven")
    pairs = list(_pairs("maven"))
    lines = [" ".join(base64.b64encode(text.encode()).decode() for text in pair) for pair in pairs]
    command = ["java", "-cp", ":".join(map(str, MAVEN_JARS))]
    ran = subprocess.run(
        [*command, str(Path(__file__).with_name("CompareMaven.java"))],
        input="".join(line + "\n" for line in lines),
        capture_output=True,
        encoding="ascii",
        check=True,
    )
    for (a, b), answer in zip(pairs, ran.stdout.split(), strict=True):
        assert compare(maven, a, b) == int(answer), f"{a!r} and {b!r}"
