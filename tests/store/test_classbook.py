"""A teacher's lessons in the making: every gesture is on disk, can be undone after a restart, and nothing is lost."""

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlight.core.draft import DraftChange, PartEdit, applied
from claimlight.core.errors import StoreError
from claimlight.core.identity import new_id
from claimlight.store.classbook import open_classbook
from claimlight.store.data_folder import DataFolder, ReadOnlyReason, open_data_folder
from claimlight.store.opening import open_workbook

PARTS = {"sheet": "title", "text:article": "Fares will rise."}


@pytest.fixture
def classbook(folder, ids, clock):
    book = open_classbook(folder, new_id=ids, clock=clock)
    yield book
    book.close()


@pytest.fixture
def draft(classbook):
    return classbook.add_draft(PARTS)


def edit(part, before, after, gesture="text"):
    return DraftChange(new_id(), gesture, (PartEdit(part, before, after),))


def test_a_draft_is_there_after_a_restart_with_its_undo(folder, classbook, draft, ids, clock):
    classbook.record(draft, edit("text:article", "Fares will rise.", "Fares may rise."))
    classbook.record(draft, edit("answer:c1", None, "claim", "mark"))
    classbook.close()
    again = open_classbook(folder, new_id=ids, clock=clock)
    assert again.parts(draft) == {**PARTS, "text:article": "Fares may rise.", "answer:c1": "claim"}
    assert again.can_undo(draft) == "mark"
    assert again.undo(draft).edits == (PartEdit("answer:c1", "claim", None),)
    assert again.undo(draft).edits == (PartEdit("text:article", "Fares may rise.", "Fares will rise."),)
    assert (again.undo(draft), again.can_undo(draft), again.can_redo(draft)) == (None, None, "text")
    assert again.parts(draft) == PARTS
    assert again.redo(draft).gesture == "text"
    assert again.redo(draft).edits == (PartEdit("answer:c1", None, "claim"),)
    assert again.redo(draft) is None
    assert again.parts(draft)["text:article"] == "Fares may rise."
    again.close()


def test_a_new_gesture_ends_what_could_be_redone(classbook, draft):
    classbook.record(draft, edit("answer:c1", None, "claim"))
    classbook.undo(draft)
    classbook.record(draft, edit("answer:d1", None, "denial"))
    assert classbook.can_redo(draft) is None


def test_a_change_of_something_else_is_refused_whole(classbook, draft):
    change = DraftChange("x", "text", (PartEdit("answer:c1", None, "claim"), PartEdit("text:article", "Other", "")))
    with pytest.raises(ValueError, match="text:article"):
        classbook.record(draft, change)
    assert classbook.parts(draft) == PARTS
    with pytest.raises(ValueError, match="no draft"):
        classbook.parts("nobody")


def test_the_draft_worked_on_last_comes_first_and_a_removed_one_comes_back(classbook, draft):
    other = classbook.add_draft({"sheet": "other"})
    assert classbook.drafts() == ((other, "other"), (draft, "title"))
    classbook.use_draft(draft)
    assert [id for id, _ in classbook.drafts()] == [draft, other]
    classbook.remove_draft(draft)
    assert [id for id, _ in classbook.drafts()] == [other]
    classbook.remove_draft(draft, removed=False)
    assert classbook.parts(draft) == PARTS


def test_versions_stay_as_they_were(classbook, draft):
    assert classbook.keep_version(draft, "given") == 1
    classbook.record(draft, edit("text:article", "Fares will rise.", "Fares fell."))
    assert classbook.keep_version(draft, "shared") == 2
    one, two = classbook.versions(draft)
    assert (one.number, one.reason, one.parts) == (1, "given", PARTS)
    assert (two.number, two.parts["text:article"]) == (2, "Fares fell.")


def test_a_classbook_stands_beside_the_workbook_with_backups_of_its_own(folder, classbook, draft, ids, clock):
    workbook = open_workbook(folder, new_id=ids, clock=clock)
    workbook.close()
    classbook.close()
    names = {file.name for file in (folder.path / "backups").glob("*.db")}
    assert len(names) == 2
    assert {name.split()[0] for name in names} == {"workbook", "classbook"}
    assert sqlite3.connect(folder.path / "classbook.db").execute("SELECT count(*) FROM draft").fetchone() == (1,)


def test_a_damaged_classbook_is_set_aside_and_the_workbook_is_not_touched(folder, classbook, draft, ids, clock):
    classbook.close()
    (folder.path / "classbook.db").write_bytes(b"rubbish")
    with pytest.raises(StoreError) as caught:
        open_classbook(folder, new_id=ids, clock=clock)
    assert caught.value.code == "workbook-damaged"
    assert caught.value.params["set_aside"].name.startswith("classbook set aside")


def test_a_read_only_folder_gives_drafts_to_read(folder, classbook, draft, ids, clock):
    classbook.close()
    reading = DataFolder(folder.path, None, ReadOnlyReason.FOLDER, False)
    book = open_classbook(reading, new_id=ids, clock=clock)
    assert book.parts(draft) == PARTS
    with pytest.raises(StoreError):
        book.record(draft, edit("answer:c1", None, "claim"))
    book.close()


@settings(max_examples=30)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.none() | st.text("xyz🌊\n", max_size=8)), max_size=12))
def test_undoing_everything_gives_back_what_was_there(tmp_path_factory, edits):
    with open_data_folder(tmp_path_factory.mktemp("law")) as folder:
        book = open_classbook(folder)
        draft = book.add_draft({"sheet": "", "a": "xx"})
        states = [book.parts(draft)]
        for part, value in edits:
            before = states[-1].get(part)
            if before == value:
                continue
            change = edit(part, before, value)
            book.record(draft, change)
            states.append(book.parts(draft))
            assert states[-1] == applied(change, states[-2])
        for state in reversed(states[:-1]):
            book.undo(draft)
            assert book.parts(draft) == state
        for state in states[1:]:
            book.redo(draft)
            assert book.parts(draft) == state
        book.close()
