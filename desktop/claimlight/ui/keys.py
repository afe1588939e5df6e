"""What stands on the keyboard card, read from the commands themselves."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence

from claimlight.core.codebook import Label
from claimlight.ui.commands import Commands
from claimlight.ui.key_card import KeyRow, KeySection
from claimlight.ui.tags import mark_of
from claimlight.wording import _


def key_sections(
    commands: Commands, labels: Sequence[Label], proposals: tuple[str, ...] = ()
) -> tuple[KeySection, ...]:
    """Short tables: move, mark, highlights, work, window. `labels` are those of the open lesson.

    `proposals` are the keys that accept and leave a proposal, where answers are marked.
    """

    def row(words: str, *ids: str) -> KeyRow:
        """Without a key the command is still in the menu, and on no card."""
        return KeyRow(tuple(_chord(QKeySequence(commands.keys(id)[0])) for id in ids if commands.keys(id)), words)

    def label_row(number: int, label: Label) -> KeyRow:
        return KeyRow(
            tuple(_chord(QKeySequence(key)) for key in commands.keys(f"label-{number}")), label.name, mark_of(label)
        )

    move = (
        KeyRow((("←", "→"),), _("by letter")),
        KeyRow(((_("Ctrl"), "←", "→"),), _("by word")),
        KeyRow(((_("Alt"), "←", "→"),), _("by sentence")),
        KeyRow(((_("Ctrl"), "↑", "↓"),), _("by paragraph")),
        KeyRow(((_("Shift"),),), _("with any of these: selects as you go")),
    )
    mark = (
        row(_("takes the whole sentence"), "sentence"),
        *(label_row(n, label) for n, label in enumerate(labels)),
        *(() if labels else (row(_("the labels of a lesson, once it is open"), *(f"label-{n}" for n in range(3))),)),
        row(_("puts the pen down"), "pen-down"),
        KeyRow(tuple((key,) for key in proposals), _("accepts, leaves the proposal in hand")),
    )
    highlights = (
        KeyRow(((_("Tab"),), (_("Shift"), _("Tab"))), _("next, previous")),
        KeyRow(((_("Enter"),),), _("opens it: note, remove")),
        row(_("moves its end by a word"), "end-back", "end-on"),
        row(_("moves its start by a word"), "start-back", "start-on"),
        row(_("removes it"), "remove"),
        row(_("says who says it"), "who"),
        row(_("says how good the evidence is"), "evidence"),
        row(_("links it to what it answers"), "link"),
    )
    aloud = (
        row(_("reads aloud, pauses"), "aloud"),
        row(_("sentence before, after"), "aloud-back", "aloud-next"),
        row(_("stops reading"), "aloud-stop"),
    )
    read = (
        row(_("plain language and back"), "plain"),
        row(_("explains a word, then the next"), "explain"),
        *(aloud if commands["aloud"].isVisible() else ()),
    )
    teaching = commands["next-student"].isVisible()
    work = (
        row(_("checks your work"), "check"),
        row(_("next, previous mark"), "next-mark", "previous-mark"),
        *((row(_("next, previous student"), "next-student", "previous-student"),) if teaching else ()),
        row(_("undoes the last step"), "undo"),
        row(_("does it again"), "redo"),
        row(_("finds words in the article"), "find"),
        row(_("page, list, label bar"), "other-pane"),
        KeyRow(tuple(map(_chord, commands["keys"].shortcuts())), _("this card")),
    )
    window = (
        row(_("larger, smaller text"), "larger", "smaller"),
        row(_("opens a lesson file"), "open"),
        row(_("back to the shelf"), "shelf"),
        row(_("your progress"), "progress"),
        row(_("next person"), "next-person"),
        row(_("quits"), "quit"),
    )
    sections = (
        *((_("Move"), move), (_("Mark"), mark), (_("Highlights"), highlights)),
        (_("Read"), read),
        *((_("Work"), work), (_("Window"), window)),
    )
    return tuple(KeySection(title, tuple(row for row in rows if row.keys)) for title, rows in sections)


def notes_on_keys() -> tuple[str, ...]:
    return (_("Double-click takes a word, triple-click a sentence. Hold Alt or Ctrl to select letter by letter."),)


def _chord(keys: QKeySequence) -> tuple[str, ...]:
    text = keys.toString(QKeySequence.SequenceFormat.NativeText)
    parts = [*text.removesuffix("+").split("+"), *(["+"] if text.endswith("+") else [])]
    return tuple(_("Enter") if part == "Return" else part for part in parts if part)
