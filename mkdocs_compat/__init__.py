"""Compatibility tables in Markdown: read, proven consistent, and answered."""

__version__ = "0.1.0"
