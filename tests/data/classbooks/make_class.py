"""Make `class.vN.db`, a classbook of the present version with a class and what it handed in. Kept for ever, too.

PYTHONPATH=desktop:tests python tests/data/classbooks/make_class.py FILE
"""

import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from claimlight.core.lesson import Mode
from claimlight.files.lesson_folder import build_folder
from claimlight.work.collect import collect
from classroom import class_with, given, laptop, stick, teacher
from lesson_maker import write_lesson

ADA = (("Fares will double by spring", "claim"), ("Some 400 people", "unverified-figure"))
BEN = (("That is not true", "denial"),)


def make(out: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        lesson = write_lesson(folder / "fares")
        build_folder(lesson)
        with teacher(folder / "teacher") as book:
            to = class_with(book, ("Ada", "Ben"))
            file = given(book, lesson, Mode.HOMEWORK, folder)
            drop = stick(folder / "stick", to)
            with laptop(folder / "laptop") as ours:
                ours.does("Ada", file, ADA)
                ours.does("Ben", file, BEN)
                ours.hands_in(drop)
            collect(book, drop.path, "7b")
        shutil.copyfile(folder / "teacher" / "classbook.db", out)
    with closing(sqlite3.connect(out)) as db:
        db.execute("VACUUM")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
