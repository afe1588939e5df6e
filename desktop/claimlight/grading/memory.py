"""Remember what was worked out more than once, within bounds."""

from collections.abc import Hashable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Memory(dict[K, V]):
    """What was offered under the same key twice. What is never offered again costs no more than its key.

    It holds `most` values at most, and so many keys of what was offered once; full, it forgets all and begins anew.
    """

    __slots__ = ("most", "once")

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most
        self.once: set[K] = set()

    def offer(self, key: K, value: V) -> V:
        """Remember `value`, or only that it was worked out once; give it back."""
        if key not in self.once:
            if len(self.once) >= self.most:
                self.once.clear()
            self.once.add(key)
        else:
            if len(self) >= self.most:
                self.clear()
            self.once.discard(key)
            self[key] = value
        return value
