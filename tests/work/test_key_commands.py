"""Keys on the command line: locked ones, paper, a school whose teacher is gone, and answers that words open."""

import json
import shutil

import pytest

from claimlight.core.errors import WorkError
from claimlight.core.lesson import Mode
from claimlight.files.lesson_folder import read_lesson
from claimlight.handin.class_file import read_class, write_class
from claimlight.handin.drop_folder import ASIDE, MARKS, SLIPS, WORK, open_drop
from claimlight.handin.identity import new_keys
from claimlight.handin.locked_keys import read_locked, unlock
from claimlight.work.hand_in import marks_of
from claimlight.work.substitute import take_over
from claimlight.work.teacher_keys import teacher_keys
from claimlight.work.teacher_keys import unlock as unlock_teacher
from classroom import class_with, everything_in, given, laptop, stick, teacher

ADAS = [("Fares will double by spring", "claim")]


@pytest.fixture
def secret(tmp_path):
    """A file with a passphrase in it."""

    def write(words, name="secret.txt"):
        (tmp_path / name).write_text(f"{words}\n", encoding="utf-8")
        return tmp_path / name

    return write


@pytest.fixture
def school(run, secret, tmp_path):
    """A school's key file, its half for teachers, and the file with its passphrase."""
    key, words = tmp_path / "school.claimkey", secret("the school has a safe", "school.txt")
    code, said, _ = run("make-school-key", key, "--name", "Tern Street", "--passphrase-file", words)
    assert (code, "Keep it at the school" in said) == (0, True)
    return key, tmp_path / "school.claimschool", words


def test_a_locked_teacher_is_asked_for_the_passphrase_and_nothing_is_done_without_it(run, secret, lesson, tmp_path):
    (tmp_path / "stick").mkdir()
    assert run("make-class", "7b", "-o", tmp_path / "7b.claimclass", "--stick", tmp_path / "stick")[0] == 0
    first, wrong = secret("tern street at noon"), secret("tern street at nine", "wrong.txt")
    code, _, said = run("passphrase")
    assert (code, "A passphrase is needed" in said) == (2, True)
    assert run("passphrase", "--new-passphrase-file", first)[1].startswith("Locked.")
    file = tmp_path / "fares.claimlesson"
    for words in (
        ("collect", tmp_path / "stick", "--class", "7b"),
        ("give-back", tmp_path / "stick", "--class", "7b"),
        ("pack", lesson, "-o", file),
        ("make-class", "8a", "-o", tmp_path / "8a.claimclass"),
        ("recovery-page", tmp_path / "page.html"),
    ):
        code, _, said = run(*words)
        assert (code, "A passphrase is needed" in said) == (2, True), words
        assert run(*words, "--passphrase-file", first)[::2] == (0, ""), words
    code, _, said = run("collect", tmp_path / "stick", "--class", "7b", "--passphrase-file", wrong)
    assert (code, "not the passphrase" in said) == (2, True)
    assert run("results", "--class", "7b")[0] == 0, "what is not secret needs no passphrase"
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.count("<li>") == 14
    assert (tmp_path / "page.html").stat().st_mode & 0o077 == 0
    words = " ".join(part.partition("</li>")[0] for part in page.split("<li>")[1:])

    code, said, _ = run(
        *("restore-keys", "--words-file", secret(words, "words.txt"), "--passphrase-file", first), at="new"
    )
    mark = said.partition("Your mark: ")[2].strip()
    assert (code, mark in page) == (0, True)
    with teacher(tmp_path / "teacher") as book, teacher(tmp_path / "new") as other:
        with pytest.raises(WorkError, match="keys-locked"):
            teacher_keys(other)
        assert unlock_teacher(other, "tern street at noon") == unlock_teacher(book, "tern street at noon")
    code, _, said = run("restore-keys", "--words-file", secret("able able", "few.txt"), at="new")
    assert (code, "2 words; a recovery page has 14" in said) == (2, True)


def test_a_passphrase_is_changed_and_taken_away(run, secret, tmp_path):
    first, second = secret("tern street at noon"), secret("a quite different one", "second.txt")
    assert run("passphrase", "--new-passphrase-file", first)[0] == 0
    assert run("passphrase", "--passphrase-file", first, "--new-passphrase-file", second)[0] == 0
    assert run("passphrase", "--remove", "--passphrase-file", first)[0] == 2
    assert run("passphrase", "--remove", "--passphrase-file", second)[1] == "No passphrase any more.\n"
    assert run("make-class", "7b", "-o", tmp_path / "7b.claimclass")[0] == 0


def test_a_substitute_goes_on_with_the_school_key_when_the_teachers_laptop_is_gone(run, school, lesson, tmp_path):
    key, half, words = school
    (tmp_path / "stick").mkdir()
    (tmp_path / "names.txt").write_text("Ada\nBen\n", encoding="utf-8")
    made = ("make-class", "7b", "-o", tmp_path / "7b.claimclass", "--names", tmp_path / "names.txt")
    assert run(*made, "--stick", tmp_path / "stick", "--also-readable-by", half)[0] == 0
    file = tmp_path / "fares.claimlesson"
    assert run("pack", lesson, "-o", file, "--mode", "homework", "--class", "7b")[0] == 0
    drop = open_drop(tmp_path / "stick")
    shutil.copyfile(file, drop.path / "lessons" / file.name)
    with laptop(tmp_path / "laptop") as ours:
        attempt = ours.does("Ada", file, ADAS)
        ours.hands_in(drop)
        assert ours.lesson(attempt).texts[0].key is None
        shutil.rmtree(tmp_path / "teacher")

        locked = ("collect", tmp_path / "stick", "--class", "7b", "--key", key)
        code, _, said = run(*locked, at="substitute")
        assert (code, "A passphrase is needed" in said) == (2, True)
        code, said, error = run(*locked, "--passphrase-file", words, at="substitute")
        assert (code, said, error) == (0, "1 new work collected\nStill missing: Ben\n", "")
        code, said, _ = run("results", "--class", "7b", "--format", "json", at="substitute")
        (ada, _ben) = json.loads(said)["rows"]
        assert (ada["student"], ada["percent"] is not None) == ("Ada", True)
        assert "1 was here already" in run(*locked, "--passphrase-file", words, at="substitute")[1]

        assert ours.takes_in(drop).arrived == 1, "the school's slip counts: the teacher signed that it may sign"
        code, _, said = run("give-back", tmp_path / "stick", "--class", "7b", at="substitute")
        assert (code, "made with other keys" in said) == (2, True)
        given_back = run(
            *("give-back", tmp_path / "stick", "--class", "7b", "--key", key, "--passphrase-file", words),
            at="substitute",
        )
        assert given_back[:2] == (0, "marks written for 1 work\n")
        taken = ours.takes_in(drop)
        assert (taken.marks, taken.refused) == (1, ())
        assert marks_of(ours.workbook, ours.person("Ada"), attempt).percent == ada["percent"]
        assert ours.lesson(attempt).texts[0].key == read_lesson(lesson).texts[0].key, "the answers came with the marks"
    secret = unlock(read_locked(key.read_bytes()), "the school has a safe")
    assert secret not in everything_in(tmp_path / "substitute"), "nothing of the school's key stays there"


@pytest.mark.parametrize("mode", list(Mode))
def test_lessons_are_graded_by_what_the_school_can_see_of_them(run, school, lesson, tmp_path, mode):
    key, half, words = school
    from claimlight.files.reading import read_bytes
    from claimlight.handin.school_key import read_school_key

    with teacher(tmp_path / "teacher") as book, laptop(tmp_path / "laptop") as ours:
        to = class_with(book, also=[read_school_key(read_bytes(half)).owner])
        drop = stick(tmp_path / "stick", to)
        file = given(book, lesson, mode, tmp_path, to=to)
        ours.does("Ada", file, ADAS)
        ours.hands_in(drop)
    collect = ("collect", tmp_path / "stick", "--class", "7b", "--key", key, "--passphrase-file", words)
    code, said, error = run(*collect, at="substitute")
    assert (code, said.startswith("0 new"), "not given out from here" in error) == (1, True, True)
    assert not (drop.path / WORK / ASIDE).exists(), "it waits for its lesson"
    assert run(*collect, "--lesson", file, at="substitute")[0] == 0
    rows = json.loads(run("results", "--class", "7b", "--format", "json", at="substitute")[1])["rows"]
    assert (rows[0]["percent"] is None) == (mode is Mode.ASSESSMENT)
    if mode is Mode.ASSESSMENT:
        code, said, _ = run(*collect, "--lesson", lesson, "--lesson", file, at="later")
        assert (code, said.startswith("1 new")) == (0, True)
        rows = json.loads(run("results", "--class", "7b", "--format", "json", at="later")[1])["rows"]
        assert rows[0]["percent"] is not None


def test_only_the_key_that_the_teacher_named_goes_on_with_a_class(run, school, lesson, secret, tmp_path):
    key, half, words = school
    other = tmp_path / "other.claimkey"
    run("make-school-key", other, "--passphrase-file", words)
    assert run("make-school-key", other, "--passphrase-file", words)[0] == 2, "no file is overwritten"
    assert read_locked(other.read_bytes()).owner != read_locked(key.read_bytes()).owner
    (tmp_path / "stick").mkdir()
    made = ("make-class", "7b", "-o", tmp_path / "7b.claimclass", "--stick", tmp_path / "stick")
    assert run(*made, "--also-readable-by", half)[0] == 0
    collect = ("collect", tmp_path / "stick", "--class", "7b", "--passphrase-file", words, "--key")
    code, _, said = run(*collect, other, at="substitute")
    assert (code, "was not made with this school key" in said) == (2, True)
    code, _, said = run(*collect, half, at="substitute")
    assert (code, "holds no keys" in said) == (2, True)
    wrong = secret("the school has no safe", "no.txt")
    code, _, said = run("collect", tmp_path / "stick", "--class", "7b", "--key", key, "--passphrase-file", wrong)
    assert (code, "not the passphrase" in said) == (2, True)
    assert run("make-class", "8a", "-o", tmp_path / "8a.claimclass", "--also-readable-by", key)[0] == 2
    code, _, said = run("collect", tmp_path, "--class", "7b", "--key", key, "--passphrase-file", words)
    assert (code, "is not prepared for handing in" in said) == (2, True)


def test_a_class_that_is_not_ours_sets_nothing_aside_and_takes_no_ones_place(school, lesson, tmp_path):
    from claimlight.handin.identity import public
    from claimlight.work.collect import collect

    keys = new_keys()
    with teacher(tmp_path / "teacher") as book, laptop(tmp_path / "laptop") as ours:
        to = class_with(book, also=[public(keys)])
        drop = stick(tmp_path / "stick", to)
        ours.does("Ada", given(book, lesson, Mode.PRACTICE, tmp_path), ADAS)
        ours.hands_in(drop)
    with teacher(tmp_path / "substitute") as book:
        take_over(book, drop, keys)
        with pytest.raises(WorkError, match="class-of-other-keys"):
            collect(book, drop.path, "7b")
        assert len(list((drop.path / WORK).glob("*.claimwork"))) == 1
        from dataclasses import replace

        mallory = new_keys()
        forged = replace(
            to.students, verify=public(mallory).verify.hex(), also_sign=(public(keys).verify.hex(),), lessons=("x",)
        )
        fake = type(drop)(drop.path, write_class(forged, mallory))
        with pytest.raises(WorkError, match="class-other-teacher"):
            take_over(book, fake, keys)
        twin = type(drop)(drop.path, write_class(replace(to.students, id="another"), keys_of_teacher(tmp_path)))
        with pytest.raises(WorkError, match="class-there"):
            take_over(book, twin, keys)
        # a second reader of an older class may open, but nobody signed that it may sign
        old = replace(to.students, also_sign=())
        assert read_class(write_class(old, keys_of_teacher(tmp_path))).signers == (bytes.fromhex(old.verify),)
        with pytest.raises(WorkError, match="school-key-not-in-class"):
            take_over(book, type(drop)(drop.path, write_class(old, keys_of_teacher(tmp_path))), keys)
        from claimlight.store.classes import KnownClass

        book.classes.keep(KnownClass(old.id, "7b", write_class(old, keys_of_teacher(tmp_path))), ())
        report = collect(book, drop.path, "7b", keys=keys)
        assert [error.code for _file, error in report.aside] == ["work-of-unknown-lesson"]
        take_over(book, drop, keys, [lesson])
        book.classes.keep(KnownClass(old.id, "7b", write_class(old, keys_of_teacher(tmp_path))), ())
        assert collect(book, drop.path, "7b", keys=keys).new == 1
        assert list((drop.path / SLIPS).iterdir()) == [], "its slips would be refused"
        assert list((drop.path / MARKS).iterdir()) == []


def keys_of_teacher(tmp_path):
    with teacher(tmp_path / "teacher") as book:
        return teacher_keys(book)


def test_a_student_opens_the_answers_with_the_words_of_the_teacher(run, lesson, tmp_path):
    file, practice = tmp_path / "fares.claimlesson", tmp_path / "practice.claimlesson"
    words = run("pack", lesson, "-o", file, "--mode", "homework", "--words")[1].strip().partition(": ")[2]
    run("pack", lesson, "-o", practice)
    with laptop(tmp_path / "laptop") as ours:
        attempt = ours.does("Ada", file, ADAS)
    wrong = words.replace(words.split()[0], "able" if words.split()[0] != "able" else "acorn", 1)
    code, _, said = run("release", file, "--words", wrong, at="laptop")
    assert (code, "does not open the answers" in said) == (2, True)
    code, _, said = run("release", "fare", "--words", words, at="laptop")
    assert (code, "Those that were: fares" in said) == (2, True)
    code, said, _ = run("release", "fares", "--words", words.upper(), at="laptop")
    assert (code, said) == (0, "The answers to “Fares will double” are open.\n")
    with laptop(tmp_path / "laptop") as ours:
        assert ours.lesson(attempt).texts[0].key is not None
    assert run("release", file, "--words", words, at="another")[0] == 0, "the file is enough"
    code, _, said = run("release", practice, "--words", words, at="another")
    assert (code, "no words that open" in said) == (2, True)
    assert "A passphrase is needed" in run("release", file, at="another")[2]
