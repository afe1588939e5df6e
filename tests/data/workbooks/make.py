"""Make `vN.db`, a workbook of the present version. They are kept for ever; this only says how the latest came to be.

PYTHONPATH=desktop:tests python tests/data/workbooks/make.py FILE
"""

import itertools
import shutil
import sys
import tempfile
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

from claimlight.core.article import Span
from claimlight.core.lesson import Mode
from claimlight.store.data_folder import open_data_folder
from claimlight.store.opening import open_workbook
from claimlight.store.review import Place
from store.student import Student, make_lesson


def make(file: Path) -> None:
    numbers = itertools.count(1)
    moment = datetime(2026, 5, 4, 8, tzinfo=UTC)

    def new_id() -> str:
        return str(uuid.UUID(int=next(numbers), version=4))

    with tempfile.TemporaryDirectory() as path, open_data_folder(Path(path)) as folder:
        workbook = open_workbook(folder, new_id=new_id, clock=lambda: moment)
        ada = workbook.rename_person(workbook.last_person(), "Ada")
        workbook.set_setting(ada, "theme", "dark")
        workbook.keep_lesson(make_lesson(), b"a lesson's file")
        checked = Student(workbook, workbook.open_attempt(ada, make_lesson(), "article", Mode.PRACTICE), new_id)
        claim = checked.highlights(4, 50, attributes=(("source", ("the mayor",)),), sure=True)
        workbook.check(checked.attempt, "key-1", last=False)
        denial = checked.highlights(51, 76, label="denial", note="Which opposition?")
        checked.links(denial, claim)
        workbook.undo(checked.attempt)
        workbook.challenge(checked.attempt, "The mayor never said so.", highlight=claim.id)
        missed = Place("missed:denial", "d1", Span(51, 76))
        workbook.reviews.keep(checked.attempt, "key-1", [missed], timedelta(hours=20))
        workbook.close()
        shutil.copyfile(folder.path / "workbook.db", file)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
