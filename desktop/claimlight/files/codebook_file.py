"""Read a label guide from its TOML file."""

from functools import lru_cache
from pathlib import Path

from claimlight.core.codebook import AttributeKind, Codebook, Example, Label, Line, LinkKind
from claimlight.core.errors import LessonError
from claimlight.files.fields import Fields
from claimlight.files.places import assets
from claimlight.files.reading import parse_toml, read_bytes

NAME = "codebook.toml"
"""A lesson folder may hold a label guide of its own under this name."""


def codebook_path(id: str, folder: Path) -> Path:
    """The file of the label guide that a lesson in `folder` names: its own, else the one that comes with us."""
    own = folder / NAME
    if own.exists():
        return own
    return shipped_codebook_path(id)


def shipped_codebook(id: str) -> Codebook:
    """The label guide with this id that comes with us. Raises LessonError."""
    return read_codebook(shipped_codebook_path(id))


def shipped_codebook_path(id: str) -> Path:
    """The file of that label guide. Raises LessonError."""
    shipped = assets() / "codebooks" / f"{id}.toml"
    if not id.replace("-", "").replace("_", "").isalnum() or not shipped.is_file():
        raise LessonError("unknown-codebook", file="lesson.toml", codebook=id)
    return shipped


def read_codebook(path: Path) -> Codebook:
    """The label guide in `path`. Raises LessonError."""
    return codebook_from_toml(read_bytes(path), path.name)


@lru_cache(maxsize=8)
def codebook_from_toml(raw: bytes, file: str) -> Codebook:
    """The label guide in `raw`. Most lessons of a shelf bring the same one, which is read once. Raises LessonError."""
    fields = Fields(parse_toml(raw, file), file)
    codebook = Codebook(
        id=fields.text("id"),
        version=fields.whole("version"),
        language=fields.text("language"),
        name=fields.text("name"),
        rules=fields.text("rules"),
        labels=tuple(map(_label, fields.tables("labels"))),
        attributes=tuple(
            AttributeKind(each.text("id"), each.text("name"), each.pairs("values"))
            for each in fields.tables("attributes")
        ),
        links=tuple(
            LinkKind(each.text("id"), each.text("name"), each.texts("sources"), each.texts("targets"))
            for each in fields.tables("links")
        ),
        credits=tuple(
            (each.text("keyed"), each.text("given"), each.rational("credit", "0")) for each in fields.tables("credits")
        ),
    )
    _refuse_unknown_labels(codebook, file)
    return codebook


def _label(fields: Fields) -> Label:
    line = fields.text("line")
    if line not in list(Line):
        raise LessonError("unknown-line", file=fields.file, line=line, label=fields.text("id"))
    return Label(
        id=fields.text("id"),
        name=fields.text("name"),
        short=fields.text("short"),
        letter=fields.text("letter"),
        colour=fields.text("colour"),
        line=Line(line),
        definition=fields.text("definition"),
        yes=_example(fields.table("yes")),
        no=_example(fields.table("no")),
    )


def _example(fields: Fields) -> Example:
    return Example(fields.text("before", ""), fields.text("marked", ""), fields.text("after", ""), fields.text("why"))


def _refuse_unknown_labels(codebook: Codebook, file: str) -> None:
    known = [label.id for label in codebook.labels]
    if not known:
        raise LessonError("codebook-without-labels", file=file)
    if twice := next((id for id in known if known.count(id) > 1), None):
        raise LessonError("label-twice", file=file, label=twice)
    used = [
        *(id for link in codebook.links for id in (*link.sources, *link.targets)),
        *(id for keyed, given, _ in codebook.credits for id in (keyed, given)),
    ]
    if unknown := next((id for id in used if id not in known), None):
        raise LessonError("codebook-unknown-label", file=file, label=unknown)
