"""The window: one page of the program at a time, its menus, its messages, and what it remembers."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from claimlight.core.errors import ClaimlightError
from claimlight.session.study import Study
from claimlight.store.settings_file import SettingsFile
from claimlight.ui.announcing import announcer
from claimlight.ui.commands import Commands
from claimlight.ui.faces import Face, Faces
from claimlight.ui.look import LINE_SPACINGS, SCALES, Look, dress
from claimlight.ui.messages import MessageBar
from claimlight.ui.theme import THEMES, theme_named
from claimlight.wording import _
from claimlight.wording.errors import say
"""
"""
