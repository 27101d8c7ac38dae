"""What several pages and shared files say about upgrading one product, and where links lead."""

from __future__ import annotations

import pytest

from mkdocs_compat.analysis import Analysis, SharedData, analyze, open_page, open_shared_data
from mkdocs_compat.analysis import read_page as read_tables
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.upgrade import Link
from mkdocs_compat.reading.assembling import assemble
from mkdocs_compat.reading.drafts import DraftPage
from mkdocs_compat.reading.links import SitePages, resolve
from mkdocs_compat.reading.seen import SeenPage
from mkdocs_compat.source import Place, SourceText
from tests.reading.reader import marked


def drafts_of(*texts: str, shared: SharedData) -> list[DraftPage]:
    """Read several pages of one product, named `docs/a.md` and so on."""
    drafts = []
    for name, text in zip("abcdef", texts, strict=False):
        opened = open_page(SourceText(f"docs/{name}.md", text), f"{name}/", shared)
        assert opened is not None
        drafts.append(read_tables(opened, SeenPage(title="", tables=(), notes=())))
    return drafts


def pages(*texts: str, shared: SharedData | None = None, site: SitePages | None = None) -> Product:
    drafts = drafts_of(*texts, shared=shared or SharedData())
    (product,) = assemble(drafts, site_pages=site).products
    return product


def analysis_of_pages(*texts: str, shared: SharedData) -> Analysis:
    return analyze(drafts_of(*texts, shared=shared), shared)


SHARED = """\
components:
  server: {scheme: semver}
upgrade:
  stops: [{at: 1.4, when: registry, guide: docs/b.md}]
  questions: {registry: "Do you?"}
  max-hop: 1 minor
"""


class TestSeveralFiles:
    def shared(self, text: str = SHARED) -> SharedData:
        return open_shared_data([SourceText("compat.yml", text)])

    def test_pages_and_the_shared_file_add_up_and_it_counts_once(self) -> None:
        product = pages(
            "---\ncompat:\n  upgrade: {stops: [{at: 1.5, when: registry}]}\n---\n",
            "---\ncompat:\n  upgrade: {stops: [1.6], rolling: server}\n---\n",
            shared=self.shared(),
        )
        assert [stop.at.text for stop in product.upgrade.stops] == ["1.4", "1.5", "1.6"]
        assert len(product.upgrade.max_hops) == len(product.upgrade.questions) == 1
        assert product.upgrade.rolling == ("server",)

    def test_mistakes_in_the_shared_file_are_said_once(self) -> None:
        text, start, end = marked(SHARED.replace("at: 1.4", "at: «x»"))
        page = "---\ncompat:\n  upgrade: {rolling: server}\n---\n"
        analysis = analysis_of_pages(page, page, shared=self.shared(text))
        (finding,) = [item for item in analysis.diagnostics if item.code == "CMP109"]
        assert finding.place == Place("compat.yml", *start, *end)

    def test_questions_are_worded_once(self) -> None:
        again = "---\ncompat:\n  upgrade: {questions: {registry: WORDS}}\n---\n"
        same = again.replace("WORDS", '"Do you?"')
        analysis = analysis_of_pages(same, shared=self.shared())
        assert [item for item in analysis.diagnostics if item.code == "CMP109"] == []
        analysis = analysis_of_pages(again, shared=self.shared())
        (finding,) = [item for item in analysis.diagnostics if item.code == "CMP109"]
        assert "'registry' is worded differently than at compat.yml:5:15" in finding.message

    def test_one_order(self) -> None:
        data = "components: {a: {scheme: semver}, b: {scheme: semver}}\nupgrade: {order: [a, b]}\n"
        same = "---\ncompat:\n  upgrade: {order: [a, b]}\n---\n"
        analysis = analysis_of_pages(same, shared=self.shared(data))
        assert [item for item in analysis.diagnostics if item.code == "CMP109"] == []
        text, start, _ = marked("---\ncompat:\n  upgrade: {order: [«b», a]}\n---\n")
        analysis = analysis_of_pages(text, shared=self.shared(data))
        (finding,) = [item for item in analysis.diagnostics if item.code == "CMP109"]
        assert "another one here than at compat.yml:2:19" in finding.message
        assert (finding.place.line, finding.place.column) == start
        assert analysis.site.products[0].upgrade.order == (("a",), ("b",))

    def test_links_of_the_shared_file(self) -> None:
        plain = "---\ncompat: {upgrade: {rolling: server}}\n---\n"
        product = pages(plain, plain, shared=self.shared())
        assert [stop.guide and stop.guide.url for stop in product.upgrade.stops] == ["b/"]

    def test_links_to_pages_that_take_no_part(self) -> None:
        text = (
            "---\ncompat:\n  components: {app: {scheme: semver}}\n"
            "  upgrade: {stops: [{at: 1.0, guide: sub/old.md#x}]}\n---\n"
        )
        site = SitePages({"docs/sub/old.md": "sub/old/"}, "docs")
        (stop,) = pages(text, site=site).upgrade.stops
        assert stop.guide == Link("sub/old.md#x", "sub/old/#x", Place("docs/a.md", 4, 38, 4, 50))


PAGES = SitePages({"docs/index.md": "", "docs/a b.md": "a%20b/", "docs/sub/c.md": "sub/c/"}, "docs")


@pytest.mark.parametrize(
    ("text", "path", "url"),
    [
        ("sub/c.md", "docs/index.md", "sub/c/"),
        ("./sub/../sub/c.md", "docs/index.md", "sub/c/"),
        ("../index.md", "docs/sub/c.md", ""),
        ("../index.md#top", "docs/sub/c.md", "#top"),
        ("#here", "docs/sub/c.md", "sub/c/#here"),
        ("a b.md", "docs/index.md", "a%20b/"),
        ("a%20b.md#x%20y", "docs/index.md", "a%20b/#x%20y"),
        ("c.md", "docs/index.md", None),
        ("../../etc/passwd", "docs/index.md", None),
        ("/sub/c.md", "docs/index.md", None),
        ("https://example.org/a#b", "docs/index.md", "https://example.org/a#b"),
        ("HTTP://example.org", "docs/index.md", "HTTP://example.org"),
        ("https:", "docs/index.md", None),
        ("https://[", "docs/index.md", None),
        ("javascript:alert(1)", "docs/index.md", None),
        ("//example.org", "docs/index.md", None),
        ("mailto:a@example.org", "docs/index.md", None),
        ("sub/c.md", "compat.yml", "sub/c/"),
        ("docs/sub/c.md", "compat.yml", "sub/c/"),
        ("#here", "compat.yml", None),
    ],
)
def test_where_links_lead(text: str, path: str, url: str | None) -> None:
    assert resolve(text, path, PAGES) == url
