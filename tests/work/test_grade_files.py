"""A class's work files are graded against a lesson; the bad ones are named and the others graded all the same."""

import csv
import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from claimlight.cli import main
from claimlight.core.annotation import Annotation, quote_of
from claimlight.core.errors import LessonError
from claimlight.core.lesson import Mode
from claimlight.files.lesson_bundle import open_lesson
from claimlight.files.work_file import Work, work_text
from claimlight.work.grade_files import grade_files
from claimlight.work.grade_reports import as_csv, as_html, as_json, as_text
from grading.builders import answers_as_work, claim, figure, graded, one_claim, work_on
from lesson_maker import built_lesson, given_out

LESSONS = Path(__file__).parents[2] / "lessons"


def hand_in(folder: Path, lesson, student: str, *marks) -> Path:
    path = folder / f"{student}.json"
    write_work(path, Work(student, work_on(lesson, *marks), lesson.texts[0].article.text.text_hash))
    return path


@pytest.fixture
def a_class(tmp_path):
    lesson = one_claim()
    bad = tmp_path / "bad.json"
    bad.write_text("no json", encoding="utf-8")
    odd = hand_in(tmp_path, lesson, "Bo", figure(1, 4))
    page = json.loads(odd.read_text(encoding="utf-8"))
    page["items"].append({"id": "note", "body": {"type": "TextualBody"}, "target": "urn:x"})
    odd.write_text(json.dumps(page), encoding="utf-8")
    files = [hand_in(tmp_path, lesson, "Ada", claim(2, 4), claim(5, 6), claim(9, 10)), bad, odd]
    return grade_files(lesson, files)


def test_each_file_is_graded_on_its_own(a_class):
    assert [work.student for work in a_class.works] == ["Ada", "bad", "Bo"]
    assert a_class.works[0].grade == graded(one_claim(), claim(2, 4), claim(5, 6), claim(9, 10))
    assert a_class.works[1].error.code == "work-not-json"
    assert a_class.works[2].skipped == ("note",)
    assert not a_class.all_usable


def test_the_machine_report(a_class):
    report = json.loads(as_json(a_class))
    assert list(report) == ["lesson", "grader", "works"]
    assert report["lesson"]["slug"] == "small"
    ada, bad, bo = report["works"]
    for work in report["works"]:
        assert list(work) == ["file", "student", "score", "points", "items", "highlights", "error"]
    assert ada["score"] == {"percent": 25, "exact": "25", "band": "not yet"}
    assert ada["points"] == {"earned": "3/4", "penalty": "1/2", "possible": "1"}
    assert ada["items"] == [
        {
            "id": "K1",
            "outcome": "nearly",
            "credit": "3/4",
            "points": "3/4",
            "highlights": ["h0"],
            "rule": "nearly-missing",
        }
    ]
    assert ada["highlights"] == [
        {"id": "h0", "fate": "matched", "item": "K1"},
        {"id": "h1", "fate": "extra", "item": None},
        {"id": "h2", "fate": "extra", "item": None},
    ]
    assert ada["error"] is None
    assert (bad["score"], bad["points"], bad["items"], bad["highlights"]) == (None, None, [], [])
    assert bad["student"] == "bad"
    assert "bad.json" in bad["error"]
    assert bo["score"]["exact"] == "25"


def test_the_readable_receipt(a_class):
    said = as_text(a_class)
    assert "Ada" in said
    assert "Nearly: 2 of 3 key words" in said
    assert "The first mark not in the answers is free" in said
    assert "¼ of 1 point · 25 % · Not yet" in said
    assert "note is no highlight" in said
    assert "bad.json" not in said


@pytest.fixture
def a_class_that_was_asked(tmp_path):
    """One claim, and who says it: named wrongly, and left open."""
    lesson = one_claim(ask=("source",))
    text = lesson.texts[0]
    item = replace(text.key.items[0], attributes=(("source", ("Ada Ruiz",)),))
    lesson = replace(lesson, texts=(replace(text, key=replace(text.key, items=(item,))),))
    files = []
    for student, named in (("Ada", ("Ben",)), ("Bo", ()), ("Cy", ("Ruiz, Ada", "Ada Ruiz")), ("Di", ("ADA RUIZ",))):
        (mark,) = work_on(lesson, claim(1, 4))
        files.append(tmp_path / f"{student}.json")
        mark = mark.with_attribute("source", named)
        write_work(files[-1], Work(student, (mark,), text.article.text.text_hash))
    return grade_files(lesson, files)


def test_the_machine_report_tells_what_was_asked_beyond_the_words(a_class_that_was_asked):
    works = json.loads(as_json(a_class_that_was_asked))["works"]
    assert [work["items"][0]["asked"] for work in works] == [
        [{"about": "source", "rule": "source-wrong", "credit": "0", "points": "-3/17"}],
        [{"about": "source", "rule": "source-open", "credit": "0", "points": "-3/17"}],
        [{"about": "source", "rule": "source-wrong", "credit": "0", "points": "-3/17"}],
        [{"about": "source", "rule": "said-right", "credit": "1", "points": "0"}],
    ]
    assert (works[0]["items"][0]["credit"], works[0]["items"][0]["points"]) == ("14/17", "14/17")


def test_the_readable_receipt_and_the_sheets_tell_what_was_asked_beyond_the_words(a_class_that_was_asked):
    ada, bo, *_, di = as_text(a_class_that_was_asked).split("\n\n")
    reason = " " * 66
    assert ada.splitlines()[1:] == [
        "      1  Claim    t1 t2 t3" + " " * 38 + "Exact",
        "  −0.18" + reason[9:] + "Who says it: not this one",
        "  0.82 of 1 point · 82 % · Secure",
    ]
    assert "Who says it: left open" in bo
    assert "Who says it" not in di
    page = as_html(a_class_that_was_asked)
    assert page.count("Who says it: not this one.") == 2
    assert page.count("Who says it: left open.") == 1


def test_the_table_has_a_row_for_each_work(a_class):
    rows = list(csv.DictReader(as_csv(a_class).splitlines()))
    assert [row["student"] for row in rows] == ["Ada", "bad", "Bo"]
    ada, bad, _bo = rows
    assert (ada["percent"], ada["band"], ada["score"], ada["points"]) == ("25", "not yet", "25", "1/4")
    assert (ada["earned"], ada["penalty"], ada["possible"], ada["error"]) == ("3/4", "1/2", "1", "")
    assert (bad["percent"], bad["points"]) == ("", "")
    assert "bad.json" in bad["error"]


def test_a_name_is_never_a_formula(tmp_path):
    lesson = one_claim()
    work = hand_in(tmp_path, lesson, "x")
    work.write_text(work.read_text(encoding="utf-8").replace('"x"', '"=HYPERLINK(1)"'), encoding="utf-8")
    assert next(csv.DictReader(as_csv(grade_files(lesson, [work])).splitlines()))["student"] == "'=HYPERLINK(1)"


def test_the_sheets_to_print_leave_out_what_could_not_be_graded(a_class):
    page = as_html(a_class)
    assert page.count('class="sheet"') == 2
    assert "You caught 2 of the 3 key words." in page
    assert "bad" not in page.split("<body>")[1]


def test_answers_that_cannot_be_used_stop_all(tmp_path):
    with pytest.raises(LessonError):
        grade_files(one_claim(), [tmp_path / "any.json"], text="plain")


@pytest.mark.parametrize("name", sorted(folder.name for folder in LESSONS.iterdir() if folder.is_dir()))
def test_the_answers_of_each_lesson_score_100_and_an_empty_page_0(name):
    from claimlight.grading.grade import grade

    lesson = open_lesson(LESSONS / name)
    assert grade(lesson, answers_as_work(lesson)).score == 100
    assert grade(lesson, []).score == 0


# The command


@pytest.fixture
def storm(tmp_path):
    lesson = open_lesson(LESSONS / "storm-damage")
    text = lesson.texts[0].article.text
    item = next(item for item in lesson.texts[0].key.items if not item.optional)
    mark = Annotation("h1", item.label, item.main.span, quote_of(text, item.main.span))
    path = tmp_path / "mina.json"
    write_work(path, Work("Mina", (mark,), text.text_hash))
    return path


def write_work(path: Path, work: Work) -> None:
    path.write_text(work_text(work), encoding="utf-8")


def run(capsys, *words: object) -> tuple[int, str, str]:
    """What `claimlight grade` with these words returns, prints and complains about."""
    code = main(["grade", *map(str, words)])
    return code, *capsys.readouterr()


def test_the_command_prints_json(storm, capsys):
    code, said, _ = run(capsys, LESSONS / "storm-damage", storm, "--format", "json")
    assert code == 0
    report = json.loads(said)
    assert Fraction(report["works"][0]["points"]["earned"]) == 1
    assert report["works"][0]["student"] == "Mina"


def test_the_command_prints_sheets_and_tables_in_utf8(storm, capfdbinary):
    for form, start in (("html", "<!DOCTYPE html>\n"), ("csv", "file,student,percent,")):
        assert main(["grade", str(LESSONS / "storm-damage"), str(storm), "--format", form]) == 0
        said = capfdbinary.readouterr().out.decode("utf-8")
        assert said.startswith(start)
        assert "Mina" in said
        assert not said.endswith("\n\n")


def test_the_command_prints_receipts(storm, capsys):
    code, said, _ = run(capsys, LESSONS / "storm-damage", storm)
    assert code == 0
    assert "Exact" in said


def test_the_command_exits_2_if_a_work_is_unusable_and_grades_the_others(storm, tmp_path, capsys):
    code, said, complained = run(capsys, LESSONS / "storm-damage", tmp_path / "nobody.json", storm)
    assert code == 2
    assert complained == "nobody.json: there is no such file. Check the name.\n"
    assert "Exact" in said


def test_the_command_refuses_a_lesson_that_is_none(storm, tmp_path, capsys):
    code, said, complained = run(capsys, tmp_path, storm)
    assert (code, said) == (2, "")
    assert complained


def test_a_lesson_whose_answers_are_held_back_is_one_sentence(tmp_path, capfd):
    folder = built_lesson(tmp_path / "fares")
    lesson = open_lesson(folder)
    work = tmp_path / "Ada.json"
    write_work(work, Work("Ada", (), lesson.texts[0].article.text.text_hash))
    assert main(["grade", str(given_out(folder, Mode.HOMEWORK)), str(work)]) == 2
    said = capfd.readouterr()
    assert said.out == ""
    assert said.err.strip() == (
        "The answers of “Fares will double” are held back. Open the teacher’s copy to grade with it."
    )
