"""What this computer's people hand in and take back: the folder that is there, and what is done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from claimlight.core.attempt import Person
from claimlight.core.errors import ClaimlightError
from claimlight.core.identity import Clock
from claimlight.session.beside import Ask, Beside
from claimlight.session.stick_watch import Roots, Seen, StickWatch, drives
from claimlight.store.workbook import Workbook

if TYPE_CHECKING:
    from claimlight.handin.class_file import ClassFile
    from claimlight.store.travel import HandedIn, PersonKey
    from claimlight.work.coming_back import Found, TakenIn
    from claimlight.work.parcels import Waiting


@dataclass(frozen=True, slots=True)
class Offer:
    """A prepared folder that is there, whose it is, and what could be handed in to it now."""

    seen: Seen
    to: ClassFile
    known: bool
    """Whether this computer is in the class already."""
    todo: tuple[Waiting, ...]


@dataclass(frozen=True, slots=True)
class Delivered:
    """What was copied and read back."""

    seen: Seen
    todo: tuple[Waiting, ...]


class Travelling(QObject):
    """Nothing here waits for a folder: looking and copying go on beside the window, the workbook is written in it."""

    changed = Signal()
    """Another folder is there, or there is something else to hand in."""
    went_on = Signal(int, int)
    """So many of so many are copied, read back and noted."""
    handed_in = Signal(object)
    """Delivered."""
    taken_in = Signal(object)
    """Something came back (TakenIn), or could not be used."""
    joined = Signal(object, object)
    """A class was taken in (ClassFile, and whether it is new here: True, newer: None, or known: False)."""
    folder_met = Signal(object)
    """The class file that was taken in lies in a prepared folder (Seen); it is looked into from now on."""
    failed = Signal(object)
    """Handing in came to no end (ClaimlightError); what was not copied still waits."""
    refused = Signal(object)
    """A file or folder that somebody chose could not be used (ClaimlightError)."""
    words_wanted = Signal(str, object)
    """Marks are for nobody here (the name and the bytes of their file): who has the words can open them."""

    def __init__(self, workbook: Workbook, clock: Clock, roots: Roots = drives, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbook = workbook
        self._clock = clock
        self._job = Beside(self)
        self._looked: dict[Path, tuple[int, ...]] = {}
        self.watch = StickWatch(roots, self)
        self.watch.changed.connect(self._hear_seen)

    @property
    def working(self) -> bool:
        return self._job.working

    # What is there

    def offer(self, at_work: Person) -> Offer | None:
        """The first folder that can be used, and what waits: of everybody with a name, and of who is at work."""
        found = (self.offer_of(seen, at_work) for seen in self.watch.seen)
        return next((offer for offer in found if offer is not None), None)

    def offer_of(self, seen: Seen, at_work: Person) -> Offer | None:
        """None where the folder is damaged, or of a newer program: nobody here can do anything about it."""
        from claimlight.work.hand_in import newest_class
        from claimlight.work.parcels import waiting

        try:
            to = newest_class(self._workbook, seen.drop.class_file)
            todo = waiting(self._workbook, to)
        except ClaimlightError:
            return None
        known = any(each.id == to.id for each in self._workbook.travel.classes())
        return Offer(seen, to, known, tuple(each for each in todo if each.person.name or each.person.id == at_work.id))

    def _hear_seen(self, seen: tuple[Seen, ...]) -> None:
        """A folder of ours that is new here may have brought something back."""
        self._looked = {path: stamp for path, stamp in self._looked.items() if any(path == s.drop.path for s in seen)}
        for each in seen:
            if self._looked.get(each.drop.path) != each.stamp and self._is_ours(each):
                self.look_back(each)
                break
        self.changed.emit()

    def _is_ours(self, seen: Seen) -> bool:
        try:
            to = seen.drop.class_file
        except ClaimlightError:
            return False
        return any((each.id, each.teacher.hex()) == (to.id, to.verify) for each in self._workbook.travel.classes())

    # Handing in

    def hand_in(self, offer: Offer) -> bool:
        """Copy all of it, read each back, note it, and take in what came back. Says how it goes by signals.

        False where something else goes on, or where it failed at once, which was told.
        """
        from claimlight.work.hand_in import take_class
        from claimlight.work.parcels import without_key

        try:
            to = take_class(offer.seen.drop.marker, self._workbook, offer.seen.drop.path.name)
            people = without_key(self._workbook, dict.fromkeys(each.person for each in offer.todo))
        except ClaimlightError as error:
            self.failed.emit(error)
            return False
        offer = replace(offer, to=to)
        return self._job.do(lambda _ask: _new_keys(people), lambda keys: self._send(offer, keys), self.failed.emit)

    def _send(self, offer: Offer, keys: tuple[tuple[Person, PersonKey], ...]) -> None:
        from claimlight.work.coming_back import look, wanted
        from claimlight.work.parcels import device_keys, parcels, sent

        try:
            for person, key in keys:
                self._workbook.travel.keep_person_key(person, key)
            device = device_keys(self._workbook)
            load = parcels(self._workbook, offer.to, offer.todo, self._clock)
            asked = wanted(self._workbook, offer.to)
        except ClaimlightError as error:
            self.failed.emit(error)
            return

        def copy(ask: Ask) -> Found:
            for number, handed in enumerate(sent(load, offer.to, device, offer.seen.drop), 1):
                ask(partial(self._note, handed, number, len(load)))
            return look(offer.seen.drop, asked, lessons=True)

        self._job.do(copy, lambda found: self._end_hand_in(offer, found), self.failed.emit)

    def _note(self, handed: HandedIn, number: int, count: int) -> None:
        from claimlight.work.parcels import keep

        keep(self._workbook, handed)
        self.went_on.emit(number, count)

    def _end_hand_in(self, offer: Offer, found: Found) -> None:
        self.handed_in.emit(Delivered(offer.seen, offer.todo))
        self._take(offer.to, found)

    # Coming back

    def look_back(self, seen: Seen) -> None:
        """Take in what is there for people of this computer, and the lessons of the class."""
        from claimlight.work.coming_back import look, wanted
        from claimlight.work.hand_in import take_class

        if self._job.working:
            return
        try:
            to = take_class(seen.drop.marker, self._workbook, seen.drop.path.name)
            asked = wanted(self._workbook, to)
        except ClaimlightError as error:
            self.refused.emit(error)
            return
        self._looked[seen.drop.path] = seen.stamp
        drop = seen.drop
        self._job.do(lambda _ask: look(drop, asked, lessons=True), lambda found: self._take(to, found), _pulled)

    def _take(self, to: ClassFile, found: Found) -> None:
        from claimlight.work.coming_back import take

        try:
            taken: TakenIn = take(self._workbook, to, found)
        except ClaimlightError as error:
            self.refused.emit(error)
            return
        if taken.anything or taken.refused:
            self.taken_in.emit(taken)

    # Files and folders that somebody chose

    def take_class_file(self, path: Path) -> None:
        """Take in a class and the lessons that lie beside its file, where that is in a prepared folder."""
        from claimlight.work.coming_back import read_class_and_lessons

        def read(_ask: Ask) -> tuple[bytes, Found, Seen | None]:
            return (*read_class_and_lessons(path), _seen_around(path))

        def join(read: tuple[bytes, Found, Seen | None]) -> None:
            raw, lessons, around = read
            self._join(path.name, raw, lessons)
            if around is not None and all(around.drop.path != seen.drop.path for seen in self.watch.seen):
                self.watch.watch_folder(around.drop.path, around)
                self.folder_met.emit(around)
                self.changed.emit()

        self._job.do(read, join, self.refused.emit)

    def _join(self, name: str, raw: bytes, lessons: Found) -> None:
        from claimlight.work.hand_in import take_class

        before = {each.id: each.file for each in self._workbook.travel.classes()}
        try:
            to = take_class(raw, self._workbook, name)
        except ClaimlightError as error:
            self.refused.emit(error)
            return
        here = next(each.file for each in self._workbook.travel.classes() if each.id == to.id)
        new = True if to.id not in before else None if before[to.id] != here else False
        self._take(to, lessons)
        self.joined.emit(to, new)
        self.changed.emit()

    def use_folder(self, folder: Path, then: Callable[[Seen], object]) -> None:
        """Look into a folder that somebody chose, and look there from now on. Fails where it is not prepared."""

        def opened(_ask: Ask) -> Seen:
            return _seen_in(folder)

        def use(seen: Seen) -> None:
            self.watch.watch_folder(seen.drop.path, seen)
            then(seen)

        self._job.do(opened, use, self.refused.emit)

    def take_file(self, path: Path) -> None:
        """Take in a slip, marks or answers that somebody opens by hand."""
        from claimlight.handin.drop_folder import read_file

        self._job.do(lambda _ask: read_file(path), lambda raw: self._take_one(path.name, raw), self.refused.emit)

    def _take_one(self, name: str, raw: bytes) -> None:
        from claimlight.work.travel_files import take_by_hand

        try:
            taken = take_by_hand(self._workbook, name, raw)
        except ClaimlightError as error:
            self.refused.emit(error)
            return
        if taken is None:
            self.words_wanted.emit(name, raw)
        else:
            self.taken_in.emit(taken)


def _seen_in(folder: Path) -> Seen:
    """Raises WorkError where the folder is not prepared."""
    from claimlight.handin.drop_folder import open_drop, stamp

    drop = open_drop(folder)
    return Seen(drop, on_drive=False, stamp=stamp(drop))


def _seen_around(path: Path) -> Seen | None:
    """The prepared folder that the file lies in; None where there is none around it."""
    from claimlight.handin.marker import MARKER

    try:
        return _seen_in(path.parent) if path.name == MARKER else None
    except ClaimlightError:
        return None


def _pulled(_error: ClaimlightError) -> None:
    """A folder that went while it was looked at by itself: nobody asked, so nobody is told."""


def _new_keys(people: tuple[Person, ...]) -> tuple[tuple[Person, PersonKey], ...]:
    from claimlight.work.parcels import new_person_key

    return tuple((person, new_person_key(person)) for person in people)
