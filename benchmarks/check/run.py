"""What reading and checking costs on a made site of 1,000 pages with 100 tables.

Prints two ratios, both of user CPU seconds, the smallest of several runs: `mkdocs-compat check`
against a program that only reads the files and their front matter, and whole builds with this
plugin, and with others that touch tables, against one without any.
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
from pathlib import Path

PAGES = 1000
TABLES = 100
ROWS = 10
ROOT = Path(__file__).resolve().parents[2]

PEERS = {
    "macros": ("mkdocs-macros-plugin", "macros"),
    "table-reader": ("mkdocs-table-reader-plugin", "table-reader"),
}

# What has to be done in any case: read each file, and its front matter with MkDocs' own function.
READING = """
import sys
from pathlib import Path
from mkdocs.utils.meta import get_data
for path in sorted(Path(sys.argv[1]).rglob("*.md")):
    get_data(path.read_text(encoding="utf-8-sig"))
"""

TEXT = "Some words about the matter, with `code`, *emphasis* and a [link](index.md). " * 5


def write_pages(docs: Path) -> None:
    """Write the site: one page in ten has a table that takes part."""
    for number in range(PAGES):
        takes_part = number % (PAGES // TABLES) == 0
        extra = f"compat: {{product: product{number}}}\n" if takes_part else ""
        usual = f"title: Page {number}\ndescription: What page {number} is about\ntags: [a, b]\n"
        lines = [
            f"---\n{usual}{extra}---\n\n# Page {number}\n",
            *(f"## Section {section}\n\n{TEXT}\n" for section in range(4)),
        ]
        if takes_part:
            rows = "".join(
                f"| {row // 4 + 1}.{row % 4} | {row + 1}.{number} ➜ {row + 1}.{number + 9} "
                f"| {row + number}.2+ | {number}.{row} |\n"
                for row in range(ROWS)
            )
            header = "| Server | Client | Agent | Database |\n| --- | --- | --- | --- |\n"
            lines.append(f"## Versions\n\n{header}{rows}")
        folder = docs if number == 0 else docs / f"part{number % 20}"
        folder.mkdir(parents=True, exist_ok=True)
        name = "index" if number == 0 else f"page{number}"
        (folder / f"{name}.md").write_text("\n".join(lines), encoding="utf-8")


def write_config(folder: Path, name: str, plugins: list[str]) -> Path:
    """Write the configuration of a build with some plugins."""
    path = folder / f"{name}.yml"
    listed = "".join(f"  - {plugin}\n" for plugin in ["search", *plugins])
    path.write_text(
        "site_name: Made\ntheme: {name: mkdocs, highlightjs: false}\nnav: [index.md]\n"
        f"plugins:\n{listed}",
        encoding="utf-8",
    )
    return path


def seconds(command: list[str], cwd: Path) -> float:
    """Run a command and return the user CPU seconds that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    subprocess.run(command, check=True, cwd=cwd, env=environment, stdout=subprocess.DEVNULL)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def print_ratios(times: dict[str, list[float]], base: str) -> None:
    """Print smallest and median seconds, and the ratio of the smallest to those of `base`."""
    least = min(times[base])
    for name, values in times.items():
        print(
            f"{name:24} min {min(values):6.2f} s, median {statistics.median(values):6.2f} s, "
            f"ratio {min(values) / least:.3f}"
        )


def environment_with_peers(folder: Path) -> str:
    """Return the Python of a new environment with MkDocs, this package and its peers."""
    venv.create(folder, with_pip=True)
    python = str(folder / "bin" / "python")
    packages = [package for package, _ in PEERS.values()]
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", f"{ROOT}[mkdocs]", *packages], check=True
    )
    return python


def main() -> None:
    """Measure in turn and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--no-peers", action="store_true", help="make no environment for peers")
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_pages(folder / "docs")
        python = sys.executable if said.no_peers else environment_with_peers(folder / "venv")
        config = write_config(folder, "with compat", ["compat"])
        check = [python, "-m", "mkdocs_compat.command_line", "check", "--fail-on", "never"]
        commands = {
            "reading front matter": [python, "-c", READING, "docs"],
            "mkdocs-compat check": [*check, "-f", config.name],
        }
        builds = {"without": [], "with compat": ["compat"]}
        if not said.no_peers:
            builds |= {f"with {peer}": [plugin] for peer, (_, plugin) in PEERS.items()}
        for name_, plugins in builds.items():
            path = write_config(folder, name_, plugins)
            target = str(folder / "site" / name_)
            build = [python, "-m", "mkdocs", "build", "--quiet", "-f", path.name, "-d", target]
            commands[f"build {name_}"] = build
        times: dict[str, list[float]] = {label: [] for label in commands}
        for _ in range(said.rounds):
            for label, command in commands.items():
                times[label].append(seconds(command, folder))
    print(f"{PAGES} pages, {TABLES} of them with a table of {ROWS} rows")
    is_build = {label: label.startswith("build") for label in times}
    print_ratios({k: v for k, v in times.items() if not is_build[k]}, "reading front matter")
    print_ratios({k: v for k, v in times.items() if is_build[k]}, "build without")


if __name__ == "__main__":
    main()
