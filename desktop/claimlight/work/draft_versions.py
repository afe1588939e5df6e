"""What changed between two versions of a lesson: words of the text, answers that came, went or are others now."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from claimlight.core.draft import Parts
from claimlight.work.draft import ARTICLE, SHEET

_ANSWER = "answer:"
MOST_PIECES = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the text that were taken out, and what stands in their place."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changed:
    """`pieces` are the first of the text; answers are told by their words, fields of the sheet by name."""

    pieces: tuple[Piece, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.pieces or self.added or self.removed or self.others or self.fields)


def changed_between(before: Parts, after: Parts) -> Changed:
    old, new = _answers(before), _answers(after)
    both = [part for part in new if part in old and json.loads(before[part]) != json.loads(after[part])]
    said, now = json.loads(before[SHEET]), json.loads(after[SHEET])
    return Changed(
        _pieces(before[ARTICLE], after[ARTICLE]),
        tuple(words for part, words in new.items() if part not in old),
        tuple(words for part, words in old.items() if part not in new),
        tuple(new[part] for part in both),
        tuple(name for name in {**said, **now} if said.get(name) != now.get(name)),
    )


def _answers(parts: Parts) -> dict[str, str]:
    return {part: _words(json.loads(value)["annotation"]) for part, value in parts.items() if part.startswith(_ANSWER)}


def _words(annotation: Mapping[str, object]) -> str:
    target = annotation["target"]
    assert isinstance(target, Mapping), "written by us"
    return str(next(part["exact"] for part in target["selector"] if "exact" in part))


def _pieces(before: str, after: str) -> tuple[Piece, ...]:
    """By whole words, so that it can be read."""
    if before == after:
        return ()
    old, new = before.split(), after.split()
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    found = [Piece(" ".join(old[a:b]), " ".join(new[c:d])) for kind, a, b, c, d in steps if kind != "equal"]
    return tuple(found[:MOST_PIECES]) or (Piece("", ""),)
