"""A document is read in a child process: with progress, within limits, cut off, and stopped when asked."""

import os
import sys
import zipfile
from pathlib import Path

import pytest

from claimlight.core.errors import LessonError
from claimlight.files.article_import.reader import read_source
from claimlight.wording.errors import say
from claimlight.work.read_article import Limits, own_command, read_article
from store.processes import start_python

DATA = Path(__file__).parents[1] / "data" / "articles"
STORY = DATA / "word" / "libreoffice.docx"


def refused(path: Path, **asked: object) -> str:
    with pytest.raises(LessonError) as error:
        read_article(path, **asked)  # type: ignore[arg-type]
    assert path.name in say(error.value)
    return error.value.code


def python(script: str) -> tuple[str, ...]:
    """A child that does something else."""
    return (sys.executable, "-c", script)


@pytest.mark.parametrize("file", [STORY, DATA / "web" / "wget.html", DATA / "plain" / "iconv-windows-1252.txt"])
def test_the_child_gives_what_the_reader_reads(file: Path) -> None:
    assert read_article(file) == read_source(file)


def test_progress_comes_through() -> None:
    told: list[tuple[int, int]] = []
    read_article(DATA / "pdf" / "reportlab.pdf", lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


def test_what_cannot_be_read_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "cut.docx").write_bytes(STORY.read_bytes()[:900])
    assert refused(tmp_path / "cut.docx") == "document-damaged"
    assert refused(tmp_path / "none.pdf") == "article-missing"


def test_it_can_be_cancelled_at_once() -> None:
    asked = iter([False, False, True])
    assert refused(STORY, cancelled=lambda: next(asked), command=python("import time; time.sleep(60)")) == (
        "reading-cancelled"
    )


def test_a_child_that_hangs_is_stopped() -> None:
    hangs = python("import time; time.sleep(60)")
    assert refused(STORY, limits=Limits(seconds=0), command=hangs) == "reading-too-slow"


@pytest.mark.parametrize(
    "script",
    ["import os; os._exit(1)", "import os, signal; os.kill(os.getpid(), 9)", "print('no JSON'); print('[1]')", ""],
)
def test_a_child_that_dies_or_says_nothing_is_told(script: str) -> None:
    assert refused(STORY, command=python(script)) == "reading-crashed"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems know no such limit")
def test_a_child_that_wants_too_much_memory_is_stopped(tmp_path: Path) -> None:
    greedy = tmp_path / "greedy.odt"
    with zipfile.ZipFile(DATA / "odt" / "odfpy.odt") as known, zipfile.ZipFile(greedy, "w") as made:
        for name in set(known.namelist()) - {"content.xml"}:
            made.writestr(name, known.read(name))
        made.writestr("content.xml", b"<x>" + b"<a/>" * 4_000_000 + b"</x>")
    assert refused(greedy, limits=Limits(megabytes=220)) in ("reading-too-large", "reading-crashed")


def test_the_child_reaches_nothing_outside() -> None:
    script = (
        "import socket, subprocess, sys\n"
        "from claimlight.work.reading_child import _cut_off\n"
        "_cut_off()\n"
        "for ask in (lambda: socket.create_connection(('127.0.0.1', 9)), lambda: subprocess.run([sys.executable])):\n"
        "    try: ask()\n"
        "    except OSError as error: print(type(error).__name__)"
    )
    said, errors = start_python(script).communicate(timeout=60)
    assert said.split() == ["_ForbiddenError"] * 2, errors


def test_a_bundle_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert own_command() == (sys.executable, "-m", "claimlight")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command() == (sys.executable,)


def test_the_child_finds_the_package_wherever_it_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path)]))
    assert read_article(STORY).title
    monkeypatch.delenv("PYTHONPATH")
    assert read_article(STORY).title
