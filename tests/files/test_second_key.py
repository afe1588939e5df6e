"""A second, independent key beside a lesson: `check` says how far the two agree, and where they do not."""

import json

import pytest

from claimlight.cli import main
from claimlight.files.lesson_bundle import bundle_folder
from claimlight.files.lesson_folder import build_folder
from claimlight.files.lesson_lint import check_lesson
from claimlight.grading.key_agreement import LEAST_F1
from lesson_maker import CLAIM, DENIAL, FIGURE, KEY, built_lesson, decoy, item, write_lesson

OTHER = item("x1", "claim", "Tea was served")


@pytest.fixture
def lesson(tmp_path):
    write_lesson(tmp_path / "fares")
    build_folder(tmp_path / "fares")
    return tmp_path / "fares"


def second(lesson, *items: object) -> None:
    (lesson / "second.json").write_text(json.dumps({"items": items}, ensure_ascii=False), encoding="utf-8")


def found_in(lesson) -> list[tuple[str, str]]:
    """Code and file of every finding but those of the games, which this small lesson does not pass."""
    findings = check_lesson(lesson).findings
    return [(each.code, each.file) for each in findings if not each.code.startswith("game-")]


def agreement(lesson):
    (facts,) = check_lesson(lesson).facts
    return facts.second


def test_without_a_second_key_nothing_is_said(lesson):
    assert agreement(lesson) is None


def test_two_equal_keys_agree_wholly(lesson):
    second(lesson, *KEY)
    found = agreement(lesson)
    assert (found.f1, found.alpha.value, found.only_first, found.only_second) == (1, 1, (), ())
    assert found_in(lesson) == []


def test_the_same_words_less_or_more_are_still_the_same_answer(lesson):
    second(lesson, item("a", "claim", "Fares will double"), {**DENIAL}, item("b", "unverified-figure", "400 people"))
    assert agreement(lesson).f1 == 1
    assert agreement(lesson).alpha.value < 1


def test_another_label_on_the_same_words_is_a_disagreement_on_both_sides(lesson):
    second(lesson, CLAIM, DENIAL, item("b", "claim", "Some 400 people"))
    found = agreement(lesson)
    assert found.f1 == 2 * 2 / (3 + 3)
    assert [each.id for each in found.only_first] == ["f1"]
    assert [(each.label, each.words) for each in found.only_second] == [("claim", "Some 400 people")]


def test_what_one_key_does_not_count_is_not_required_by_it(lesson):
    optional = {**FIGURE, "body": {**FIGURE["body"], "optional": True}}
    second(lesson, CLAIM, DENIAL, optional, item("z", "claim", "It was late", optional=True))
    found = agreement(lesson)
    assert found.f1 == 2 * 2 / (3 + 2)
    assert ([each.id for each in found.only_first], found.only_second) == (["f1"], ())


def test_traps_are_not_compared(lesson):
    second(lesson, CLAIM, DENIAL, FIGURE, decoy("q", "Tea was served"))
    assert agreement(lesson).f1 == 1


@pytest.fixture
def said(lesson, capsys):
    """What `check --second` prints of the lesson, without its folder."""

    def said() -> list[str]:
        main(["check", "--second", str(lesson)])
        return [line.removeprefix(f"{lesson}: ") for line in capsys.readouterr().out.splitlines()]

    return said


def test_keys_that_disagree_are_a_finding_and_each_difference_is_listed(lesson, said):
    second(lesson, CLAIM, OTHER)
    found = agreement(lesson)
    assert found.f1 == 0.4 < LEAST_F1
    assert found_in(lesson) == [("keys-disagree", "second.json")]
    lines = said()
    assert "a second key agrees to F1 0.40, alpha " in lines[0]
    assert lines[1:4] == [
        "only in the answers: denial d1 “That is not true”",
        "only in the answers: unverified-figure f1 “Some 400 people”",
        "only in the second key: claim x1 “Tea was served”",
    ]
    assert any("second.json: the two keys agree to only F1 0.40 (at least 0.75 is sound)" in line for line in lines[4:])


def test_a_second_key_that_quotes_other_words_is_a_finding(lesson):
    second(lesson, item("a", "claim", "Fares will triple"))
    assert found_in(lesson) == [("quote-not-found", "second.json")]


def test_two_keys_without_an_item_agree_and_have_no_alpha(tmp_path, capsys):
    lesson = built_lesson(tmp_path / "quiet", key=[])
    second(lesson)
    assert (agreement(lesson).f1, agreement(lesson).alpha.value) == (1, None)
    main(["check", str(lesson)])
    assert "a second key agrees to F1 1.00\n" in capsys.readouterr().out


def test_a_second_key_is_never_packed(lesson):
    before = bundle_folder(lesson)
    second(lesson, OTHER)
    assert bundle_folder(lesson) == before


def test_a_second_key_waits_for_the_first(lesson):
    (lesson / "article.key.json").unlink()
    second(lesson, CLAIM)
    assert agreement(lesson) is None
