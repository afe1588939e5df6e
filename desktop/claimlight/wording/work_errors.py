"""Sentences for what can go wrong with a piece of work, by code."""

WORK_ERRORS: dict[str, str] = {}
