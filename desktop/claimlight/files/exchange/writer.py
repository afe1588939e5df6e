"""Write annotations for another tool: what its format can hold; of what it cannot, how much there was."""

import os
from collections.abc import Mapping
from pathlib import Path

from claimlight.core.errors import WorkError
from claimlight.files.exchange.holding import fitted
from claimlight.files.exchange.markings import Form, Markings, Remark, Units


def write_markings(
    path: Path, markings: Markings, form: Form, units: Units = Units.CODE_POINTS
) -> tuple[tuple[Path, ...], tuple[Remark, ...]]:
    """The files written, `path` first, and what of `markings` is not in them.

    `units` is what the positions in doccano's and Label Studio's files count. Raises WorkError, and then nothing was
    written: a file is there already, or the format has no place for a mark.
    """
    fit, lost = fitted(markings, form)
    contents, more = _contents(path, fit, form, units)
    raws = {each: _encoded(content, each) for each, content in contents.items()}
    for each in raws:
        if each.exists():
            raise WorkError("file-is-there", file=str(each))
    for each, raw in raws.items():
        _write(each, raw)
    return tuple(contents), (*lost, *more)


def _contents(
    path: Path, markings: Markings, form: Form, units: Units
) -> tuple[Mapping[Path, str], tuple[Remark, ...]]:
    match form:
        case Form.DOCCANO:
            from claimlight.files.exchange.doccano_out import doccano_line

            return {path: doccano_line(markings, units)}, ()
        case Form.BRAT:
            from claimlight.files.exchange.brat_out import brat_lines

            if path.suffix == ".txt":
                raise WorkError("brat-text-is-there", file=path.name)
            return {path: brat_lines(markings), path.with_suffix(".txt"): markings.text.text}, ()
        case Form.LABEL_STUDIO:
            from claimlight.files.exchange.label_studio_out import label_studio_tasks

            return {path: label_studio_tasks(markings, units)}, ()
        case Form.WEBANNO:
            from claimlight.files.exchange.webanno_out import webanno_rows

            return {path: webanno_rows(markings)}, ()
        case Form.XMI:
            from claimlight.files.exchange.xmi_out import xmi_documents

            return xmi_documents(path, markings), ()
        case Form.CONLL:
            from claimlight.files.exchange.conll_out import conll_rows

            rows, told = conll_rows(markings)
            return {path: rows}, told
        case _:
            from claimlight.files.exchange.w3c_out import w3c_page

            return {path: w3c_page(markings)}, ()


def _encoded(content: str, path: Path) -> bytes:
    try:
        return content.encode()
    except UnicodeEncodeError:
        raise WorkError("half-a-character", file=path.name) from None


def _write(path: Path, raw: bytes) -> None:
    """The whole file or none."""
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.write_bytes(raw)
        os.replace(unfinished, path)
    except OSError as error:
        raise WorkError("file-not-written", file=str(path), reason=error.strerror or str(error)) from None
