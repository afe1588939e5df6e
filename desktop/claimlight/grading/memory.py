"""Remember what was worked out more than once, within bounds."""

from collections.abc import Hashable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Memory(dict[K, V]):
    """What was offered under the same key twice, `most` values of it: the first, which tend to be those that many need.

    What is offered once leaves no more than a number, and not more than `ONCE` times `most` of these.
    """

    __slots__ = ("most", "once")
    ONCE = 2

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most
        self.once: set[int] = set()

    def offer(self, key: K, value: V) -> V:
        """Remember `value`, or only that there was one; give it back."""
        number = hash(key)
        if len(self) >= self.most:
            return value
        if number in self.once:
            self.once.discard(number)
            self[key] = value
        else:
            if len(self.once) >= self.ONCE * self.most:
                self.once.clear()
            self.once.add(number)
        return value
