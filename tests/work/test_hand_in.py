"""Work goes from students to their teacher and back, on a stick, and nobody else can read or change it."""

import os
import shutil
from datetime import UTC, datetime

import pytest

from claimlight.core.errors import LessonError, WorkError
from claimlight.core.lesson import Mode
from claimlight.files.lesson_folder import read_lesson
from claimlight.files.places import lessons
from claimlight.handin.drop_folder import MARKS, SLIPS, WORK, find, open_drop
from claimlight.handin.feedback import Comment, Override, person_keys, read_feedback, salt_in
from claimlight.handin.identity import new_keys, public
from claimlight.handin.slip import Slip, write_slip
from claimlight.handin.submission import read_submission
from claimlight.wording.errors import say
from claimlight.work.authors import author_line, author_mark, take_author
from claimlight.work.collect import collect
from claimlight.work.give_back import give_back
from claimlight.work.hand_in import hand_in, marks_of, take_class, waiting
from claimlight.work.released import make_release, take_release, take_words
from claimlight.work.results import results
from claimlight.work.shelf import bring_file, work_on
from claimlight.work.teaching import let_go, teacher_keys
from classroom import class_with, everything_in, given, laptop, stick, teacher
from lesson_maker import built_lesson

ADAS = [("Fares will double by spring", "claim"), ("That is not true", "denial")]
BENS = [("It rained", "claim")]
SECRET = "Soundreasonforthisanswer"


@pytest.fixture
def lesson(tmp_path):
    from lesson_maker import DENIAL, FIGURE, decoy, item

    claim = item("c1", "claim", "Fares will double by spring", speaker=["the mayor"], cue=["said"])
    claim["body"]["explanation"] = SECRET
    return built_lesson(tmp_path / "fares", key=[claim, DENIAL, FIGURE, decoy("t1", "It rained")])


def works(drop):
    return sorted((drop.path / WORK).glob("*.claimwork"))


@pytest.mark.parametrize("mode", list(Mode))
def test_two_students_hand_in_and_get_their_marks_back(tmp_path, lesson, book, ours, mode):
    to = class_with(book, ("Ada", "Ben", "Cem"))
    file = given(book, lesson, mode, tmp_path)
    drop = stick(tmp_path / "stick", to)
    adas, bens = ours.does("Ada", file, ADAS), ours.does("Ben", file, BENS)
    (found,) = find([tmp_path / "nothing", tmp_path / "stick"])
    assert ours.hands_in(found) == 2
    assert ours.takes_in(drop).arrived == 0
    names = b'"Ada"|"Ben"|Fares will double'
    assert not any(name in everything_in(drop.path / WORK) for name in names.split(b"|"))

    report = collect(book, tmp_path / "stick", "7b")
    assert (report.new, report.known, report.others, report.aside) == (2, 0, 0, [])
    ada, ben, cem = results(book, "7b").rows
    assert [(ada.student, ada.note), (ben.student, ben.note), (cem.student, cem.note)] == [
        *(("Ada", ""), ("Ben", ""), ("Cem", "missing")),
    ]
    assert ada.work.percent > ben.work.percent
    taken = ours.takes_in(drop)
    assert (taken.arrived, taken.refused) == (2, ())
    assert ours.takes_in(drop).arrived == 0

    comments = (Comment("Well seen, Ada."),), (Override("f1", "1", "You said it in class."),)
    assert give_back(book, drop, "7b", said=lambda _work: comments[::-1]) == 2
    assert b"Well seen" not in everything_in(drop.path / MARKS)
    assert ours.takes_in(drop).marks == 2
    assert ours.takes_in(drop).marks == 0
    marks = marks_of(ours.workbook, ours.person("Ada"), adas)
    assert (marks.percent, marks.comments, marks.overrides) == (ada.work.percent, *comments)
    assert marks.work == ours.workbook.checks(adas)[-1].annotations
    assert marks_of(ours.workbook, ours.person("Ben"), bens).percent == ben.work.percent
    with pytest.raises(WorkError, match="travel-not-for-you"):
        marks_of(ours.workbook, ours.person("Ben"), adas)
    has_answers = ours.lesson(bens).texts[0].key == read_lesson(lesson).texts[0].key
    assert has_answers == (mode is not Mode.ASSESSMENT)
    version, _attempt = work_on(ours.lesson(bens), ours.workbook, ours.person("Ben"))
    assert (version.texts[0].key is not None) == has_answers


@pytest.mark.parametrize("mode", [Mode.HOMEWORK, Mode.ASSESSMENT])
def test_a_students_disk_and_the_stick_hold_nothing_of_the_answers(tmp_path, lesson, book, mode):
    file = given(book, lesson, mode, tmp_path)
    drop = stick(tmp_path / "stick", class_with(book))
    with laptop(tmp_path / "laptop") as ours:
        ours.does("Ada", file, ADAS)
        ours.hands_in(drop)
    collect(book, drop.path, "7b")
    for place in (tmp_path / "laptop", tmp_path / "stick"):
        assert SECRET.encode() not in everything_in(place)
    with laptop(tmp_path / "practice") as other:
        other.does("Ada", given(book, lesson, Mode.PRACTICE, tmp_path), ADAS)
    assert SECRET.encode() in everything_in(tmp_path / "practice")


@pytest.mark.parametrize("mode", [Mode.HOMEWORK, Mode.ASSESSMENT])
@pytest.mark.parametrize("name", ["bus-strike", "storm-damage"])
def test_no_reason_trap_or_name_of_an_answer_of_a_real_lesson_is_on_a_students_disk(tmp_path, book, mode, name):
    """The words of the article are there, of course; what the answers say of them is not, in whatever file or store."""
    folder = lessons() / name
    key = read_lesson(folder).texts[0].key
    words = [each.explanation for each in (*key.items, *key.decoys) if each.explanation]
    words += [each.world.text for each in key.items if each.world is not None]
    assert len(words) > 20
    file = given(book, folder, mode, tmp_path)
    drop = stick(tmp_path / "stick", class_with(book))
    with laptop(tmp_path / "laptop") as ours:
        attempt = ours.does("Ada", file, [])
        ours.hands_in(drop)
        assert ours.lesson(attempt).texts[0].key is None
    for place in (tmp_path / "laptop", tmp_path / "stick"):
        everything = everything_in(place)
        assert [each for each in words if each.encode() in everything] == []
    with laptop(tmp_path / "practice") as other:
        other.does("Ada", given(book, folder, Mode.PRACTICE, tmp_path), [])
    everything = everything_in(tmp_path / "practice")
    assert [each for each in words if each.encode() not in everything] == [], "there they would be found"


def test_answers_are_let_go_by_a_file_or_by_words(tmp_path, lesson, book, ours):
    words = "acorn bridge candle dolphin echo"
    file = given(book, lesson, Mode.HOMEWORK, tmp_path, words=words)
    drop = stick(tmp_path / "stick", class_with(book))
    attempt = ours.does("Ada", file, ADAS)
    locked = ours.lesson(attempt)
    assert locked.texts[0].key is None
    stranger = new_keys()
    with pytest.raises(LessonError, match="answers-other-key"):
        make_release(file.read_bytes(), stranger)
    with pytest.raises(LessonError, match="answers-other-key"):
        take_words(locked, words.replace("acorn", "able"), ours.workbook)
    assert take_words(locked, words, ours.workbook).texts[0].key is not None
    assert ours.lesson(attempt).texts[0].key is not None
    with laptop(tmp_path / "other") as other:
        later = other.does("Cem", file, BENS)
        let_go(book, drop, later.lesson_hash)
        assert other.takes_in(drop).answers == 1
        assert other.lesson(later).texts[0].key is not None
    with pytest.raises(WorkError, match="work-of-unknown-lesson"):
        let_go(book, drop, "0" * 64)


def test_a_release_that_somebody_else_signed_opens_nothing(tmp_path, lesson, book, ours):
    from claimlight.handin.release import Release, read_release, write_release

    file = given(book, lesson, Mode.HOMEWORK, tmp_path)
    attempt = ours.does("Ada", file, ADAS)
    real = read_release(make_release(file.read_bytes(), teacher_keys(book)), None)
    for release, keys, code in (
        (real, new_keys(), "marks-forged"),
        (Release(real.lesson_hash, "0" * 64, real.key), teacher_keys(book), "answers-of-another-lesson"),
        (Release("0" * 64, real.box, real.key), teacher_keys(book), "answers-of-another-lesson"),
        (Release(real.lesson_hash, real.box, "00" * 32), teacher_keys(book), "answers-other-key"),
        (Release(real.lesson_hash, real.box, "short"), teacher_keys(book), "travel-not-ours"),
    ):
        with pytest.raises((WorkError, LessonError), match=code):
            take_release(write_release(release, keys), ours.workbook)
    assert ours.lesson(attempt).texts[0].key is None


def test_marks_open_on_any_computer_with_the_words(tmp_path, lesson, book, ours):
    drop = stick(tmp_path / "stick", class_with(book))
    ours.does("Ada", given(book, lesson, Mode.ASSESSMENT, tmp_path), ADAS)
    ours.hands_in(drop)
    collect(book, drop.path, "7b")
    give_back(book, drop, "7b")
    words = ours.workbook.travel.person_key(ours.person("Ada")).words
    (file,) = (drop.path / MARKS).iterdir()
    raw = file.read_bytes()
    found = read_feedback(raw, person_keys(words.upper(), salt_in(raw)), None)
    assert (found.title, found.number) == ("Fares will double", 1)
    with pytest.raises(WorkError, match="travel-not-for-you"):
        read_feedback(raw, person_keys("other words than those five", salt_in(raw)), None)
    with laptop(tmp_path / "other") as other:
        other.person("Ada")
        assert other.takes_in(drop).marks == 0


def test_handing_in_again_makes_a_new_version_and_every_version_is_kept(tmp_path, lesson, book, ours):
    drop = stick(tmp_path / "stick", class_with(book))
    attempt = ours.does("Ada", given(book, lesson, Mode.PRACTICE, tmp_path), ADAS)
    assert ours.hands_in(drop) == 1
    assert ours.hands_in(drop) == 0
    ours.workbook.challenge(attempt, "It is one.", item="t1")
    assert ours.hands_in(drop) == 1
    report = collect(book, drop.path, "7b")
    assert report.new == 2
    assert collect(book, drop.path, "7b").known == 2
    row = results(book, "7b").rows[0]
    assert (row.versions, row.work.number, row.note) == (2, 2, "")
    first, second = sorted(
        (read_submission(path.read_bytes(), teacher_keys(book)) for path in works(drop)),
        key=lambda one: one.submission.by.number,
    )
    assert second.submission.by.previous == first.hash
    assert second.submission.challenges[0].words == "It is one."


def test_a_version_that_never_came_is_told(tmp_path, lesson, book, ours):
    drop = stick(tmp_path / "stick", class_with(book))
    attempt = ours.does("Ada", given(book, lesson, Mode.PRACTICE, tmp_path), ADAS)
    ours.hands_in(drop)
    works(drop)[0].unlink()
    ours.workbook.challenge(attempt, "It is one.", item="t1")
    ours.hands_in(drop)
    collect(book, drop.path, "7b")
    assert results(book, "7b").rows[0].note == "version-missing"


def test_time_and_confidence_travel_only_if_the_class_asks(tmp_path, lesson, book, ours):
    shy = stick(tmp_path / "shy", class_with(book))
    from claimlight.work.teaching import make_class

    curious = stick(tmp_path / "curious", make_class(book, "8a", ["Ada"], asks_time=True, asks_sure=True))
    attempt = ours.does("Ada", given(book, lesson, Mode.PRACTICE, tmp_path), ADAS, sure=True)
    ours.workbook.challenge(attempt, "It is one.", item="t1")
    for drop, said in ((shy, (None, "", "")), (curious, (True, "2", "2"))):
        ours.hands_in(drop)
        (path,) = works(drop)
        found = read_submission(path.read_bytes(), teacher_keys(book)).submission
        assert (found.work[0].sure, found.made[:1], found.challenges[0].made[:1]) == said


def test_a_second_teacher_and_the_school_can_open_the_work_nobody_else(tmp_path, lesson, book, ours):
    school, stranger = new_keys(), new_keys()
    to = class_with(book, also=[public(school)])
    drop = stick(tmp_path / "stick", to)
    file = given(book, lesson, Mode.HOMEWORK, tmp_path, to=to)
    ours.does("Ada", file, ADAS)
    ours.hands_in(drop)
    (path,) = works(drop)
    assert read_submission(path.read_bytes(), school).submission.by.person.name == "Ada"
    with pytest.raises(WorkError, match="travel-not-for-you"):
        read_submission(path.read_bytes(), stranger)
    assert make_release(file.read_bytes(), school)


def test_clocks_years_wrong_lose_nothing(tmp_path, lesson, book, ours):
    drop = stick(tmp_path / "stick", class_with(book))
    file = given(book, lesson, Mode.PRACTICE, tmp_path)
    attempt = ours.does("Ada", file, ADAS)
    assert len(hand_in(ours.workbook, drop, clock=lambda: datetime(2099, 1, 1, tzinfo=UTC))) == 1
    ours.workbook.challenge(attempt, "It is one.", item="t1")
    assert len(hand_in(ours.workbook, drop, clock=lambda: datetime(1980, 1, 1, tzinfo=UTC))) == 1
    assert collect(book, drop.path, "7b").new == 2
    assert results(book, "7b").rows[0].work.number == 2


def test_a_stick_that_is_pulled_loses_nothing_and_the_next_time_goes_on(tmp_path, lesson, book, ours):
    drop = stick(tmp_path / "stick", class_with(book))
    file = given(book, lesson, Mode.PRACTICE, tmp_path)
    ours.does("Ada", file, ADAS)
    ours.does("Ben", file, BENS)

    def pull(done: int, _all: int) -> None:
        if done == 1:
            os.rename(drop.path, tmp_path / "pulled")
            drop.path.write_bytes(b"nothing is mounted here")

    with pytest.raises(WorkError, match="drop-folder-gone"):
        hand_in(ours.workbook, drop, done=pull)
    drop.path.unlink()
    os.rename(tmp_path / "pulled", drop.path)
    (drop.path / WORK / ".0123.part").write_bytes(b"half a")
    assert len(waiting(ours.workbook, drop.class_file)) == 1
    assert ours.hands_in(drop) == 1
    report = collect(book, drop.path, "7b")
    assert (report.new, report.aside) == (2, [])


def test_two_collectors_at_once_take_everything_once(tmp_path, lesson, book, ours):
    to = class_with(book)
    drop = stick(tmp_path / "stick", to)
    ours.does("Ada", given(book, lesson, Mode.PRACTICE, tmp_path), ADAS)
    ours.hands_in(drop)
    book.back_up()
    book.close()
    shutil.copytree(tmp_path / "teacher", tmp_path / "second", ignore=shutil.ignore_patterns("lock", "*-wal", "*-shm"))
    from claimlight.store.classbook import open_classbook
    from claimlight.store.data_folder import open_data_folder

    with open_data_folder(tmp_path / "second") as second, teacher(tmp_path / "third") as _other:
        copy = open_classbook(second)
        assert collect(copy, drop.path, "7b").new == 1
        assert collect(copy, drop.path, "7b").known == 1
        copy.close()
    (slip,) = (drop.path / SLIPS).iterdir()
    assert ours.takes_in(drop).arrived == 1
    assert slip.is_file()


def test_forged_slips_and_marks_are_refused_in_words(tmp_path, lesson, book, ours):
    to = class_with(book)
    drop = stick(tmp_path / "stick", to)
    ours.does("Ada", given(book, lesson, Mode.PRACTICE, tmp_path), ADAS)
    ours.hands_in(drop)
    (handed,) = ours.workbook.travel.handed_in(ours.person("Ada"))
    place = drop.path / SLIPS / f"{handed.id}.claimslip"
    for slip, keys in (
        (Slip(handed.id, handed.hash, to.students.id), new_keys()),
        (Slip(handed.id, "0" * 64, to.students.id), teacher_keys(book)),
        (Slip("0" * 32, handed.hash, to.students.id), teacher_keys(book)),
        (Slip(handed.id, handed.hash, "another"), teacher_keys(book)),
    ):
        place.write_bytes(write_slip(slip, keys))
        taken = ours.takes_in(drop)
        assert (taken.arrived, [error.code for error in taken.refused]) == (0, ["slip-forged"])
        assert say(taken.refused[0])
    place.unlink()
    collect(book, drop.path, "7b")
    with teacher(tmp_path / "mallory") as mallory:
        key = ours.workbook.travel.person_key(ours.person("Ada"))
        from claimlight.handin.feedback import write_feedback
        from claimlight.handin.identity import Keys

        give_back(book, drop, "7b")
        (real,) = (drop.path / MARKS).iterdir()
        opening = Keys(bytes(32), key.sealing)
        feedback = read_feedback(real.read_bytes(), opening, None)
        real.write_bytes(write_feedback(feedback, public(opening).seal, teacher_keys(mallory)))
    taken = ours.takes_in(drop)
    assert (taken.marks, [error.code for error in taken.refused]) == (0, ["marks-forged"])


def test_a_changed_author_is_told_in_one_line_and_unsigned_opens_without_alarm(tmp_path, lesson, book, ours):
    from claimlight.files.lesson_bundle import bundle_folder

    plain = tmp_path / "plain.claimlesson"
    plain.write_bytes(bundle_folder(lesson))
    opened = bring_file(plain, ours.workbook)
    assert (author_line(opened, ours.workbook), author_mark(opened, ours.workbook)) == ("", "")
    ours_first = bring_file(given(book, lesson, Mode.PRACTICE, tmp_path), ours.workbook)
    assert len(author_mark(ours_first, ours.workbook).split()) == 6
    assert author_line(ours_first, ours.workbook) == ""
    with teacher(tmp_path / "other teacher") as other:
        theirs = given(other, lesson, Mode.HOMEWORK, tmp_path)
    line = author_line(bring_file(theirs, ours.workbook), ours.workbook)
    assert line == "This lesson comes from a different computer than before. Ask your teacher."
    assert take_author(opened, plain.read_bytes(), ours.workbook, "plain") == "changed"


def test_a_class_of_another_teacher_does_not_take_the_place_of_ours(tmp_path, book, ours):
    from dataclasses import replace

    from claimlight.handin.class_file import write_class

    to = class_with(book)
    assert take_class(to.file, ours.workbook).roster == ("Ada", "Ben")
    mallory = new_keys()
    forged = replace(to.students, verify=public(mallory).verify.hex(), seal=public(mallory).seal.hex())
    with pytest.raises(WorkError, match="class-other-teacher"):
        take_class(write_class(forged, mallory), ours.workbook)
    with pytest.raises(WorkError, match="travel-changed"):
        take_class(write_class(to.students, mallory), ours.workbook)
    with pytest.raises(WorkError, match="class-key-unusable"):
        take_class(write_class(replace(to.students, also=("00" * 32,)), teacher_keys(book)), ours.workbook)
    with pytest.raises(WorkError, match="no-drop-folder"):
        open_drop(tmp_path)
