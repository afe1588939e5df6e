"""Days to choose from, so that none has to be typed."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale

from claimlight.ui.look import Look
from claimlight.ui.teacher.choice_box import ChoiceBox
from claimlight.wording import _

_DUE_DAYS, _END_MONTHS, _SUMMER = 60, 18, 7


class Days(ChoiceBox):
    """`day` is a date (ISO 8601), or "" for none."""

    def __init__(self, name: str, look: Look) -> None:
        super().__init__(name, look, width=300)

    @property
    def day(self) -> str:
        return str(self.currentData() or "")

    def set_day(self, day: str) -> None:
        """Choose it; one that is not there is put first."""
        at = self.findData(day)
        if at < 0:
            self.insertItem(0, shown(date.fromisoformat(day)), day)
            at = 0
        self.setCurrentIndex(at)

    def offer_due(self, today: date) -> None:
        """No day, or one of the next weeks."""
        self.clear()
        self.addItem(_("No day"), "")
        for n in range(_DUE_DAYS):
            day = today + timedelta(days=n)
            self.addItem(shown(day), day.isoformat())

    def offer_end(self, today: date) -> None:
        """The ends of months; the end of the school year is chosen."""
        self.clear()
        for day in _month_ends(today):
            self.addItem(shown(day), day.isoformat())
        self.addItem(_("No day"), "")
        self.setCurrentIndex(self.findData(school_year_end(today)))


def school_year_end(today: date) -> str:
    """The end of July that comes next."""
    year = today.year if today.month < _SUMMER else today.year + 1
    return date(year, _SUMMER, monthrange(year, _SUMMER)[1]).isoformat()


def shown(day: date) -> str:
    """ "Friday 8 May 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd d MMMM yyyy")


def _month_ends(today: date) -> Iterator[date]:
    for n in range(1, _END_MONTHS + 1):
        year, month = divmod(today.year * 12 + today.month - 1 + n, 12)
        yield date(year, month + 1, monthrange(year, month + 1)[1])
