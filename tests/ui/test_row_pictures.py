"""Rows at rest are painted once and kept as pictures, and look as if they were painted anew."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from claimlight.ui.row_pictures import RowPictures

PAPER, INK = QColor("#F5F3ED"), QColor("#1D1C1A")
WIDE, HIGH = 120, 20


class Rows:
    """Paints a row's name on its ground, and counts how often."""

    def __init__(self, ratio: float = 1.0) -> None:
        self.painted: list[str] = []
        self.pictures = RowPictures()
        self.canvas = QImage(round(WIDE * ratio), round(4 * HIGH * ratio), QImage.Format.Format_RGB32)
        self.canvas.setDevicePixelRatio(ratio)
        self.canvas.fill(PAPER)

    def show(self, *names: str, kept: bool = True) -> QImage:
        painter = QPainter(self.canvas)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for n, name in enumerate(names):
            rect = QRect(0, n * HIGH, WIDE, HIGH)
            if kept:
                self.pictures.paint(
                    painter, rect, name, PAPER, lambda to, within, name=name: self.row(to, within, name)
                )
            else:
                self.row(painter, QRectF(rect), name)
        painter.end()
        return self.canvas.copy()

    def row(self, painter: QPainter, rect: QRectF, name: str) -> None:
        self.painted.append(name)
        painter.setPen(INK)
        painter.drawEllipse(rect.adjusted(2.5, 2.5, -2.5, -2.5))
        painter.drawText(rect, name)


def test_a_row_that_moves_down_is_not_painted_again_and_looks_the_same(qapp: object) -> None:
    for ratio in (1.0, 2.0):
        rows, anew = Rows(ratio), Rows(ratio)
        rows.show("taxes fell", "bridge is safe")
        shown = rows.show("a new one", "taxes fell", "bridge is safe")
        assert rows.painted == ["taxes fell", "bridge is safe", "a new one"]
        assert shown == anew.show("a new one", "taxes fell", "bridge is safe", kept=False)


def test_between_the_pixels_of_a_screen_rows_are_painted_as_ever(qapp: object) -> None:
    rows = Rows(1.25)
    rows.show("taxes fell")
    rows.show("taxes fell")
    assert rows.painted == ["taxes fell", "taxes fell"]


def test_only_so_many_pictures_are_kept_and_none_after_clearing(qapp: object) -> None:
    rows = Rows()
    names = [f"row {n}" for n in range(41)]
    for name in names:
        rows.show(name)
    rows.painted.clear()
    rows.show(names[-1], names[1])
    assert rows.painted == []
    rows.show(names[0])
    rows.pictures.clear()
    rows.show(names[-1])
    assert rows.painted == [names[0], names[-1]]
