"""The one list of what goes into the bundle, for Linux, Windows and macOS alike."""

from fnmatch import fnmatchcase
from pathlib import PurePosixPath, PureWindowsPath

DATA = ("assets", "lessons")
"""Folders of the checkout that lie beside the program as they are."""

NOT_DATA = ("*.po", "*.pot", "second.json", "*.py")
"""What in them is only for people who make Claimlight: translators' sources, a lesson's second opinion."""

NAMED_NOWHERE = ("_cffi_backend", "_sha256", "_sha2")
"""Modules that no import statement names; those that a Python lacks are left out."""

READERS = (
    *("babel", "charset_normalizer", "cobble", "courlan", "dateparser", "dateparser_data", "dateutil", "htmldate"),
    *("justext", "lxml", "lxml_html_clean", "mammoth", "pypdf", "pytz", "striprtf", "tld", "trafilatura"),
    *("tzlocal", "urllib3", "certifi"),
)
"""Packages that only the reading of foreign documents needs (a teacher imports an article). Each is a folder of its
own in the bundle, so that what they take can be measured."""

WITH_DATA = ("courlan", "htmldate", "justext", "tld", "trafilatura")
"""Those of them that read files of their own while they run."""

EXCLUDED = (
    *("ssl", "_ssl", "_hashlib", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib", "nntplib", "xmlrpc"),
    *("tkinter", "unittest", "doctest", "pdb", "pydoc", "lib2to3", "ensurepip", "idlelib", "turtle", "venv"),
    *("curses", "readline", "rlcompleter", "pip", "setuptools", "pkg_resources", "wheel", "numpy", "pandas", "torch"),
    *("IPython", "pytest", "PIL", "cryptography", "chardet", "cassis", "brotli", "brotlicffi", "zstandard", "pycurl"),
    *("h2", "socks", "cchardet", "faust_cchardet", "pysqlite3", "sqlean", "trio", "py3langid", "sqlite_utils.cli"),
    *("babel.messages", "babel.support", "tzdata", "pygments", "rich", "fsrs.optimizer"),
    *("PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtDBus"),
)
"""What is imported somewhere, and never by what we do. No ssl: nothing here goes to the internet."""

QT_PLUGINS = (
    *("platforms/*qxcb*", "platforms/*qoffscreen*", "platforms/*qwayland*", "platforms/*qwindows*"),
    *("platforms/*qcocoa*", "xcbglintegrations/*", "wayland-shell-integration/*xdg-shell*"),
    *("wayland-decoration-client/*bradient*", "wayland-graphics-integration-client/*wayland-egl*"),
    *("platforminputcontexts/*ibus*", "platforminputcontexts/*compose*", "platformthemes/*xdg*"),
    *("imageformats/*qjpeg*", "imageformats/*qgif*", "imageformats/*qwebp*", "imageformats/*qsvg*"),
    "iconengines/*qsvg*",
)
"""Windows on X11, Wayland, Windows, macOS and none; writing by input methods; the system's own file dialog; pictures.
No plugin that talks to a network."""

QT_LIBRARIES = (
    *("Core", "Gui", "Widgets", "Network", "Svg", "Test", "PrintSupport"),
    *("DBus", "XcbQpa", "OpenGL", "WaylandClient", "WlShellIntegration"),
)
"""What of Qt those and our imports are linked with. Each stays a file of its own, so that anybody may put another in
its place, as the LGPL asks."""

QT_LANGUAGES = ("ar", "es", "fr", "uk")
"""Qt's own dialogs speak the languages of the interface."""

OWN_LIBRARIES = (
    *("libpython*", "libicu*", "libsqlite3*", "libffi*", "libbz2*", "liblzma*", "libexpat*", "libmpdec*"),
    *("libshiboken*", "libpyside*", "libcrypt-*", "libxml2*", "libxslt*", "libexslt*", "libsodium*", "libgcc_s*"),
)
"""Libraries besides Qt's that come along on Linux. All others are the system's own, as `dev_system.py` names them."""

_HOOKS_LEFT_OUT = ("pyi_rth_inspect", "pyi_rth_multiprocessing", "pyi_rth_pkgutil", "pyi_rth_setuptools")
_LOCALES = ("root", "en", "ar", "es", "fr", "uk", "de", "pt", "it")


def is_wanted(name: str, linux: bool = True) -> bool:
    """Whether a file goes into the bundle, by its place there ("PySide6/Qt/lib/libQt6Qml.so.6")."""
    path = PurePosixPath(PureWindowsPath(name).as_posix())
    if path.parts[:2] == ("babel", "locale-data"):
        return path.stem.split("_")[0] in _LOCALES
    if "plugins" in path.parts and "PySide6" in path.parts:
        return any(fnmatchcase(f"{path.parent.name}/{path.name}", plugin) for plugin in QT_PLUGINS)
    if "translations" in path.parts and "PySide6" in path.parts:
        return path.name in {f"qtbase_{language}.qm" for language in QT_LANGUAGES}
    framework = next((part for part in path.parts if part.endswith(".framework")), path.name)
    if (library := _qt_library(framework)) is not None:
        return library in QT_LIBRARIES
    if linux and len(path.parts) == 1 and path.name.startswith("lib") and ".so" in path.name:
        return any(fnmatchcase(path.name, library) for library in OWN_LIBRARIES)
    return not any(fnmatchcase(path.name, left_out) for left_out in ("*opengl32sw*", "*.pyi", "*d3dcompiler*"))


def is_data(name: str) -> bool:
    """Whether a file of the checkout's data goes along."""
    return not any(fnmatchcase(PurePosixPath(name).name, left_out) for left_out in NOT_DATA)


def is_start_hook(name: str) -> bool:
    """Whether PyInstaller's hook runs before our own first line: those for what we do not use only take time."""
    return name not in _HOOKS_LEFT_OUT


def _qt_library(name: str) -> str | None:
    """ "Core" of libQt6Core.so.6, Qt6Core.dll and QtCore (macOS); None where it is no library of Qt."""
    bare = name.removeprefix("lib").split(".")[0]
    if name.endswith((".pyd", ".abi3.so")) or not bare.startswith("Qt"):
        return None
    return bare.removeprefix("Qt").removeprefix("6").removesuffix("_")
