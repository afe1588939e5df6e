"""An article read aloud by the system's speech program, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from claimlight.core.article import Sentence, Text
from claimlight.work.speech import SpeechProgram, Voice, speech_programs, spoken, spoken_sentences

_PATIENCE_MS = 3000
"""How long a program may take to list its voices."""
_END_MS = 500


class VoiceSearch(QObject):
    """Asks the installed programs, one after the other, for a voice; nobody waits for it."""

    found = Signal(object)
    """A Voice."""

    def __init__(self, language: str, path: str | None, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language
        self._programs: Iterator[tuple[str, SpeechProgram]] = speech_programs(path)
        self._asked: QProcess | None = None

    def begin(self) -> None:
        place, program = next(self._programs, ("", None))
        if program is None:
            return
        asked = QProcess(self)
        asked.finished.connect(lambda: self._hear(asked, place, program))
        asked.errorOccurred.connect(lambda error: self._fail(error))
        QTimer.singleShot(_PATIENCE_MS, asked, asked.kill)
        self._asked = asked
        asked.start(place, list(program.listing(self._language)))

    def end(self) -> None:
        if self._asked is not None:
            _finish(self._asked)

    def _hear(self, asked: QProcess, place: str, program: SpeechProgram) -> None:
        listed = bytes(asked.readAllStandardOutput().data()).decode("utf-8", errors="replace")
        voice = program.voice(place, self._language, listed)
        if voice is not None:
            self.found.emit(voice)
        else:
            self.begin()

    def _fail(self, error: QProcess.ProcessError) -> None:
        """A program that cannot start does not finish either."""
        if error is QProcess.ProcessError.FailedToStart:
            self.begin()


class ReadingAloud(QObject):
    """Reads on from sentence to sentence until somebody stops it, or the article ends."""

    changed = Signal()
    """Another sentence is in the voice, or it fell silent; see `sentence` and `paused`."""
    failed = Signal()
    """The program did not speak."""

    def __init__(self, text: Text, voice: Voice, parent: QObject) -> None:
        super().__init__(parent)
        self._text = text
        self._voice = voice
        self._sentences = spoken_sentences(text)
        self._at = -1
        self.paused = False
        self._process: QProcess | None = None

    @property
    def sentence(self) -> Sentence | None:
        """The sentence in the voice, or on which it paused."""
        return self._sentences[self._at] if self._at >= 0 else None

    @property
    def number(self) -> int:
        """Which sentence that is, from 1."""
        return self._at + 1

    @property
    def count(self) -> int:
        return len(self._sentences)

    def begin(self, position: int) -> None:
        """Read from the sentence on that holds `position`, or comes after it."""
        after = (n for n, sentence in enumerate(self._sentences) if sentence.end > position)
        self._read(next(after, 0))

    def pause(self) -> None:
        """Fall silent; `go_on` begins the sentence again."""
        self._silence()
        self.paused = True
        self.changed.emit()

    def go_on(self) -> None:
        self._read(self._at)

    def step(self, by: int) -> None:
        """Go to another sentence, and read from there; while it is paused, only go there."""
        self._silence()
        at = max(0, min(self._at + by, len(self._sentences) - 1))
        if self.paused:
            self._at = at
            self.changed.emit()
        else:
            self._read(at)

    def stop(self) -> None:
        self._silence()
        self._at, self.paused = -1, False
        self.changed.emit()

    def _read(self, at: int) -> None:
        self._silence()
        if not 0 <= at < len(self._sentences):
            self.stop()
            return
        self._at, self.paused = at, False
        words = spoken(self._text[self._sentences[at].span])
        process = QProcess(self)
        self._process = process
        process.finished.connect(lambda code, status: self._ended(process, code, status))
        process.errorOccurred.connect(lambda error: self._could_not(error))
        arguments = [*self._voice.arguments, *([words] if self._voice.by_argument else [])]
        process.start(self._voice.program, arguments)
        if not self._voice.by_argument:
            process.write(words.encode())
        process.closeWriteChannel()
        self.changed.emit()

    def _ended(self, process: QProcess, code: int, status: QProcess.ExitStatus) -> None:
        if process is not self._process:
            return
        self._process = None
        process.deleteLater()
        if code or status is not QProcess.ExitStatus.NormalExit:
            self._give_up()
        else:
            self._read(self._at + 1)

    def _could_not(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            self._process = None
            self._give_up()

    def _give_up(self) -> None:
        self.stop()
        self.failed.emit()

    def _silence(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            _finish(process)
            if self._voice.silence:
                QProcess.startDetached(self._voice.program, list(self._voice.silence))


def _finish(process: QProcess) -> None:
    """End a process whose answer nobody waits for any more."""
    for signal in (process.finished, process.errorOccurred):
        with suppress(RuntimeError, TypeError):
            signal.disconnect()
    if process.state() is not QProcess.ProcessState.NotRunning:
        process.kill()
        process.waitForFinished(_END_MS)
    process.deleteLater()
