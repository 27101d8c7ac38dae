from __future__ import annotations

import pytest

from mkdocs_compat.errors import ConfigurationError
from mkdocs_compat.versions import SCHEME_NAMES, get_scheme, infer_scheme


def test_every_scheme_knows_its_name() -> None:
    names = ("semver", "octopus", "maven", "pep440", "nuget", "dotted", "calver", "named")
    assert names == SCHEME_NAMES
    assert tuple(get_scheme(name).name for name in names) == names


def test_equal_questions_get_the_same_scheme() -> None:
    assert get_scheme("octopus") is get_scheme("octopus", full=3)
    assert get_scheme("octopus", full=4).full == 4
    assert get_scheme("named", releases=["a"]) is get_scheme("named", releases=("a",))
    assert get_scheme("named", releases=["a"]) is not get_scheme("named", releases=["b"])


def test_an_unknown_scheme_is_named_with_the_nearest() -> None:
    expected = "no version scheme is called 'semvar': did you mean 'semver'\\?"
    with pytest.raises(ConfigurationError, match=expected):
        get_scheme("semvar")
    with pytest.raises(ConfigurationError, match="expected semver, octopus, maven, pep440"):
        get_scheme("??")


@pytest.mark.parametrize(
    ("name", "full", "expected"),
    [("semver", 4, "1 to 3"), ("octopus", 5, "1 to 4"), ("nuget", 0, "1 to 4"),
     ("dotted", 0, "1 or more"), ("maven", 0, "1 or more")],
)  # fmt: skip
def test_a_scheme_refuses_counts_it_cannot_have(name: str, full: int, expected: str) -> None:
    message = f"a full {name} version cannot have {full} numbers: expected {expected}"
    with pytest.raises(ConfigurationError, match=message):
        get_scheme(name, full=full)


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        ([], "semver"),
        (["3.2", "3.3", "4.30.3", "2018.12", "v3"], "semver"),
        (["3.0.0-beta.1", " 3.0 "], "semver"),
        (["3.2", "1.0.0.0"], "octopus"),
        (["2016.09.01-beta.0001"], "octopus"),
        (["2018.02", "2018.12"], "octopus"),
        (["1.2.3.4.5", "1.2"], "dotted"),
        (["1.0rc1", "1.0.post1", "2.0"], "pep440"),
        (["1!2.0"], "pep440"),
        (["5.0.0.RELEASE", "5.1"], "maven"),
        (["2.0.0.Final", "2.0.0.SP1-redhat-1"], "maven"),
        (["2024-01-15", "2024-02"], "calver"),
        (["1.8.0_292", "11"], "dotted"),
        (["Hoxton", "1.0"], "dotted"),
        (["1.0.٣"], "dotted"),
    ],
)
def test_a_scheme_is_inferred_from_all_texts(texts: list[str], name: str) -> None:
    assert infer_scheme(texts) == name
