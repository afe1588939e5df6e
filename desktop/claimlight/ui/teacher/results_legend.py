"""What the shades of a heat map mean."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimlight.ui.look import Look, Type
from claimlight.ui.mirror import mirrored
from claimlight.ui.tags import paint_outline
from claimlight.ui.teacher.results_heat import STEPS, heat_alpha
from claimlight.ui.typesetting import draw_line
from claimlight.wording import _

_SWATCH, _SWATCH_BRIEF, _HIGH, _GAP = 26, 18, 16, 2


class HeatLegend(QWidget):
    """ "few", five shades, "nearly all"; and, unless brief, the outline of what is not in the answers."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._brief = False
        self._look = look
        words = _("The darker, the more marked it: from few to nearly all. A dashed outline: not in the answers.")
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_brief(self, brief: bool) -> None:
        if brief != self._brief:
            self._brief = brief
            self.updateGeometry()
            self.update()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self._widths()[-1]) + 2, self._look.px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @property
    def _swatch(self) -> int:
        return _SWATCH_BRIEF if self._brief else _SWATCH

    def _widths(self) -> tuple[float, float, float]:
        """Where the swatches begin, where they end, and where everything does."""
        px, metrics = self._look.px, QFontMetricsF(self._look.font(Type.SMALL))
        begin = metrics.horizontalAdvance(_("few")) + px(8)
        end = begin + STEPS * px(self._swatch + _GAP)
        whole = end + px(8) + metrics.horizontalAdvance(_("nearly all"))
        if not self._brief:
            whole += px(40) + metrics.horizontalAdvance(_("not in the answers"))
        return begin, end, whole

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        begin, end, whole = self._widths()
        top = (self.height() - px(_HIGH)) / 2
        start = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        font, ink = look.font(Type.SMALL), look.colour("ink2")
        draw_line(painter, mirrored(QRectF(0, 0, begin, self.height()), self), _("few"), font, ink, start)
        for step in range(STEPS):
            rect = mirrored(QRectF(begin + step * px(self._swatch + _GAP), top, px(self._swatch), px(_HIGH)), self)
            painter.fillRect(rect, look.colour("page"))
            painter.fillRect(rect, look.colour("heat", heat_alpha((step + 1) / STEPS, look.theme)))
        all_width = QFontMetricsF(font).horizontalAdvance(_("nearly all")) + 2
        draw_line(
            painter, mirrored(QRectF(end + px(8), 0, all_width, self.height()), self), _("nearly all"), font, ink, start
        )
        if not self._brief:
            width = QFontMetricsF(font).horizontalAdvance(_("not in the answers")) + px(14)
            box = mirrored(QRectF(whole - width, top - px(3), width, px(_HIGH + 6)), self)
            paint_outline(painter, box, ink, unit=max(1.0, look.scale))
            draw_line(painter, box, _("not in the answers"), font, look.colour("ink"), Qt.AlignmentFlag.AlignHCenter)
        painter.end()
