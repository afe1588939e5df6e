"""A teacher's store: the lessons that are being written, with all that can be undone and every version given out."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimlight.core.draft import DraftChange, Parts
from claimlight.core.identity import Clock, NewId
from claimlight.core.identity import new_id as random_id
from claimlight.core.identity import now as time_now
from claimlight.store import draft_rows
from claimlight.store.backups import Backups
from claimlight.store.book import Book
from claimlight.store.changed_answers import ChangedAnswers, marks_of_changes
from claimlight.store.class_lessons import ClassLessons, class_lessons
from claimlight.store.class_work import ClassWork, class_work, what_was_said
from claimlight.store.classes import Classes, KeptTeacher, classes, school_ids, teachers_lock, write_teacher
from claimlight.store.connection import plainly
from claimlight.store.data_folder import DataFolder
from claimlight.store.database import Database
from claimlight.store.decisions import Decisions, decisions_and_changed_answers
from claimlight.store.facts import Facts, facts
from claimlight.store.migrations import Schema, migrate
from claimlight.store.opening import open_book, with_concerns
from claimlight.store.term_end import TableCount, Whom, census, erase_class, erase_student, kept_of
from claimlight.store.workbook_file import remove_unfinished, set_aside_files

if TYPE_CHECKING:
    import sqlite_utils

APPLICATION = 0x434C4342
"""Says that a file is a classbook: "CLCB"."""

_VERSION_1 = (
    """
    CREATE TABLE draft (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        removed INTEGER NOT NULL DEFAULT 0,
        turn INTEGER NOT NULL,
        created TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE draft_part (
        id INTEGER PRIMARY KEY,
        draft_id INTEGER NOT NULL REFERENCES draft(id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        UNIQUE (draft_id, name)
    ) STRICT
    """,
    """
    CREATE TABLE draft_change (
        id INTEGER PRIMARY KEY,
        draft_id INTEGER NOT NULL REFERENCES draft(id) ON DELETE CASCADE,
        undone INTEGER NOT NULL DEFAULT 0,
        uuid TEXT NOT NULL,
        gesture TEXT NOT NULL,
        edits TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX changes_of_draft ON draft_change (draft_id, undone)",
    """
    CREATE TABLE draft_version (
        id INTEGER PRIMARY KEY,
        draft_id INTEGER NOT NULL REFERENCES draft(id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        reason TEXT NOT NULL,
        parts TEXT NOT NULL,
        made TEXT NOT NULL,
        UNIQUE (draft_id, number)
    ) STRICT
    """,
    "PRAGMA user_version = 1",
)


def drafts(db: sqlite_utils.Database) -> None:
    for statement in _VERSION_1:
        db.execute(statement)


def _migrations() -> sqlite_utils.Migrations:
    from sqlite_utils import Migrations

    migrations = Migrations("classbook")
    migrations()(drafts)
    migrations()(classes)
    migrations()(teachers_lock)
    migrations()(class_lessons)
    migrations()(class_work)
    migrations()(facts)
    migrations()(school_ids)
    migrations()(decisions_and_changed_answers)
    migrations()(what_was_said)
    migrations()(marks_of_changes)
    return migrations


CLASSBOOK = Schema(APPLICATION, _migrations, version=9, name="classbook", undo=("draft_change",))


@dataclass(frozen=True, slots=True)
class DraftVersion:
    """A draft as it was at one moment. `number` counts from 1; `reason` says what it was kept for."""

    number: int
    reason: str
    made: str
    parts: Parts


class Classbook(Book):
    """The open classbook of a data folder; `open_classbook` opens it."""

    unlocked: bytes | None = None
    """What the teacher's keys are made of, once the passphrase was given; never written, and gone with the window."""

    def drafts(self) -> tuple[tuple[str, str], ...]:
        """Id and "sheet" of every draft that was not removed, the one worked on last first."""
        with self._reading():
            found = self._db.execute(
                "SELECT draft.uuid, value FROM draft JOIN draft_part ON draft_id = draft.id AND name = 'sheet' "
                "WHERE NOT removed ORDER BY turn DESC"
            )
            return tuple((str(id), str(sheet)) for id, sheet in found)

    def add_draft(self, parts: Parts) -> str:
        """Begin a draft with `parts`, "sheet" among them, and return its id."""
        id = self._new_id()
        with self._writing() as now:
            self._db.execute(
                "INSERT INTO draft (uuid, turn, created) VALUES (?, (SELECT coalesce(max(turn), 0) + 1 FROM draft), ?)",
                [id, now],
            )
            draft_rows.write_parts(self._db, self._row(id), parts)
        return id

    def parts(self, draft: str) -> dict[str, str]:
        with self._reading():
            return draft_rows.parts_of(self._db, self._row(draft))

    def use_draft(self, draft: str) -> None:
        """`draft` is the one worked on last."""
        with self._writing():
            self._db.execute(
                "UPDATE draft SET turn = (SELECT max(turn) + 1 FROM draft) WHERE id = ?", [self._row(draft)]
            )

    def remove_draft(self, draft: str, *, removed: bool = True) -> None:
        """Take a draft off the shelf, or, with `removed` False, bring it back as it was."""
        with self._writing():
            self._db.execute("UPDATE draft SET removed = ? WHERE id = ?", [int(removed), self._row(draft)])

    def record(self, draft: str, change: DraftChange) -> None:
        """Make `change`. Raises ValueError when the parts are not as it found them."""
        with self._writing():
            draft_rows.make(self._db, self._row(draft), change)

    def undo(self, draft: str) -> DraftChange | None:
        """Take back the last change. Returns what was applied, None when there is nothing."""
        with self._writing():
            return draft_rows.take_back(self._db, self._row(draft))

    def redo(self, draft: str) -> DraftChange | None:
        """Make the change again that was undone last. Returns it, None when there is nothing."""
        with self._writing():
            return draft_rows.make_again(self._db, self._row(draft))

    def can_undo(self, draft: str) -> str | None:
        """The gesture that undo would take back, None when there is nothing."""
        with self._reading():
            return draft_rows.next_undo(self._db, self._row(draft))

    def can_redo(self, draft: str) -> str | None:
        """The gesture that redo would make again, None when there is nothing."""
        with self._reading():
            return draft_rows.next_redo(self._db, self._row(draft))

    def keep_version(self, draft: str, reason: str) -> int:
        """Keep the draft as it is now under the next number, which is returned."""
        with self._writing() as now:
            row = self._row(draft)
            number = 1 + int(
                self._db.execute(
                    "SELECT coalesce(max(number), 0) FROM draft_version WHERE draft_id = ?", [row]
                ).fetchone()[0]
            )
            parts = json.dumps(draft_rows.parts_of(self._db, row), ensure_ascii=False)
            self._db.execute(
                "INSERT INTO draft_version (draft_id, number, reason, parts, made) VALUES (?, ?, ?, ?, ?)",
                [row, number, reason, parts, now],
            )
        return number

    def versions(self, draft: str) -> tuple[DraftVersion, ...]:
        """The first first."""
        with self._reading():
            found = self._db.execute(
                "SELECT number, reason, made, parts FROM draft_version WHERE draft_id = ? ORDER BY number",
                [self._row(draft)],
            )
            return tuple(DraftVersion(number, reason, made, json.loads(parts)) for number, reason, made, parts in found)

    @property
    def classes(self) -> Classes:
        """Classes, the lessons that were given out, and what was handed in."""
        return Classes(self._db, self._reading, self._writing)

    def keep_teacher_everywhere(self, kept: KeptTeacher) -> tuple[Path, ...]:
        """Keep the teacher's keys in this form, here and in every backup that has them, without a trace of another.

        Backups first: should one fail, all is as before here. A backup of an older version becomes one of this. Returns
        the damaged files that may still hold the keys as they were.
        """
        self._refuse_read_only()
        now = self._clock().isoformat(timespec="seconds")
        left = self._backups.rewrite(lambda copy: _keep_in_backup(copy, kept, now))
        self.classes.keep_teacher(kept)
        with plainly(self.file):
            self._db.execute("VACUUM")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return (*left, *set_aside_files(self.file.parent, CLASSBOOK.name))

    @property
    def class_lessons(self) -> ClassLessons:
        """What each class was set, when it was collected, and where its stick was."""
        return ClassLessons(self._db, self._reading, self._writing)

    @property
    def class_work(self) -> ClassWork:
        """Whose work is whose, at a glance; what was looked at and given back."""
        return ClassWork(self._db, self._reading, self._writing)

    @property
    def facts(self) -> Facts:
        """What results are read from: what is known of each work, and other teachers' answers."""
        return Facts(self._db, self._reading, self._writing)

    def census(self) -> dict[str, TableCount]:
        """What each table holds: the same for a copy that holds the same."""
        with self._reading():
            return census(self._db)

    def bring_class(self, other: Classbook, class_id: str) -> None:
        """Take a class of another classbook over, with all that hangs on it: one transaction."""
        from claimlight.store.bring_class import bring_class

        with self._writing():
            bring_class(self._db, other._db, class_id)

    def kept_of(self, class_id: str, whom: Whom) -> dict[str, list[dict[str, Any]]]:
        """Every row that is about one student of a class, by table."""
        with self._reading():
            return kept_of(self._db, class_id, whom)

    def forget_class(self, class_id: str) -> tuple[Path, ...]:
        """Delete a class with its names, works and marks, here and in every backup, without a trace.

        Backups first: should one fail, the class is still here. Returns the damaged files that may still hold it.
        """
        return self._forget(lambda db: erase_class(db, class_id))

    def forget_student(self, class_id: str, whom: Whom, file: bytes) -> tuple[Path, ...]:
        """The same for one student of a class; `file` is the class's file without the name."""
        return self._forget(lambda db: erase_student(db, class_id, whom, file))

    def _forget(self, erase: Callable[[Database], None]) -> tuple[Path, ...]:
        def in_backup(copy: Database) -> None:
            erase(copy)
            copy.execute("VACUUM")

        self._refuse_read_only()
        left = self._backups.rewrite(in_backup)
        remove_unfinished(self.file)
        with self._writing():
            erase(self._db)
        with plainly(self.file):
            self._db.execute("VACUUM")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return (*left, *set_aside_files(self.file.parent, CLASSBOOK.name))

    @property
    def decisions(self) -> Decisions:
        """What the teacher decided about each work."""
        return Decisions(self._db, self._reading, self._writing)

    @property
    def changed(self) -> ChangedAnswers:
        """Marks that were given back, and answers that were changed later."""
        return ChangedAnswers(self._db, self._reading, self._writing)

    def _row(self, draft: str) -> int:
        found = self._db.execute("SELECT id FROM draft WHERE uuid = ?", [draft]).fetchone()
        if found is None:
            raise ValueError(f"there is no draft {draft}")
        return int(found[0])


def _keep_in_backup(copy: Database, kept: KeptTeacher, now: str) -> None:
    has_table = copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'teacher'").fetchone()
    if has_table and copy.execute("SELECT 1 FROM teacher").fetchone():
        migrate(copy, CLASSBOOK)
        write_teacher(copy, kept, now)
    copy.execute("VACUUM")


def read_copy(file: Path) -> Classbook:
    """A copy of a classbook that its owner took along, to be read: what is written there goes with closing it.

    Raises StoreError where it is none that this version can read.
    """
    from claimlight.store.whole_copies import opened_copy

    db = opened_copy(file, CLASSBOOK)
    with plainly(file):
        migrate(db, CLASSBOOK)
    return Classbook(db, file, Backups(file.parent, CLASSBOOK), new_id=random_id, clock=time_now)


def open_classbook(
    folder: DataFolder, *, fresh: bool = False, new_id: NewId = random_id, clock: Clock = time_now
) -> Classbook:
    """Open the classbook of `folder`; make one where there is none. It raises what `open_workbook` raises."""
    book = open_book(Classbook, folder, CLASSBOOK, fresh=fresh, new_id=new_id, clock=clock)
    return with_concerns(book, folder, clock)
