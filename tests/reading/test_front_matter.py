"""What front matter says, and the place of every mistake in it.

In the cases, « and » stand around the text that a finding must underline.
"""

from __future__ import annotations

import pytest
import yaml

from mkdocs_compat.analysis import SharedData, open_shared_data
from mkdocs_compat.model.site import Flaw
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reading.front_matter import FrontMatter, read_front_matter
from mkdocs_compat.reading.yaml_form import MOST_NODES
from mkdocs_compat.source import SourceText
from tests.reading.reader import analysis_of, marked, tables, text_at

TABLE = """
# Compatibility

| Server | Client |
| ------ | ------ |
| 1.0    | 1.0    |
| 2.0    | 2.0    |
"""


def read(front_matter: str) -> FrontMatter:
    found = read_front_matter(SourceText("docs/page.md", f"---\n{front_matter}---\n{TABLE}"))
    assert found is not None, "the page does not take part"
    return found


def flaws(front_matter: str) -> tuple[Flaw, ...]:
    return read(front_matter).flaws


def only_flaw(front_matter: str) -> Flaw:
    (flaw,) = flaws(front_matter)
    return flaw


class TestTakingPart:
    @pytest.mark.parametrize(
        "front_matter",
        [
            "compat: true\n",
            "title: Page\ncompat: true\ntags: [a]\n",
            "compat: yes\n",
            "compat: {}\n",
            "compat:\n  blank: unstated\n",
            "'compat': true\n",
            '"compat" : true\n',
            "{compat: true}\n",
            '{title: Page, "compat": true}\n',
        ],
    )
    def test_takes_part(self, front_matter: str) -> None:
        assert flaws(front_matter) == ()

    @pytest.mark.parametrize(
        "text",
        [
            TABLE,
            f"---\ntitle: Page\n---\n{TABLE}",
            f"---\ncompat: false\n---\n{TABLE}",
            f"---\ncompatible: true\n---\n{TABLE}",
            f"---\nextra:\n  compat: true\n---\n{TABLE}",
            f"---\ndescription: |\n  compat: true\n---\n{TABLE}",
            f"\n---\ncompat: true\n---\n{TABLE}",
            f"---\ntitle: [\n---\n{TABLE}",
            f"{TABLE}\n---\ncompat: true\n---\n",
            "",
            "---",
            "---\n",
        ],
    )
    def test_takes_no_part(self, text: str) -> None:
        assert read_front_matter(SourceText("docs/page.md", text)) is None

    @pytest.mark.parametrize("end", ["---\n", "...\n", "--- \t\n", "---"])
    def test_ends_of_front_matter(self, end: str) -> None:
        found = read_front_matter(SourceText("docs/page.md", f"---\ncompat: true\n{end}"))
        assert found is not None
        assert found.flaws == ()

    def test_line_endings_of_windows(self) -> None:
        text = f"---\ncompat:\n  blank: unstated\n---\n{TABLE}".replace("\n", "\r\n")
        found = read_front_matter(SourceText("docs/page.md", text))
        assert found is not None
        assert found.flaws == ()
        assert found.settings.blank is Verdict.UNSTATED
        assert text[found.body :].lstrip().startswith("# Compatibility")


class TestSettings:
    def test_every_key_is_read(self) -> None:
        settings = read(
            """\
title: Page
compat:
  product: octopus
  subject: server
  scheme: octopus
  blank: incompatible
  components:
    server: {name: Octopus Server, aliases: [Server, Main server], scheme: semver, full: 2}
    client: {aliases: Client}
  columns:
    Client and Octo: [client, octo]
    Agent: tentacle
    Notes: false
  tables:
    partial:
      verdict: partial
      note: Only by day.
      blank: untested
      subject: client
      columns: {Client: client}
    old: {skip: true}
  ignore:
    - {check: CMP202, reason: Published so., table: partial, cell: 3.10}
"""
        ).settings
        assert (settings.product, settings.subject, settings.scheme) == (
            "octopus",
            "server",
            "octopus",
        )
        assert settings.blank is Verdict.INCOMPATIBLE
        server, client = settings.components
        assert (server.id, server.name, server.aliases, server.scheme, server.full) == (
            "server",
            "Octopus Server",
            ("Server", "Main server"),
            "semver",
            2,
        )
        assert (client.id, client.name, client.aliases, client.scheme, client.full) == (
            "client",
            None,
            ("Client",),
            None,
            None,
        )
        assert {header: said.components for header, said in settings.columns.items()} == {
            "Client and Octo": ("client", "octo"),
            "Agent": ("tentacle",),
            "Notes": (),
        }
        partial = settings.tables["partial"]
        assert (partial.verdict, partial.note) == (Verdict.PARTIAL, "Only by day.")
        assert (partial.blank, partial.subject) == (Verdict.UNTESTED, "client")
        assert partial.columns["Client"].components == ("client",)
        assert settings.tables["old"].skip
        (ignore,) = settings.ignores
        assert (ignore.check, ignore.reason) == ("CMP202", "Published so.")
        assert (ignore.table, ignore.cell) == ("partial", "3.10")

    @pytest.mark.parametrize("text", ["3.10", "2018.10", "0x10", "1e3", "2020-01-01", "1_000"])
    def test_numbers_stay_as_they_are_written(self, text: str) -> None:
        settings = read(
            f"compat:\n  ignore: [{{check: CMP101, reason: x, cell: {text}}}]\n"
        ).settings
        assert settings.ignores[0].cell == text

    @pytest.mark.parametrize(
        ("text", "read_as"), [("true", True), ("Yes", True), ("on", True), ("OFF", False)]
    )
    def test_flags_as_yaml_spells_them(self, text: str, read_as: bool) -> None:
        settings = read(f"compat:\n  tables: {{t: {{skip: {text}}}}}\n").settings
        assert settings.tables["t"].skip is read_as

    def test_what_is_right_is_read_beside_what_is_wrong(self) -> None:
        found = read("compat:\n  blank: nonsense\n  subject: server\n  nothing: here\n")
        assert len(found.flaws) == 2
        assert found.settings.subject == "server"
        assert found.settings.blank is None

    def test_title_names_a_page_without_heading(self) -> None:
        text = f"---\ntitle: My page\ncompat: true\n---\n{TABLE.replace('# Compatibility', '')}"
        (table,) = tables(analysis_of(text))
        assert table.title == "My page"


MISTAKES = [
    # Values of the wrong kind.
    ("compat: «[a, b]»", "'compat' is a list, expected true", "Write true"),
    ("compat: «42»", "'compat' is the number 42", "Write true"),
    ("compat: «1.5»", "'compat' is the number 1.5", "Write true"),
    ("compat: «everything»", "'compat' is 'everything'", "Write true"),
    ('compat: «"true"»', "'compat' is 'true', expected true", "Write true"),
    ("compat:«»", "'compat' is empty", "Write true"),
    ("compat: «~»", "'compat' is empty", "Write true"),
    ("- «compat:» true", "the front matter is a list", "Take the dash"),
    ("compat:\n  components: «[server]»", "'compat.components' is a list", "Write a mapping"),
    ("compat:\n  components: {server: «Main»}", "components.server' is 'Main'", "{name: "),
    ("compat:\n  components: {server:«» }", "components.server' is empty", "{name: "),
    ("compat:\n  components: {s: {full: «9»}}", "is the number 9, expected a whole", "1 to 8"),
    ("compat:\n  components: {s: {full: «0»}}", "is the number 0, expected a whole", "1 to 8"),
    ("compat:\n  components: {s: {full: «2.5»}}", "is the number 2.5", "1 to 8"),
    ("compat:\n  components: {s: {full: «many»}}", "is 'many', expected a whole", "1 to 8"),
    ("compat:\n  components: {s: {name: «[a]»}}", "s.name' is a list", "Write a name"),
    ("compat:\n  components: {s: {aliases: [a, «{}»]}}", "s.aliases.2' is a mapping", "a name"),
    ("compat:\n  columns: {Client: «[]»}", "'compat.columns.Client' is an empty list", "id"),
    ("compat:\n  tables: {t: {skip: «perhaps»}}", "t.skip' is 'perhaps'", "true or false"),
    ("compat:\n  subject: «[server]»", "'compat.subject' is a list", "a component's id"),
    # Words that are not known, with the nearest one that is.
    ("compat:\n  «subjcet»: server", "'compat' has no key 'subjcet'", "mean 'subject'?"),
    ("compat:\n  «Blank»: unstated", "'compat' has no key 'Blank'", "mean 'blank'?"),
    ("compat:\n  «giraffe»: 1", "'compat' has no key 'giraffe'", "Known keys are: product, "),
    ("compat:\n  components:\n    s:\n      «nmae»: S", "components.s' has no key", "'name'?"),
    ("compat:\n  tables: {t: {«verdit»: partial}}", "'compat.tables.t' has no key", "'verdict'?"),
    ("compat:\n  blank: «compatibel»", "'compat.blank' is 'compatibel'", "'compatible'?"),
    ("compat:\n  blank: «conflicting»", "expected compatible, partial", "Write compatible, "),
    ("compat:\n  scheme: «semverr»", "'compat.scheme' is 'semverr'", "mean 'semver'?"),
    ("compat:\n  components: {s: {scheme: «pep404»}}", "s.scheme' is 'pep404'", "'pep440'?"),
    # What is missing.
    ("compat:\n  ignore:\n  - «check: CMP101»", "'compat.ignore.1' has no 'reason'", "'reason:'"),
    ("compat:\n  ignore:\n  - «reason: Because.»", "ignore.1' has no 'check'", "'check:'"),
    # What stands twice.
    ("compat: true\n«compat»: {}", "names 'compat' twice, first on line 2", "Make one"),
    ("compat:\n  blank: unstated\n  «blank»: partial", "names 'blank' twice, first on line 3", ""),
    (
        "compat:\n  components:\n    server: {name: A}\n    «server»: {name: B}",
        "'compat.components' names 'server' twice, first on line 4",
        "Keep one",
    ),
    (
        "compat:\n  components:\n    server: {name: Server}\n    «main»: {name: server}",
        "the components 'server' and 'main' are both called 'server'",
        "Give each a name of its own",
    ),
    (
        "compat:\n  components:\n    server: {aliases: [Host]}\n    «agent»: {aliases: [host]}",
        "the components 'server' and 'agent' are both called 'host'",
        "Give each a name of its own",
    ),
    # YAML that breaks off.
    ("compat:\n«\t»subject: a", "breaks off here: found character '\\t'", "Mend"),
    ("compat: true\ntitle: a«:» b", "mapping values are not allowed here", "Mend"),
    ("compat: «*»nobody", "found undefined alias 'nobody'", "Mend"),
    ("compat: true\ntitle: «\0»", "may not hold: U+0000", "Take it out"),
    ("compat: true\ntitle: a«\x07»b", "may not hold: U+0007", "Take it out"),
]


@pytest.mark.parametrize(("front_matter", "message", "help_"), MISTAKES)
def test_mistakes(front_matter: str, message: str, help_: str) -> None:
    text, start, end = marked(f"---\n{front_matter}\n---\n{TABLE}")
    found = read_front_matter(SourceText("docs/page.md", text))
    assert found is not None
    (flaw,) = found.flaws
    assert message in flaw.message
    assert help_ in flaw.help
    assert (flaw.place.path, flaw.place.line, flaw.place.column) == ("docs/page.md", *start)
    if end != start:
        assert (flaw.place.end_line, flaw.place.end_column) == end


def test_all_mistakes_are_said() -> None:
    found = flaws("compat:\n  blank: no\n  nonsense: 1\n  components: []\n  ignore: [{}]\n")
    assert [flaw.place.line for flaw in found] == [3, 4, 5, 6, 6]


def test_broken_yaml_says_what_it_was_in_the_middle_of() -> None:
    text = "---\ntitle: x\ncompat:\n  subject: [a, b\n---\n"
    found = read_front_matter(SourceText("docs/page.md", text))
    assert found is not None
    ((flaw,),) = (found.flaws,)
    assert (flaw.place.line, flaw.place.column) == (5, 1)
    ((related,),) = (flaw.related,)
    assert (related.place.line, related.place.column) == (4, 12)
    assert "flow sequence" in related.message


def test_front_matter_without_end() -> None:
    found = read_front_matter(SourceText("docs/page.md", f"---\ncompat: true\n{TABLE}"))
    assert found is not None
    (flaw,) = found.flaws
    assert "has no end" in flaw.message
    assert flaw.place.line == 2


class TestFullNumbers:
    def test_more_than_the_scheme_can_have(self) -> None:
        front_matter = "compat:\n  components: {«server»: {scheme: semver, full: 4}}"
        text, start, end = marked(f"---\n{front_matter}\n---\n{TABLE}")
        (finding,) = analysis_of(text).diagnostics
        assert finding.code == "CMP109"
        assert "semver" in finding.message
        assert "1 to 3" in finding.message
        assert (finding.place.line, finding.place.column) == start
        assert (finding.place.end_line, finding.place.end_column) == end

    def test_more_than_the_inferred_scheme_can_have(self) -> None:
        text = f"---\ncompat:\n  components: {{server: {{full: 8}}}}\n---\n{TABLE}"
        assert [item.code for item in analysis_of(text).diagnostics] == ["CMP109"]


class TestSettingsThatFitNothing:
    """What is named and is not there would quietly do nothing."""

    def test_header(self) -> None:
        text, start, _ = marked(f"---\ncompat:\n  columns: {{«Clent»: client}}\n---\n{TABLE}")
        (finding,) = analysis_of(text).diagnostics
        assert finding.code == "CMP109"
        assert "'Clent'" in finding.message
        assert finding.help == "Did you mean 'Client'?"
        assert (finding.place.line, finding.place.column) == start

    def test_table(self) -> None:
        text, start, _ = marked(
            f"---\ncompat:\n  tables: {{«compatibilty»: {{blank: partial}}}}\n---\n{TABLE}"
        )
        (finding,) = analysis_of(text).diagnostics
        assert finding.help == "Did you mean 'compatibility'?"
        assert (finding.place.line, finding.place.column) == start

    def test_header_of_one_table(self) -> None:
        text, start, _ = marked(
            "---\ncompat:\n  tables: {compatibility: {columns: {«Agent»: false}}}\n"
            f"---\n{TABLE}"
        )
        (finding,) = analysis_of(text).diagnostics
        assert "compat.tables.compatibility.columns" in finding.message
        assert "'Server', 'Client'" in finding.help
        assert (finding.place.line, finding.place.column) == start

    def test_subject(self) -> None:
        text = f"---\ncompat:\n  subject: agent\n---\n{TABLE}"
        (finding,) = analysis_of(text).diagnostics
        assert finding.code == "CMP104"
        assert "'agent'" in finding.message

    def test_shared_definitions_may_be_for_other_pages(self) -> None:
        shared = open_shared_data(
            [SourceText("compat.yml", "columns: {Elsewhere: [a, b]}\nblank: unstated\n")]
        )
        text = f"---\ncompat: true\n---\n{TABLE}"
        assert analysis_of(text, shared=shared).diagnostics == ()


class TestSharedData:
    def open(self, text: str) -> SharedData:
        return open_shared_data([SourceText("data/compat.yml", text)])

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("«componets»: {}", "the file has no key 'componets'"),
            ("«tables»: {a: {skip: true}}", "the file has no key 'tables'"),
            ("«ignore»: []", "the file has no key 'ignore'"),
            ("«[a]»", "the file is a list"),
            ("«12»", "the file is the number 12"),
            ("components: {s: {scheme: «nope»}}", "'components.s.scheme' is 'nope'"),
            ("components: {a: {name: X}, «b»: {name: X}}", "both called 'X'"),
        ],
    )
    def test_mistakes(self, text: str, message: str) -> None:
        text, start, end = marked(text)
        (flaw,) = self.open(text).flaws
        assert message in flaw.message
        assert flaw.place.path == "data/compat.yml"
        assert (flaw.place.line, flaw.place.column) == start
        assert (flaw.place.end_line, flaw.place.end_column) == end

    def test_empty_file_says_nothing(self) -> None:
        assert self.open("# Later.\n").flaws == ()

    def test_page_wins(self) -> None:
        shared = self.open("blank: partial\ncomponents: {server: {name: Shared name}}\n")
        page = "compat:\n  blank: untested\n  components: {server: {name: Server}}\n"
        analysis = analysis_of(f"---\n{page}---\n{TABLE}", shared=shared)
        (table,) = tables(analysis)
        assert table.blank is Verdict.UNTESTED
        assert [item.name for item in analysis.site.products[0].components] == ["Server", "Client"]

    def test_of_two_spellings_the_page_wins(self) -> None:
        shared = self.open("components: {shared: {name: Server}}\n")
        page = "compat:\n  components: {own: {name: Server}}\n"
        (table,) = tables(analysis_of(f"---\n{page}---\n{TABLE}", shared=shared))
        assert table.subject == "own"


class TestHostileFrontMatter:
    """What costs a parser its memory or its stack is refused, and quickly."""

    def test_ten_megabytes(self) -> None:
        big = "x: " + "0123456789" * 1_000_000
        flaw = only_flaw(f"compat: true\n{big}\n")
        assert "characters of YAML, more than the 200,000 that are read" in flaw.message
        assert flaw.place.line == 2

    def test_ten_megabytes_of_nothing_for_us(self) -> None:
        text = "---\n" + "x: 1\n" * 2_000_000 + "---\n"
        assert read_front_matter(SourceText("docs/page.md", text)) is None

    @pytest.mark.parametrize(
        "value", ["[" * 5000 + "]" * 5000, "{a: " * 5000 + "}" * 5000, "[" * 90_000]
    )
    def test_deep_nesting(self, value: str) -> None:
        flaw = only_flaw(f"compat: {value}\n")
        assert "nested too deeply" in flaw.message or "breaks off" in flaw.message

    def test_aliases_that_multiply(self) -> None:
        bomb = ["a: &a {x: {}, y: {}, z: {}}"]
        names = ["a"]
        for name in "bcdefghijk":
            items = ", ".join(f"{number}: *{names[-1]}" for number in range(9))
            bomb.append(f"{name}: &{name} {{{items}}}")
            names.append(name)
        found = flaws("\n".join(bomb) + "\ncompat:\n  components: *k\n")
        assert found
        assert all(flaw.place.path == "docs/page.md" for flaw in found)

    def test_aliases_of_many_unknown_keys(self) -> None:
        keys = ", ".join(f"k{number}: 1" for number in range(2000))
        uses = "\n".join(f"    c{number}: *many" for number in range(2000))
        found = flaws(f"x: &many {{{keys}}}\ncompat:\n  components:\n{uses}\n")
        assert len(found) <= MOST_NODES + 1
        assert any(f"more than {MOST_NODES:,} values" in flaw.message for flaw in found)

    def test_a_mapping_that_holds_itself(self) -> None:
        assert flaws("compat: &me\n  components: *me\n")

    @pytest.mark.parametrize(
        "tag", ["!!python/object/apply:os.system [ls]", "!!binary xx", "!own a"]
    )
    def test_tags_make_nothing(self, tag: str) -> None:
        assert "'compat' is" in only_flaw(f"compat: {tag}\n").message


def test_places_are_those_of_the_text() -> None:
    text = f"---\ntitle: Ünïcödé 🚀 title\ncompat:\n  wröng: 1\n---\n{TABLE}"
    found = read_front_matter(SourceText("docs/page.md", text))
    assert found is not None
    (flaw,) = found.flaws
    assert text_at(text, flaw.place) == "wröng"


def test_what_is_said_to_be_no_yaml_is_none() -> None:
    for front_matter, message, _ in MISTAKES:
        text, _, _ = marked(front_matter)
        if "breaks off" in message or "may not hold" in message:
            with pytest.raises(yaml.YAMLError):
                yaml.safe_load(text)
