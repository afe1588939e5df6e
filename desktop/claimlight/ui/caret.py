"""Where a key moves the caret: by word, sentence and paragraph, as this text counts them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from claimlight.core import moves
from claimlight.core.article import Text


def move_for(event: QKeyEvent, text: Text, caret: int, *, rightwards: bool) -> int | None:
    """The caret's new place in code points, or None where the key is not one of ours.

    By letter and by line, Qt moves it well. In a paragraph that is read from right to left the left key goes forward.
    """
    key = event.key()
    modifiers = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    horizontal = {Qt.Key.Key_Left: rightwards, Qt.Key.Key_Right: not rightwards}
    if modifiers == Qt.KeyboardModifier.ControlModifier:
        if key in horizontal:
            selecting = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return _by_word(text, caret, forward=horizontal[Qt.Key(key)], selecting=selecting)
        if key == Qt.Key.Key_Up:
            return moves.previous_paragraph(text, caret)
        if key == Qt.Key.Key_Down:
            return moves.next_paragraph(text, caret)
    if modifiers == Qt.KeyboardModifier.AltModifier and key in horizontal:
        if horizontal[Qt.Key(key)]:
            return moves.next_sentence(text, caret)
        return moves.previous_sentence(text, caret)
    return None


def _by_word(text: Text, caret: int, *, forward: bool, selecting: bool) -> int:
    """To the start of a word; while selecting forwards to its end, so that no space is taken along."""
    if not forward:
        return moves.previous_word(text, caret)
    return moves.next_word_end(text, caret) if selecting else moves.next_word(text, caret)
