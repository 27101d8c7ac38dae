"""`mkdocs-compat init`: the front matter with which a page takes part."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import click

from mkdocs_compat.analysis import Analysis
from mkdocs_compat.checks.invalid_front_matter import CHECK as INVALID_FRONT_MATTER
from mkdocs_compat.command_line.failing import UnusableInputError
from mkdocs_compat.command_line.site_config import (
    SiteConfig,
    nearby_config,
    plain_config,
    read_config,
)
from mkdocs_compat.command_line.site_pages import analyze_page, analyze_site
from mkdocs_compat.command_line.text_file import TextFile, read_text_file
from mkdocs_compat.diagnostics import Diagnostic
from mkdocs_compat.errors import CompatError, ConfigurationError
from mkdocs_compat.fixing.front_matter import with_keys
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.table import Table
from mkdocs_compat.publishing.reports.escaping import printable
from mkdocs_compat.publishing.reports.text import write_message
from mkdocs_compat.publishing.starting import starts
from mkdocs_compat.source import name_of


@click.command()
@click.option("-f", "--config-file", type=click.Path(path_type=Path), help="The site's mkdocs.yml.")
@click.option("--write", "is_written", is_flag=True, help="Write it into the page.")
@click.argument("page", type=click.Path(path_type=Path))
def init(config_file: Path | None, page: Path, *, is_written: bool) -> None:
    """Print the front matter with which a PAGE takes part, with all that was inferred.

    What stands in its front matter stays. What is doubtful is told on standard error.

    Exit status: 0 done; 2 there is nothing to read on the page, or it could not be read.
    """
    try:
        config = _config(config_file)
        path = _inside(page, config)
        file = read_text_file(path)
        new, analysis = _begun(file, path, config)
        if is_written:
            new.write()
    except CompatError as error:
        raise UnusableInputError(printable(str(error))) from error
    if not is_written:
        click.echo(_front_matter(new), nl=False)
    elif not new.has_changed:
        click.echo(f"{page} says all of that already.")
    for finding in _of_page(analysis, name_of(path, config.root)):
        click.echo(write_message(finding), err=True)


def _config(config_file: Path | None) -> SiteConfig:
    path = config_file or nearby_config()
    return read_config(path) if path else plain_config(Path.cwd())


def _inside(page: Path, config: SiteConfig) -> Path:
    """Return a page's path as the site has it."""
    for path in (page, config.docs / page):
        if path.is_file():
            with suppress(ValueError):
                return config.docs / path.resolve().relative_to(config.docs.resolve())
            return path.resolve()
    raise ConfigurationError(f"{page} is no file: expected a page in Markdown")


def _begun(file: TextFile, path: Path, config: SiteConfig) -> tuple[TextFile, Analysis]:
    """Return the page with front matter that says what was read of it, and the site then."""
    name = name_of(path, config.root)
    plain = file.with_text(with_keys(file.text, ()))
    before = _analysis(plain, path, config)
    found = [(product, table) for product, table in before.site.tables() if table.page == name]
    if not found:
        why = [each.message for each in _of_page(before, name)]
        raise ConfigurationError(
            f"{path}: no table of versions was found" + (f": {why[0]}" if why else "")
        )
    product = found[0][0]
    flaws = _invalid(before)
    for start in starts(product, [table for _, table in found]):
        new = file.with_text(with_keys(file.text, start.keys, start.remarks))
        after = _analysis(new, path, config)
        if not _invalid(after) - flaws and _read(after, name) == _read(before, name):
            return new, after
    return plain, before


def _analysis(file: TextFile, path: Path, config: SiteConfig) -> Analysis:
    """Read the site with the page as it would be, or the page by itself where it is in none."""
    texts = {**config.texts, name_of(path, config.root): file.lines}
    config = replace(config, texts=texts)
    if path.is_relative_to(config.docs):
        return analyze_site(config)
    return analyze_page(path, config)


def _invalid(analysis: Analysis) -> set[str]:
    code = INVALID_FRONT_MATTER.code
    return {each.message for each in analysis.diagnostics if each.code == code}


def _of_page(analysis: Analysis, name: str) -> Iterator[Diagnostic]:
    files = analysis.files_of({name})
    for finding in analysis.diagnostics:
        if finding.place.path in files:
            yield finding


def _read(analysis: Analysis, name: str) -> list[object]:
    """Return what was read of a page's tables, as far as answers depend on it."""
    return [
        _said(product, table) for product, table in analysis.site.tables() if table.page == name
    ]


def _said(product: Product, table: Table) -> object:
    columns = [
        [
            (product.component(id_).name, product.component(id_).scheme.name)
            for id_ in each.components
        ]
        for each in table.headers
    ]
    cells = [
        (cell.components, cell.range, cell.notes, cell.mark, cell.is_blank)
        for cell in table.cells()
    ]
    return table.id, table.layout, table.verdict, table.closed, columns, cells


def _front_matter(file: TextFile) -> str:
    """Return the front matter of a page, the lines of dashes included."""
    lines = file.lines.split("\n")
    ends = (number for number, line in enumerate(lines[1:], 2) if line.rstrip() in ("---", "..."))
    return "".join(f"{line}\n" for line in lines[: next(ends)])
