"""Sentences for what can go wrong with a lesson, by code."""

LESSON_ERRORS: dict[str, str] = {}
