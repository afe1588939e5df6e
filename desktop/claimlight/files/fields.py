"""Take typed fields out of a table that a person wrote by hand, and say which one is wrong."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NoReturn, TypeGuard

from claimlight.core.errors import LessonError

_RATIONAL = re.compile(r"-?[0-9]{1,9}(?:/0*[1-9][0-9]{0,8}|\.[0-9]{1,9})?")


@dataclass(frozen=True, slots=True)
class Fields:
    """A table of `file`; `path` says where in it ("labels[1]"), `item` which answer it belongs to, if any.

    Every method takes the field's name and a default; without a default the field is needed. All raise LessonError.
    """

    values: Mapping[str, object]
    file: str
    path: str = ""
    item: str = ""

    def text(self, name: str, default: str | None = None) -> str:
        value = self._get(name, default)
        return value if isinstance(value, str) else self._wrong("field-not-text", name)

    def whole(self, name: str, default: int | None = None) -> int:
        value = self._get(name, default)
        return value if type(value) is int else self._wrong("field-not-whole", name)

    def yes(self, name: str) -> bool:
        value = self.values.get(name, False)
        return value if isinstance(value, bool) else self._wrong("field-not-yes-no", name)

    def texts(self, name: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        value = self._get(name, default)
        if _is_list(value) and all(isinstance(part, str) for part in value):
            return tuple(map(str, value))
        return self._wrong("field-not-texts", name)

    def parts(self, name: str) -> tuple[object, ...]:
        """A list of anything; none where it is left out."""
        value = self.values.get(name, ())
        return tuple(value) if _is_list(value) else self._wrong("field-not-list", name)

    def pairs(self, name: str) -> tuple[tuple[str, str], ...]:
        """A list of lists of two texts."""
        result = []
        for part in self.parts(name):
            if not (_is_list(part) and len(part) == 2 and all(isinstance(word, str) for word in part)):
                self._wrong("field-not-pairs", name)
            result.append((str(part[0]), str(part[1])))
        return tuple(result)

    def rational(self, name: str, default: str) -> Fraction:
        value = self.values.get(name, default)
        if type(value) is int:
            value = str(value)
        if isinstance(value, str) and _RATIONAL.fullmatch(value):
            return Fraction(value)
        return self._wrong("field-not-rational", name)

    def table(self, name: str) -> "Fields":
        value = self._get(name, None)
        return self._sub(value, name) if isinstance(value, Mapping) else self._wrong("field-not-table", name)

    def tables(self, name: str) -> Iterator["Fields"]:
        for index, value in enumerate(self.parts(name)):
            if not isinstance(value, Mapping):
                self._wrong("field-not-tables", name)
            yield self._sub(value, f"{name}[{index}]")

    def _sub(self, values: Mapping[str, object], name: str) -> "Fields":
        return Fields(values, self.file, self._path(name), self.item)

    def _path(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def _get(self, name: str, default: object) -> object:
        value = self.values.get(name, default)
        if value is None:
            raise LessonError("field-missing", file=self.file, field=self._path(name), item=self.item)
        return value

    def _wrong(self, code: str, name: str) -> NoReturn:
        raise LessonError(code, file=self.file, field=self._path(name), item=self.item)


def _is_list(value: object) -> TypeGuard[list[object] | tuple[object, ...]]:
    return isinstance(value, list | tuple)
