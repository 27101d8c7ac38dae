"""Answers: what a set of versions is worth, and which statements decide it."""
