"""What the plugin adds to a build: the example site with it and without it, in turn.

Prints the user CPU seconds of whole builds (the smallest and the median of several) and their
ratio. Wall time on shared machines is too noisy to show a few per cent.
"""

from __future__ import annotations

import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 7


def build(config: Path, out: Path) -> float:
    """Build a site and return the user CPU seconds that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config), "-d", str(out)],
        check=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def main() -> None:
    """Build in turn and print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        site = ROOT / "site_example"
        text = (site / "mkdocs.yml").read_text(encoding="utf-8")
        text = text.replace("theme:\n", f"docs_dir: {site / 'docs'}\ntheme:\n", 1)
        configs = {}
        for name, content in {
            "with": text,
            "without": re.sub(r"^  - compat\n", "", text, flags=re.MULTILINE),
        }.items():
            configs[name] = Path(folder, f"{name}.yml")
            configs[name].write_text(content, encoding="utf-8")
        seconds: dict[str, list[float]] = {name: [] for name in configs}
        for _ in range(ROUNDS):
            for name, config in configs.items():
                seconds[name].append(build(config, Path(folder, name)))
    for name, values in seconds.items():
        print(f"{name:8} min {min(values):.3f} s, median {statistics.median(values):.3f} s")
    smallest = min(seconds["with"]) / min(seconds["without"])
    medians = statistics.median(seconds["with"]) / statistics.median(seconds["without"])
    print(f"ratio    min {smallest:.3f}, median {medians:.3f}")


if __name__ == "__main__":
    main()
