"""Where a question is asked: a site, one page or a published file, and which of its products."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from mkdocs_compat.analysis import Analysis
from mkdocs_compat.checks.invalid_front_matter import CHECK as INVALID_FRONT_MATTER
from mkdocs_compat.command_line.site_config import (
    find_config,
    nearby_config,
    plain_config,
    read_config,
)
from mkdocs_compat.command_line.site_pages import analyze_page, analyze_site
from mkdocs_compat.diagnostics import Diagnostic
from mkdocs_compat.errors import ConfigurationError
from mkdocs_compat.model.component import Component
from mkdocs_compat.model.site import Product
from mkdocs_compat.publishing.loading import load_products


@dataclass(frozen=True, slots=True)
class Where:
    """What a question is asked of; without anything, the site in the current folder.

    Attributes:
        config_file: The site's configuration.
        page: A page, asked by itself.
        file: A published `compat.json`.
    """

    config_file: Path | None
    page: Path | None
    file: Path | None


@dataclass(frozen=True, slots=True)
class Found:
    """What there is to ask.

    Attributes:
        products: The products; at least one, and at least one component among them.
        unread: Front matter that could not be read, so that nobody takes answers for complete.
    """

    products: tuple[Product, ...]
    unread: tuple[Diagnostic, ...] = ()


def products_of(where: Where) -> Found:
    """Return the products to ask.

    Raises:
        ConfigurationError: They cannot be read, or there is nothing to ask.
    """
    if where.file is not None:
        return Found(_of_file(where.file))
    if where.page is not None:
        return _of_page(where.page, where.config_file)
    return _of_site(where.config_file)


def _of_site(config_file: Path | None) -> Found:
    path = config_file or find_config()
    analysis = analyze_site(read_config(path))
    if not analysis.site.products:
        raise ConfigurationError(f"{path}: no page of this site has 'compat:' in its front matter")
    return _found(path, analysis)


def _of_page(page: Path, config_file: Path | None) -> Found:
    """Return the product of one page, read by itself.

    Extensions and shared definitions are those of the configuration in the current folder, where
    there is one.

    Raises:
        ConfigurationError: It cannot be read, or takes no part.
    """
    path = config_file or nearby_config()
    config = read_config(path) if path else plain_config(Path.cwd())
    if not page.is_file():
        raise ConfigurationError(f"{page} is no file: expected a page in Markdown")
    analysis = analyze_page(page.resolve(), config)
    if not analysis.site.products:
        raise ConfigurationError(f"{page} takes no part: its front matter has no 'compat:'")
    return _found(page, analysis)


def _found(path: Path, analysis: Analysis) -> Found:
    products = analysis.site.products
    unread = tuple(each for each in analysis.failures if each.code == INVALID_FRONT_MATTER.code)
    if any(product.components for product in products):
        return Found(products, unread)
    message = f"{path}: there is no table and no rule to ask"
    for finding in (*unread, *analysis.failures)[:1]:
        message += f"; {finding.place}: {finding.message}"
    raise ConfigurationError(message)


def _of_file(path: Path) -> tuple[Product, ...]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path} is not UTF-8 text (byte {error.start + 1})") from error
    products = load_products(text, str(path))
    if not products:
        raise ConfigurationError(f"{path} has no products")
    return products


def choose(products: Sequence[Product], wanted: str | None, names: Iterable[str]) -> Product:
    """Return the product that a question is about.

    Args:
        products: All there are; at least one.
        wanted: Its id or name, where it was given.
        names: The components in question, which decide where nothing was given.

    Raises:
        ConfigurationError: There is no such product, or more than one could be meant.
    """
    if wanted is not None:
        for product in products:
            if wanted in (product.id, product.name):
                return product
        raise ConfigurationError(f"there is no product {wanted!r}: expected {_listed(products)}")
    named = list(names)
    fitting = [
        product
        for product in products
        if all(find_component(product, name) is not None for name in named)
    ]
    if len(fitting) > 1:
        raise ConfigurationError(
            f"several products have these components; name one with --product: {_listed(fitting)}"
        )
    if fitting:
        return fitting[0]
    if len(products) == 1:
        return products[0]
    for name in named:
        if all(find_component(product, name) is None for product in products):
            raise unknown_component(name, products)
    raise ConfigurationError(f"no product has all of these components: {', '.join(named)}")


def find_component(product: Product, name: str) -> Component | None:
    """Return the component of this id or, whatever the case, of this name or alias."""
    for component in product.components:
        if component.id == name:
            return component
    wanted = name.casefold()
    for component in product.components:
        if wanted in {each.casefold() for each in _names(component)}:
            return component
    return None


def id_of(name: str, product: Product) -> str:
    """Return the id of the component that is named.

    Raises:
        ConfigurationError: There is none.
    """
    component = find_component(product, name)
    if component is None:
        raise unknown_component(name, [product])
    return component.id


def unknown_component(name: str, products: Iterable[Product]) -> ConfigurationError:
    """Return what to raise for a name that no component has, with the nearest that one has."""
    components = [each for product in products for each in product.components]
    spellings = {each.casefold(): part.id for part in components for each in _names(part)}
    near = get_close_matches(name.casefold(), spellings, n=1)
    if near:
        hint = f"did you mean {spellings[near[0]]!r}?"
    else:
        ids = dict.fromkeys(component.id for component in components)
        hint = f"expected {', '.join(ids) or 'no component at all'}"
    return ConfigurationError(f"there is no component {name!r}: {hint}")


def _names(component: Component) -> tuple[str, ...]:
    return component.id, component.name, *component.aliases


def _listed(products: Iterable[Product]) -> str:
    return ", ".join(product.id or "(one without a name)" for product in products)
