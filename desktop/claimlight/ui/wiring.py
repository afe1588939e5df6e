"""Connections to what outlives us, so that they can all be cut when we go."""

from collections.abc import Callable

from PySide6.QtCore import QMetaObject, QObject, SignalInstance


class Wiring:
    """Remembers each connection; `cut` ends them. For the window's commands, which every lesson answers anew."""

    def __init__(self) -> None:
        self._connections: list[QMetaObject.Connection] = []

    def connect(self, signal: SignalInstance, slot: Callable[..., object]) -> None:
        self._connections.append(signal.connect(slot))

    def cut(self) -> None:
        for connection in self._connections:
            QObject.disconnect(connection)
        self._connections.clear()
