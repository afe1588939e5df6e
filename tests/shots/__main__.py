"""Pictures of the real window: `python3 dev.py shots [FOLDER] [--only SCENE[-FORM] …]`, `--readme`, `--guides`."""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
USUAL = ROOT / "dist" / "shots"
PICTURES = ROOT / "packaging" / "pictures"

BOTH = ("light", "dark")
EVERY = ("light", "dark", "cream", "contrast-light", "contrast", "small", "large", "tight", "rtl")
LOOKED_AT = {
    "first": (*BOTH, "small", "large"),
    "people": (*BOTH, "tight"),
    "note": BOTH,
    "shelf": (*BOTH, "small", "large", "tight", "rtl"),
    "reading": (*EVERY, "rtl-dark", "rtl-small"),
    "lifted": (*BOTH, "small"),
    "plain": (*BOTH, "small", "tight"),
    "aloud": (*BOTH, "small", "tight"),
    "words": (*BOTH, "small", "tight"),
    "words-list": (*BOTH, "small", "tight"),
    "opened": (*BOTH, "small"),
    "saying": EVERY,
    "listed": ("light", "small", "large", "rtl"),
    "source": (*BOTH, "small", "large", "rtl"),
    "evidence": BOTH,
    "link": BOTH,
    "more": (*BOTH, "rtl"),
    "guide": (*BOTH, "large"),
    "text": (*BOTH, "large"),
    "find": BOTH,
    "keys": (*BOTH, "small", "large", "tight"),
    "change-keys": (*BOTH, "small", "large", "rtl"),
    "by-sentence": BOTH,
    "early": BOTH,
    "hints": (*BOTH, "small", "large", "rtl"),
    "closed": (*BOTH, "small", "large"),
    "name": (*BOTH, "small", "tight"),
    "ready": BOTH,
    "reveal": EVERY,
    "sure": (*BOTH, "small", "large", "rtl"),
    "trap": (*BOTH, "contrast", "small", "large"),
    "progress": EVERY,
    "progress-tables": (*BOTH, "small", "large", "rtl"),
    "progress-empty": (*BOTH, "small", "large"),
    "due": (*BOTH, "small", "large", "rtl"),
    "review": (*BOTH, "small", "large", "rtl"),
    "reviewed": (*BOTH, "contrast", "small", "large", "rtl"),
    "warmup": (*BOTH, "small", "large"),
    "about-program": (*BOTH, "small", "tight", "rtl"),
    "licence": (*BOTH, "tight", "rtl"),
    "keys-question": (*BOTH, "tight"),
    "new-passphrase": (*BOTH, "tight"),
    "unlock": BOTH,
    "recovery-words": BOTH,
    "recovery": (*BOTH, "tight"),
    "versions": BOTH,
    "export-answers": (*BOTH, "tight", "rtl"),
    "from-colleague": BOTH,
    "set-aside": BOTH,
    "tour": (*BOTH, "small", "tight"),
    "contradictions": (*BOTH, "rtl"),
    "newer-work": (*BOTH, "tight"),
    "damaged-work": (*BOTH, "tight"),
    "which-place": (*BOTH, "tight"),
    "wiped": BOTH,
    "school-key": BOTH,
    "spanish": BOTH,
    "french": (*BOTH, "small"),
    "arabic": (*BOTH, "small", "tight", "rtl"),
    "arabic-revealed": (*BOTH, "rtl"),
    "student": (*BOTH, "small", "large", "tight", "rtl"),
    "deciding": (*BOTH, "small", "large", "tight"),
    "changing": (*BOTH, "small", "large", "tight", "rtl"),
    "changed": (*BOTH, "small", "tight", "rtl"),
    "own-lessons": (*BOTH, "small", "large"),
    "new-lesson": (*BOTH, "small", "large"),
    "answers": (*BOTH, "small", "large", "tight", "rtl"),
    "answers-rarer": (*BOTH, "small", "large"),
    "proposals": (*BOTH, "small", "large"),
    "edit-text": (*BOTH, "small", "large"),
    "trying": (*BOTH, "small", "large"),
    "giving": (*BOTH, "small", "large"),
    "cleaning": (*BOTH, "small", "large"),
    "about": (*BOTH, "large"),
    "set-first": (*BOTH, "small", "tight"),
    "set-on-shelf": (*BOTH, "small", "tight"),
    "stick": (*BOTH, "contrast", "small", "large", "tight", "rtl"),
    "stick-room": (*BOTH, "small", "tight"),
    "handed": (*BOTH, "small", "large", "rtl"),
    "pulled": (*BOTH, "small", "tight"),
    "roster": (*BOTH, "small", "large", "tight", "rtl"),
    "came-back": (*BOTH, "small", "large", "rtl"),
    "marks-back": (*BOTH, "small", "large", "tight", "rtl"),
    "assessment-back": (*BOTH, "small", "tight"),
    "say-words": (*BOTH, "small", "tight", "rtl"),
    "about-lesson": (*BOTH, "small", "tight", "rtl"),
    "results": (*EVERY, "wide"),
    "results-passage": (*BOTH, "contrast", "small", "large"),
    "results-few": (*BOTH, "small"),
    "statistics": (*BOTH, "small", "large"),
    "statistics-labels": (*BOTH, "small", "tight", "rtl"),
    "results-plain": (*BOTH, "small", "tight"),
    "students-styles": (*BOTH, "small", "tight", "rtl"),
    "two-classes": (*BOTH, "small", "tight"),
    "discuss-text": (*BOTH, "small"),
    "discuss-answers": (*BOTH, "cream", "contrast", "small", "wide", "large"),
    "discuss-last": (*BOTH, "rtl"),
    "classes": (*BOTH, "small", "large"),
    "your-keys": (*BOTH, "small", "large"),
    "change-passphrase": (*BOTH, "small", "large"),
    "remove-passphrase": BOTH,
    "no-classes": BOTH,
    "new-class": (*BOTH, "small", "large"),
    "class-empty": (*BOTH, "large"),
    "class": EVERY,
    "who-is-this": EVERY,
    "set-lessons": (*BOTH, "small", "large"),
    "names": (*BOTH, "small", "large"),
    "which-stick": (*BOTH, "large"),
    "class-list": (*BOTH, "small", "tight", "rtl"),
    "export": (*BOTH, "small", "tight", "rtl"),
    "export-columns": (*BOTH, "small", "tight"),
    "export-told": (*BOTH, "tight"),
    "export-pages": (*BOTH, "tight"),
    "class-over": (*BOTH, "small", "tight"),
    "bring-back": (*BOTH, "small", "tight"),
    "end-of-term": (*BOTH, "small", "tight", "rtl"),
    "end-of-term-sure": (*BOTH, "tight"),
    "students-guide": (*BOTH, "small", "large", "rtl"),
}
"""The scenes (see shots.scenes), and the forms in which each is looked at (see shots.forms)."""
IN_README = {
    "reading": ("reading", "light"),
    "reveal": ("reveal", "light"),
    "dark": ("lifted", "dark"),
    "suggest": ("proposals", "light"),
}
"""A picture's name, and the scene and form that it shows."""
IN_FIRST_LESSON = {"edit-text": ("edit-text", "light"), "trying": ("trying", "light"), "giving": ("giving", "light")}
"""The pictures of the first lesson besides those of README and guides; they stand beside the README's."""
GUIDES = ROOT / "assets" / "documents" / "pictures"
IN_GUIDES = {
    name: (name, "light")
    for name in ("shelf", "lifted", "reveal", "stick", "progress", "cleaning", "answers", "class", "results", "student")
}
"""The pictures of the guides that can be read in the program, too."""


def main(words: Sequence[str]) -> int:
    asked = _parsed(words)
    if asked.display:
        from shots.on_display import work_through

        return work_through(asked.folder)
    if asked.layouts:
        from shots.layouts import compare

        return compare()
    if asked.readme and os.environ.get("QT_SCALE_FACTOR") != "2":
        return _again_at_two_pixels(words)
    wanted, folder = _named(asked.only), asked.folder
    if asked.readme:
        wanted, folder = IN_README, PICTURES
    elif asked.guides:
        wanted, folder = IN_GUIDES, GUIDES
    folder.mkdir(parents=True, exist_ok=True)
    for name, (scene, form) in wanted.items():
        take(scene, form, folder / f"{name}.png", small=asked.readme or asked.guides)
    if asked.guides:
        for name, (scene, form) in IN_FIRST_LESSON.items():
            take(scene, form, PICTURES / f"{name}.png", small=True)
    print(f"{len(wanted)} pictures in {folder}")
    return 0


def take(scene: str, form: str, file: Path, *, small: bool = False) -> None:
    """Bring about one scene in a new data folder, and save the window's picture."""
    from shots.few_colours import with_few_colours
    from shots.forms import FORMS
    from shots.scenes import SCENES
    from shots.stage import Stage

    with (
        tempfile.TemporaryDirectory(prefix="claimlight-shots-") as folder,
        Stage(Path(folder) / "data", FORMS[form]) as stage,
    ):
        SCENES[scene](stage, Path(folder))
        stage.settle()
        picture = stage.picture_of.grab().toImage()
    if not (with_few_colours(picture) if small else picture).save(str(file), "PNG", 0):  # 0: as small as can be
        raise SystemExit(f"{file} could not be written.")


def _named(only: Sequence[str]) -> dict[str, tuple[str, str]]:
    """All pictures, or those whose scene, form, or both joined by a dash are named."""
    return {
        f"{scene}-{form}": (scene, form)
        for scene, form in _all()
        if not only or scene in only or form in only or f"{scene}-{form}" in only
    }


def _all() -> Iterator[tuple[str, str]]:
    return ((scene, form) for scene, forms in LOOKED_AT.items() for form in forms)


def _again_at_two_pixels(words: Sequence[str]) -> int:
    """Qt reads the factor once, at its start."""
    environ = {**os.environ, "QT_SCALE_FACTOR": "2"}
    return subprocess.run([sys.executable, "-m", "shots", *words], env=environ, check=False).returncode


def _parsed(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py shots", description="Take pictures of the real window.")
    parser.add_argument("folder", nargs="?", type=Path, default=USUAL, help="where they go (usually dist/shots)")
    parser.add_argument("--only", action="append", default=[], help="a scene, a form, or both joined by a dash")
    parser.add_argument("--readme", action="store_true", help="renew the pictures of the README")
    parser.add_argument("--guides", action="store_true", help="renew those of guides and first lesson")
    parser.add_argument("--display", action="store_true", help="drive the program on a real X display instead")
    parser.add_argument("--layouts", action="store_true", help="press the same keys under five keyboard layouts")
    return parser.parse_args(words)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
