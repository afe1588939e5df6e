"""A teacher's keys: open, locked, forgotten, and the same again on another laptop."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claimlight.core.errors import StoreError, WorkError
from claimlight.core.lesson import Mode
from claimlight.handin.identity import public
from claimlight.handin.locked_keys import Effort
from claimlight.store.classbook import open_classbook
from claimlight.store.data_folder import open_data_folder
from claimlight.wording.errors import say
from claimlight.work.collect import collect
from claimlight.work.give_back import give_back
from claimlight.work.teacher_keys import (
    Safety,
    change_passphrase,
    has_passphrase,
    nobody_else,
    page_words,
    recovery_page,
    remove_passphrase,
    restore_keys,
    safety,
    set_passphrase,
    teacher_keys,
    teacher_public,
    unlock,
)
from claimlight.work.teaching import make_class
from classroom import class_with, everything_in, given, laptop, stick, teacher
from lesson_maker import built_lesson

QUICK = Effort(1, 8192)
FIRST, SECOND = "tern street at noon", "a quite different one"
OLD = Path(__file__).parents[1] / "data" / "classbooks"


def refused(call, *words, **more):
    with pytest.raises(WorkError) as found:
        call(*words, **more)
    assert say(found.value)
    return found.value.code


@pytest.fixture
def place(tmp_path):
    return tmp_path / "teacher"


def test_the_question_is_asked_once_and_a_no_leaves_all_as_it_was(place):
    with teacher(place) as book:
        assert (safety(book), teacher_public(book)) == (Safety.ASK, None)
        keys = teacher_keys(book)
        assert safety(book) is Safety.ASK
        nobody_else(book)
        assert (safety(book), has_passphrase(book), teacher_keys(book)) == (Safety.OPEN, False, keys)
    with teacher(place) as book:
        assert (safety(book), teacher_keys(book)) == (Safety.OPEN, keys)
        assert teacher_public(book) == public(keys)


def test_a_passphrase_is_asked_for_once_a_start_and_without_it_nothing_is_signed_or_opened(place, tmp_path):
    folder = built_lesson(tmp_path / "fares")
    with teacher(place) as book, laptop(tmp_path / "laptop") as ours:
        keys = teacher_keys(book)
        assert set_passphrase(book, FIRST, effort=QUICK) == ()
        assert (safety(book), has_passphrase(book), teacher_keys(book)) == (Safety.OPEN, True, keys)
        drop = stick(tmp_path / "stick", class_with(book))
        ours.does("Ada", given(book, folder, Mode.PRACTICE, tmp_path), [("It rained", "claim")])
        ours.hands_in(drop)
    with teacher(place) as book:
        assert safety(book) is Safety.LOCKED
        assert teacher_public(book) == public(keys)
        for job in (
            lambda: collect(book, drop.path, "7b"),
            lambda: give_back(book, drop, "7b"),
            lambda: make_class(book, "8a", ()),
            lambda: given(book, folder, Mode.HOMEWORK, tmp_path),
            lambda: page_words(book),
            lambda: set_passphrase(book, SECOND, effort=QUICK),
        ):
            with pytest.raises(WorkError, match="keys-locked"):
                job()

        nobody_else(book)
        assert refused(unlock, book, "tern street at nine") == "passphrase-wrong"
        assert safety(book) is Safety.LOCKED
        assert unlock(book, FIRST) == keys
        assert collect(book, drop.path, "7b").new == 1


def test_nothing_on_the_disk_holds_the_keys_once_they_are_locked(place):
    days = iter(range(1, 28))
    clock = lambda: datetime(2026, 5, next(days, 28), 8, tzinfo=UTC)  # noqa: E731
    with open_data_folder(place) as folder, closing(open_classbook(folder, clock=clock)) as book:
        keys = teacher_keys(book)
        secret = book.classes.teacher().secret
        book.back_up()
        book.back_up()
        shutil.copyfile(OLD / "v2.db", place / "backups" / "classbook 2026-04-01.db")
        shutil.copyfile(OLD / "v1.db", place / "backups" / "classbook 2026-03-01.db")
        with closing(sqlite3.connect(place / "backups" / "classbook 2026-04-01.db")) as old, old:
            old.execute("INSERT INTO teacher VALUES (1, ?, ?, '')", [keys.signing, keys.sealing])
        (place / "backups" / "classbook 2026-01-01.db").write_bytes(b"SQLite format 3\0" + bytes(200))
        (place / "classbook set aside 2025.db").write_bytes(b"damaged")
        assert secret in everything_of(place)
        left = set_passphrase(book, FIRST, effort=QUICK)
        assert {path.name for path in left} == {"classbook 2026-01-01.db", "classbook set aside 2025.db"}
        found = everything_of(place)
        assert not any(one in found for one in (secret, keys.signing, keys.sealing))
        remove_passphrase(book, FIRST)
        assert (secret in everything_of(place), safety(book)) == (True, Safety.OPEN)


def everything_of(place):
    return b"".join(path.read_bytes() for path in sorted(place.rglob("*")) if path.is_file())


def test_a_passphrase_is_changed_and_removed_by_who_knows_it(place):
    with teacher(place) as book:
        assert refused(remove_passphrase, book, FIRST) == "passphrase-not-there"
        assert refused(set_passphrase, book, "short", effort=QUICK) == "passphrase-too-short"
        set_passphrase(book, FIRST, effort=QUICK)
        keys = teacher_keys(book)
        assert refused(change_passphrase, book, SECOND, FIRST, effort=QUICK) == "passphrase-wrong"
    with teacher(place) as book:
        assert refused(change_passphrase, book, FIRST, "short", effort=QUICK) == "passphrase-too-short"
        assert safety(book) is Safety.LOCKED
        change_passphrase(book, FIRST, SECOND, effort=QUICK)
    with teacher(place) as book:
        assert refused(unlock, book, FIRST) == "passphrase-wrong"
        assert unlock(book, SECOND) == keys
        assert refused(remove_passphrase, book, FIRST) == "passphrase-wrong"
        remove_passphrase(book, SECOND)
    with teacher(place) as book:
        assert (safety(book), teacher_keys(book)) == (Safety.OPEN, keys)
        assert unlock(book, "whatever is said") == keys


def test_who_forgot_the_passphrase_has_the_words_on_paper(place):
    with teacher(place) as book:
        to = class_with(book)
        set_passphrase(book, FIRST, effort=QUICK)
        words, keys = page_words(book), teacher_keys(book)
        page = recovery_page(book, clock=lambda: datetime(2026, 5, 4, tzinfo=UTC))
    assert all(f"<li>{word}</li>" in page for word in words.split())
    assert "2026-05-04" in page
    assert "<title>Recovery page of a teacher</title>" in page
    with teacher(place) as book:
        assert refused(restore_keys, book, words.replace(words.split()[0], "able", 1)).startswith("recovery-words")
        assert refused(restore_keys, book, words, "short") == "passphrase-too-short"
        assert safety(book) is Safety.LOCKED
        restore_keys(book, words, SECOND, effort=QUICK)
        assert teacher_keys(book) == keys
    with teacher(place) as book:
        assert unlock(book, SECOND) == keys
        assert to.students.teacher == public(keys)


def test_the_paper_alone_makes_another_laptop_the_same_teacher(place, tmp_path):
    folder = built_lesson(tmp_path / "fares")
    with teacher(place) as book, laptop(tmp_path / "laptop") as ours:
        to = class_with(book)
        drop = stick(tmp_path / "stick", to)
        ours.does("Ada", given(book, folder, Mode.PRACTICE, tmp_path), [("It rained", "claim")])
        ours.hands_in(drop)
        words = page_words(book)
    shutil.rmtree(place)
    with teacher(tmp_path / "new") as book, laptop(tmp_path / "laptop") as ours:
        teacher_keys(book)  # made by chance, and nothing was signed with them
        restore_keys(book, words)
        assert safety(book) is Safety.ASK
        assert book.classes.all() == (), "classes and work come back with a copy, not with the paper"
        again = make_class(book, "7b anew", ())
        assert again.students.verify == to.students.verify
        from claimlight.work.substitute import take_over

        take_over(book, drop, teacher_keys(book), [folder])
        assert collect(book, drop.path, to.students.id).new == 1
        assert ours.takes_in(drop).arrived == 1
    with teacher(tmp_path / "another") as book:
        class_with(book)
        assert refused(restore_keys, book, words) == "keys-other-teacher"


def test_keys_of_before_have_a_longer_page(place):
    with open_data_folder(place):
        shutil.copyfile(OLD / "v2.db", place / "classbook.db")
    with closing(sqlite3.connect(place / "classbook.db")) as old, old:
        old.execute("INSERT INTO teacher VALUES (1, ?, ?, '2026')", [bytes([0] * 31 + [1]), bytes(range(32))])
    with teacher(place) as book:
        keys, words = teacher_keys(book), page_words(book)
        assert (keys.signing, keys.sealing) == (bytes([0] * 31 + [1]), bytes(range(32)))
        assert safety(book) is Safety.ASK
    with teacher(place.parent / "new") as book:
        restore_keys(book, words)
        assert teacher_keys(book) == keys
        assert len(words.split()) == 52


def test_a_copy_of_the_classbook_moves_everything_and_the_passphrase_with_it(place, tmp_path):
    from claimlight.work.own_data import back_up_classes, restore

    told = []
    with teacher(place) as book:
        class_with(book)
        set_passphrase(book, FIRST, effort=QUICK)
        keys = teacher_keys(book)
    copy = tmp_path / "classes.db"
    assert back_up_classes(place, copy, told.append) == 1
    with pytest.raises(StoreError, match="file-is-there"):
        back_up_classes(place, copy, told.append)
    assert refused(back_up_classes, tmp_path / "nobody", copy, told.append) == "no-classes-here"
    assert restore(tmp_path / "new", copy) is None
    with teacher(tmp_path / "new") as book:
        assert [each.name for each in book.classes.all()] == ["7b"]
        assert safety(book) is Safety.LOCKED
        assert unlock(book, FIRST) == keys
    kept = restore(tmp_path / "new", copy)
    assert kept is not None
    assert kept.name.startswith("classbook ")


def test_a_students_disk_has_nothing_of_a_teachers_keys(place, tmp_path):
    folder = built_lesson(tmp_path / "fares")
    with teacher(place) as book, laptop(tmp_path / "laptop") as ours:
        drop = stick(tmp_path / "stick", class_with(book))
        ours.does("Ada", given(book, folder, Mode.HOMEWORK, tmp_path), [])
        ours.hands_in(drop)
        keys, secret = teacher_keys(book), book.classes.teacher().secret
    for part in (tmp_path / "laptop", tmp_path / "stick"):
        found = everything_in(part)
        assert not any(one in found or one.hex().encode() in found for one in (*_both(keys), secret))


def _both(keys):
    return keys.signing, keys.sealing
