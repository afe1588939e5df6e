"""One window for one data folder: a second start hands its path over to the first and ends."""

from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from claimlight.core.digest import sha256_hex

_WAIT_MS = 1500
_AGAIN_MS = 50


class Handover(QObject):
    """Listens for later starts of the same data folder."""

    asked = Signal(str)
    """Another start wants this path opened ("": only the window brought forward)."""

    def __init__(self, data_folder: Path) -> None:
        super().__init__()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        name = _name(data_folder)
        if not self._server.listen(name):
            # Left behind by a process that was killed; nobody else can be alive, since we hold the folder's lock.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        self._server.close()

    def _greet(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(lambda: self._read(socket))

    def _read(self, socket: QLocalSocket) -> None:
        path = bytes(socket.readAll().data()).decode("utf-8", errors="replace")
        socket.deleteLater()
        self.asked.emit(path)


def hand_over(data_folder: Path, path: str) -> bool:
    """Ask the window that has `data_folder` open to open `path`. False where none answers.

    One that has only just been started does not listen yet: two files clicked one after the other both open.
    """
    socket = QLocalSocket()
    patience = QDeadlineTimer(_WAIT_MS)
    socket.connectToServer(_name(data_folder))
    while not socket.waitForConnected(_WAIT_MS):
        if patience.hasExpired():
            return False
        QThread.msleep(_AGAIN_MS)
        socket.connectToServer(_name(data_folder))
    socket.write(path.encode())
    socket.flush()
    socket.disconnectFromServer()
    return socket.state() == QLocalSocket.LocalSocketState.UnconnectedState or socket.waitForDisconnected(_WAIT_MS)


def _name(data_folder: Path) -> str:
    digest = sha256_hex(str(data_folder.absolute()).encode())[:16]
    return f"claimlight-{digest}"
