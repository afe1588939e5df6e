"""The versions of a lesson that were kept, the last first, each with what it changed."""

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, Qt

from claimlight.store.classbook import DraftVersion
from claimlight.ui.controls import Button, Paragraph, hairline
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import ColumnSheet
from claimlight.wording import N_, _
from claimlight.work.draft_versions import Changed, changed_between

_REASONS = {
    "given": N_("given to students"),
    "shared": N_("shared with a colleague"),
    "kept": N_("kept by hand"),
}
_WIDTH, _GAP = 720, 8


class VersionsPage(ColumnSheet):
    """`keep` is pressed to keep the lesson as it is now."""

    def __init__(self, versions: Sequence[DraftVersion], look: Look) -> None:
        super().__init__(look, width=_WIDTH, gap=_GAP)
        self.keep = Button(_("Keep a version now"), look)
        self.back = Button(_("Back to the answers"), look)
        self.back.clicked.connect(self.left)
        self._say(_("Versions"), Type.PAGE_TITLE)
        self.column.addLayout(self.row_of(self.back, self.keep))
        if not versions:
            self._say(_("A version is kept each time the lesson is given out. None has been yet."), Type.PARAGRAPH)
        for number in reversed(range(len(versions))):
            self._add(versions[number], versions[number - 1] if number else None)
        self.column.addStretch(1)
        self.set_look(look)

    def _add(self, version: DraftVersion, before: DraftVersion | None) -> None:
        moment = QDateTime.fromString(version.made, Qt.DateFormat.ISODate).toLocalTime()
        made = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        head = _("Version {n}, {reason}, {made}").format(
            n=version.number, reason=_(_REASONS.get(version.reason, version.reason)), made=made
        )
        lines = lines_of(changed_between(before.parts, version.parts)) if before is not None else (_("The first."),)
        self.column.addWidget(hairline())
        self._say(head, Type.HEADING)
        for line in lines:
            self._say(line, Type.SECONDARY)

    def _say(self, words: str, use: Type) -> None:
        self.column.addWidget(self.wear(Paragraph(words, self._look, use)))


def lines_of(changed: Changed) -> tuple[str, ...]:
    """What changed, a line for each."""
    lines = [_("Text: “{before}” became “{after}”").format(before=p.before, after=p.after) for p in changed.pieces]
    lines += [_("New: “{words}”").format(words=words) for words in changed.added]
    lines += [_("Removed: “{words}”").format(words=words) for words in changed.removed]
    lines += [_("Changed: “{words}”").format(words=words) for words in changed.others]
    if changed.fields:
        lines.append(_("About the lesson: {fields}").format(fields=", ".join(changed.fields)))
    return tuple(lines) or (_("Nothing changed."),)
