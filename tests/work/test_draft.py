"""A lesson in the making: answers stay on their words through every edit, and the files are a lesson of their own."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlight.core.anchoring import Degree
from claimlight.core.draft import DraftChange, applied
from claimlight.core.errors import LessonError
from claimlight.core.lesson import Item
from claimlight.files.lesson_bundle import read_bundle
from claimlight.files.lesson_folder import read_lesson
from claimlight.files.lesson_lint import check_lesson
from claimlight.files.places import lessons
from claimlight.work.draft import Draft, draft_of, free_id, removal_edits, sheet_edit, span_of
from claimlight.work.draft_files import bundle_of, members_of, parts_of_lesson, renewed, write_members
from claimlight.work.draft_text import confirmed_edit, found_edit, language_edits, text_edits
from lesson_maker import ARTICLE, KEY, built_lesson, excluded

FOLDERS = sorted(path.parent for path in lessons().glob("*/lesson.toml"))


@pytest.fixture
def draft(tmp_path) -> Draft:
    folder = built_lesson(tmp_path / "fares", key=[*KEY, excluded("Tea was served")])
    return draft_of(parts_of_lesson(folder))


def after(draft: Draft, edits) -> Draft:
    return draft_of(applied(DraftChange("x", "x", tuple(edits)), draft.parts), draft)


def words(draft: Draft) -> dict[str, str]:
    return {id: draft.text[span_of(each.entry)] for id, each in draft.entries.items()}


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_our_lessons_come_through_a_draft_unchanged(folder, tmp_path):
    draft = draft_of(parts_of_lesson(folder))
    before, copy = read_lesson(folder), tmp_path / "copy"
    write_members(members_of(draft), copy)
    now = read_lesson(copy)
    assert (now.hash, now.title, now.glossary) == (before.hash, before.title, before.glossary)
    one, two = before.text().key, now.text().key
    assert {item.id: item for item in one.items} == {item.id: item for item in two.items}
    assert (sorted(one.decoys, key=str), one.rate) == (sorted(two.decoys, key=str), two.rate)
    assert [each for each in check_lesson(copy).findings if each.file != "second.json"] == []
    assert read_bundle(bundle_of(draft)).hash == before.hash


def test_a_text_that_grows_before_an_answer_moves_it_along(draft):
    grown = after(draft, text_edits(draft, draft.markdown.replace("Fares will", "It rained on Friday. Fares will")))
    assert words(grown) == words(draft)
    assert all(each.degree is Degree.SAME for each in grown.entries.values())
    assert grown.key().items[0].speaker != draft.key().items[0].speaker


def test_words_that_are_put_right_before_an_answer_are_not_taken_in(draft):
    put = after(draft, text_edits(draft, draft.markdown.replace("Some 400 people", "So, some say, Some 400 people")))
    assert words(put)["f1"] == "Some 400 people"


def test_an_answer_whose_own_words_changed_wants_a_look_and_does_not_count(draft):
    changed = after(draft, text_edits(draft, draft.markdown.replace("double by spring", "double by summer")))
    assert changed.entries["c1"].degree is Degree.DOUBTFUL
    assert words(changed)["c1"] == "Fares will double by summer"
    assert [item.id for item in changed.key().items] == ["d1", "f1"]
    assert changed.key().items[0].links == (), "no link leads to what does not count"
    sure = after(changed, confirmed_edit(changed, "c1"))
    assert [item.id for item in sure.key().items] == ["c1", "d1", "f1"]
    assert sure.key().items[1].links != ()


def test_an_answer_without_its_no_wants_a_look(draft):
    """The words around stay, but those that say no are gone."""
    changed = after(draft, text_edits(draft, draft.markdown.replace("That is not true", "That is untrue")))
    assert changed.entries["d1"].degree is Degree.DOUBTFUL
    assert changed.entries["d1"].entry.denying == ()


def test_an_answer_whose_words_are_gone_is_kept_and_can_be_put_elsewhere(draft):
    gone = after(draft, text_edits(draft, draft.markdown.replace("Some 400 people came to the hall. ", "")))
    assert "f1" not in gone.entries
    assert (gone.lost["f1"].label, gone.lost["f1"].words) == ("unverified-figure", "Some 400 people")
    at = gone.text.text.index("Nobody")
    put = after(gone, found_edit(gone, "f1", gone.text.words_touching(gone.text.sentences[0])[0]))
    assert at > 0
    assert put.lost == {}
    assert put.entries["f1"].entry.explanation == "Because."
    assert put.entries["f1"].degree is Degree.SAME


def test_lost_words_that_come_back_are_offered_where_they_stand(draft):
    gone = after(draft, text_edits(draft, draft.markdown.replace("Some 400 people came to the hall. ", "")))
    back = after(gone, text_edits(gone, f"{gone.markdown}\n\nSome 400 people, it was said.\n"))
    assert back.entries["f1"].degree is Degree.DOUBTFUL
    assert words(back)["f1"] == "Some 400 people"
    again = after(back, text_edits(back, f"{back.markdown}\n\nThe end.\n"))
    assert again.entries["f1"].degree is Degree.DOUBTFUL, "moving along is no look"
    twice = after(gone, text_edits(gone, f"{gone.markdown}\n\nSome 400 people. Some 400 people.\n"))
    assert "f1" in twice.lost


def test_an_answer_that_is_removed_takes_its_links_along(draft):
    left = after(draft, removal_edits(draft, "c1"))
    assert [item.id for item in left.key().items] == ["d1", "f1"]
    assert left.entries["d1"].entry.links == ()
    assert free_id(left, "c") == "c1"
    assert free_id(left, "d") == "d2"


def test_a_sheet_that_would_be_wrong_is_refused(draft):
    titled = after(draft, sheet_edit(draft, title="Fares", topic="buses"))
    assert (titled.sheet.title, titled.sheet.topic) == ("Fares", "buses")
    assert titled.text is not draft.text or titled.text == draft.text
    assert after(titled, sheet_edit(titled, topic=None)).sheet.topic == ""
    with pytest.raises(LessonError, match="field-too-small"):
        sheet_edit(draft, version=0)
    assert sheet_edit(draft, title=draft.sheet.title) == ()


def test_another_direction_builds_the_text_anew(draft):
    mirrored = after(draft, language_edits(draft, language="ar", direction="rtl"))
    assert mirrored.text.blocks[0].language == "ar"
    assert words(mirrored) == words(draft)


def test_a_copy_is_a_lesson_of_its_own_that_says_what_it_is_based_on(draft, ids):
    copy = draft_of(renewed(draft.parts, ids, title="Fares, again!"))
    assert copy.sheet.id != draft.sheet.id
    assert (copy.sheet.slug, copy.sheet.title) == ("fares-again", "Fares, again!")
    assert f'based_on = "{draft.sheet.id}"' in members_of(copy)["lesson.toml"].decode()
    assert renewed(draft.parts, ids)["text:article"] == draft.markdown


def test_a_folder_that_holds_something_is_left_alone(draft, tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(LessonError, match="folder-not-empty"):
        write_members(members_of(draft), tmp_path / "full")
    with pytest.raises(LessonError, match="file-not-written"):
        write_members(members_of(draft), tmp_path / "full" / "notes.txt")


def test_a_lesson_without_answers_is_a_draft_too(tmp_path):
    folder = built_lesson(tmp_path / "fares", key=None)
    draft = draft_of(parts_of_lesson(folder))
    assert (draft.entries, draft.key().items) == ({}, ())
    assert "article.key.json" not in members_of(draft)
    (folder / "article.md").unlink()
    with pytest.raises(LessonError):
        parts_of_lesson(folder)


def test_a_part_that_is_no_sheet_is_refused(draft):
    with pytest.raises(LessonError, match="broken-json"):
        draft_of({**draft.parts, "sheet": json.dumps([])})


@settings(max_examples=60)
@given(st.data())
def test_no_answer_ever_stands_on_other_words_without_a_look(tmp_path_factory, data):
    folder = built_lesson(tmp_path_factory.mktemp("law") / "fares")
    before = draft_of(parts_of_lesson(folder))
    start = data.draw(st.integers(0, len(ARTICLE)))
    end = data.draw(st.integers(start, min(len(ARTICLE), start + 40)))
    put = data.draw(st.text("abc .\n🌊", max_size=12))
    markdown = ARTICLE[:start] + put + ARTICLE[end:]
    edits = text_edits(before, markdown)
    now = after(before, edits) if edits else before
    assert {*now.entries, *now.lost} == {*before.entries}
    for id, placed in now.entries.items():
        entry = before.entries[id].entry
        if placed.counts:
            assert now.text[span_of(placed.entry)] == before.text[span_of(entry)]
            if isinstance(entry, Item):
                assert [now.text[span] for span in placed.entry.denying] == [
                    before.text[span] for span in entry.denying
                ]
    inverse = DraftChange("x", "x", edits).inverse
    assert applied(inverse, now.parts) == before.parts
