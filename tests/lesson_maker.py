"""Write small lesson folders for tests."""

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from claimlight.core.draft import Parts
from claimlight.core.identity import new_id
from claimlight.core.lesson import Mode
from claimlight.files.lesson_bundle import MANIFEST, SEALED, SUFFIX, bundle_folder
from claimlight.files.lesson_folder import build_folder

SHEET: dict[str, object] = {
    "format": 1,
    "id": "4b7f54a0-4a4b-4d0d-9a37-0c1f2f6f2a11",
    "slug": "fares",
    "version": 1,
    "title": "Fares will double",
    "author": "Mira Stone",
    "licence": "CC-BY-4.0",
    "language": "en",
    "codebook": "news-basics",
}
ARTICLE = """# Fares

Fares will double by spring, **the mayor** said. "That is not true," Anna Ruiz said.

Some 400 people came to the hall. Nobody counted them. It rained. They went home. It was late.

The meeting was on Monday. It was long. Tea was served. Fares were the only subject.
"""


def item(id: str, label: str, target: object, **body: object) -> dict[str, object]:
    """One answer as a person writes it by hand: the words are enough."""
    return {
        "target": {"selector": target},
        "body": {"type": "Item", "item": id, "label": label, "explanation": "Because.", **body},
    }


def decoy(id: str, target: object, explanation: str = "It looks like one.") -> dict[str, object]:
    return {"target": {"selector": target}, "body": {"type": "Decoy", "item": id, "explanation": explanation}}


def excluded(target: object) -> dict[str, object]:
    return {"target": {"selector": target}, "body": {"type": "Excluded"}}


CLAIM = item("c1", "claim", "Fares will double by spring", speaker=["the mayor"], cue=["said"])
DENIAL = item("d1", "denial", "That is not true", denying=["not"], links=[{"type": "denies", "item": "c1"}])
FIGURE = item("f1", "unverified-figure", "Some 400 people", attributes={"reason": "F2"})
SOUND = [CLAIM, item("c2", "claim", "They went home"), decoy("t1", "It rained")]
"""Answers that no simple strategy finds, for a lesson that trains claims alone."""
KEY = [CLAIM, DENIAL, FIGURE, decoy("t1", "It rained")]


def toml(values: Mapping[str, object]) -> str:
    return "".join(f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in values.items())


def write_lesson(
    folder: Path,
    *,
    article: str = ARTICLE,
    key: object = KEY,
    page: Mapping[str, object] | None = None,
    **sheet: object,
) -> Path:
    """A lesson folder that is not built yet. `key` is a list of annotations, or None for no answers."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "lesson.toml").write_text(toml({**SHEET, **sheet}), encoding="utf-8")
    (folder / "article.md").write_bytes(article.encode())
    if key is not None:
        write_key(folder, key, **(page or {}))
    return folder


def built_lesson(folder: Path, **how: Any) -> Path:
    """The same, built, as the window and the commands open it."""
    written = write_lesson(folder, **how)
    build_folder(written)
    return written


def pasted_parts(pasted: str) -> Parts:
    """The parts of a new lesson of one's own with `pasted` as its article, nothing cleaned."""
    from claimlight.work.cleaning import look_over
    from claimlight.work.new_lesson import parts_of_cleaned, pasted_source

    return parts_of_cleaned(look_over(pasted_source(pasted)), (), new_id)


def write_key(folder: Path, items: object, **page: object) -> None:
    (folder / "article.key.json").write_text(json.dumps({**page, "items": items}, ensure_ascii=False), encoding="utf-8")


def key_page(folder: Path) -> dict[str, object]:
    page = json.loads((folder / "article.key.json").read_text(encoding="utf-8"))
    assert isinstance(page, dict)
    return page


def given_out(folder: Path, mode: Mode, *, rates: Mapping[str, str] | None = None) -> Path:
    """The built lesson in `folder` as a file whose answers are sealed (homework) or not in it at all (assessment)."""
    with zipfile.ZipFile(io.BytesIO(bundle_folder(folder))) as bundle:
        members = {name: bundle.read(name) for name in bundle.namelist() if not name.endswith(".key.json")}
    manifest = json.loads(members[MANIFEST])
    members[MANIFEST] = json.dumps({**manifest, "mode": mode, "rates": rates or {"article": "1/2"}}).encode()
    if mode is Mode.HOMEWORK:
        members[SEALED] = b"nobody here can read this"
    return write_bundle(folder.with_name(f"{folder.name}-{mode}{SUFFIX}"), members)


def write_bundle(path: Path, members: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in members.items():
            bundle.writestr(name, content)
    return path
