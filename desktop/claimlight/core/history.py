"""What one gesture changed, whole before and whole after, so that it can be undone at any time."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from claimlight.core.annotation import Annotation


@dataclass(frozen=True, slots=True)
class Edit:
    """One highlight before and after: None before it was made, None after it was removed."""

    before: Annotation | None
    after: Annotation | None

    @property
    def id(self) -> str:
        known = self.after or self.before
        assert known is not None, "an edit touches a highlight"
        return known.id


@dataclass(frozen=True, slots=True)
class Change:
    """All that one gesture touched. `gesture` names it for the undo menu ("highlight", "remove", "move-end", …)."""

    id: str
    gesture: str
    edits: tuple[Edit, ...]

    @property
    def inverse(self) -> "Change":
        """The change that takes this one back; it keeps the id."""
        return Change(self.id, self.gesture, tuple(Edit(edit.after, edit.before) for edit in reversed(self.edits)))


def apply(change: Change, annotations: Mapping[str, Annotation]) -> dict[str, Annotation]:
    """The highlights by id after `change`. Raises ValueError when they are not as the change found them."""
    result = dict(annotations)
    for edit in change.edits:
        if result.get(edit.id) != edit.before:
            raise ValueError(f"highlight {edit.id} is not as the change found it")
        if edit.after is None:
            del result[edit.id]
        else:
            result[edit.id] = edit.after
    return result


def removal(change_id: str, gone: Annotation, annotations: Mapping[str, Annotation]) -> Change:
    """The change that removes `gone`, and with it every link that leads to it."""
    linked = (
        Edit(other, _without_links_to(gone.id, other))
        for other in annotations.values()
        if other.id != gone.id and any(link.target == gone.id for link in other.links)
    )
    return Change(change_id, "remove", (*linked, Edit(gone, None)))


def _without_links_to(id: str, annotation: Annotation) -> Annotation:
    return replace(annotation, links=tuple(link for link in annotation.links if link.target != id))
