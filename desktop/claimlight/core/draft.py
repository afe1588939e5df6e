"""A lesson that is being written: named parts, and what one gesture changed of them.

A part is a text under a name: "sheet" (what `lesson.toml` says), "text:article" (its Markdown), "answer:c1" (one
answer, trap or excluded zone). What stands in a part is the business of `work.drafts`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

Parts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PartEdit:
    """One part before and after: None before it was made, None after it was removed."""

    part: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class DraftChange:
    """All that one gesture touched. `gesture` names it for the undo menu ("mark", "text", "explanation", …)."""

    id: str
    gesture: str
    edits: tuple[PartEdit, ...]

    @property
    def inverse(self) -> "DraftChange":
        """The change that takes this one back; it keeps the id."""
        return DraftChange(
            self.id, self.gesture, tuple(PartEdit(each.part, each.after, each.before) for each in reversed(self.edits))
        )


def applied(change: DraftChange, parts: Parts) -> dict[str, str]:
    """The parts after `change`. Raises ValueError when they are not as the change found them."""
    result = dict(parts)
    for edit in change.edits:
        if result.get(edit.part) != edit.before:
            raise ValueError(f"{edit.part} is not as the change found it")
        if edit.after is None:
            del result[edit.part]
        else:
            result[edit.part] = edit.after
    return result
