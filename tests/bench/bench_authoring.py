"""How the author's desk keeps up: typing in a long article that has answers, and *Check my lesson* after a change.

The floor of a key is the same key in a bare editor of the same size, with the same words, in turns. A pause in the
typing keeps the text on disk and moves the answers along, and then the page beside shows it; between the two the window
takes keys. What each takes at once, in the window's own time, is a row.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from bench.articles import article_of_words, marks_on
from bench.bench_page import p99
from bench.table import Row
from claimlight.core.identity import new_id, now
from claimlight.core.lesson import Item, Target
from claimlight.files.places import assets
from claimlight.session.authoring import AuthoringSession
from claimlight.store.classbook import open_classbook
from claimlight.store.data_folder import open_data_folder
from claimlight.ui.faces import Face, Faces
from claimlight.ui.look import Look
from claimlight.ui.teacher.live_check import PAUSE_MS, LiveCheck
from claimlight.ui.teacher.text_view import TextView
from claimlight.work.cleaning import look_over
from claimlight.work.new_lesson import parts_of_cleaned, pasted_source

WORDS, ANSWERS = 5_000, 200
KEYS = 300
PAUSES = 15
SIZE = (1280, 680)
TYPED = "and nobody in the market hall had counted them again "


def measure() -> Iterator[Row]:
    app = QApplication.instance() or QApplication([])
    Faces(assets() / "fonts").load(Face.SERIF, Face.SANS)
    with (
        tempfile.TemporaryDirectory() as folder,
        open_data_folder(Path(folder)) as data,
        closing(open_classbook(data, new_id=new_id, clock=now)) as classbook,
    ):
        article = article_of_words(WORDS)
        source = pasted_source(article.text.text.replace("\n", "\n\n"))
        session = AuthoringSession(
            classbook, classbook.add_draft(parts_of_cleaned(look_over(source), (), new_id)), new_id
        )
        items = [
            Item(f"c{n}", mark.label, (Target(mark.span, mark.label),))
            for n, mark in enumerate(marks_on(session.article, ANSWERS))
        ]
        session.accept("accept", items)
        assert len(session.annotations) == ANSWERS, "every answer stands on its words"
        yield from typing(session)
        yield from checking(session)
    assert app is not None


def typing(session: AuthoringSession) -> Iterator[Row]:
    view = TextView(session, Look())
    view.resize(*SIZE)
    view.show()
    bare = QPlainTextEdit()
    bare.setFont(view.editor.font())
    bare.setPlainText(view.editor.words())
    bare.resize(view.editor.size())
    bare.show()
    QApplication.processEvents()
    keys = (TYPED * (KEYS // len(TYPED) + 1))[:KEYS]
    middle = len(view.editor.words()) // 2
    for editor in (view.editor, bare):
        cursor = QTextCursor(editor.document())
        cursor.setPosition(middle)
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()
    ours, floor = [], []
    for key in keys:
        floor.append(_timed(lambda key=key: _press(bare, key)))
        ours.append(_timed(lambda key=key: _press(view.editor, key)))
    what = "a key in an article of 5,000 words with 200 answers"
    yield Row(f"{what}, median", median(ours), "ms", floor=median(floor))
    yield Row(f"{what}: 99 of 100, beyond a bare editor", max(0.0, p99(ours) - p99(floor)), "ms", limit=16)
    kept, shown = [], []
    for _n in range(PAUSES):
        _press(view.editor, "x")
        kept.append(_timed(view.editor.keep))
        before = view.page
        shown.append(_timed(QApplication.processEvents))
        assert view.page is not before, "the page beside shows the text that was kept"
    yield Row("the same, kept after a pause with every answer moved along", median(kept), "ms", limit=50)
    yield Row("the same, then shown on the page beside", median(shown), "ms", limit=50)
    view.end()
    view.close()
    bare.close()


def checking(session: AuthoringSession) -> Iterator[Row]:
    """From the last change to the list, with the pause that lets typing rest; what is played beside follows later."""
    check = LiveCheck(session)
    looks = [_timed(check.look) for _n in range(5)]
    check.end()
    yield Row("Check my lesson after the last key, 5,000 words, 200 answers", PAUSE_MS + median(looks), "ms", limit=300)


def _press(editor: QPlainTextEdit, key: str) -> None:
    QTest.keyClicks(editor, key)
    editor.viewport().repaint()
    QApplication.processEvents()


def _timed(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return (time.perf_counter() - began) * 1000
