"""The sentences that a lesson opens with are looked up in the lessons beside it."""

from pathlib import Path

import pytest

from claimlight.core.errors import LessonError
from claimlight.core.lesson import ReviewItem
from claimlight.files.lesson_folder import build_folder, read_lesson
from claimlight.files.lesson_lint import check_lesson
from claimlight.wording.findings import say_finding
from lesson_maker import CLAIM, DENIAL, FIGURE, decoy, item, write_lesson

OPTIONAL = item("o1", "claim", "Tea was served", optional=True)
EARLIER = [CLAIM, DENIAL, FIGURE, OPTIONAL, item("c2", "claim", "They went home"), decoy("t1", "It rained")]


def later(folder: Path, *review: tuple[str, str]) -> Path:
    """A lesson with [[review]] as its author writes it, beside an earlier one."""
    write_lesson(folder / "first", slug="earlier", key=EARLIER, example=["c2"])
    build_folder(folder / "first")
    lesson = write_lesson(folder / "second", id="4b7f54a0-4a4b-4d0d-9a37-0c1f2f6f2a12", slug="later")
    with (lesson / "lesson.toml").open("a", encoding="utf-8") as sheet:
        sheet.write("".join(f'\n[[review]]\nlesson = "{slug}"\nitem = "{id}"\n' for slug, id in review))
    build_folder(lesson)
    return lesson


def findings(folder: Path, *review: tuple[str, str]) -> list[tuple[str, str]]:
    found = check_lesson(later(folder, *review)).findings
    return [(each.code, say_finding(each.code, each.params)) for each in found if each.code.startswith("review-")]


def test_answers_and_traps_of_a_lesson_beside_it_are_in_order(tmp_path):
    assert findings(tmp_path, ("earlier", "d1"), ("earlier", "t1"), ("earlier", "c1")) == []
    assert read_lesson(tmp_path / "second").review == (
        ReviewItem("earlier", "d1"),
        ReviewItem("earlier", "t1"),
        ReviewItem("earlier", "c1"),
    )


@pytest.mark.parametrize("id", ["x9", "o1", "c2"])
def test_what_does_not_count_there_cannot_come_back(tmp_path, id):
    ((code, said),) = findings(tmp_path, ("earlier", id))
    assert code == "review-item-unknown"
    assert f"names {id} of earlier, which is no trap and no answer that counts there" in said


def test_a_lesson_that_is_not_beside_it_is_named_once_for_each_item(tmp_path):
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "lesson.toml").write_text("=", encoding="utf-8")
    said = (
        f"lesson.toml: “review” names gone, but no such lesson is in {tmp_path.name} or comes along. Correct the name."
    )
    twice = [("review-lesson-unknown", said)] * 2
    assert findings(tmp_path, ("gone", "d1"), ("gone", "d1"), ("gone", "c1")) == twice


def test_lessons_that_come_along_are_known_wherever_a_lesson_lies(tmp_path):
    assert findings(tmp_path, ("storm-damage", "d1")) == []
    assert [code for code, _said in findings(tmp_path, ("storm-damage", "x9"))] == ["review-item-unknown"]


def test_a_lesson_does_not_open_with_its_own_sentences(tmp_path):
    ((code, said),) = findings(tmp_path, ("later", "d1"))
    assert (code, "d1 of this lesson itself" in said) == ("review-own-lesson", True)


def test_a_lesson_without_answers_or_an_article_has_nothing_to_come_back_to(tmp_path):
    lesson = later(tmp_path, ("bare", "c1"), ("other", "c1"))
    write_lesson(tmp_path / "third", slug="bare", key=None)
    build_folder(tmp_path / "third")
    (tmp_path / "third" / "article.key.json").unlink(missing_ok=True)
    other = write_lesson(tmp_path / "fourth", slug="other", texts=["plain"])
    (other / "article.md").rename(other / "plain.md")
    (other / "article.key.json").unlink()
    build_folder(other)
    codes = [each.code for each in check_lesson(lesson).findings]
    assert codes.count("review-item-unknown") == 2


@pytest.mark.parametrize("written", ['review = ["d1"]', '[[review]]\nlesson = "earlier"', "review = 4"])
def test_a_review_that_is_no_list_of_lesson_and_item_is_refused(tmp_path, written):
    folder = write_lesson(tmp_path / "fares")
    with (folder / "lesson.toml").open("a", encoding="utf-8") as sheet:
        sheet.write(written)
    with pytest.raises(LessonError):
        build_folder(folder)
