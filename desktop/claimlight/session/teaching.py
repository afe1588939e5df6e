"""The teacher's side of one data folder: the lessons of their own, begun, copied, renamed and removed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from claimlight.core.draft import DraftChange, Parts
from claimlight.core.identity import Clock, NewId
from claimlight.core.lesson import Lesson
from claimlight.files.lesson_name import slug_of
from claimlight.session.authoring import AuthoringSession
from claimlight.store.classbook import Classbook, open_classbook
from claimlight.work.draft import draft_of, sheet_edit
from claimlight.work.draft_files import renewed

if TYPE_CHECKING:
    from claimlight.store.data_folder import DataFolder


@dataclass(frozen=True, slots=True)
class OwnLesson:
    """A lesson of one's own, as it is listed."""

    id: str
    title: str
    level: str
    language: str
    answers: int


class Teaching:
    """The classbook is opened with the first question. Every method may raise ClaimlightError; then nothing changed."""

    def __init__(self, folder: DataFolder, new_id: NewId, clock: Clock) -> None:
        self._folder = folder
        self._new_id = new_id
        self._clock = clock
        self._open: Classbook | None = None

    @property
    def classbook(self) -> Classbook:
        if self._open is None:
            self._open = open_classbook(self._folder, new_id=self._new_id, clock=self._clock)
        return self._open

    def close(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None

    def lessons(self) -> tuple[OwnLesson, ...]:
        """The one worked on last first."""
        return tuple(self._listed(id, sheet) for id, sheet in self.classbook.drafts())

    def lesson(self, id: str) -> Lesson:
        """The lesson as it would be given out now."""
        return draft_of(self.classbook.parts(id)).lesson()

    def begin(self, parts: Parts) -> str:
        """Begin a lesson with `parts` and return its id."""
        return self.classbook.add_draft(parts)

    def open(self, id: str) -> AuthoringSession:
        session = AuthoringSession(self.classbook, id, self._new_id)
        self.classbook.use_draft(id)
        return session

    def duplicate(self, id: str, title: str) -> str:
        """A lesson of its own with the same text and answers, "based on" the other; returns its id."""
        return self.begin(renewed(self.classbook.parts(id), self._new_id, title=title))

    def rename(self, id: str, title: str) -> None:
        """One change of the draft, to be undone like any other."""
        edits = sheet_edit(draft_of(self.classbook.parts(id)), title=title, slug=slug_of(title))
        if edits:
            self.classbook.record(id, DraftChange(self._new_id(), "sheet", edits))

    def remove(self, id: str) -> None:
        self.classbook.remove_draft(id)

    def bring_back(self, id: str) -> None:
        self.classbook.remove_draft(id, removed=False)

    def today(self) -> date:
        """The day it is where the teacher is."""
        return self._clock().astimezone().date()

    @property
    def new_id(self) -> NewId:
        return self._new_id

    def _listed(self, id: str, sheet: str) -> OwnLesson:
        values = json.loads(sheet)
        answers = sum(name.startswith("answer:") for name in self.classbook.parts(id))
        return OwnLesson(
            id, str(values.get("title", "")), str(values.get("level", "")), str(values.get("language", "")), answers
        )
