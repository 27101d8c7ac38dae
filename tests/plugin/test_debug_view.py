"""The option `debug`: each table says below it how it was read."""

from __future__ import annotations

from pathlib import Path

from tests.plugin.sites import BuiltPage, build, write_site

PAGE = """\
---
compat:
  components: {client: {scheme: semver}}
---
# Compatibility

| Server | <b>Client</b> | Comment & more |
| --- | --- | --- |
| 3.2 | 4.1.0 | good |
| 3.3 | <script>alert(1)</script> | bad |
| 3.4 | 4.2.0 | good |
| 3.5 | 4.3.0 | good |
"""


def page(folder: Path, **options: object) -> BuiltPage:
    config = write_site(folder, {"page.md": PAGE}, plugins=[{"compat": options}])
    site = build(config)
    return BuiltPage(site, site / "page" / "index.html")


def test_says_what_check_says(tmp_path: Path) -> None:
    (details,) = page(tmp_path, debug=True).elements("details")
    assert details["class"] == ["compat-reading"]
    said = [item.get_text() for item in details.find_all("li")]
    assert said == [
        "table: compatibility, 4 rows, listed is compatible",
        "subject: Server [server], versions read as semver (inferred)",
        "column: Client [client], versions read as semver (declared)",
        "not understood: 1 cell",
        "not read as versions: Comment & more",
    ]
    assert not details.find_all("script")


def test_stands_below_its_table(tmp_path: Path) -> None:
    (details,) = page(tmp_path, debug=True).elements("details")
    before = details.find_previous_sibling()
    assert before is not None
    assert before.name == "compat-matrix"


def test_is_not_there_without_being_asked_for(tmp_path: Path) -> None:
    assert not page(tmp_path).elements("details")
