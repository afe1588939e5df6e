"""Make the catalogues of the interface: the messages of the sources, what translators made of them, compiled.

`assets/catalogues/claimlight.pot` lists every message; each `LANGUAGE.po` beside it is edited by people and kept in
step with it; each `LANGUAGE.mo` is what the program reads. Label guides are extracted, too. Needs Babel.
"""

import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = ROOT / "assets" / "catalogues"
TEMPLATE = CATALOGUES / "claimlight.pot"
LANGUAGES = ("ar", "es", "fr", "uk")
KEYWORDS = {"_": None, "N_": None, "NN_": (1, 2), "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
_UNDATED = datetime(2026, 1, 1, tzinfo=UTC)
_HEADER = """\
# Claimlight, the words of its interface in {language}.
# Machine-drafted: no native speaker has read this yet. Corrections are welcome.
#"""


def main() -> int:
    """Write what changed; says what."""
    for path, content in files().items():
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)
            print(f"{path.relative_to(ROOT)}: written")
    for language in LANGUAGES:
        catalogue = _kept(language)
        done = sum(1 for message in catalogue if message.id and _translated(message.string))
        print(f"{language}: {done} of {len(catalogue)} messages")
    return 0


def files() -> dict[Path, bytes]:
    """Every file as it should be, from the sources and from what translators have written."""
    template = messages()
    result = {TEMPLATE: _po(template, width=100)}
    for language in LANGUAGES:
        catalogue = _kept(language)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.fuzzy = False
        result[_path(language, "po")] = _po(catalogue, width=100)
        compiled = BytesIO()
        write_mo(compiled, catalogue)
        result[_path(language, "mo")] = compiled.getvalue()
    return result


def messages() -> Catalog:
    """The messages of the sources and of the label guides, without the places where they stand."""
    catalogue = _stable(Catalog(project="Claimlight", header_comment=_HEADER.format(language="…")))
    ids = {(message, context) for _file, _line, message, _comments, context in extract()}
    for message, context in sorted({*ids, *codebook_messages()}, key=str):
        catalogue.add(message, context=context)
    return catalogue


def extract() -> Iterator[tuple[str, int, str | tuple[str, ...], list[str], str | None]]:
    """What the sources say: (file, line, message or its forms, comments, context)."""
    return extract_from_dir(ROOT / "desktop" / "claimlight", [("**.py", "python")], keywords=KEYWORDS)


def codebook_messages() -> Iterator[tuple[str, str | None]]:
    """What wording/codebook.py says in the interface's language: (message, context)."""
    for path in sorted((ROOT / "assets" / "codebooks").glob("*.toml")):
        book = tomllib.loads(path.read_text(encoding="utf-8"))
        yield book["name"], None
        yield book["rules"], None
        for label in book["labels"]:
            yield label["letter"], "tag"
            for name in ("name", "short", "definition"):
                yield label[name], None
            for example in (label["yes"], label["no"]):
                yield from ((part, None) for part in example.values() if part.strip(" ."))
        for attribute in book.get("attributes", ()):
            yield attribute["name"], None
            yield from ((name, None) for _value, name in attribute.get("values", ()))
        yield from ((link["name"], None) for link in book.get("links", ()))


def _kept(language: str) -> Catalog:
    path = _path(language, "po")
    if not path.exists():
        return _stable(Catalog(locale=language, header_comment=_HEADER.format(language=language)))
    with path.open("rb") as file:
        return _stable(read_po(file, locale=language))


def _stable(catalogue: Catalog) -> Catalog:
    """Nothing in the file says when or where it was made."""
    catalogue.project, catalogue.version = "Claimlight", "1"
    catalogue.creation_date = catalogue.revision_date = _UNDATED
    catalogue.last_translator = "machine draft"
    catalogue.language_team = "none yet"
    catalogue.msgid_bugs_address = ""
    return catalogue


def _po(catalogue: Catalog, width: int) -> bytes:
    written = BytesIO()
    write_po(written, catalogue, width=width, no_location=True, sort_output=True)
    lines = written.getvalue().decode().splitlines()
    return ("\n".join(line for line in lines if not line.startswith('"Generated-By')) + "\n").encode()


def _path(language: str, ending: str) -> Path:
    return CATALOGUES / f"{language}.{ending}"


def _translated(string: object) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


if __name__ == "__main__":
    raise SystemExit(main())
