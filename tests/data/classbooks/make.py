"""Make `vN.db`, a classbook of the present version. They are kept for ever; this only says how the latest came to be.

PYTHONPATH=desktop:tests python tests/data/classbooks/make.py FILE
"""

import itertools
import shutil
import sys
import tempfile
import uuid
from datetime import UTC, datetime
from pathlib import Path

from claimlight.core.draft import DraftChange, PartEdit
from claimlight.store.classbook import open_classbook
from claimlight.store.data_folder import open_data_folder


def make(file: Path) -> None:
    numbers = itertools.count(1)

    def new_id() -> str:
        return str(uuid.UUID(int=next(numbers), version=4))

    with tempfile.TemporaryDirectory() as path, open_data_folder(Path(path)) as folder:
        book = open_classbook(folder, new_id=new_id, clock=lambda: datetime(2026, 5, 4, 8, tzinfo=UTC))
        draft = book.add_draft({"sheet": "title", "text:article": "Fares will rise."})
        book.record(draft, DraftChange("c", "text", (PartEdit("text:article", "Fares will rise.", "Fares fell."),)))
        book.keep_version(draft, "given")
        book.close()
        shutil.copyfile(folder.path / "classbook.db", file)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
