"""The pictures can be taken, and those of the README are there and small."""

import re
from pathlib import Path

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from shots.__main__ import IN_FIRST_LESSON, IN_README, LOOKED_AT, PICTURES, take
from shots.few_colours import COLOURS, with_few_colours
from shots.forms import FORMS
from shots.scenes import SCENES

ROOT = Path(__file__).parent.parent.parent


def test_every_scene_is_looked_at_in_known_forms() -> None:
    assert set(LOOKED_AT) == set(SCENES)
    assert {form for forms in LOOKED_AT.values() for form in forms} <= set(FORMS)
    assert all(scene in SCENES and form in FORMS for scene, form in (IN_README | IN_FIRST_LESSON).values())


def test_readme_and_first_lesson_show_the_pictures_that_are_renewed() -> None:
    told = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "lessons/FIRST-LESSON.md"))
    shown = re.findall(r"\]\((?:\.\./)?(packaging/pictures/[^)]+)\)", told)
    assert sorted(shown) == sorted(f"packaging/pictures/{name}.png" for name in IN_README | IN_FIRST_LESSON)
    assert all(picture.stat().st_size <= 200_000 for picture in PICTURES.glob("*.png"))
    assert sum((PICTURES / f"{name}.png").stat().st_size for name in IN_FIRST_LESSON) <= 400_000


def test_an_arabic_article_is_marked_and_its_picture_taken(qtbot: QtBot, tmp_path: Path) -> None:
    take("lifted", "rtl", tmp_path / "picture.png")
    picture = QImage(str(tmp_path / "picture.png"))
    assert (picture.width(), picture.height()) == (FORMS["rtl"].width, FORMS["rtl"].height)
    middle = picture.pixelColor(picture.width() * 3 // 4, picture.height() - 100)
    assert middle == QColor(FORMS["rtl"].look.theme.page)


def test_few_colours_are_the_commonest() -> None:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFEFB"))
    for n in range(100):
        image.setPixelColor(n, 0, QColor(n * 2, 255 - n, n))
    few = with_few_colours(image)
    assert few.colorCount() <= COLOURS
    assert few.pixelColor(50, 50) == QColor("#FFFEFB")
