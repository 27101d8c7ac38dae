"""How `mkdocs.yml` is understood, and what cannot be used of it."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from tests.command_line.sites import BLANK, CLEAN, check, write_site
from tests.plugin.sites import load

NAME = "site_name: Test\n"


class TestUnusable:
    @pytest.mark.parametrize(
        ("config", "words"),
        [
            ("", "is not a configuration"),
            ("- a\n", "is not a configuration"),
            ("text\n", "is not a configuration"),
            ("a: [\n", "mkdocs.yml:2:1: expected the node content"),
            ("a: b: c\n", "mkdocs.yml:1:5: mapping values are not allowed here"),
            (f"{NAME}x: \0\n", "is not readable YAML"),
            (f"{NAME}docs_dir: nowhere\n", "nowhere, does not exist"),
            (f"{NAME}markdown_extensions: toc\n", "'markdown_extensions' must be a list"),
            (f"{NAME}markdown_extensions: [no_such_extension]\n", "no_such_extension"),
            (f"{NAME}markdown_extensions: [toc: {{no_such_option: 1}}]\n", "no_such_option"),
            (f"{NAME}plugins: [compat: {{data: 42}}]\n", "the option 'data' of compat"),
            (f"{NAME}plugins: [compat: {{data: gone.yml}}]\n", "gone.yml cannot be read"),
            (f"{NAME}INHERIT: gone.yml\n", "gone.yml cannot be read"),
            (f"{NAME}INHERIT: mkdocs.yml\n", "INHERIT goes round in a circle"),
            (f"{NAME}x: !!python/name:no.such.thing\n", "no.such.thing, which cannot be imported"),
            (f"{NAME}x: !!python/name:os.no_such_name\n", "which cannot be imported"),
            (f"{NAME}x: !!python/name:nothing\n", "which cannot be imported"),
            (f"{NAME}x: !!python/object/apply:os.system [ls]\n", "it is not called here"),
            (f"{NAME}x: !!python/object/apply:yaml.load [1, 2, 3]\n", "calls yaml.load: "),
            (f"{NAME}x: !relative $nowhere/a\n", "expected $docs_dir or $config_dir"),
            (f"{NAME}x: 2020-99-99\n", "is not readable YAML: month must be in 1..12"),
            (f"{NAME}x: !!int many\n", "is not readable YAML: invalid literal"),
            (f"{NAME}x: !!timestamp soon\n", "is not readable YAML"),
            (f'{NAME}exclude_docs: "!"\n', "'exclude_docs' or 'draft_docs': Invalid git pattern"),
            (f"{NAME}draft_docs: 'a\\'\n", "'exclude_docs' or 'draft_docs': Invalid git pattern"),
            (f'{NAME}plugins: [compat: {{data: "a\\0b"}}]\n', "is no path: embedded null"),
        ],
    )
    def test_is_said(self, tmp_path: Path, config: str, words: str) -> None:
        run = check(write_site(tmp_path, {"index.md": CLEAN}, config))
        assert run.exit_code == 2
        assert words in run.output
        assert run.output.startswith("Error: ")

    def test_missing_file(self, tmp_path: Path) -> None:
        run = check(tmp_path / "mkdocs.yml")
        assert run.exit_code == 2
        assert "mkdocs.yml cannot be read: No such file" in run.output

    def test_folder(self, tmp_path: Path) -> None:
        run = check(tmp_path)
        assert run.exit_code == 2
        assert "cannot be read" in run.output

    def test_file_that_is_not_utf_8(self, tmp_path: Path) -> None:
        config = write_site(tmp_path, {"index.md": CLEAN})
        config.write_bytes(b"site_name: \xff\n")
        assert check(config).exit_code == 2

    def test_an_extension_that_fails_on_a_page(self, tmp_path: Path) -> None:
        config = (
            f"{NAME}markdown_extensions:\n"
            "  - pymdownx.snippets: {check_paths: true, base_path: !relative $config_dir}\n"
        )
        page = f'{CLEAN}\n--8<-- "gone.md"\n'
        run = check(write_site(tmp_path, {"index.md": page}, config))
        assert run.exit_code == 2
        assert "docs/index.md cannot be converted: SnippetMissingError" in run.output


def is_understood(folder: Path, config: str) -> bool:
    """Tell whether the footnotes extension is on: only then is the page's mark explained."""
    page = CLEAN.replace("2.0 |\n", "2.0[^a] |\n") + "\nText.\n\n[^a]: A note.\n\n    More.\n"
    run = check(write_site(folder, {"index.md": page}, NAME + config), "--format", "json")
    assert run.exit_code in (0, 1), run.output
    return run.exit_code == 0


class TestUnderstood:
    def test_inherited_values(self, tmp_path: Path) -> None:
        base = "docs_dir: pages\nplugins:\n  compat:\n    data: shared.yml\n"
        (tmp_path / "base.yml").write_text(base, encoding="utf-8")
        (tmp_path / "shared.yml").write_text("blank: unstated\n", encoding="utf-8")
        config = write_site(tmp_path, {"index.md": BLANK}, f"{NAME}INHERIT: base.yml\n")
        (tmp_path / "docs").rename(tmp_path / "pages")
        run = check(config)
        assert run.output == "No findings.\n"
        config.write_text(f"{NAME}INHERIT: base.yml\nplugins: {{compat: {{data: []}}}}\n", "utf-8")
        assert check(config).output.startswith("pages/index.md:8:8: ")

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            ("!ENV COMPAT_TEST", "one"),
            ("!ENV [COMPAT_TEST]", "one"),
            ("!ENV [COMPAT_TEST, two]", "one"),
            ("!ENV [COMPAT_NONE, two]", "two"),
            ("!ENV [COMPAT_NONE, COMPAT_TEST, two]", "one"),
            ("!ENV [COMPAT_NONE, COMPAT_ALSO_NONE, two]", "two"),
        ],
    )
    def test_environment(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str, expected: str
    ) -> None:
        monkeypatch.setenv("COMPAT_TEST", "one")
        config = write_site(tmp_path, {}, f"{NAME}docs_dir: {value}\n")
        run = check(config)
        assert run.exit_code == 2
        assert f"{expected}, does not exist" in run.output

    @pytest.mark.parametrize("value", ["!ENV COMPAT_NONE", "!ENV [COMPAT_NONE]", "!ENV []", ""])
    def test_values_that_are_not_there(self, tmp_path: Path, value: str) -> None:
        config = write_site(tmp_path, {"index.md": BLANK}, f"{NAME}docs_dir: {value}\n")
        assert check(config).output.startswith("docs/index.md:8:8: ")

    def test_names_of_python(self, tmp_path: Path) -> None:
        config = (
            "markdown_extensions:\n"
            "  - toc: {slugify: !!python/name:markdown.extensions.toc.slugify_unicode }\n"
        )
        assert self.heading_id(tmp_path, config) == "größe"

    def test_calls_of_python(self, tmp_path: Path) -> None:
        config = (
            "markdown_extensions:\n  - toc:\n"
            "      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}\n"
        )
        assert self.heading_id(tmp_path, config) == "größe"

    def heading_id(self, folder: Path, config: str) -> str:
        """Return the id that a heading gets, from the message that suggests it."""
        page = CLEAN.replace("true\n---\n", "{tables: {x: {skip: true}}}\n---\n\n# Größe\n")
        run = check(write_site(folder, {"index.md": page}, NAME + config))
        return run.output.rpartition("above the table: '")[2].partition("'")[0]

    @pytest.mark.parametrize(
        "config",
        [
            "markdown_extensions: [footnotes]\n",
            "markdown_extensions:\n  - footnotes: {BACKLINK_TEXT: back}\n",
            "markdown_extensions:\n  footnotes: {}\n",
            "markdown_extensions: [markdown.extensions.footnotes]\n",
            "markdown_extensions:\n  - footnotes\n  - toc: {slugify: !!python/name:os.fspath }\n",
            "x: !unknown {a: [1]}\nmarkdown_extensions: [footnotes]\n",
        ],
    )
    def test_extensions(self, tmp_path: Path, config: str) -> None:
        assert is_understood(tmp_path, config)

    def test_folders_of_snippets(self, tmp_path: Path) -> None:
        (tmp_path / "note.md").write_text("\\* A note.\n", encoding="utf-8")
        page = CLEAN.replace("2.0 |\n", "2.0* |\n") + '\n--8<-- "note.md"\n'
        for base, place in (("$config_dir", ""), ("$docs_dir", "docs"), ("", "docs/deep")):
            config = (
                f"markdown_extensions:\n  - pymdownx.snippets: {{base_path: [!relative {base}]}}\n"
            )
            folder = tmp_path / f"site{len(base)}"
            path = write_site(folder, {"deep/index.md": page}, NAME + config)
            (folder / place / "note.md").write_text("\\* A note.\n", encoding="utf-8")
            assert check(path).output == "No findings.\n"


PAGES = {
    "index.md": BLANK,
    "README.md": BLANK,
    "a/README.md": BLANK,
    "a/b.markdown": BLANK,
    ".hidden.md": BLANK,
    "templates/t.md": BLANK,
    "a/templates/t.md": BLANK,
    "draft/d.md": BLANK,
    "old/o.md": BLANK,
    "old/kept.md": BLANK,
    "text.txt": BLANK,
}
CONFIG = f"{NAME}exclude_docs: |\n  old/\n  !old/kept.md\ndraft_docs: |\n  draft/\n"


class TestWhichPages:
    def test_are_those_that_are_built(
        self, tmp_path: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        from mkdocs.structure.files import get_files

        config = write_site(tmp_path, PAGES, CONFIG)
        caplog.set_level(logging.ERROR)
        built = {
            f"docs/{file.src_uri}"
            for file in get_files(load(config)).documentation_pages()
            if file.inclusion.is_included()  # type: ignore[no-untyped-call]
        }
        found = {each["path"] for each in json.loads(check(config, "--format", "json").output)}
        assert found == built
        assert len(found) == 5

    def test_in_a_folder_elsewhere(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write_site(tmp_path, {"index.md": BLANK, "deep/index.md": BLANK})
        config = tmp_path / "config" / "mkdocs.yml"
        config.parent.mkdir()
        config.write_text(f"{NAME}docs_dir: ../docs\n", encoding="utf-8")
        output = check(config).output
        assert "../docs/deep/index.md:8:8: " in output
        assert "../docs/index.md:8:8: " in output
        monkeypatch.chdir(tmp_path)
        assert check(config, "docs/deep/index.md").output.count("CMP108") == 1
