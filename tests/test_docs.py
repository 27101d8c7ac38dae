"""What the documentation says is true: its examples are run, its lists compared with the code."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
import yaml
from click.testing import CliRunner
from markdown import Markdown
from markdown.extensions.toc import slugify

from mkdocs_compat.analysis import Analysis, SharedData, analyze, open_page
from mkdocs_compat.checks import stale_baseline, unused_ignore
from mkdocs_compat.checks.baseline import read_baseline
from mkdocs_compat.checks.registry import CHECKS
from mkdocs_compat.command_line import main
from mkdocs_compat.command_line.outputs import read_outputs
from mkdocs_compat.markdown_extension import CompatExtension
from mkdocs_compat.plugin_options import CompatOptions
from mkdocs_compat.publishing.payload import FORMAT_VERSION
from mkdocs_compat.publishing.reports.text import write_findings
from mkdocs_compat.reading.forms import ListOf, TextOr
from mkdocs_compat.reading.front_matter import read_front_matter
from mkdocs_compat.reading.schema import COMPONENT, DEFINITIONS, EXAMPLE, IGNORE, RULE, TABLE
from mkdocs_compat.reading.upgrade_form import CHANGE, GATE, GUIDE, NOTICE, STOP, UPGRADE
from mkdocs_compat.reasoning.compatibility import Compatibility
from mkdocs_compat.reasoning.rule_words import rule_words
from mkdocs_compat.source import SourceText
from mkdocs_compat.versions import SCHEME_NAMES

if TYPE_CHECKING:
    from mkdocs_compat.checks.check import Check

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
CHECK_PAGES = DOCS / "checks"
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])

FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SECTIONS = ["What it finds", "Why it matters", "Example", "How to fix it", "How to accept it"]
SECTION = re.compile(rf"^## ({'|'.join(SECTIONS)})$", re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def page_of(check: Check) -> Path:
    return CHECK_PAGES / f"{check.code}-{check.name}.md"


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def sections(check: Check) -> dict[str, str]:
    """Return the sections of a check's page; pages in its examples have headings of their own."""
    _, *parts = SECTION.split(text_of(page_of(check)))
    return dict(zip(parts[::2], parts[1::2], strict=True))


def fenced(text: str, language: str) -> list[str]:
    return [body for name, body in FENCED.findall(text) if name == language]


def analysis_of(text: str, path: str = "docs/page.md") -> Analysis:
    """Read and check a site of one page."""
    page = open_page(SourceText(path, text), "page/", SharedData())
    assert page is not None, "the example does not take part"
    extension = CompatExtension()
    extension.page = page
    Markdown(extensions=["tables", "toc", "footnotes", extension]).convert(
        text[page.front_matter.body :].lstrip("\n")
    )
    assert extension.draft is not None
    return analyze([extension.draft], SharedData())


def codes_found(text: str, baseline: str | None = None) -> set[str]:
    analysis = analysis_of(text)
    if baseline is not None:
        analysis = analysis.against(read_baseline(SourceText("baseline.json", baseline)))
    return {finding.code for finding in analysis.diagnostics}


def codes_of_example(section: str) -> set[str]:
    """Return what is found on the page of a section, with its baseline if it has one."""
    (page,) = fenced(section, "markdown")
    return codes_found(page, *fenced(section, "json"))


def with_acceptance(page: str, entry: str) -> str:
    """Add what a page says about accepting a finding to the front matter of its example."""
    added = entry.partition("compat:\n")[2]
    _, front_matter, body = page.split("---\n", 2)
    front_matter = front_matter.replace("compat: true\n", "compat:\n")
    return f"---\n{front_matter}{added}---\n{body}"


def test_every_check_has_a_page_and_every_page_a_check() -> None:
    expected = {page_of(check) for check in CHECKS} | {CHECK_PAGES / "README.md"}
    assert set(CHECK_PAGES.iterdir()) == expected


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
class TestPageOfCheck:
    def test_names_the_check(self, check: Check) -> None:
        text = text_of(page_of(check))
        assert text.startswith(f"# {check.code} {check.name}\n")
        assert f"\nSeverity: **{check.severity.value}**\n" in text

    def test_has_every_section_in_order(self, check: Check) -> None:
        assert list(sections(check)) == SECTIONS

    def test_is_listed(self, check: Check) -> None:
        link = f"[{check.name}]({page_of(check).name})"
        row = f"| {check.code} | {link} | {check.severity.value} |"
        assert row in text_of(CHECK_PAGES / "README.md")

    def test_example_gives_this_finding_and_no_other(self, check: Check) -> None:
        assert codes_of_example(sections(check)["Example"]) == {check.code}

    def test_fixed_example_gives_none(self, check: Check) -> None:
        assert codes_of_example(sections(check)["How to fix it"]) == set()

    def test_finding_can_be_accepted(self, check: Check) -> None:
        (example,) = fenced(sections(check)["Example"], "markdown")
        entries = fenced(sections(check)["How to accept it"], "yaml")
        if check in (unused_ignore.CHECK, stale_baseline.CHECK):
            assert not entries
        else:
            assert codes_found(with_acceptance(example, entries[0])) == set()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
class TestPage:
    def test_links_lead_somewhere(self, path: Path) -> None:
        for link in LINK.findall(FENCED.sub("", text_of(path))):
            if re.match(r"[a-z]+:", link):
                continue
            target, _, anchor = link.partition("#")
            file = (path.parent / target).resolve() if target else path
            assert file.exists(), link
            if anchor:
                headings = re.findall(r"^#+ (.+)$", text_of(file), re.MULTILINE)
                assert anchor in {slugify(heading, "-") for heading in headings}, link

    def test_front_matter_has_its_form(self, path: Path) -> None:
        for example in fenced(text_of(path), "yaml"):
            if not example.startswith("compat:"):
                continue
            read = read_front_matter(SourceText("page.md", f"---\n{example}---\n"))
            assert read is not None
            assert not read.flaws


@pytest.mark.parametrize(
    "page", ["front-matter.md", "getting-started.md", "verdicts.md", "writing-tables.md"]
)
def test_example_pages_of_the_guide_have_no_findings(page: str) -> None:
    for example in fenced(text_of(DOCS / page), "markdown"):
        assert codes_found(example) == set()


def test_readme_shows_what_its_example_gives() -> None:
    text = text_of(ROOT / "README.md")
    (example,) = fenced(text, "markdown")
    (shown,) = fenced(text, "text")
    analysis = analysis_of(example, "docs/compatibility.md")
    assert shown == f"{write_findings(analysis.diagnostics, analysis.sources)}\n"


def test_readme_asks_what_its_rules_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = text_of(ROOT / "README.md")
    (rules,) = [example for example in fenced(text, "yaml") if "rules:" in example]
    (session,) = [each for each in fenced(text, "console") if "mkdocs-compat ask" in each]
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "skew.md").write_text(f"---\n{rules}---\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Example\nplugins: [compat]\n", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    command, _, output = session.partition("\n")
    assert CliRunner().invoke(main, ["check"]).exit_code == 0
    assert CliRunner().invoke(main, shlex.split(command)[2:]).output == output


def test_every_notation_of_the_guide_is_understood() -> None:
    rows = re.findall(r"^\| (`.+`) \|", text_of(DOCS / "writing-tables.md"), re.MULTILINE)
    notations = [cell for row in rows for cell in re.findall(r"`([^`]+)`", row)]
    assert len(notations) > 30
    for notation in notations:
        table = f"| Client | Server |\n| --- | --- |\n| 1.0 | {notation} |\n| 2.0 | 3.3 |\n"
        page = f"---\ncompat: {{as-of: 2026}}\n---\n\n{table}\n\\* A note.\n"
        assert codes_found(page) <= {"CMP115", "CMP117"}, notation


def test_front_matter_reference_is_complete() -> None:
    text = text_of(DOCS / "front-matter.md")
    releases = COMPONENT.fields["releases"]
    assert isinstance(releases, ListOf)
    assert isinstance(releases.item, TextOr)
    upgrades = (UPGRADE, STOP, GUIDE, CHANGE, GATE, NOTICE)
    others = (releases.item.other, RULE, EXAMPLE, TABLE, IGNORE)
    for record in (DEFINITIONS, COMPONENT, *upgrades, *others):
        for key in record.fields:
            assert f"\n| `{key}` |" in text
    for scheme in SCHEME_NAMES:
        assert f"\n| `{scheme}` |" in text


def test_rules_of_the_reference_are_printed_as_it_says() -> None:
    rows = re.findall(
        r"^\| `(\{component: .+\})` \| (.+) \|$", text_of(DOCS / "front-matter.md"), re.MULTILINE
    )
    assert len(rows) == 10
    for rule, sentence in rows:
        components = (
            "{server: {name: Server, scheme: semver}, client: {name: Client, scheme: semver}}"
        )
        page = f"---\ncompat:\n  components: {components}\n  rules: [{rule}]\n---\n\n# Rules\n"
        (product,) = analysis_of(page).site.products
        assert [rule_words(each, product) for each in product.rules] == [sentence]


def test_sentences_of_examples_in_prose_expect_what_the_reference_says() -> None:
    rows = re.findall(
        r"^\| ([a-z][^|`]+ with) \| `(\w+)` \|$", text_of(DOCS / "front-matter.md"), re.MULTILINE
    )
    told = [(verb, expected) for verbs, expected in rows for verb in verbs.split(", ")]
    assert len(told) > 10
    for verb, expected in told:
        page = (
            "---\ncompat:\n  components: {server: {scheme: semver}, client: {scheme: semver}}\n"
            f"  prose-examples: true\n---\n\n- `Client 1.0` {verb} `Server 2.0`.\n"
        )
        (product,) = analysis_of(page).site.products
        assert [example.expect.value for example in product.examples] == [expected], verb


def test_tables_and_rules_go_together_as_the_guide_says() -> None:
    section = text_of(DOCS / "verdicts.md").partition("## Tables and rules together\n")[2]
    rows = re.findall(r"^\| (.+) \| (.+) \| (.+) \|$", section.partition("\n## ")[0], re.MULTILINE)
    forms = {
        "says nothing": ("4.5", "compatible"),
        "says something": ("4.1", "untested"),
        "lists the versions": ("4.1", "untested"),
        "lists them as *not* working": ("4.1", "incompatible"),
        "leaves them out": ("4.0", "untested"),
        "only leaves them out": ("4.0", "untested"),
    }
    rules = {
        "say something": "not-newer: minor",
        "say nothing": "when: '<1', not-newer: minor",
        "allow them": "not-newer: minor",
        "forbid them": "same: patch",
        "cannot count the distance": "behind: 1 minor",
    }
    answers = {
        "the rules'": "compatible",
        "the table's": "untested",
        "the table's verdict, for a cell is more exact than a rule": "untested",
    }
    assert len(rows) == 10
    for table, rule, answer in rows[2:]:
        listed, verdict = forms[table]
        version = "5.0" if rule == "cannot count the distance" else "4.2"
        page = (
            "---\ncompat:\n  scheme: semver\n  subject: server\n"
            "  components: {server: {name: Server}, client: {name: Client}}\n"
            f"  tables: {{clients: {{verdict: {verdict}}}}}\n"
            f"  rules: [{{component: client, with: server, {rules[rule]}}}]\n---\n\n"
            "# Clients\n\n| Server | Client |\n| --- | --- |\n"
            f"| {'9.9' if table == 'says nothing' else version} | {listed} |\n"
        )
        (product,) = analysis_of(page).site.products
        found = Compatibility(product).ask({"server": [version], "client": ["4.1"]}).verdict
        assert found is not None
        assert found.value == answers.get(answer, answer.strip("`")), (table, rule)


def test_options_are_complete() -> None:
    text = text_of(DOCS / "options.md")
    for name, option in CompatOptions._schema:
        default = str(option.default).lower()
        assert f"      {name}: {default}\n" in text
        assert f"\n| `{name}` |" in text


def test_sessions_of_the_command_line_are_real(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command that is shown with its output gives that output."""
    monkeypatch.chdir(ROOT)
    sessions = [text_of(DOCS / page) for page in ("command-line.md", "verdicts.md")]
    for session in (each for text in sessions for each in fenced(text, "console")):
        command, _, output = session.partition("\n")
        if output and not output.startswith("$"):
            _, *arguments = shlex.split(command.removeprefix("$ "))
            assert CliRunner().invoke(main, arguments).output == output


def test_command_line_is_complete() -> None:
    text = text_of(DOCS / "command-line.md")
    context = click.Context(main)
    for verb in main.list_commands(context):
        command = main.get_command(context, verb)
        assert command is not None
        assert f"`mkdocs-compat {verb}" in text
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                for option in parameter.opts:
                    assert f"`{option}`" in text


@pytest.mark.parametrize("page", ["ci.md", "command-line.md"])
def test_commands_of_the_guide_are_understood(page: str) -> None:
    text = text_of(DOCS / page)
    lines = re.findall(r"^ *(?:- run: |- |\$ )mkdocs-compat (.+)$", text, re.MULTILINE)
    assert len(lines) >= 4
    for line in lines:
        verb, *arguments = shlex.split(line)
        command = main.get_command(click.Context(main), verb)
        assert command is not None
        context = command.make_context(verb, arguments)
        if verb == "check":
            read_outputs(context.params["formats"], context.params["outputs"])


def test_workflows_of_the_guide_are_yaml() -> None:
    examples = [yaml.safe_load(each) for each in fenced(text_of(DOCS / "ci.md"), "yaml")]
    assert len(examples) >= 3
    assert all(isinstance(each, dict) for each in examples)


def test_guide_of_compat_json_is_complete() -> None:
    text = text_of(DOCS / "compat-json.md")
    assert f'"version": {FORMAT_VERSION},' in text
    schema = ROOT / "templates" / "assets" / "mkdocs-compat" / "compat.schema.json"
    for definition in json.loads(text_of(schema))["$defs"].values():
        for key in definition.get("properties", ()):
            assert f"`{key}`" in text


def test_elements_and_templates_are_named() -> None:
    templates = {path.stem for path in (ROOT / "templates" / "mkdocs_compat").glob("*.html")}
    text = text_of(DOCS / "elements.md")
    for name in templates:
        assert f"`<compat-{name}>`" in text
