"""`mkdocs-compat schema`: the form of the front matter, for editors."""

from __future__ import annotations

import json

import click

from mkdocs_compat.publishing.front_matter_schema import front_matter_schema, shared_data_schema

_SCHEMAS = {"page": front_matter_schema, "data": shared_data_schema}


@click.command()
@click.option(
    "--for",
    "what",
    type=click.Choice(list(_SCHEMAS)),
    default="page",
    help="The front matter of a page, or a shared data file.",
)
def schema(what: str) -> None:
    """Print the JSON Schema of a page's front matter, or of a shared data file."""
    click.echo(json.dumps(_SCHEMAS[what](), indent=2, ensure_ascii=False))
