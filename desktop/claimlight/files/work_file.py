"""A student's work as a file: highlights as a W3C Annotation Page, in JSON that other tools can write too."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from claimlight.core.annotation import Annotation, Link, quote_of
from claimlight.core.article import Span, Text
from claimlight.core.errors import WorkError
from claimlight.files.selectors import POSITION, QUOTE
from claimlight.files.work_place import place

FORMAT = 1
MOST_BYTES = 20_000_000
CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"@vocab": "urn:claimlight:1#"}]

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Work:
    """What a file holds: whose work, on which text, which highlights."""

    student: str
    annotations: tuple[Annotation, ...]
    text_hash: str = ""
    """Of the text that was marked; "" where the file does not say."""
    source: str = ""
    """What the highlights are on: "urn:claimlight:SLUG:article"."""
    created: str = ""
    modified: str = ""
    generator: str = ""
    skipped: tuple[str, ...] = ()
    """Ids of annotations that are no highlights (another body, a target that is not text)."""


def read_work(path: Path, text: Text) -> Work:
    """The work in `path`, its highlights placed on `text`. Raises WorkError where that cannot be done for certain."""
    page = _page(_read(path), path.name)
    text_hash = _text(page.get("text_sha256"))
    if text_hash and text_hash != text.text_hash:
        raise WorkError("work-text-changed", file=path.name)
    annotations: list[Annotation] = []
    skipped: list[str] = []
    sources: list[str] = []
    for number, entry in enumerate(_entries(page, path.name), start=1):
        id = _text(entry.get("id")) or f"#{number}"
        body, target = _highlight(entry.get("body")), _target(entry.get("target"))
        if body is None or target is None:
            skipped.append(id)
        else:
            sources.append(_text(target.get("source")))
            annotations.append(_annotation(id, body, place(target["selector"], text, id), text, path.name))
    return Work(
        student=_name(page.get("creator")) or path.stem,
        annotations=tuple(annotations),
        text_hash=text_hash,
        source=sources[0] if sources else "",
        created=_text(page.get("created")),
        modified=_text(page.get("modified")),
        generator=_name(page.get("generator")),
        skipped=tuple(skipped),
    )


def work_text(work: Work) -> str:
    """`work` as the file that `read_work` reads."""
    return json.dumps(work_page(work), ensure_ascii=False, indent=1) + "\n"


def work_page(work: Work) -> dict[str, object]:
    """`work` as an annotation page."""
    head = {
        "text_sha256": work.text_hash,
        "created": work.created,
        "modified": work.modified,
        "generator": {"type": "Software", "name": work.generator} if work.generator else "",
    }
    return {
        "@context": CONTEXT,
        "type": "AnnotationPage",
        "format": FORMAT,
        "creator": {"type": "Person", "name": work.student},
        **{name: value for name, value in head.items() if value},
        "items": [_entry(one, work.source) for one in work.annotations],
    }


def _entry(one: Annotation, source: str) -> dict[str, object]:
    quote = {"exact": one.quote.exact, "prefix": one.quote.prefix, "suffix": one.quote.suffix}
    said: dict[str, object] = {
        "attributes": {name: list(values) for name, values in one.attributes},
        "links": [{"id": link.id, "type": link.type, "annotation": link.target} for link in one.links],
        "note": one.note,
    }
    sure = {} if one.sure is None else {"sure": one.sure}
    return {
        "id": one.id,
        "type": "Annotation",
        "motivation": "classifying",
        "target": {
            "source": source,
            "selector": [
                {"type": POSITION, "start": one.span.start, "end": one.span.end},
                {"type": QUOTE, **quote},
            ],
        },
        "body": {"type": "Highlight", "label": one.label, **{k: v for k, v in said.items() if v}, **sure},
    }


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise WorkError("work-not-found", file=path.name) from error
    except OSError as error:
        raise WorkError("work-unreadable", file=path.name) from error
    if len(raw) > MOST_BYTES:
        raise WorkError("work-too-big", file=path.name)
    return raw


def _page(raw: bytes, file: str) -> Json:
    try:
        page = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise WorkError("work-not-json", file=file) from error
    if isinstance(page, list):
        page = {"items": page}
    if not isinstance(page, dict) or not isinstance(page.get("items"), list):
        raise WorkError("work-not-a-page", file=file)
    format = page.get("format", FORMAT)
    if isinstance(format, int) and format > FORMAT:
        raise WorkError("work-newer-format", file=file)
    return cast(Json, page)


def _entries(page: Json, file: str) -> Iterator[Json]:
    for entry in cast(list[object], page["items"]):
        if not isinstance(entry, dict):
            raise WorkError("work-not-a-page", file=file)
        yield entry


def _highlight(body: object) -> Json | None:
    """The body that is a highlight, of one or of several."""
    bodies = body if isinstance(body, list) else [body]
    return next((one for one in bodies if isinstance(one, dict) and one.get("type") == "Highlight"), None)


def _target(target: object) -> Json | None:
    """A target that is words of a text."""
    return target if isinstance(target, dict) and target.get("selector") else None


def _annotation(id: str, body: Json, span: Span, text: Text, file: str) -> Annotation:
    label = _text(body.get("label"))
    if not label:
        raise WorkError("work-bad-highlight", file=file, highlight=id)
    sure = body.get("sure")
    return Annotation(
        id=id,
        label=label,
        span=span,
        quote=quote_of(text, span),
        attributes=_attributes(body.get("attributes")),
        links=_links(id, body.get("links")),
        note=_text(body.get("note")),
        sure=sure if isinstance(sure, bool) else None,
    )


def _attributes(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, dict):
        return ()
    return tuple(sorted((str(name), _texts(values)) for name, values in value.items()))


def _links(id: str, value: object) -> tuple[Link, ...]:
    links = [link for link in value if isinstance(link, dict)] if isinstance(value, list) else []
    return tuple(
        Link(_text(link.get("id")) or f"{id}/{number}", _text(link.get("type")), _text(link.get("annotation")))
        for number, link in enumerate(links, start=1)
    )


def _name(value: object) -> str:
    """Of a person or a program: a name, an object with one, or the first of a list of these."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(one for one in values if isinstance(one, str))
