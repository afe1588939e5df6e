"""What every test stands on: Qt without a screen, a home of its own, the same examples every time, doubles."""

import gc
import gettext
import itertools
import os
import sys
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, settings

from claimlight.core.identity import Clock, NewId
from claimlight.session.garbage import collect_what_is_due
from claimlight.wording import speak

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"  # whatever language this computer speaks
os.environ.pop("LANGUAGE", None)

EVENLY = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow], "print_blob": True}
settings.register_profile("here", **EVENLY)
settings.register_profile("same-every-time", derandomize=True, database=None, **EVENLY)
settings.load_profile("same-every-time" if os.environ.get("CI") == "true" else "here")


@pytest.fixture(scope="session", autouse=True)
def _a_home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test, and no program that a test starts, finds or touches the work of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_garbage_is_collected_in_other_threads() -> Iterator[None]:
    """As in the program (app/garbage.py): a window of an earlier test is never taken down in a thread of this one."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _garbage_is_collected_between_tests(_no_garbage_is_collected_in_other_threads: None) -> Iterator[None]:
    yield
    gc.disable()
    collect_what_is_due()


@pytest.fixture(autouse=True)
def _everything_in_english() -> Iterator[None]:
    """Another language that a test spoke goes with it."""
    yield
    speak(gettext.NullTranslations())
    application = sys.modules.get("PySide6.QtWidgets")
    if application is not None and application.QApplication.instance() is not None:
        direction = sys.modules["PySide6.QtCore"].Qt.LayoutDirection.LeftToRight
        if application.QApplication.layoutDirection() != direction:
            application.QApplication.setLayoutDirection(direction)


@pytest.fixture
def clock() -> Clock:
    """A clock that starts on a fixed morning and is a second later at every look."""
    seconds = itertools.count()
    return lambda: datetime(2026, 5, 4, 8, 0, tzinfo=UTC) + timedelta(seconds=next(seconds))


@pytest.fixture
def ids() -> NewId:
    """Ids that are UUIDs and the same in every run: …0001, …0002, …"""
    numbers = itertools.count(1)
    return lambda: str(uuid.UUID(int=next(numbers), version=4))
