"""What was noticed while an article was read, said beside the proposals: nothing of it can be accepted or left."""

from claimlight.wording import _
from claimlight.wording.notices import say_notice, say_place, say_remark
from claimlight.work.article_notices import Notice, excerpt
from claimlight.work.cleaning import Cleaning

_SEEN_ANYWAY = ("no-headline",)
"""The lesson's title stands over it, and can be written there."""
_PLACES = 3


def worth_a_look(cleaning: Cleaning) -> bool:
    """Whether there is anything to accept or leave, or anything that was noticed."""
    return bool(cleaning.proposals or cleaning.source.remarks or _noticed(cleaning))


def cleaning_notes(cleaning: Cleaning) -> tuple[str, ...]:
    """A line each, as `claimlight import` prints them; of many places the first."""
    source = cleaning.source
    read = (_("Read as {encoding}.").format(encoding=source.encoding),) if source.encoding else ()
    remarks = (say_remark(each.code, dict(each.params)) for each in source.remarks)
    return (*read, *remarks, *(_with_places(cleaning, each) for each in _noticed(cleaning)))


def _noticed(cleaning: Cleaning) -> tuple[Notice, ...]:
    return tuple(each for each in cleaning.notices if each.code not in _SEEN_ANYWAY)


def _with_places(cleaning: Cleaning, notice: Notice) -> str:
    text = cleaning.text
    places = (say_place(text.paragraph(span.start), excerpt(text, span)) for span in notice.spans[:_PLACES])
    return "\n".join((say_notice(notice.code, len(notice.spans)), *places))
