"""Collect a class's work as a whole process; print how many works, the seconds, and the peak of its memory in KiB.

collect_class.py DATA_FOLDER STICK CLASS
"""

import sys
import time
from pathlib import Path

from bench.grade_class import peak
from claimlight.core.lesson import Lesson, Mode
from claimlight.files.lesson_bundle import read_bundle
from claimlight.files.places import lessons
from claimlight.handin.class_file import ClassFile
from claimlight.store.classbook import open_classbook
from claimlight.store.data_folder import open_data_folder
from claimlight.work.collect import collect
from claimlight.work.teaching import give_out, make_class, prepare_stick

CLASS = "7b"


def make_classbook(data: Path, stick: Path) -> tuple[Lesson, ClassFile, Path]:
    """A classbook with one class and one lesson given out, and the folder to hand in to."""
    stick.mkdir(parents=True)
    with open_data_folder(data) as folder:
        book = open_classbook(folder)
        to = make_class(book, CLASS, ())
        lesson = read_bundle(give_out(book, lessons() / "storm-damage", Mode.PRACTICE))
        drop = prepare_stick(stick, to)
        book.close()
    return lesson, to.students, drop.path


def main(data: Path, stick: Path, name: str) -> None:
    with open_data_folder(data) as folder:
        book = open_classbook(folder)
        began = time.perf_counter()
        report = collect(book, stick, name)
        print(report.new, time.perf_counter() - began, peak())
        book.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
