"""A lesson in the making is looked over as it is in memory: every finding has its place and its short sentence."""

import pytest

from claimlight.core.article import Span
from claimlight.core.draft import DraftChange, applied
from claimlight.core.lesson import Decoy, Item, ItemLink, Target
from claimlight.files.key_json import Entry, Zone
from claimlight.files.places import lessons
from claimlight.wording.draft_findings import ROWS, say_row
from claimlight.work.draft import Draft, PlacedEntry, draft_of, entry_edit, sheet_edit
from claimlight.work.draft_check import Found, in_order, played_findings, quick_findings
from claimlight.work.draft_files import parts_of_lesson
from claimlight.work.draft_text import text_edits
from lesson_maker import pasted_parts

TEXT = (
    "Fares will double by spring, the minister said. It rained.\n\nThe union denied it. Later the fares will double by "
    "spring, somebody said. Tea was served.\n\nAs many as 900 people came. Nobody counted."
)


@pytest.fixture
def draft() -> Draft:
    return draft_of(pasted_parts(TEXT))


def draft_findings(draft: Draft) -> tuple[Found, ...]:
    """All that the window's list comes to."""
    return in_order((*quick_findings(draft), *played_findings(draft)))


def span(draft: Draft, words: str) -> Span:
    start = draft.text.text.index(words)
    return Span(start, start + len(words))


def with_entries(draft: Draft, *entries: Entry) -> Draft:
    for entry in entries:
        draft = draft_of(applied(DraftChange("", "", entry_edit(draft, PlacedEntry(entry))), draft.parts), draft)
    return draft


def item(draft: Draft, id: str, words: str, label: str = "claim", **more: object) -> Item:
    return Item(id, label, (Target(span(draft, words), label),), **more)  # type: ignore[arg-type]


def codes(found: tuple[Found, ...]) -> list[str]:
    return [each.finding.code for each in found]


def test_a_new_lesson_has_no_answers_yet(draft: Draft) -> None:
    assert codes(draft_findings(draft)) == ["author-missing", "licence-missing", "no-answers"]


def test_each_answer_is_looked_at_in_its_place(draft: Draft) -> None:
    lesson = with_entries(
        draft,
        item(draft, "c1", "Fares will double by spring", attributes=(("source", ("Ann Ruiz",)),)),
        item(draft, "d1", "The union denied it", "denial", attributes=(("source", ("Ms Ruiz",)),)),
        item(draft, "f1", "900 peop", "unverified-figure", explanation="Nobody counted."),
        Decoy("t1", span(draft, "Nobody counted"), ""),
    )
    found = draft_findings(lesson)
    told = {(each.finding.code, each.id) for each in found}
    assert ("explanation-missing", "c1") in told
    assert ("repeated-unmarked", "c1") in told
    assert ("denial-without-link", "d1") in told
    assert ("one-speaker", "d1") in told
    assert ("ragged-ends", "f1") in told
    assert ("figure-without-reason", "f1") in told
    assert ("decoy-without-reason", "t1") in told
    repeated = next(each for each in found if each.finding.code == "repeated-unmarked")
    assert repeated.span is not None
    assert lesson.text[repeated.span] == "fares will double by spring"
    places = [each.span.start for each in found if each.span is not None]
    assert places == sorted(places)


def test_two_names_that_one_answer_takes_are_one_speaker_already(draft: Draft) -> None:
    lesson = with_entries(
        draft,
        item(draft, "c1", "Fares will double", attributes=(("source", ("Ann Ruiz", "Ruiz")),)),
        item(draft, "c2", "It rained", attributes=(("source", ("Ruiz",)),)),
    )
    assert "one-speaker" not in codes(draft_findings(lesson))


def test_what_cannot_be_used_comes_first_and_nothing_is_played(draft: Draft) -> None:
    bad = item(draft, "c1", "Fares will double by spring")
    broken = Item("c1", "claim", (Target(bad.main.span, "claim", core=(span(draft, "It rained"),)),))
    found = draft_findings(with_entries(draft, broken))
    assert found[0].severe
    assert not any(code.startswith("game-") for code in codes(found))


def test_answers_whose_words_went_are_asked_about(draft: Draft) -> None:
    lesson = with_entries(draft, item(draft, "c1", "As many as 900 people came"), item(draft, "c2", "It rained"))
    markdown = lesson.markdown.replace("900 people came", "800 people came").replace(" It rained.", "")
    after = draft_of(applied(DraftChange("", "", text_edits(lesson, markdown)), lesson.parts))
    assert {"answer-in-doubt", "answer-lost"} <= {*codes(draft_findings(after))[:2]}


def test_a_level_that_is_none_and_a_link_into_nothing(draft: Draft) -> None:
    odd = draft_of(applied(DraftChange("", "", sheet_edit(draft, level="hard")), draft.parts))
    linked = item(odd, "d1", "The union denied it", "denial", links=(ItemLink("denies", "c9"),))
    assert {"level-unclear", "dead-link"} <= {*codes(draft_findings(with_entries(odd, linked)))}


def test_a_shipped_lesson_is_in_order_but_for_what_is_repeated() -> None:
    draft = draft_of(parts_of_lesson(lessons() / "canteen-survey"))
    assert {*codes(draft_findings(draft))} <= {"one-speaker", "repeated-unmarked", "ragged-ends"}


def test_playing_can_be_left_out(draft: Draft) -> None:
    everything = with_entries(
        draft,
        item(draft, "c1", "Fares will double by spring, the minister said"),
        item(draft, "c2", "It rained"),
        item(draft, "c3", "The union denied it"),
        item(draft, "c4", "As many as 900 people came"),
        Zone("x1", span(draft, "Tea was served")),
    )
    assert any(code.startswith("game-") for code in codes(draft_findings(everything)))
    assert not any(code.startswith("game-") for code in codes(quick_findings(everything)))
    assert played_findings(draft) == ()


def test_every_row_can_be_said() -> None:
    params = dict.fromkeys(("one", "other", "answers", "sentences", "score", "limit", "word", "measured", "level"), "7")
    for code in ROWS:
        assert "{" not in say_row(code, params, "words")
    assert "author.md" in say_row("text-without-words", {"file": "author.md"}, "")
