"""Two versions of a lesson are told apart in words: text, answers, what the lesson says of itself."""

from claimlight.core.article import Span
from claimlight.core.draft import DraftChange, applied
from claimlight.core.lesson import Item, Target
from claimlight.ui.teacher.versions_page import lines_of
from claimlight.work.draft import Draft, PlacedEntry, draft_of, entry_edit, removal_edits, sheet_edit
from claimlight.work.draft_text import text_edits
from claimlight.work.draft_versions import Changed, Piece, changed_between
from lesson_maker import pasted_parts


def marked(draft: Draft, id: str, words: str, why: str = "") -> Draft:
    start = draft.text.text.index(words)
    item = Item(id, "claim", (Target(Span(start, start + len(words)), "claim"),), explanation=why)
    return draft_of(applied(DraftChange("", "", entry_edit(draft, PlacedEntry(item))), draft.parts))


def test_every_kind_of_change_is_told() -> None:
    first = draft_of(pasted_parts("Fares will double. It rained. Tea was served."))
    first = marked(marked(first, "c1", "Fares will double"), "c2", "It rained")
    later = marked(marked(first, "c1", "Fares will double", "It can be checked."), "c3", "Tea was served")
    later = draft_of(applied(DraftChange("", "", removal_edits(later, "c2")), later.parts))
    later = draft_of(applied(DraftChange("", "", sheet_edit(later, author="Ann")), later.parts))
    changed = changed_between(first.parts, later.parts)
    assert changed == Changed((), ("Tea was served",), ("It rained",), ("Fares will double",), ("author",))
    assert "New: “Tea was served”" in lines_of(changed)
    assert not changed_between(first.parts, first.parts)
    assert lines_of(Changed()) == ("Nothing changed.",)


def test_the_text_is_told_by_words() -> None:
    first = draft_of(pasted_parts("Fares will double. It rained."))
    edits = text_edits(first, first.markdown.replace("double", "treble"))
    later = draft_of(applied(DraftChange("", "", edits), first.parts))
    assert changed_between(first.parts, later.parts).pieces == (Piece("double.", "treble."),)
    spaced = {**first.parts, "text:article": first.markdown.replace("It", "  It")}
    assert changed_between(first.parts, spaced).pieces == (Piece("", ""),)
