"""Read annotations on a text from a file, in whichever format it is, and the text, where the file has one."""

from pathlib import Path

from claimlight.core.article import Text
from claimlight.core.errors import WorkError
from claimlight.files.exchange.markings import Form, Markings, Units
from claimlight.files.exchange.plain import read_text, text_of

_BY_SUFFIX = {
    ".ann": Form.BRAT,
    ".jsonl": Form.DOCCANO,
    ".tsv": Form.WEBANNO,
    ".xmi": Form.XMI,
    ".conll": Form.CONLL,
    ".iob": Form.CONLL,
}


def form_of(path: Path) -> Form:
    """The format that the file's name suggests; W3C where it suggests none."""
    return _BY_SUFFIX.get(path.suffix.lower(), Form.W3C)


def read_markings(path: Path, text: Text, form: Form | None = None, units: Units = Units.CODE_POINTS) -> Markings:
    """What `path` says about `text`. Raises WorkError or LessonError, which `wording.errors` says."""
    match form or form_of(path):
        case Form.DOCCANO:
            from claimlight.files.exchange.doccano import read_doccano

            return read_doccano(path, text, units)
        case Form.BRAT:
            from claimlight.files.exchange.brat import read_brat

            return read_brat(path, text)
        case Form.LABEL_STUDIO:
            from claimlight.files.exchange.label_studio import read_label_studio

            return read_label_studio(path, text)
        case Form.WEBANNO:
            from claimlight.files.exchange.webanno import read_webanno

            return read_webanno(path, text)
        case Form.XMI:
            from claimlight.files.exchange.xmi import read_xmi

            return read_xmi(path, text)
        case Form.CONLL:
            from claimlight.files.exchange.conll import read_conll

            return read_conll(path, text)
        case _:
            from claimlight.files.exchange.w3c import read_w3c

            return read_w3c(path, text)


def text_beside(path: Path, form: Form) -> Text:
    """The text that `path` itself holds, or that lies beside it where its format wants that.

    Raises WorkError or LessonError.
    """
    return read_text(path.with_suffix(".txt")) if form is Form.BRAT else text_of(_text_within(path, form))


def _text_within(path: Path, form: Form) -> str:
    match form:
        case Form.DOCCANO:
            from claimlight.files.exchange.doccano import text_of_doccano

            return text_of_doccano(path)
        case Form.LABEL_STUDIO:
            from claimlight.files.exchange.label_studio import text_of_label_studio

            return text_of_label_studio(path)
        case Form.WEBANNO:
            from claimlight.files.exchange.webanno import text_of_webanno

            return text_of_webanno(path)
        case Form.XMI:
            from claimlight.files.exchange.xmi import text_of_xmi

            return text_of_xmi(path)
        case Form.CONLL:
            from claimlight.files.exchange.conll import text_of_conll

            return text_of_conll(path)
        case _:
            raise WorkError("no-text-in-file", file=path.name)
