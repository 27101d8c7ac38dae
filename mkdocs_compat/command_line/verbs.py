"""Loads each verb when it is used: checking a site has no use for what plans upgrades."""

from __future__ import annotations

from importlib import import_module

import click

# The verbs by the modules that they are in.
_MODULES = {
    "ask": "ask",
    "baseline": "baseline",
    "check": "check",
    "compare": "compare",
    "contains": "compare",
    "diff": "diff",
    "fix": "fix",
    "init": "init",
    "plan": "plan",
    "schema": "schema",
}


class Verbs(click.Group):
    """The command, with its verbs. All of them are loaded only to list them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *_MODULES})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        # Where there is no such verb, all of them are loaded, so that a similar one can be named.
        for name in [cmd_name] if cmd_name in _MODULES else _MODULES:
            if name not in self.commands:
                module = import_module(f"mkdocs_compat.command_line.{_MODULES[name]}")
                self.add_command(getattr(module, name))
        return super().get_command(ctx, cmd_name)
