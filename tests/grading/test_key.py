"""An answer key gets its defaults, or is refused with a reason."""

from dataclasses import replace
from fractions import Fraction

import pytest

from claimlight.core.article import Span
from claimlight.core.errors import LessonError
from claimlight.core.lesson import Item, Target
from claimlight.grading.edge_words import edge_words
from claimlight.grading.grade import prepare
from grading.builders import CLAIM, DENIAL, FIGURE, TWELVE_WORDS, Page, lesson_of, text_of

HALF = Fraction(1, 2)
P = TWELVE_WORDS


def good(id: str = "k", **more: object) -> Item:
    return P.item(id, P.target(CLAIM, (4, 8)), **more)


def faulty(**more: object) -> Target:
    return P.target(CLAIM, (1, 4), **more)


NO_WORDS = Target(Span(2, 3), CLAIM)

REFUSED = [
    ("key-target-without-words", [Item("k", CLAIM, (NO_WORDS,))]),
    ("key-target-without-words", [P.item("k", P.target(CLAIM, (1, 2)), replace(NO_WORDS, factor=HALF))]),
    ("key-core-outside", [P.item("k", faulty(core=[(0, 2)]))]),
    ("key-core-outside", [P.item("k", replace(faulty(), core=(Span(5, 6),)))]),
    ("key-outer-too-narrow", [P.item("k", faulty(outer=[(2, 6)]))]),
    ("key-main-factor", [P.item("k", faulty(factor=HALF))]),
    ("key-negative-weight", [good(weight=Fraction(-1))]),
    ("key-negative-weight", [good(optional=True, bonus=Fraction(-1))]),
    ("key-same-answer-twice", [good("k"), good("other")]),
    ("key-id-twice", [good(), P.item("k", faulty())]),
    ("key-main-label", [replace(good(), label=DENIAL)]),
    ("key-factor-range", [P.item("k", faulty(), faulty(factor=Fraction(3, 2)))]),
    ("key-factor-range", [P.item("k", faulty(), faulty(factor=Fraction(-1, 2)))]),
    ("key-must-outside", [P.item("k", faulty(must=[(3, 5)]))]),
    ("key-must-outside", [P.item("k", replace(faulty(), must=(Span(5, 6),)))]),
    ("key-covers-unknown", [P.item("k", faulty(covers=["nobody"]))]),
    ("key-label-unknown", [P.item("k", P.target("rumour", (1, 4)))]),
    ("key-no-target", [Item("k", CLAIM, ())]),
    ("key-parts-overlap", [P.item("k", P.target(CLAIM, (1, 4), (3, 6)))]),
]


@pytest.mark.parametrize(("code", "items"), REFUSED, ids=[f"{code}-{n}" for n, (code, _) in enumerate(REFUSED)])
def test_a_faulty_key_is_refused(code, items):
    with pytest.raises(LessonError) as refusal:
        prepare(lesson_of(P.text, items))
    assert refusal.value.code == code


def test_an_answer_may_cover_another():
    wide = P.item("a", P.target(CLAIM, (1, 4), covers=["b", "a"]))
    key = prepare(lesson_of(P.text, [wide, P.item("b", P.target(CLAIM, (5, 7)))]))
    assert [target.covers for item in key.items for target in item.targets] == [(1,), ()]


def test_a_trap_may_not_bear_an_answers_id():
    with pytest.raises(LessonError) as refusal:
        prepare(lesson_of(P.text, [good("k")], [P.decoy("k", (0, 1))]))
    assert refusal.value.code == "key-id-twice"


def test_the_same_words_may_have_two_labels():
    assert len(prepare(lesson_of(P.text, [good("k"), P.item("f", P.target(FIGURE, (4, 8)))])).items) == 2


def test_a_text_that_the_lesson_does_not_have():
    with pytest.raises(LessonError) as refusal:
        prepare(lesson_of(P.text, []), "plain")
    assert refusal.value.code == "key-text-unknown"


def test_answers_that_are_held_back():
    lesson = lesson_of(P.text, [])
    sealed = replace(lesson, texts=(replace(lesson.texts[0], key=None),))
    with pytest.raises(LessonError) as refusal:
        prepare(sealed)
    assert refusal.value.code == "key-held-back"


def test_answers_for_another_text():
    lesson = lesson_of(P.text, [good()])
    stale = replace(lesson.texts[0], key=replace(lesson.texts[0].key, text_hash="another"))
    with pytest.raises(LessonError) as refusal:
        prepare(replace(lesson, texts=(stale,)))
    assert refusal.value.code == "key-text-changed"


# Defaults

BRIDGE = Page(
    text_of(
        "Rain fell. | The mayor said on Monday that the old bridge was safe and the road is open, and he left. | "
        "Nobody asked."
    )
)


def prepared(item: Item, page: Page = BRIDGE, **more: object):
    key = prepare(lesson_of(page.text, [item], **more))
    return key, key.items[0].main


def words(key, runs) -> list[str]:
    return [key.text[key.words.span(run)] for run in runs]


def test_the_core_leaves_edge_words_out():
    key, main = prepared(BRIDGE.item("k", BRIDGE.target(CLAIM, "that the old bridge was safe and")))
    assert words(key, main.whole.core) == ["old bridge was safe"]


def test_a_core_of_nothing_but_edge_words_is_the_whole():
    key, main = prepared(BRIDGE.item("k", BRIDGE.target(CLAIM, "and the")))
    assert words(key, main.whole.core) == ["and the"]


def test_the_core_that_a_teacher_set():
    key, main = prepared(BRIDGE.item("k", BRIDGE.target(CLAIM, "the old bridge was safe", core=["bridge was"])))
    assert words(key, main.whole.core) == ["bridge was"]


def test_edge_words_are_the_languages_own():
    key, main = prepared(BRIDGE.item("k", BRIDGE.target(CLAIM, "that the old bridge")), language="fr-CA")
    assert words(key, main.whole.core) == ["that the old bridge"]
    assert "que" in edge_words("fr-CA")
    assert "أن" in edge_words("ar")
    assert not edge_words("xx")
    assert not edge_words("en") & {"no", "not", "never", "about", "over"}


def test_the_outer_is_two_words_more_within_the_sentences():
    key, main = prepared(BRIDGE.item("k", BRIDGE.target(CLAIM, "the old bridge was safe")))
    assert words(key, main.outer) == ["Monday that the old bridge was safe and the"]
    key, main = prepared(BRIDGE.item("k", BRIDGE.target(CLAIM, "mayor said")))
    assert words(key, main.outer) == ["The mayor said on Monday"]
    key, main = prepared(BRIDGE.item("k", BRIDGE.target(CLAIM, "he left")))
    assert words(key, main.outer) == ["open, and he left"]


def test_the_outer_goes_on_to_speaker_and_reporting_verb():
    item = BRIDGE.item("k", BRIDGE.target(CLAIM, "the old bridge was safe"), speaker=["The mayor"], cue=["said"])
    key, main = prepared(item)
    assert words(key, main.outer) == ["The mayor said on Monday that the old bridge was safe and the"]


def test_a_speaker_in_another_paragraph_widens_nothing():
    page = Page(text_of("Ada Ruiz spoke.", "The bridge was safe all the time, she said."))
    key, main = prepared(
        page.item("k", page.target(CLAIM, "bridge was safe"), speaker=["Ada Ruiz"], cue=["said"]), page
    )
    assert words(key, main.outer) == ["The bridge was safe all the time, she said"]


def test_the_outer_that_a_teacher_set():
    key, main = prepared(BRIDGE.item("k", BRIDGE.target(CLAIM, "old bridge", outer=["the old bridge was safe"])))
    assert words(key, main.outer) == ["the old bridge was safe"]


def test_denying_words_in_the_range_must_be_there():
    page = Page(text_of("The firm denied dumping waste and said no more."))
    main = page.target(DENIAL, "denied dumping waste")
    without = page.target(DENIAL, "dumping waste", factor=HALF)
    key = prepare(lesson_of(page.text, [page.item("k", main, without, denying=["denied"])]))
    assert words(key, key.items[0].targets[0].must) == ["denied"]
    assert key.items[0].targets[0].says_no
    assert not key.items[0].targets[1].must


def test_a_broken_answer_has_parts_with_cores_of_their_own():
    page = Page(text_of("That the bridge fell, she said, and the road too was lost, is true."))
    key, main = prepared(page.item("k", page.target(CLAIM, "the bridge fell", "and the road too")), page)
    assert [words(key, way.core) for way in main.ways] == [
        ["bridge fell", "road too"],
        ["bridge fell"],
        ["road too"],
    ]
    assert words(key, [way.range for way in main.ways]) == [
        "the bridge fell, she said, and the road too",
        "the bridge fell",
        "and the road too",
    ]
    assert words(key, main.outer) == ["That the bridge fell, she said, and the road too was lost"]


def test_a_broken_answer_with_a_core_and_an_outer_of_its_own():
    page = Page(text_of("That the bridge fell, she said, and the road too was lost, is true."))
    target = page.target(CLAIM, "the bridge fell", "road too", core=["fell"], outer=["the bridge fell", "road too was"])
    key, main = prepared(page.item("k", target), page)
    assert [words(key, way.core) for way in main.ways] == [["fell", "road too"], ["fell"], ["road too"]]
    assert words(key, main.outer) == ["the bridge fell, she said, and the road too was"]


def test_excluded_zones_hold_no_words_and_no_sentences():
    page = Page(text_of("Sign up here. | The bridge fell. | Share this."))
    item = page.item("k", page.target(CLAIM, "The bridge fell"))
    zones = [page.span("Sign up here."), page.span("Share this.")]
    key = prepare(lesson_of(page.text, [item], excluded=zones))
    assert words(key, [key.words.sentence(n) for n in range(len(key.words.firsts) - 1)]) == ["The bridge fell"]
    with pytest.raises(LessonError):
        prepare(lesson_of(page.text, [page.item("k", page.target(CLAIM, "Share this"))], excluded=zones))


def test_a_word_half_inside_a_zone_is_left_out():
    page = Page(text_of("abcd efgh"))
    assert len(prepare(lesson_of(page.text, [], excluded=[Span(0, 2)])).words) == 1
    assert len(prepare(lesson_of(page.text, [], excluded=[Span(0, 1)])).words) == 2
