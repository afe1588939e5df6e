"""A classbook that has been in use for many years: the works of today's classes once more, in classes of years before.

The copies have ids and people of their own; nothing that is measured reads more of them than that, it only finds its
way between them. SQLite itself makes them, since to hand in and collect as many would take ten minutes.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from claimlight.store.classbook import Classbook
from claimlight.work.class_results import class_work
from claimlight.work.teaching import OneClass, make_class

_COLUMNS = (
    "device, lesson, lesson_hash, text, attempt, number, previous, hash, packed, received, percent, points, possible,"
    " key_hash, attempt_number, challenges"
)
_WORKS = f"""
    INSERT INTO submission (uuid, class_id, person, name, {_COLUMNS})
    SELECT submission.uuid || :tag, older.id, person || :tag, submission.name, {_COLUMNS}
    FROM submission JOIN class ON class.id = class_id, class AS older
    WHERE class.uuid = :today AND older.uuid = :before ORDER BY submission.id
"""  # noqa: S608
_FACTS = """
    INSERT INTO work_facts (submission_id, key_hash, grader, facts)
    SELECT copy.id, known.key_hash, grader, facts FROM work_facts AS known
    JOIN submission AS work ON work.id = known.submission_id JOIN class ON class.id = work.class_id,
    class AS older JOIN submission AS copy ON copy.class_id = older.id AND copy.uuid = work.uuid || :tag
    WHERE class.uuid = :today AND older.uuid = :before
"""

Collected = tuple[OneClass, list[str]]
"""A class, and the hashes of the lessons that it handed in."""


def classes_before(book: Classbook, collected: Iterable[Collected], annotations: int) -> dict[str, str]:
    """Empty classes of so many years that their works come to so many annotations: by their ids those of today's."""
    collected = list(collected)
    each_year = sum(marks(book, to, hashes) for to, hashes in collected)
    years = range(-(-annotations // each_year) - 1)
    return {
        make_class(book, f"{to.students.name} ({year + 1})", to.students.roster).students.id: to.students.id
        for year in years
        for to, _hashes in collected
    }


def marks(book: Classbook, to: OneClass, hashes: Iterable[str]) -> int:
    """How many annotations a class handed in."""
    works = (class_work(book, to.students.id, hash).works for hash in hashes)
    return sum(len(work.last.marks) for of_lesson in works for work in of_lesson)


def fill(classbook: Path, classes: Mapping[str, str]) -> None:
    """Put the works of the classes of today into those of before, in the closed store in this file."""
    with closing(sqlite3.connect(classbook)) as db:
        db.execute("PRAGMA synchronous = OFF")
        for before, today in classes.items():
            said = {"tag": f" {before}", "today": today, "before": before}
            db.execute(_WORKS, said)
            db.execute(_FACTS, said)
        db.commit()
