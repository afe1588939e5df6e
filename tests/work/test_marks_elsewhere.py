"""Marks open with their words on a computer that never had the lesson, and tell no more than the teacher lets them."""

import json
from dataclasses import replace

import msgspec
import pytest

from claimlight.core.errors import LessonError
from claimlight.core.lesson import Mode
from claimlight.files.archive import zipped
from claimlight.files.lesson_bundle import SEALED, all_members, bundle_members
from claimlight.files.lesson_folder import build_folder, read_lesson
from claimlight.handin.drop_folder import MARKS
from claimlight.handin.encoding import base64_bytes, base64_text
from claimlight.handin.feedback import Feedback
from claimlight.handin.travel_file import read_body
from claimlight.store.classes import GivenLesson
from claimlight.work.carried_lesson import MOST, carried_lesson, lesson_in
from claimlight.work.collect import collect
from claimlight.work.give_back import give_back
from claimlight.work.marks_elsewhere import lesson_for, open_with_words
from claimlight.work.publish import lesson_members
from classroom import class_with, given, laptop, stick
from lesson_maker import DENIAL, FIGURE, decoy, item, write_lesson

SECRET = "Soundreasonforthisanswer"
PICTURE = b"\x89PNG a picture"


@pytest.fixture
def lesson(tmp_path):
    claim = item("c1", "claim", "Fares will double by spring", speaker=["the mayor"])
    claim["body"]["explanation"] = SECRET
    folder = write_lesson(tmp_path / "fares", key=[claim, DENIAL, FIGURE, decoy("t1", "It rained")])
    (folder / "hall.png").write_bytes(PICTURE)
    build_folder(folder)
    return folder


@pytest.fixture
def other(tmp_path):
    """A computer on which there is nothing."""
    with laptop(tmp_path / "other") as other:
        yield other


def marks_for_ada(tmp_path, book, lesson, mode):
    drop = stick(tmp_path / "stick", class_with(book))
    with laptop(tmp_path / "laptop") as ours:
        ours.does("Ada", given(book, lesson, mode, tmp_path), [("Fares will double by spring", "claim")])
        ours.hands_in(drop)
        collect(book, drop.path, "7b")
        give_back(book, drop, "7b")
        words = ours.workbook.travel.person_key(ours.person("Ada")).words
    (file,) = (drop.path / MARKS).iterdir()
    return open_with_words(file.read_bytes(), words, file.name)


@pytest.mark.parametrize("mode", list(Mode))
def test_marked_work_opens_where_its_lesson_never_was(tmp_path, book, lesson, other, mode):
    marks = marks_for_ada(tmp_path, book, lesson, mode)
    assert other.workbook.lessons() == ()
    found, whole = lesson_for(marks, other.workbook), read_lesson(lesson)
    assert (found.hash, found.mode, found.codebook) == (whole.hash, mode, whole.codebook)
    assert found.texts[0].article == whole.texts[0].article
    seen = found.texts[0].key
    assert seen == (None if mode is Mode.ASSESSMENT else whole.texts[0].key)
    assert other.workbook.lessons() == (), "nothing of it is kept"


def test_nothing_of_the_answers_goes_along_with_an_assessment(tmp_path, book, lesson):
    marks = marks_for_ada(tmp_path, book, lesson, Mode.ASSESSMENT)
    members = all_members(base64_bytes(marks.lesson_file))
    assert set(members) == {"manifest.json", "lesson.toml", "codebook.toml", "article.text.json"}
    assert not any(SECRET.encode() in raw for raw in members.values())
    assert lesson_in(marks).texts[0].rate is not None


def test_a_teachers_own_file_of_an_assessment_is_not_carried_as_it_is(lesson):
    members = lesson_members(lesson)
    whole = bundle_members(members)
    found = read_lesson(lesson)
    taken_over = GivenLesson(found.hash, found.id, found.title, Mode.ASSESSMENT.value, whole, whole)
    members = all_members(base64_bytes(carried_lesson(taken_over, let_go=False)))
    assert set(members) == {"manifest.json", "lesson.toml", "codebook.toml", "article.text.json"}
    assert json.loads(members["manifest.json"])["mode"] == "assessment"


def test_a_homework_that_cannot_be_let_go_goes_without_its_box(tmp_path, book, lesson):
    file = given(book, lesson, Mode.HOMEWORK, tmp_path).read_bytes()
    kept = GivenLesson("h", "i", "t", Mode.HOMEWORK.value, b"", file)
    held, open_ones = (all_members(base64_bytes(carried_lesson(kept, let_go=said))) for said in (False, True))
    assert set(open_ones) - set(held) == {SEALED}
    assert not any(name.endswith(".png") for name in open_ones)


def test_a_lesson_that_is_too_large_stays_behind(tmp_path, book, lesson):
    file = given(book, lesson, Mode.PRACTICE, tmp_path).read_bytes()
    kept = GivenLesson("h", "i", "t", Mode.PRACTICE.value, b"", file)
    assert len(base64_bytes(carried_lesson(kept, let_go=False))) < MOST / 20
    assert carried_lesson(kept, let_go=False, most=100) == ""


def test_marks_of_before_open_where_the_lesson_is_and_say_so_elsewhere(tmp_path, book, lesson, other):
    marks = marks_for_ada(tmp_path, book, lesson, Mode.HOMEWORK)
    said = json.loads(msgspec.json.encode(marks))
    del said["lesson_file"]
    before = read_body(json.dumps(said).encode(), Feedback, "old.claimmarks")
    assert before == replace(marks, lesson_file="")
    with pytest.raises(LessonError, match="marks-without-lesson"):
        lesson_for(before, other.workbook)
    with laptop(tmp_path / "laptop") as ours:
        assert lesson_for(before, ours.workbook).texts[0].key is not None


def test_another_lesson_that_came_along_is_refused(tmp_path, book, lesson, other):
    marks = marks_for_ada(tmp_path, book, lesson, Mode.HOMEWORK)
    members = all_members(base64_bytes(marks.lesson_file))
    without = base64_text(zipped({name: raw for name, raw in members.items() if name != SEALED}))
    for bent, code in (
        (replace(marks, lesson_hash="another"), "bundle-changed"),
        (replace(marks, text="plain"), "bundle-changed"),
        (replace(marks, lesson_file="no lesson"), "not-a-bundle"),
        (replace(marks, lesson_file=base64_text(b"x" * (MOST + 1))), "not-a-bundle"),
        (replace(marks, key="no key"), "answers-of-another-lesson"),
        (replace(marks, box="another"), "answers-of-another-lesson"),
        (replace(marks, lesson_file=without), "answers-of-another-lesson"),
    ):
        with pytest.raises(LessonError, match=code):
            lesson_for(bent, other.workbook)
