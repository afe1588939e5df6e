"""How long ago something was, in words: by the days of the calendar on the wall, not by hours."""

from datetime import datetime

from claimlight.wording import _, ngettext

_DAYS_OF_TWO_WEEKS = 14


def opened_text(opened: datetime, now: datetime) -> str:
    """ "last opened yesterday": both times are UTC, the days are local. A clock that went back gives today."""
    days = max(0, (now.astimezone().date() - opened.astimezone().date()).days)
    if days == 0:
        return _("last opened today")
    if days == 1:
        return _("last opened yesterday")
    if days < _DAYS_OF_TWO_WEEKS:
        return ngettext("last opened {n} day ago", "last opened {n} days ago", days).format(n=days)
    weeks = days // 7
    return ngettext("last opened {n} week ago", "last opened {n} weeks ago", weeks).format(n=weeks)
