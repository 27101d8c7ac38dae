"""Checks: each looks for one kind of mistake, and has a code, a name and a page of its own."""
