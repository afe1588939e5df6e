"""The printable pages of a class: whose work gets one, and what its file is called."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from claimlight.core.errors import WorkError
from claimlight.files.article_import.source import Remark
from claimlight.files.exports.filled import told
from claimlight.store.class_work import Glance
from claimlight.store.classbook import Classbook
from claimlight.store.classes import Received
from claimlight.work.answers_now import lessons_now
from claimlight.work.class_table import class_table
from claimlight.work.one_work import OneWork, look_at

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+')
"""What some file system refuses, and marks of direction, by which a name could look like another."""
_LONGEST = 60
"""Of a student's name and of a lesson's title, in letters: a file system takes 255 bytes for both."""


@dataclass(frozen=True, slots=True)
class Printable:
    """A work by the name on the class list; `stem` is the name of its files, no two alike."""

    name: str
    stem: str
    glance: Glance


class PrintablePages:
    """The works of a class at these lessons (ids; all where none are named). Raises WorkError where there are none."""

    def __init__(self, classbook: Classbook, class_id: str, lessons: Sequence[str] = (), today: date | None = None):
        self._classbook = classbook
        table = class_table(classbook, class_id, today or date.today())
        self.class_id = table.file.id
        self._lessons = lessons_now(classbook, table.file.id)
        self._received: tuple[str, tuple[Received, ...]] = ("", ())
        self.told: tuple[Remark, ...] = tuple(told("export-strangers", [each.name for each in table.strangers]))
        taken: set[str] = set()
        works = []
        for column, lesson in enumerate(table.lessons):
            if lessons and lesson.id not in lessons:
                continue
            for row in table.rows:
                glance = row.cells[column].work
                if glance is not None and glance.percent is not None:
                    works.append(Printable(row.name, _free(row.name, lesson.title or lesson.id, taken), glance))
        if not works:
            raise WorkError("export-nothing")
        self.works = tuple(works)

    def open(self, one: Printable) -> OneWork:
        """What stands on its page. Raises WorkError where the answers are not here any more."""
        glance = one.glance
        versions = [each for each in self._of_lesson(glance.lesson) if each.attempt == glance.attempt]
        last = next(n for n, each in enumerate(versions) if each.id == glance.id)
        work = look_at(self._classbook, self.class_id, tuple(versions[: last + 1]), self._lessons)
        return replace(work, name=one.name)

    def _of_lesson(self, lesson: str) -> tuple[Received, ...]:
        """Works come lesson by lesson, and only one lesson's are held."""
        if self._received[0] != lesson:
            self._received = (lesson, tuple(self._classbook.classes.received(self.class_id, lesson)))
        return self._received[1]


def _free(student: str, lesson: str, taken: set[str]) -> str:
    """A name that every file system takes; whoever is called as somebody else has a 2 behind it."""
    plain = f"{_plain(student)} – {_plain(lesson)}"
    stem, number = plain, 1
    while stem.casefold() in taken:
        number += 1
        stem = f"{plain} {number}"
    taken.add(stem.casefold())
    return stem


def _plain(words: str) -> str:
    return " ".join(_NOT_IN_NAMES.sub(" ", words).split())[:_LONGEST].strip(" .") or "_"
