"""Guides that front matter names are found, also on pages that say nothing about compatibility."""

from __future__ import annotations

import json
from pathlib import Path

from mkdocs_compat.command_line.site_config import read_config
from mkdocs_compat.command_line.site_pages import analyze_site
from tests.plugin.sites import run_build, write_site

PLAIN = "# Other\n\nA page without a word about versions.\n"
UPGRADING = """\
---
compat:
  components:
    server: {scheme: semver, releases: [1.0.0, 2.0.0, 3.0.0]}
  upgrade:
    guides:
      - {from: "1.0", guide: ../index.md}
      - {from: "2.0", guide: old.md#steps}
      - {from: "3.0", guide: nowhere.md}
---
# Upgrading
"""
EXPECTED = ["", "guides/old/#steps", None]


def test_the_build_and_the_command_line_find_the_same_pages(tmp_path: Path) -> None:
    config = write_site(
        tmp_path, {"index.md": PLAIN, "guides/old.md": PLAIN, "guides/upgrading.md": UPGRADING}
    )
    run_build(config)
    published = json.loads((tmp_path / "site" / "compat.json").read_text("utf-8"))
    guides = published["products"][0]["upgrade"]["guides"]
    assert [guide["guide"]["url"] for guide in guides] == EXPECTED
    (product,) = analyze_site(read_config(config)).site.products
    assert [guide.guide.url for guide in product.upgrade.guides] == EXPECTED
