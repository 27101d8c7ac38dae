"""`mkdocs-compat plan`: how to get from some versions to others, every hop proven."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from mkdocs_compat.command_line.colours import CHOICES, chosen_paint
from mkdocs_compat.command_line.failing import UnusableInputError
from mkdocs_compat.command_line.products import (
    Where,
    choose,
    id_of,
    products_of,
)
from mkdocs_compat.command_line.unread import warn_of_unread
from mkdocs_compat.errors import CompatError, ConfigurationError
from mkdocs_compat.model.site import Product
from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.planning.permission import Permission, read_permissions
from mkdocs_compat.planning.plan import Blocked
from mkdocs_compat.planning.planner import Planner
from mkdocs_compat.planning.request import Objective, PlanRequestError
from mkdocs_compat.publishing.reports.escaping import printable
from mkdocs_compat.publishing.reports.plan_json import write_plan_json
from mkdocs_compat.publishing.reports.plan_markdown import write_plan_markdown
from mkdocs_compat.publishing.reports.plan_text import write_plan
from mkdocs_compat.publishing.reports.planned import Planned

_NO_PLAN = 1

_REPORTS = {"markdown": write_plan_markdown, "json": write_plan_json}

_ANSWERS = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}

_TARGET = "--to"


@dataclass(frozen=True, slots=True)
class _Options:
    """All that the command is given, as it was written."""

    start: tuple[str, ...]
    targets: tuple[str, ...]
    answers: tuple[str, ...]
    objective: str
    accepted: tuple[str, ...]
    no_downtime: tuple[str, ...]
    allowed: tuple[str, ...]
    form: str
    color: str
    product: str | None
    config_file: Path | None
    page: Path | None
    file: Path | None


class _PlanCommand(click.Command):
    """A command that takes every argument after the first `--to` as one more target."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, list(_with_targets(args, set(self._taking()))))

    def _taking(self) -> Iterator[str]:
        """Yield the options that are followed by a value."""
        for param in self.params:
            if isinstance(param, click.Option) and not param.is_flag:
                yield from param.opts


def _with_targets(args: Sequence[str], taking: set[str]) -> Iterator[str]:
    """Yield arguments with `--to` before each target; `taking` are the options with a value."""
    is_target = is_value = is_plain = False
    for arg in args:
        if is_value:
            is_value = False
        elif arg == "--" and not is_plain:
            is_plain = True
            if is_target:
                continue
        elif not is_plain and arg in taking:
            is_value = True
            is_target = is_target or arg == _TARGET
        elif not is_plain and arg.startswith("-") and len(arg) > 1:
            is_target = is_target or arg.startswith(f"{_TARGET}=")
        elif is_target:
            yield _TARGET
        yield arg


@click.command(cls=_PlanCommand)
@click.option("-f", "--config-file", type=click.Path(path_type=Path), help="The site's mkdocs.yml.")
@click.option("--page", type=click.Path(path_type=Path), help="Plan by this page alone.")
@click.option(
    "--from", "file", type=click.Path(path_type=Path), help="Plan by a published compat.json."
)
@click.option("--product", help="Id of the product, where there are several.")
@click.option(
    _TARGET,
    "targets",
    multiple=True,
    metavar="COMPONENT=VERSION...",
    help="Where to go; all that follows is a target too.",
)
@click.option(
    "--answer",
    "answers",
    multiple=True,
    metavar="QUESTION=yes|no",
    help="Answer a question on which stops depend; no answer counts as yes.",
)
@click.option(
    "--objective",
    type=click.Choice([each.value for each in Objective]),
    default=Objective.DOWNTIME.value,
    help="What to have least of.",
)
@click.option(
    "--accept",
    "accepted",
    multiple=True,
    type=click.Choice([Verdict.UNTESTED.value, Verdict.UNSTATED.value]),
    help="Allow states of which this is all that is known.",
)
@click.option(
    "--no-downtime",
    "no_downtime",
    multiple=True,
    metavar="COMPONENT",
    help="Never stop this component.",
)
@click.option(
    "--allow",
    "allowed",
    multiple=True,
    metavar="jump=COMPONENT[@STOP]|downgrade=COMPONENT",
    help="Go against what is said: past the largest hop or a stop, or back.",
)
@click.option("--format", "form", type=click.Choice(["text", *_REPORTS]), default="text")
@click.option("--color", type=click.Choice(CHOICES), default="auto", help="Whether to use colours.")
@click.argument("start", nargs=-1, metavar="COMPONENT=VERSION[,...]... --to COMPONENT=VERSION...")
def plan(**given: Any) -> None:
    """Plan an upgrade or a downgrade in which every state on the way is allowed.

    server=0.8.1,0.9.0 agent=0.8.1 --to server=0.12.1 says that servers of two versions run, and
    agents that stay as they are.

    Exit status: 0 there is a plan; 1 there is none; 2 the question, or what is planned by, could
    not be read.
    """
    options = _Options(**given)
    starts = [_start(argument) for argument in options.start]
    targets = [_target(argument) for argument in options.targets]
    if not starts or not targets:
        raise click.UsageError(
            "expected where you are and where to go, such as server=0.8.1 --to server=0.12.1"
        )
    answers = dict(map(_answer, options.answers))
    if options.file is not None and (options.page or options.config_file):
        raise click.UsageError("--from is used by itself: leave out --page and --config-file")
    try:
        found = products_of(Where(options.config_file, options.page, options.file))
        granted = [_allowed(argument) for argument in options.allowed]
        named = (*starts, *targets, *((name, ()) for _, name, _ in granted))
        names = dict.fromkeys(name for name, _ in named)
        product = choose(found.products, options.product, (*names, *options.no_downtime))
        _refuse_unknown_questions(answers, product)
        warn_of_unread(found.unread)
        result = Planner(product, _ids(options.no_downtime, product)).plan(
            _gathered(starts, product),
            _single(targets, product),
            answers,
            Objective(options.objective),
            (
                *map(Verdict, options.accepted),
                *(each for found in granted for each in _permissions(*found, product)),
            ),
        )
    except PlanRequestError as error:
        raise UnusableInputError(printable(_problems(error, product))) from error
    except CompatError as error:
        raise UnusableInputError(printable(str(error))) from error
    planned = Planned(product, result, answers)
    if options.form == "text":
        # What is coloured on purpose stays coloured where the output is no terminal.
        click.echo(write_plan(planned, chosen_paint(options.color)), color=True)
    else:
        click.echo(_REPORTS[options.form](planned))
    if isinstance(result, Blocked):
        raise SystemExit(_NO_PLAN)


def _start(argument: str) -> tuple[str, tuple[str, ...]]:
    """Read `server=0.8.1,0.9.0`: several versions run side by side."""
    name, text = _read(argument)
    versions = tuple(each.strip() for each in text.split(","))
    if not all(each.strip("= ") for each in versions):
        raise click.UsageError(f"{argument!r} has an empty version between its commas")
    return name, versions


def _target(argument: str) -> tuple[str, str]:
    """Read `server=0.12.1`."""
    name, text = _read(argument)
    if "," in text:
        raise click.UsageError(f"{argument!r}: expected one version to go to")
    return name, text


def _read(argument: str) -> tuple[str, str]:
    name, _, text = argument.partition("=")
    if not name.strip() or not text.strip("= "):
        raise click.UsageError(f"{argument!r} names no version: expected server=0.8.1")
    return name.strip(), text.strip()


def _answer(argument: str) -> tuple[str, bool]:
    """Read `npm-registry=no`."""
    id_, _, word = argument.partition("=")
    answer = _ANSWERS.get(word.strip().casefold())
    if answer is None:
        raise click.UsageError(f"--answer {argument!r}: expected a question's id and =yes or =no")
    return id_.strip(), answer


def _allowed(argument: str) -> tuple[str, str, str]:
    """Read `jump=server@2.6`: what to allow, of which component, and the stop."""
    kind, _, rest = argument.partition("=")
    name, mark, at = rest.partition("@")
    is_known = kind.strip() in ("jump", "downgrade") and (kind.strip() == "jump" or not mark)
    if not is_known or not name.strip() or (mark and not at.strip()):
        raise click.UsageError(
            f"--allow {argument!r}: expected jump=server, jump=server@2.6 or downgrade=server"
        )
    return kind.strip(), name.strip(), at.strip()


def _permissions(kind: str, name: str, at: str, product: Product) -> tuple[Permission, ...]:
    """Return what is allowed; a stop must be one."""
    id_ = id_of(name, product)
    stops = product.upgrade.stops
    found = read_permissions(f"{kind}={id_}{f'@{at}' if at else ''}", stops)
    if not found:
        listed = ", ".join(stop.at.text for stop in stops if stop.component == id_)
        raise ConfigurationError(
            f"{name!r} has no stop at {at!r}: expected {listed or 'none, it has no stops'}"
        )
    return found


def _refuse_unknown_questions(answers: Iterable[str], product: Product) -> None:
    known = {question.id: question.text for question in product.upgrade.questions}
    for id_ in answers:
        if id_ not in known:
            listed = "; ".join(f"{each} ({text})" for each, text in known.items())
            raise ConfigurationError(
                f"there is no question {id_!r}: expected {listed or 'no answer, nothing is asked'}"
            )


def _gathered(
    items: Iterable[tuple[str, tuple[str, ...]]], product: Product
) -> dict[str, tuple[str, ...]]:
    """Return versions by component id; a component named twice runs all that it was given."""
    found: dict[str, tuple[str, ...]] = {}
    for name, versions in items:
        id_ = id_of(name, product)
        found[id_] = found.get(id_, ()) + versions
    return found


def _single(items: Iterable[tuple[str, str]], product: Product) -> dict[str, str]:
    """Return the target by component id."""
    found: dict[str, str] = {}
    for name, version in items:
        id_ = id_of(name, product)
        if found.setdefault(id_, version) != version:
            raise click.UsageError(f"{name!r} has two targets: {found[id_]!r} and {version!r}")
    return found


def _ids(names: Iterable[str], product: Product) -> list[str]:
    return [id_of(name, product) for name in names]


def _problems(error: PlanRequestError, product: Product) -> str:
    """Say what is wrong with the versions."""
    said: list[str] = []
    for problem in error.problems:
        component = product.component(problem.component)
        if problem.text:
            said.append(f"{component.name}: {problem.message}")
        else:
            said.append(f"{component.name} has a target but no start: {problem.message}")
    return "; ".join(said)
