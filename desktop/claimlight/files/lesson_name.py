"""The short name of a lesson, made from its title."""

import re
import unicodedata


def slug_of(title: str) -> str:
    """Small letters, figures and hyphens; "lesson" where nothing of that is left."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:60].strip("-") or "lesson"
