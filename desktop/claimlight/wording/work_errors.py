"""Sentences for what can go wrong with a piece of work, by code."""

from claimlight.wording.highlight_errors import HIGHLIGHT_ERRORS

WORK_ERRORS: dict[str, str] = {**HIGHLIGHT_ERRORS}
