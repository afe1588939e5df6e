"""What was acknowledged is on the disk, whatever happens to the program."""

from pathlib import Path

from claimlight.store.data_folder import open_data_folder
from claimlight.store.opening import open_workbook
from store.processes import start_python

MARKING = """
import sys
from pathlib import Path
from claimlight.core.identity import new_id
from claimlight.core.lesson import Mode
from claimlight.store.data_folder import open_data_folder
from claimlight.store.opening import open_workbook
from store.student import Student, make_lesson

workbook = open_workbook(open_data_folder(Path(sys.argv[1])))
workbook.keep_lesson(make_lesson(), b"")
attempt = workbook.open_attempt(workbook.last_person(), make_lesson(), "article", Mode.PRACTICE)
student = Student(workbook, attempt, new_id)
while True:
    for start in range(1000):
        print(student.highlights(start, start + 9).id, flush=True)
"""


def test_every_acknowledged_highlight_survives_kill_9(tmp_path: Path) -> None:
    marking = start_python(MARKING, tmp_path)
    assert marking.stdout is not None
    acknowledged = [marking.stdout.readline().strip() for _ in range(150)]
    marking.kill()
    rest, errors = marking.communicate(timeout=60)
    acknowledged += rest.split("\n")[:-1]
    assert errors == ""
    with open_data_folder(tmp_path) as folder:
        workbook = open_workbook(folder)
        (attempt,) = workbook.attempts(workbook.last_person())
        found = [annotation.id for annotation in workbook.annotations(attempt)]
        assert found[: len(acknowledged)] == acknowledged
        assert len(found) <= len(acknowledged) + 1
        assert workbook.can_undo(attempt) == "highlight"
        workbook.close()
