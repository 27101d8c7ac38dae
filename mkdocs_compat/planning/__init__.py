"""Upgrade plans: which component to move when, so that everything works on the way."""
