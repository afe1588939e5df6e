"""A teacher's keys: made when they are first needed, locked where others use the computer, and restored from paper.

A passphrase is asked for once in a start: `unlock` opens the keys, which then are in memory only. Without a passphrase
they lie open in the classbook, as everything else there does. What moves to another computer, and how:

- a copy of the classbook (`back_up`, `claimlight backup --classes`) moves everything: keys, classes, the lessons that
  were given out, work and marks. A passphrase goes with it.
- the words of the recovery page move the keys alone. That is enough to collect, and to be the same teacher for every
  student; classes and lessons have to be taken in or given out again.
"""

from enum import Enum, auto
from pathlib import Path

from claimlight.core.errors import WorkError
from claimlight.core.identity import Clock, now
from claimlight.files.recovery_html import recovery_html
from claimlight.handin.identity import Keys, PublicKeys, public
from claimlight.handin.locked_keys import USUAL, Effort, LockedKeys, lock, read_locked
from claimlight.handin.locked_keys import unlock as opened
from claimlight.handin.secret import keys_of, new_secret, recovery_words, secret_of
from claimlight.handin.words import mark
from claimlight.store.classbook import Classbook
from claimlight.store.classes import KeptTeacher


class Safety(Enum):
    """What a window has to ask before it needs the keys."""

    ASK = auto()
    """Nobody has said yet whether others use this computer."""
    LOCKED = auto()
    """The passphrase has not been given since the program started."""
    OPEN = auto()


def safety(classbook: Classbook) -> Safety:
    kept = classbook.classes.teacher()
    if kept is None or not kept.asked:
        return Safety.ASK
    return Safety.LOCKED if kept.locked and classbook.unlocked is None else Safety.OPEN


def has_passphrase(classbook: Classbook) -> bool:
    kept = classbook.classes.teacher()
    return kept is not None and kept.locked is not None


def teacher_keys(classbook: Classbook) -> Keys:
    """What the teacher signs and opens with; made when it is first needed. Raises WorkError where it is locked."""
    return keys_of(_secret(classbook))


def teacher_public(classbook: Classbook) -> PublicKeys | None:
    """What others know of the teacher's keys, locked or not; None where there are none yet."""
    kept = classbook.classes.teacher()
    if kept is None:
        return None
    return public(keys_of(kept.secret)) if kept.secret else read_locked(kept.locked or b"", _PLACE).owner


def unlock(classbook: Classbook, passphrase: str) -> Keys:
    """Open the keys for as long as the classbook is open. Takes about a second.

    Raises WorkError where this is not the passphrase; nothing to do where there is none.
    """
    locked = locked_keys(classbook)
    return teacher_keys(classbook) if locked is None else hold(classbook, opened(locked, passphrase, _PLACE))


def locked_keys(classbook: Classbook) -> LockedKeys | None:
    """What a passphrase opens (`handin.locked_keys.unlock`, beside the window); None where there is none."""
    kept = classbook.classes.teacher()
    return None if kept is None or kept.locked is None else read_locked(kept.locked, _PLACE)


def hold(classbook: Classbook, secret: bytes) -> Keys:
    """The keys that were opened beside the window are open now."""
    classbook.unlocked = secret
    return teacher_keys(classbook)


def open_secret(classbook: Classbook) -> bytes:
    """What is to be locked (`handin.locked_keys.lock`, beside the window). Raises WorkError where it is locked."""
    return _secret(classbook)


def keep_locked(classbook: Classbook, secret: bytes, locked: bytes) -> tuple[Path, ...]:
    """Keep `secret` as it was locked beside the window; returns what `set_passphrase` does."""
    left = classbook.keep_teacher_everywhere(KeptTeacher(locked=locked, asked=True))
    classbook.unlocked = secret
    return left


def keep_open(classbook: Classbook, secret: bytes) -> None:
    """Let the keys lie open from now on, here and in every backup: they were unlocked beside the window."""
    classbook.keep_teacher_everywhere(KeptTeacher(secret=secret, asked=True))
    classbook.unlocked = None


def nobody_else(classbook: Classbook) -> None:
    """Somebody said that nobody else uses this computer: no passphrase, and no more questions."""
    kept = classbook.classes.teacher()
    if kept is None or kept.secret is not None:
        classbook.classes.keep_teacher(KeptTeacher(secret=_secret(classbook), asked=True))


def set_passphrase(classbook: Classbook, passphrase: str, *, effort: Effort = USUAL) -> tuple[Path, ...]:
    """Lock the keys, here and in every backup.

    They stay open until the classbook is closed. Returns the damaged files in which they may still lie open. Raises
    WorkError where they are locked now, or where the passphrase is too short.
    """
    return _lock(classbook, _secret(classbook), passphrase, effort)


def change_passphrase(classbook: Classbook, old: str, new: str, *, effort: Effort = USUAL) -> tuple[Path, ...]:
    """Another passphrase for who knows the old one. Raises WorkError; then all is as before."""
    return _lock(classbook, _prove(classbook, old), new, effort)


def remove_passphrase(classbook: Classbook, passphrase: str) -> None:
    """Let the keys lie open from now on. Raises WorkError where this is not the passphrase."""
    keep_open(classbook, _prove(classbook, passphrase))


def page_words(classbook: Classbook) -> str:
    """The words for the recovery page. Raises WorkError where the keys are locked."""
    return recovery_words(_secret(classbook))


def recovery_page(classbook: Classbook, *, language: str = "en", direction: str = "ltr", clock: Clock = now) -> str:
    """The recovery page as HTML. Raises WorkError where the keys are locked."""
    words, owner = page_words(classbook), public(teacher_keys(classbook))
    return recovery_html(words, mark(owner.verify), f"{clock():%Y-%m-%d}", language, direction)


def restore_keys(classbook: Classbook, words: str, passphrase: str = "", *, effort: Effort = USUAL) -> tuple[Path, ...]:
    """Have the keys again from the words of a recovery page, locked with `passphrase` or, without one, open.

    This is also what to do when a passphrase was forgotten. Raises WorkError where the words are wrong, or belong to
    another teacher than the classes that are here. Returns what `set_passphrase` does.
    """
    secret = secret_of(words)
    here = teacher_public(classbook)
    if here is not None and here != public(keys_of(secret)) and classbook.classes.has_signed:
        raise WorkError("keys-other-teacher")
    if passphrase:
        return _lock(classbook, secret, passphrase, effort)
    left = classbook.keep_teacher_everywhere(KeptTeacher(secret))
    classbook.unlocked = None
    return left


_PLACE = "classbook"


def _secret(classbook: Classbook) -> bytes:
    if classbook.unlocked is not None:
        return classbook.unlocked
    kept = classbook.classes.teacher()
    if kept is not None and kept.locked is not None:
        raise WorkError("keys-locked")
    if kept is not None and kept.secret is not None:
        return kept.secret
    made = new_secret()
    classbook.classes.keep_teacher(KeptTeacher(secret=made))
    return made


def _lock(classbook: Classbook, secret: bytes, passphrase: str, effort: Effort) -> tuple[Path, ...]:
    return keep_locked(classbook, secret, lock(secret, passphrase, effort))


def _prove(classbook: Classbook, passphrase: str) -> bytes:
    """The secret, for who knows the passphrase, open or not. Raises WorkError."""
    locked = locked_keys(classbook)
    if locked is None:
        raise WorkError("passphrase-not-there")
    return opened(locked, passphrase, _PLACE)
