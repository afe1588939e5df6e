"""The strip at the foot: that all is saved, and what the article is like."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QFrame, QHBoxLayout

from claimlight.session.authoring import AuthoringSession
from claimlight.ui.controls import Button, Caption
from claimlight.ui.look import Look, Type
from claimlight.ui.task_strip import SavedState
from claimlight.wording import _, ngettext

_ALL_FROM = 900
"""Width ÷ text scale from which all is said."""
_ALL_BESIDE_PROPOSALS, _PROPOSALS_FROM = 1240, 780
"""The same while there are proposals; and from which it is said that none counts."""


class AuthorStrip(QFrame):
    """What the draft helper has to say stands at its start; the rest at its end."""

    suggest_wanted = Signal()
    """Proposals are asked for, or to be put away where there are some."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._look = look
        self._said, self._proposals = "", -1
        self.suggest = Button(_("Suggest answers"), look)
        self.suggest.clicked.connect(self.suggest_wanted)
        self.suggest.hide()
        self.doubts = Button(_("Look at them"), look)
        self.doubts.hide()
        self._lead = Caption("", look, Type.SECONDARY, "second")
        self._saved = SavedState(look)
        self._words = Caption("", look, Type.SECONDARY, "second")
        self._minutes = Caption("", look, Type.SECONDARY, "second")
        self._level = Caption("", look, Type.SECONDARY, "second")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.suggest)
        self._row.addWidget(self.doubts)
        self._row.addWidget(self._lead, 1)
        for widget in (self._saved, self._words, self._minutes, self._level):
            self._row.addWidget(widget)
        self.set_look(look)

    def set_lead(self, words: str) -> None:
        self._said = words
        self._say_lead()

    def show_proposals(self, count: int) -> None:
        """So many are open; -1 while nobody has asked."""
        self._proposals = count
        words = _("Leave all") if count > 0 else _("Suggest answers")
        self.suggest.setText(words)
        self.suggest.setAccessibleName(words)
        self._fit()

    def show_saved(self, well: bool = True) -> None:
        self._saved.say(_("All changes saved") if well else _("The last change could not be saved"), well=well)

    def show_facts(self, session: AuthoringSession) -> None:
        """Words, minutes and reading level of the text as it is."""
        from claimlight.files.lesson_facts import facts_of_text
        from claimlight.wording.lesson_facts import grade_text

        article = session.article
        facts = facts_of_text(article.name, article.text, article.language)
        self._words.setText(ngettext("{n} word", "{n} words", facts.words).format(n=facts.words))
        self._minutes.setText(_("{n} min").format(n=session.draft.sheet.minutes))
        level = facts.level
        self._level.setText(
            _("Reading level: grade {grade}").format(grade=grade_text(level.first, level.last)) if level else ""
        )
        self._fit()

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (self.suggest, self.doubts, self._lead, self._saved, self._words, self._minutes, self._level):
            widget.set_look(look)
        self._row.setContentsMargins(look.px(24), look.px(7), look.px(16), look.px(7))
        self._row.setSpacing(look.px(20))
        self.setFixedHeight(look.px(48))
        self._fit()

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def] # Qt's own
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        roomy = self.width() >= self._look.px(_ALL_FROM if self._proposals < 0 else _ALL_BESIDE_PROPOSALS)
        self._words.setVisible(roomy or self._proposals < 0)
        self._minutes.setVisible(roomy)
        self._level.setVisible(roomy and bool(self._level.text()))
        self._say_lead()

    def _say_lead(self) -> None:
        """Proposals go first where there are some: what else there is to look at stands in the list, too."""
        count = self._proposals
        if count < 0:
            self._lead.setText(self._said)
        elif count == 0:
            self._lead.setText(_("No proposals left"))
        else:
            words = ngettext(
                "{n} proposal from word lists. It does not count until you accept it.",
                "{n} proposals from word lists. None counts until you accept it.",
                count,
            ).format(n=count)
            short = ngettext("{n} proposal", "{n} proposals", count).format(n=count)
            roomy = self.width() >= self._look.px(_PROPOSALS_FROM)
            self._lead.setText(words if roomy and self._fits(words) else short)

    def _fits(self, words: str) -> bool:
        """Whether they have room beside everything else that is shown; other languages need more than English."""
        shown = (self.suggest, self.doubts, self._saved, self._words, self._minutes, self._level)
        taken = sum(each.sizeHint().width() + self._row.spacing() for each in shown if not each.isHidden())
        edges = self._row.contentsMargins()
        room = self.width() - edges.left() - edges.right() - taken
        return QFontMetricsF(self._lead.font()).horizontalAdvance(words) <= room
