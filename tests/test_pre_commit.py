"""The hooks for pre-commit are the commands of this package."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from mkdocs_compat.command_line import main

HOOKS = yaml.safe_load(
    (Path(__file__).resolve().parent.parent / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
)


def test_there_are_two() -> None:
    assert [hook["id"] for hook in HOOKS] == ["mkdocs-compat", "mkdocs-compat-fix"]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_each_runs_a_command(hook: dict[str, Any]) -> None:
    program, verb, *arguments = shlex.split(hook["entry"])
    assert program == "mkdocs-compat"
    command = main.get_command(click.Context(main), verb)
    assert command is not None
    command.make_context(verb, arguments)
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False


@pytest.mark.parametrize(
    ("path", "concerned"),
    [("docs/a.md", True), ("mkdocs.yml", True), ("b.markdown", True), ("a.py", False)],
)
def test_what_they_are_run_for(path: str, concerned: bool) -> None:
    assert all(bool(re.search(hook["files"], path)) is concerned for hook in HOOKS)
