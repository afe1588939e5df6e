"""Draw the program's icon in every size and wrapping that systems want, from the one drawing in `icon.svg`."""

import os
import struct
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

DRAWING = Path(__file__).with_name("icon.svg")
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_ICNS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


def write_icons(folder: Path) -> None:
    """`16.png` to `512.png`, `claimlight.ico` and `claimlight.icns`. Qt draws, in a process of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, str(Path(__file__)), str(folder)], env=environ, check=True)
    pictures = {size: (folder / f"{size}.png").read_bytes() for size in SIZES}
    (folder / "claimlight.ico").write_bytes(ico(pictures))
    (folder / "claimlight.icns").write_bytes(icns(pictures))


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """An icon for Windows, of PNG pictures by size: a head, a row for each, then the pictures."""
    chosen = {size: png for size, png in pictures.items() if size <= 256}
    at = 6 + 16 * len(chosen)
    rows, body = b"", b""
    for size, png in sorted(chosen.items()):
        rows += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), at + len(body))
        body += png
    return struct.pack("<HHH", 0, 1, len(chosen)) + rows + body


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """An icon for macOS: a chunk for each size that has a name there."""
    named = {name: pictures[size] for size, name in _ICNS.items() if size in pictures}
    chunks = b"".join(name + struct.pack(">I", len(png) + 8) + png for name, png in named.items())
    return b"icns" + struct.pack(">I", len(chunks) + 8) + chunks


def draw(folder: Path) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication([])
    drawing = QSvgRenderer(str(DRAWING))
    for size in SIZES:
        picture = QImage(size, size, QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        drawing.render(painter)
        painter.end()
        picture.save(str(folder / f"{size}.png"))
    del application


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
