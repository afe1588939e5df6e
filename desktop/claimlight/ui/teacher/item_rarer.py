"""What few answers need: the words that report or deny, a broken answer's parts, answers that one mark takes together,
points on top, and how things stand outside the article."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from claimlight.core.article import Span
from claimlight.core.lesson import Item, World
from claimlight.session.authoring import AuthoringSession
from claimlight.ui.announcing import Announce
from claimlight.ui.controls import Caption, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import Worn
from claimlight.ui.teacher.fields import LineField
from claimlight.ui.teacher.item_rows import Chosen, Limit
from claimlight.ui.teacher.item_words import item_of, words_of
from claimlight.ui.teacher.points_typed import typed_points
from claimlight.wording import _, ngettext

MOST_PARTS = 3
Take = Callable[[], Span | None]


class ItemRarer(QWidget):
    """`selected` gives the whole words that are selected on the page, or says that there are none."""

    def __init__(self, session: AuthoringSession, look: Look, announce: Announce, selected: Take) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._announce = announce
        self._selected = selected
        self.id = ""
        self._shown_world: tuple[str, World | None] = "", None
        self.speaker = self._limit(_("Words that name who says it"), session.set_speaker)
        self.cue = self._limit(_("Reporting verb"), session.set_cue)
        self.denying = self._limit(_("Words that say no"), session.set_denying)
        self.parts = Limit(
            _("Parts of a broken answer"), look, self._add_part, self._one_piece, take_name=_("Add the selection"),
            usual_name=_("One piece"),
        )  # fmt: skip
        self.covers = Chosen(_("One mark here earns also"), look, self._ask_covers)
        self.menu = QMenu(self)
        self._bonus = Caption(_("Points on top, where it is not counted"), look, Type.SMALL_ACTION, "second")
        self.bonus = LineField(_("Points on top"), look)
        self.bonus.written.connect(self._add_points)
        self._world = Paragraph(_("How it stands outside the article, shown after the answers"), look, Type.SECONDARY)
        names = (_("What is known"), _("Where from"), _("As of which day"))
        self.world = tuple(LineField(name, look) for name in names)
        for field, name in zip(self.world, names, strict=True):
            field.setPlaceholderText(name)
            field.written.connect(lambda _words: self._tell_world())
        self._worn: tuple[Worn, ...] = (self.speaker, self.cue, self.denying, self.parts, self.covers, self._bonus)
        self._worn += (self.bonus, self._world, *self.world)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.speaker, self.cue, self.denying, self.parts, self.covers):
            self._column.addWidget(widget)
        for line in (self._bonus, self.bonus, self._world, *self.world):
            self._column.addWidget(line)
        self.set_look(look)

    def show_item(self, id: str, item: Item | None) -> None:
        """Show what is known of `item`; None clears."""
        self.id = id if item is not None else ""
        if item is None:
            return
        for limit, spans in ((self.speaker, item.speaker), (self.cue, item.cue), (self.denying, item.denying)):
            limit.show_words(words_of(self._session, spans) or _("None"), own=bool(spans))
        self.parts.show_words(words_of(self._session, item.main.joint) or _("One piece"), own=bool(item.main.joint))
        n = len(item.main.covers)
        more = ngettext("{n} more answer", "{n} more answers", n).format(n=n) if n else ""
        self.covers.show_choice(more, _("Nothing else"))
        self.covers.setVisible(bool(self._neighbours(item)))
        self._bonus.setVisible(item.optional)
        self.bonus.setVisible(item.optional)
        self.bonus.show_words(str(item.bonus))
        if self._shown_world != (id, item.world):  # else the lines may hold what is not whole yet
            self._shown_world = id, item.world
            world = item.world or World("", "", "")
            for field, words in zip(self.world, (world.text, world.source, world.date), strict=True):
                field.show_words(words)

    def keep(self) -> None:
        """What is being written is kept."""
        for field in (self.bonus, *self.world):
            if self.id:
                field.keep()

    def set_look(self, look: Look) -> None:
        self._look = look
        for part in self._worn:
            part.set_look(look)
        self._column.setSpacing(look.px(8))

    def _limit(self, name: str, keep: Callable[[str, tuple[Span, ...]], bool]) -> Limit:
        """The selection is added; "None" takes all away."""

        def take() -> None:
            span = self._selected()
            if span is not None and item_of(self._session, self.id) is not None and keep(self.id, (span,)):
                self._announce(_("{what}: {words}").format(what=name, words=words_of(self._session, (span,))))

        return Limit(name, self._look, take, lambda: keep(self.id, ()), usual_name=_("None"))

    def _add_part(self) -> None:
        span, item = self._selected(), item_of(self._session, self.id)
        if span is None or item is None:
            return
        parts = item.main.joint or (item.main.span,)
        if any(part.start < span.end and span.start < part.end for part in parts):
            self._announce(_("The parts of an answer lie apart from each other"))
        elif len(parts) == MOST_PARTS:
            self._announce(_("An answer has at most {n} parts").format(n=MOST_PARTS))
        elif self._session.set_parts(self.id, (*parts, span)):
            self._announce(_("Another part: {words}").format(words=words_of(self._session, (span,))))

    def _one_piece(self) -> None:
        item = item_of(self._session, self.id)
        if item is not None and item.main.joint:
            self._session.set_parts(self.id, item.main.joint[:1])

    def _neighbours(self, item: Item) -> tuple[Item, ...]:
        """The answers of which a mark on `item` holds words: only those can be earned along with it."""
        span, entries = item.main.span, self._session.draft.entries.values()
        others = (placed.entry for placed in entries if isinstance(placed.entry, Item) and placed.entry.id != item.id)
        return tuple(each for each in others if each.main.span.start < span.end and span.start < each.main.span.end)

    def _ask_covers(self) -> None:
        item = item_of(self._session, self.id)
        if item is None:
            return
        self.menu.clear()
        for other in self._neighbours(item):
            label = self._session.lesson.codebook.label(other.label)
            assert label is not None, "answers have labels of the lesson"
            words = _("{label}: “{words}”").format(label=label.name, words=words_of(self._session, (other.main.span,)))
            action = self.menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(other.id in item.main.covers)
            action.triggered.connect(lambda on, id=other.id: self._cover(id, on))
        self.menu.popup(self.covers.mapToGlobal(self.covers.rect().bottomLeft()))

    def _cover(self, id: str, on: bool) -> None:
        item = item_of(self._session, self.id)
        if item is not None:
            others = tuple(other for other in item.main.covers if other != id)
            self._session.set_covers(self.id, (*others, id) if on else others)

    def _add_points(self, words: str) -> None:
        item = item_of(self._session, self.id)
        bonus = typed_points(words, self._announce)
        if item is not None and bonus is not None:
            self._session.set_bonus(self.id, bonus)
        elif item is not None:
            self.bonus.show_words(str(item.bonus or Fraction(0)))

    def _tell_world(self) -> None:
        """All three are needed: who reads it must know from where and from when it is."""
        text, source, date = (field.text().strip() for field in self.world)
        item = item_of(self._session, self.id)
        if item is None:
            return
        if not (text or source or date):
            self._session.set_world(self.id, None)
        elif text and source and date:
            self._session.set_world(self.id, World(text, source, date))
