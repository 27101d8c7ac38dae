"""Versions: schemes, their order and the keys that stand for it."""

from __future__ import annotations

from mkdocs_compat.versions.comparison import compare, describe_order
from mkdocs_compat.versions.inference import infer_scheme
from mkdocs_compat.versions.registry import SCHEME_NAMES, get_scheme

__all__ = ["SCHEME_NAMES", "compare", "describe_order", "get_scheme", "infer_scheme"]
