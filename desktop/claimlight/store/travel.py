"""What the workbook keeps of work that travels: this computer's keys, authors, classes, what was handed in, marks."""

from __future__ import annotations

from dataclasses import dataclass

from claimlight.core.attempt import Attempt, Person
from claimlight.store.part import Part

_KEEP_CLASS = """
    INSERT INTO class (uuid, name, teacher, bytes, taken) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (uuid) DO UPDATE SET name = excluded.name, bytes = excluded.bytes, taken = excluded.taken
"""
_HANDED_IN = """
    SELECT handed_in.uuid, attempt.uuid, class.uuid, handed_in.number, handed_in.hash, content,
        handed_in.made, slip
    FROM handed_in JOIN attempt ON attempt.id = attempt_id JOIN class ON class.id = class_id
        JOIN person ON person.id = person_id
"""


@dataclass(frozen=True, slots=True)
class KeptClass:
    """A class that was taken in. `teacher` is the public key its file was signed with; it never changes."""

    id: str
    name: str
    teacher: bytes
    file: bytes


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One version of an attempt as it was handed in; `hash` is that of its file, `content` of what was
    handed in. `slip` has come when the teacher's
    program has the work."""

    id: str
    attempt: str
    class_id: str
    number: int
    hash: str
    content: str
    made: str
    slip: bytes | None


@dataclass(frozen=True, slots=True)
class PersonKey:
    """What opens marks for one person: made of `words`, which do the same on any other computer."""

    words: str
    sealing: bytes


class Travel(Part):
    """The part of a workbook that is about other computers. One gesture is one transaction."""

    # This computer, its people

    def device(self) -> tuple[bytes, bytes] | None:
        """What this computer signs with and opens with; None before the first time."""
        return self._keys("SELECT signing, sealing FROM device")

    def keep_device(self, signing: bytes, sealing: bytes) -> None:
        self._keep_keys("INSERT INTO device (id, signing, sealing, made) VALUES (1, ?, ?, ?)", signing, sealing)

    def person_key(self, person: Person) -> PersonKey | None:
        with self._reading():
            found = self._db.execute(
                "SELECT words, person_key.sealing FROM person_key JOIN person ON person.id = person_id WHERE uuid = ?",
                [person.id],
            ).fetchone()
        return found and PersonKey(found[0], bytes(found[1]))

    def keep_person_key(self, person: Person, key: PersonKey) -> None:
        with self._writing():
            self._db.execute(
                "INSERT INTO person_key (person_id, words, sealing) SELECT id, ?, ? FROM person WHERE uuid = ?",
                [key.words, key.sealing, person.id],
            )

    # Authors and classes

    def author(self, lesson_id: str) -> bytes | None:
        """The public key that the first signed file of this lesson came with."""
        with self._reading():
            found = self._db.execute("SELECT key FROM author WHERE lesson = ?", [lesson_id]).fetchone()
        return found and bytes(found[0])

    def keep_author(self, lesson_id: str, key: bytes) -> None:
        """Trust the first: who came later is not written down."""
        with self._writing() as now:
            self._db.execute(
                "INSERT INTO author (lesson, key, seen) VALUES (?, ?, ?) ON CONFLICT (lesson) DO NOTHING",
                [lesson_id, key, now],
            )

    def classes(self) -> tuple[KeptClass, ...]:
        """The one that was taken in first comes first."""
        with self._reading():
            found = self._db.execute("SELECT uuid, name, teacher, bytes FROM class ORDER BY id")
            return tuple(KeptClass(id, name, bytes(key), bytes(file)) for id, name, key, file in found)

    def keep_class(self, kept: KeptClass) -> None:
        """Take a class in, or its newer file; that its teacher is the same was looked at before."""
        with self._writing() as now:
            self._db.execute(_KEEP_CLASS, [kept.id, kept.name, kept.teacher, kept.file, now])

    # What was handed in, and what came back

    def handed_in(self, person: Person) -> tuple[HandedIn, ...]:
        """Every version of everything that `person` handed in, in that order."""
        with self._reading():
            found = self._db.execute(f"{_HANDED_IN} WHERE person.uuid = ? ORDER BY handed_in.id", [person.id])
            return tuple(HandedIn(*row) for row in found)

    def hand_in(self, handed: HandedIn) -> None:
        with self._writing():
            self._db.execute(
                "INSERT INTO handed_in (uuid, attempt_id, class_id, number, hash, content, made) VALUES (?,"
                " (SELECT id FROM attempt WHERE uuid = ?), (SELECT id FROM class WHERE uuid = ?), ?, ?, ?, ?)",
                [
                    *(handed.id, handed.attempt, handed.class_id),
                    *(handed.number, handed.hash, handed.content, handed.made),
                ],
            )

    def arrived(self, id: str, slip: bytes) -> None:
        """The slip for one of them is there, and was looked at."""
        with self._writing():
            self._db.execute("UPDATE handed_in SET slip = ? WHERE uuid = ?", [slip, id])

    def marks(self, attempt: Attempt) -> bytes | None:
        """The latest marks that came back for `attempt`."""
        with self._reading():
            found = self._db.execute(
                "SELECT marks_back.bytes FROM marks_back JOIN attempt ON attempt.id = attempt_id"
                " WHERE attempt.uuid = ? ORDER BY marks_back.number DESC, marks_back.id DESC LIMIT 1",
                [attempt.id],
            ).fetchone()
        return found and bytes(found[0])

    def keep_marks(self, id: str, attempt_id: str, number: int, file: bytes) -> bool:
        """Keep marks that were looked at; False where these are here already."""
        with self._writing() as now:
            done = self._db.execute(
                "INSERT INTO marks_back (uuid, attempt_id, number, bytes, taken)"
                " SELECT ?, attempt.id, ?, ?, ? FROM attempt WHERE attempt.uuid = ? ON CONFLICT (uuid) DO NOTHING",
                [id, number, file, now, attempt_id],
            )
            return done.rowcount == 1

    def released(self, box: str) -> bytes | None:
        """What opens the answers whose sealed box has this hash; None while the teacher holds it back."""
        with self._reading():
            found = self._db.execute("SELECT key FROM released WHERE box = ?", [box]).fetchone()
        return found and bytes(found[0])

    def keep_released(self, box: str, key: bytes) -> None:
        with self._writing() as now:
            self._db.execute(
                "INSERT INTO released (box, key, taken) VALUES (?, ?, ?) ON CONFLICT (box) DO NOTHING", [box, key, now]
            )
