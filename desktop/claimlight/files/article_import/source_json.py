"""Write a source down as JSON and read it again, for the way from the process that read it."""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Any

from claimlight.files.article_import.source import Format, Picture, Remark, Source


def source_json(source: Source) -> dict[str, object]:
    return {
        "format": source.format,
        "markdown": source.markdown,
        "title": source.title,
        "byline": source.byline,
        "date": source.date,
        "language": source.language,
        "encoding": source.encoding,
        "pictures": [[each.name, b64encode(each.data).decode(), each.caption] for each in source.pictures],
        "remarks": [[each.code, dict(each.params)] for each in source.remarks],
    }


def source_from_json(values: Mapping[str, Any]) -> Source:
    """What `source_json` wrote, of the same version."""
    told = {name: values[name] for name in ("markdown", "title", "byline", "date", "language", "encoding")}
    return Source(
        Format(values["format"]),
        **told,
        pictures=tuple(Picture(name, b64decode(data), caption) for name, data, caption in values["pictures"]),
        remarks=tuple(Remark(code, tuple(params.items())) for code, params in values["remarks"]),
    )
