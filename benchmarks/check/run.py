"""What reading and checking costs on a made site of 1,000 pages with 100 tables.

Prints ratios of user CPU seconds, the smallest of several runs in turn: `mkdocs-compat check`
against a program that only reads the files and their front matter, and whole builds with this
plugin, and with others that touch tables, against one without any. The first run of each is not
counted: it writes bytecode, as an installation does.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path

PAGES = 1000
TABLES = 100
ROWS = 10
ROOT = Path(__file__).resolve().parents[2]

READ = "reading front matter"
PLAIN = "build without"
CHECK_GOAL, BUILD_GOAL = 3.0, 1.03

# Packages by the names of their plugins.
PEERS = {"macros": "mkdocs-macros-plugin", "table-reader": "mkdocs-table-reader-plugin"}

# What has to be done in any case: read each file, and its front matter with MkDocs' own function.
READING = """
import sys
from pathlib import Path
from mkdocs.utils.meta import get_data
for path in sorted(Path(sys.argv[1]).rglob("*.md")):
    get_data(path.read_text(encoding="utf-8-sig"))
"""

TEXT = "Some words about the matter, with `code`, *emphasis* and a [link](index.md). " * 5
HEADER = "| Server | Client | Agent | Database |\n| --- | --- | --- | --- |\n"


def write_pages(docs: Path, tables: int, *, has_gaps: bool = False) -> None:
    """Write a site of which some pages have a table that takes part.

    Args:
        docs: The folder of its pages.
        tables: How many pages.
        has_gaps: Whether there is something to remark on: versions between two rows that no row
            lists.
    """
    for number in range(PAGES):
        takes_part = tables > 0 and number % (PAGES // tables) == 0
        extra = f"compat: {{product: product{number}}}\n" if takes_part else ""
        usual = f"title: Page {number}\ndescription: What page {number} is about\ntags: [a, b]\n"
        lines = [
            f"---\n{usual}{extra}---\n\n# Page {number}\n",
            *(f"## Section {section}\n\n{TEXT}\n" for section in range(4)),
        ]
        if number % (PAGES // TABLES) == 0:
            last = 1 if has_gaps else 2
            rows = "".join(
                f"| {row // 4 + 1}.{row % 4} | {row + 1}.{number} ➜ {row + last}.{number + 9} "
                f"| {row + number}.2+ | {number}.{row} |\n"
                for row in range(ROWS)
            )
            lines.append(f"## Versions\n\n{HEADER}{rows}")
        folder = docs if number == 0 else docs / f"part{number % 20}"
        folder.mkdir(parents=True, exist_ok=True)
        name = "index" if number == 0 else f"page{number}"
        (folder / f"{name}.md").write_text("\n".join(lines), encoding="utf-8")


def write_config(folder: Path, name: str, plugins: Sequence[str], docs: str = "docs") -> str:
    """Write the configuration of a build with some plugins, and return its name."""
    listed = "".join(f"  - {plugin}\n" for plugin in ["search", *plugins])
    (folder / f"{name}.yml").write_text(
        f"site_name: Made\ntheme: {{name: mkdocs, highlightjs: false}}\nnav: [index.md]\n"
        f"docs_dir: {docs}\nplugins:\n{listed}",
        encoding="utf-8",
    )
    return f"{name}.yml"


def seconds(command: Sequence[str], cwd: Path) -> float:
    """Run a command and return the user CPU seconds that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    environment = {key: value for key, value in os.environ.items() if key not in _SETTINGS}
    environment |= {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    environment["PYTHONPYCACHEPREFIX"] = str(cwd / "bytecode")
    run = subprocess.run(
        command, check=False, cwd=cwd, env=environment, capture_output=True, text=True
    )
    if run.returncode:
        sys.exit(f"{' '.join(command)} ends with {run.returncode}:\n{run.stdout}{run.stderr}")
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


# Settings of Python that would make its start slower than that of an installed command.
_SETTINGS = ("PYTHONDONTWRITEBYTECODE", "PYTHONDEVMODE", "PYTHONOPTIMIZE")


def print_ratios(
    times: Mapping[str, Sequence[float]], base: str, goals: Mapping[str, float]
) -> None:
    """Print smallest and median seconds, and the ratio of the smallest to those of `base`."""
    least = min(times[base])
    for name, values in times.items():
        ratio = min(values) / least
        goal = goals.get(name)
        told = "" if goal is None else f", goal {goal} {'met' if ratio < goal else 'missed'}"
        print(
            f"{name:36} min {min(values):6.2f} s, median {statistics.median(values):6.2f} s, "
            f"ratio {ratio:.3f}{told}"
        )


def environment_with_peers(folder: Path) -> str:
    """Return the Python of a new environment with MkDocs, this package and its peers."""
    venv.create(folder, with_pip=True)
    python = str(folder / "bin" / "python")
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, f"{ROOT}[mkdocs]", *PEERS.values()], check=True)
    return python


def commands_of(python: str, folder: Path, *, has_peers: bool) -> dict[str, list[str]]:
    """Write the sites and configurations, and return what is measured by its name."""
    sites = {"docs": TABLES, "remarked": TABLES, "aside": 0}
    for docs, tables in sites.items():
        write_pages(folder / docs, tables, has_gaps=docs == "remarked")
    check = [python, "-m", "mkdocs_compat.command_line", "check", "--fail-on", "never", "-f"]
    commands = {
        READ: [python, "-c", READING, "docs"],
        "check": [*check, write_config(folder, "docs", ["compat"])],
        "check, 891 remarks": [*check, write_config(folder, "remarked", ["compat"], "remarked")],
        "check, no page takes part": [*check, write_config(folder, "aside", ["compat"], "aside")],
    }
    builds = {
        PLAIN: write_config(folder, "without", []),
        "build with compat": "docs.yml",
        "build with compat, none takes part": "aside.yml",
    }
    if has_peers:
        builds |= {f"build with {name}": write_config(folder, name, [name]) for name in PEERS}
    for name, config in builds.items():
        target = str(folder / "site" / config)
        commands[name] = [python, "-m", "mkdocs", "build", "--quiet", "-f", config, "-d", target]
    return commands


def main() -> None:
    """Measure in turn and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--no-peers", action="store_true", help="make no environment for peers")
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        python = sys.executable if said.no_peers else environment_with_peers(folder / "venv")
        commands = commands_of(python, folder, has_peers=not said.no_peers)
        times: dict[str, list[float]] = {label: [] for label in commands}
        for number in range(said.rounds + 1):
            for label, command in commands.items():
                taken = seconds(command, folder)
                if number:
                    times[label].append(taken)
    print(f"{PAGES} pages, {TABLES} of them with a table of {ROWS} rows and 4 columns")
    builds = {label: taken for label, taken in times.items() if label.startswith("build")}
    checks = {label: taken for label, taken in times.items() if label not in builds}
    print_ratios(checks, READ, {"check": CHECK_GOAL})
    print_ratios(builds, PLAIN, {"build with compat": BUILD_GOAL})


if __name__ == "__main__":
    main()
