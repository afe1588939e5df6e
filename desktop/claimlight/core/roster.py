"""A name on a class's list, and how names of people are compared."""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """`name` is shown and unique in its class; `school_id`, perhaps empty, is how the school knows the person."""

    name: str
    school_id: str = ""


def clean_name(name: str) -> str:
    """`name` in one line, single-spaced, without characters that nobody sees, such as marks of direction."""
    return " ".join("".join(one if _is_seen(one) else " " * one.isspace() for one in name).split())


def name_key(name: str) -> tuple[str, ...]:
    """The same for "Ruiz, Ada" and "ada ruiz": the words of a name, however they are written and ordered."""
    folded = unicodedata.normalize("NFKC", clean_name(name)).casefold()
    return tuple(sorted("".join(one if one.isalnum() or unicodedata.combining(one) else " " for one in folded).split()))


def _is_seen(one: str) -> bool:
    return unicodedata.category(one) not in ("Cc", "Cf", "Cs", "Co", "Cn") or one in "\u200c\u200d"
