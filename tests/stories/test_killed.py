"""What the window has acknowledged is there after a crash."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from robots import Student
from store.processes import start_python

MARKING = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from robots import Student

student = Student(Path(sys.argv[1]))
student.opens("storm-damage")
student.session.changed.connect(lambda change: print(change.edits[-1].id, flush=True))
words = [word for sentence in student.text.sentences for word in sentence.tokens]
while True:
    for number, word in enumerate(words):
        student.drags(word)
        student.presses(str(1 + number % 3))
"""


def test_every_acknowledged_highlight_survives_kill_9(qapp: QApplication, tmp_path: Path) -> None:
    marking = start_python(MARKING, tmp_path / "data")
    assert marking.stdout is not None
    acknowledged = [marking.stdout.readline().strip() for _n in range(40)]
    marking.kill()
    rest, errors = marking.communicate(timeout=60)
    acknowledged += rest.split("\n")[:-1]
    assert "" not in acknowledged, errors
    student = Student(tmp_path / "data")
    try:
        student.opens("storm-damage")
        assert set(acknowledged) <= set(student.session.annotations)
        assert len(student.session.annotations) <= len(acknowledged) + 1
        assert len(student.painted()) == len(student.list_rows()) == len(student.session.annotations)
        last = student.session.annotations
        student.presses("Ctrl+Z")
        assert len(student.session.annotations) == len(last) - 1
    finally:
        student.leaves()
