"""What this machine remembers, whoever works here: one INI file that a person can read."""

import os
from configparser import ConfigParser, Error
from pathlib import Path

from claimlight.core.errors import StoreError

_RECENT = "recent files"
_MOST_RECENT = 10


class SettingsFile:
    """The settings of `path`, read once and written at every change. A file that cannot be read counts as empty."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._settings = _read(path)

    def get(self, section: str, name: str, default: str = "") -> str:
        return self._settings.get(section, name, fallback=default)

    def put(self, section: str, name: str, value: str) -> None:
        """Remember `value`, which has no line break. Raises StoreError when it cannot be written; then nothing changed.

        A window's geometry goes in as hexadecimal digits.
        """
        changed = _copy(self._settings)
        if not changed.has_section(section):
            changed.add_section(section)
        changed.set(section, name, value)
        self._replace(changed)

    def recent_files(self) -> tuple[Path, ...]:
        """What was opened, the latest first."""
        if not self._settings.has_section(_RECENT):
            return ()
        return tuple(Path(value) for _number, value in self._settings.items(_RECENT))

    def add_recent_file(self, file: Path) -> None:
        """Put `file` first; only the ten latest are remembered."""
        files = (file, *(other for other in self.recent_files() if other != file))[:_MOST_RECENT]
        changed = _copy(self._settings)
        changed.remove_section(_RECENT)
        changed.read_dict({_RECENT: {str(number): str(file) for number, file in enumerate(files, start=1)}})
        self._replace(changed)

    def forget_recent_files(self) -> None:
        changed = _copy(self._settings)
        changed.remove_section(_RECENT)
        self._replace(changed)

    def _replace(self, settings: ConfigParser) -> None:
        part = self.path.with_suffix(".part")
        try:
            with part.open("w", encoding="utf-8") as file:
                settings.write(file)
            os.replace(part, self.path)
        except OSError as error:
            raise StoreError("settings-not-saved", file=self.path) from error
        self._settings = settings


def _read(path: Path) -> ConfigParser:
    settings = _empty()
    try:
        settings.read_string(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, Error):
        return _empty()
    return settings


def _copy(settings: ConfigParser) -> ConfigParser:
    copy = _empty()
    copy.read_dict(settings)
    return copy


def _empty() -> ConfigParser:
    """No interpolation: a path may hold a percent sign."""
    return ConfigParser(interpolation=None)
