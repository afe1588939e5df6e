"""Work that was saved by any earlier version can be opened by this one."""

import shutil
from pathlib import Path

import pytest

from claimlight.core.attempt import AttemptState
from claimlight.core.lesson import Mode
from claimlight.store.classbook import CLASSBOOK, open_classbook
from claimlight.store.data_folder import DataFolder
from claimlight.store.migrations import WORKBOOK
from claimlight.store.opening import open_workbook

DATA = Path(__file__).parents[1] / "data"
OLD = sorted((DATA / "workbooks").glob("v*.db"))
CLASSBOOKS = sorted((DATA / "classbooks").glob("v*.db"))


def test_every_version_has_left_a_file() -> None:
    assert [file.stem for file in OLD] == [f"v{version}" for version in range(1, WORKBOOK.version + 1)]
    assert [file.stem for file in CLASSBOOKS] == [f"v{version}" for version in range(1, CLASSBOOK.version + 1)]


@pytest.mark.parametrize("old", OLD, ids=lambda file: file.stem)
def test_an_old_workbook_is_opened_with_all_that_is_in_it(old: Path, folder: DataFolder) -> None:
    shutil.copyfile(old, folder.path / "workbook.db")
    workbook = open_workbook(folder)
    ada = workbook.last_person()
    assert ada.name == "Ada"
    assert workbook.setting(ada, "theme", "paper") == "dark"
    (attempt,) = workbook.attempts(ada)
    assert attempt.state is AttemptState.CHECKED
    assert workbook.lesson_bytes(attempt.lesson_hash) == b"a lesson's file"
    claim, denial = workbook.annotations(attempt)
    assert claim.attribute("source") == ("the mayor",)
    assert (claim.sure, denial.label, denial.note, denial.links) == (True, "denial", "Which opposition?", ())
    (check,) = workbook.checks(attempt)
    assert check.annotations == (claim,)
    said = [(each.highlight, each.words) for each in workbook.challenges(attempt)]
    assert said == ([] if old.stem == "v1" else [(claim.id, "The mayor never said so.")])
    assert (workbook.reviews.next_due(ada) is None) == (old.stem in ("v1", "v2"))
    workbook.close()


@pytest.mark.parametrize("old", OLD, ids=lambda file: file.stem)
def test_an_old_workbook_is_worked_on_as_a_new_one(old: Path, folder: DataFolder) -> None:
    shutil.copyfile(old, folder.path / "workbook.db")
    workbook = open_workbook(folder)
    (attempt,) = workbook.attempts(workbook.last_person())
    (card,) = workbook.lessons()
    assert card.mode is Mode.PRACTICE
    assert workbook.lesson_bytes(attempt.lesson_hash, "key-1", Mode.HOMEWORK) is None
    workbook.challenge(attempt, "I see it differently.", item="c1")
    older = int(old.stem.removeprefix("v")) < WORKBOOK.version
    assert (workbook.can_undo(attempt) is None) == older, "what could be undone before cannot be undone after"
    workbook.close()
    reopened = open_workbook(folder)
    assert reopened.challenges(attempt)[-1].words == "I see it differently."
    reopened.close()


@pytest.mark.parametrize("old", CLASSBOOKS, ids=lambda file: file.stem)
def test_an_old_classbook_is_opened_with_all_that_is_in_it(old: Path, folder: DataFolder) -> None:
    shutil.copyfile(old, folder.path / "classbook.db")
    book = open_classbook(folder)
    ((draft, sheet),) = book.drafts()
    assert (sheet, book.parts(draft)["text:article"], book.classes.all()) == ("title", "Fares fell.", ())
    (version,) = book.versions(draft)
    assert (version.reason, version.parts["text:article"]) == ("given", "Fares fell.")
    older = int(old.stem.removeprefix("v")) < CLASSBOOK.version
    assert (book.can_undo(draft) is None) == older
    book.close()
