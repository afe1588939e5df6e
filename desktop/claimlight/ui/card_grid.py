"""Cards in columns under a heading, and the walk from card to card with the arrows."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimlight.ui.cards import CardShape, LessonCard
from claimlight.ui.look import Look

GAP = 16


class CardGrid(QWidget):
    """As many columns as fit, of equal width; a wide card takes up to three of them."""

    def __init__(self, cards: Sequence[LessonCard], look: Look, *, narrowest: int = 236, most: int = 4) -> None:
        super().__init__()
        self.cards = tuple(cards)
        self._look = look
        self._narrowest = narrowest
        self._most = most
        self._height: int | None = None
        self._has_width = False
        for card in self.cards:
            card.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def shown(self) -> tuple[LessonCard, ...]:
        return tuple(card for card in self.cards if not card.isHidden())

    def set_look(self, look: Look) -> None:
        self._look = look
        for card in self.cards:
            card.set_look(look)
        self.arrange()

    def set_card_height(self, height: int) -> None:
        """Make every card at least so high (px), instead of its shape's own height."""
        self._height = height
        self.arrange()

    def arrange(self) -> None:
        """Put every card in its place; before the grid has a width of its own, none would be right."""
        if not self._has_width:
            return
        height = self._arrange(self.width(), move=True)
        self.setFixedHeight(max(1, height))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, move=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._has_width = True
        self.arrange()

    def _columns(self, width: int) -> int:
        return max(1, min(self._most, (width + GAP) // (self._look.px(self._narrowest) + GAP)))

    def _arrange(self, width: int, *, move: bool) -> int:
        """Rows of one height each, the height of the card in it that needs most."""
        top = 0
        for row in self._rows(width):
            height = max(self._height_of(card, box.width()) for card, box in row)
            for card, box in row if move else ():
                card.setGeometry(self._mirrored(QRect(box.left(), top, box.width(), height)))
            top += height + GAP
        return max(0, top - GAP)

    def _rows(self, width: int) -> Iterator[list[tuple[LessonCard, QRect]]]:
        """The cards of each row, and how far they reach across."""
        columns = self._columns(width)
        step = (width + GAP) / columns
        row: list[tuple[LessonCard, QRect]] = []
        column = 0
        for card in self.shown:
            span = self._span(card, columns)
            if column + span > columns:
                yield row
                row, column = [], 0
            left = round(column * step)
            row.append((card, QRect(left, 0, round((column + span) * step) - GAP - left, 0)))
            column += span
        if row:
            yield row

    def _height_of(self, card: LessonCard, width: int) -> int:
        return max(self._height or self._look.px(card.shape_.value), card.needed_height(width))

    def _span(self, card: LessonCard, columns: int) -> int:
        if card.shape_ is not CardShape.WIDE:
            return 1
        wide = sum(other.shape_ is CardShape.WIDE for other in self.shown)
        return min(columns, 3 if wide == 1 else max(1, columns // 2) if columns > 2 else columns)

    def _mirrored(self, box: QRect) -> QRect:
        if not self.isRightToLeft():
            return box
        return QRect(QPoint(self.width() - 1 - box.right(), box.top()), box.size())


def neighbour(cards: Sequence[LessonCard], here: LessonCard, key: int, within: QWidget) -> LessonCard | None:
    """The card that an arrow key leads to from `here`, by where the cards stand in `within`."""
    order = list(cards)
    at = order.index(here)
    back = Qt.Key.Key_Right if here.isRightToLeft() else Qt.Key.Key_Left
    if key == Qt.Key.Key_Home:
        return order[0]
    if key == Qt.Key.Key_End:
        return order[-1]
    if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        step = -1 if key == back else 1
        return order[at + step] if 0 <= at + step < len(order) else None
    return _above_or_below(order, here, within, down=key == Qt.Key.Key_Down)


def _above_or_below(order: Sequence[LessonCard], here: LessonCard, within: QWidget, *, down: bool) -> LessonCard | None:
    def middle(card: LessonCard) -> QPoint:
        return card.mapTo(within, card.rect().center())

    start = middle(here)
    sign = 1 if down else -1
    beyond = [card for card in order if sign * (middle(card).y() - start.y()) > here.height() // 4]
    if not beyond:
        return None
    nearest = min(sign * middle(card).y() for card in beyond)
    row = [card for card in beyond if abs(sign * middle(card).y() - nearest) < 8]
    return min(row, key=lambda card: abs(middle(card).x() - start.x()))
