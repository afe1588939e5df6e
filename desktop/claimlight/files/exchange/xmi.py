"""Read UIMA's XMI with the type system beside it, by way of dkpro-cassis, which need not be installed otherwise."""

from collections import Counter
from collections.abc import Hashable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any
from warnings import catch_warnings, simplefilter

from claimlight.core.article import Span, Text
from claimlight.core.errors import WorkError
from claimlight.files.exchange.layers import SEGMENTS, Layered, last_part, layers_left, marks_of
from claimlight.files.exchange.markings import Markings, same_text
from claimlight.files.reading import read_bytes

ANNOTATION = "uima.tcas.Annotation"
SOURCE, TARGET = "Governor", "Dependent"
"""Features of a relation, as INCEpTION names them."""
TYPES = "TypeSystem.xml"
_NO_MARKS = (
    "uima.tcas.DocumentAnnotation",
    "de.tudarmstadt.ukp.dkpro.core.api.metadata.",
    "de.tudarmstadt.ukp.clarin.webanno.api.type.CASMetadata",
    *(f"{SEGMENTS}{name}" for name in ("Sentence", "Token")),
)
"""What is about the document, or can be found in any text; nobody has marked it."""


def read_xmi(path: Path, text: Text) -> Markings:
    """The annotations in `path` as marks, with the relations between them as links.

    The type system is `NAME.TypeSystem.xml` or `TypeSystem.xml` beside it. Layers of words and what lies outside of the
    text are named in remarks. Raises WorkError or LessonError: dkpro-cassis is not installed, the file cannot be read,
    or it is on another text.
    """
    cas = _load(path)
    if not same_text(cas.sofa_string or "", text.text):
        raise WorkError("other-text", file=path.name)
    found: dict[Hashable, Layered] = {}
    relations: list[tuple[Hashable, Hashable, str]] = []
    left: Counter[str] = Counter()
    for one in cas.select_all_annotations():
        if one.type.name.startswith(_NO_MARKS):
            continue
        features = dict(_features(one))
        source, target = getattr(one, SOURCE, None), getattr(one, TARGET, None)
        if source is not None and target is not None:
            type = next((said[0] for said in features.values()), last_part(one.type.name))
            relations.append((source.xmiID, target.xmiID, type))
        elif _is_on(one, text):
            found[one.xmiID] = Layered(one.type.name, Span(one.begin, one.end), features)
        else:
            left[one.type.name] += 1
    marks, told = marks_of(found, relations)
    told += layers_left(left)
    return Markings(text, path.stem, marks, told, lost=told)


def text_of_xmi(path: Path) -> str:
    """The text of the first view. Raises WorkError."""
    return str(_load(path).sofa_string or "")


def cassis() -> Any:
    """The module of dkpro-cassis. Raises WorkError where it is not installed."""
    try:
        return import_module("cassis")
    except ImportError:
        raise WorkError("xmi-not-installed") from None


def _load(path: Path) -> Any:
    module = cassis()
    read_bytes(path)
    beside = [path.with_name(f"{path.stem}.{TYPES}"), path.with_name(TYPES)]
    types = next((each for each in beside if each.exists()), None)
    if types is None:
        raise WorkError("xmi-without-types", file=path.name)
    try:
        with types.open("rb") as system, path.open("rb") as file, catch_warnings():
            simplefilter("ignore")
            return module.load_cas_from_xmi(file, typesystem=module.load_typesystem(system))
    except Exception as error:  # whatever is wrong in the file, cassis raises something else for it
        raise WorkError("not-xmi", file=path.name, reason=str(error).strip().partition("\n")[0]) from error


def _is_on(one: Any, text: Text) -> bool:
    """Whether an annotation has a place in the text."""
    start, end = getattr(one, "begin", None), getattr(one, "end", None)
    return type(start) is int and type(end) is int and 0 <= start <= end <= len(text.text)


def _features(one: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is said in words or numbers: each feature with its values."""
    for feature in one.type.all_features:
        if feature.name in ("sofa", "begin", "end"):
            continue
        value = getattr(one, feature.name, None)
        values = getattr(value, "elements", None) if feature.rangeType.name == "uima.cas.StringArray" else [value]
        said = tuple(str(each) for each in values or () if isinstance(each, str | int | float))
        if said:
            yield feature.name, said
