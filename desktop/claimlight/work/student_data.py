"""All that a classbook keeps of one student, as files that anybody can read: the work, the marks, every row."""

import json
from collections.abc import Iterator

from claimlight import __version__
from claimlight.files.archive import zipped
from claimlight.files.csv_table import csv_table
from claimlight.files.work_file import Work, work_text
from claimlight.handin.submission import Submission
from claimlight.store.classbook import Classbook
from claimlight.store.classes import Received
from claimlight.work.give_back import opened
from claimlight.work.term_end import OneStudent

MARKS, KEPT = "marks.csv", "everything.json"
_COLUMNS = ("lesson", "text", "version", "work", "percent", "points", "possible", "student", "id")


def student_zip(classbook: Classbook, one: OneStudent) -> bytes:
    """A zip: each check of each version of each work as a W3C annotation page, a table of marks, and all rows.

    Raises StoreError, WorkError.
    """
    works = [work for work in classbook.classes.received(one.class_file.id) if work.person in one.whom.persons]
    members: dict[str, bytes] = {}
    rows: list[list[str]] = []
    said: list[object] = []
    for number, work in enumerate(works, 1):
        title = _title(classbook, work)
        submission = opened(work)
        name = f"work/{number:02} version {work.number}"
        members |= dict(_pages(submission, one.name, name))
        rows.append(_row(work, title, name))
        said.append(_all_of(submission))
    kept = {"format": 1, "class": one.class_file.name, "student": one.name, "handed_in": said}
    kept["rows"] = classbook.kept_of(one.class_file.id, one.whom)
    members[MARKS] = csv_table([_COLUMNS, *rows]).encode()
    members[KEPT] = (json.dumps(kept, ensure_ascii=False, indent=1, default=str) + "\n").encode()
    return zipped(members)


def _pages(submission: Submission, student: str, name: str) -> Iterator[tuple[str, bytes]]:
    """One page a check; the last is what counts."""
    for check in submission.checks:
        work = Work(
            student=student,
            annotations=check.annotations,
            text_hash=submission.text_hash,
            source=f"urn:claimlight:{submission.head.lesson}:{submission.text}",
            generator=f"Claimlight {__version__}",
        )
        page = work_text(work)
        yield f"{name} check {check.number}.json", page.encode()


def _row(work: Received, title: str, name: str) -> list[str]:
    values = (title, work.text, work.number, name, work.percent, work.points, work.possible, work.name, work.id)
    return ["" if value is None else str(value) for value in values]


def _all_of(submission: Submission) -> object:
    import msgspec

    return msgspec.to_builtins(submission)


def _title(classbook: Classbook, work: Received) -> str:
    given = classbook.classes.given(work.lesson_hash)
    return work.lesson if given is None else given.title
