"""Sentences for what can go wrong with a store, by code."""

STORE_ERRORS: dict[str, str] = {}
