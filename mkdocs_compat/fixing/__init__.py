"""Fixes for what authors wrote: how cells are rewritten, and how edits are applied to a text."""
