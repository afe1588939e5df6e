"""The small signs of the printed page: tags with their letters, shapes for what became of a mark, and their names."""

from claimlight.core.codebook import Codebook, Label, Line
from claimlight.files.html import Html, element
from claimlight.files.report_marks import Shape
from claimlight.wording import N_, _

_COLOURS = ("claim", "denial", "figure")
_NAMES = {
    Shape.CAUGHT: N_("Caught"),
    Shape.IN_PART: N_("In part"),
    Shape.MISSED: N_("Missed"),
    Shape.NOT_IN_ANSWERS: N_("Not in the answers"),
    Shape.PLAIN: N_("Earns and costs nothing"),
}
_DRAWINGS = {
    Shape.CAUGHT: "<path d='M2 6.6 4.8 9.4 10 2.8'/>",
    Shape.IN_PART: "<path d='M2 6.6 4.8 9.4'/><path class='dots' d='M4.8 9.4 10 2.8'/>",
    Shape.MISSED: "<rect class='dashes' x='1.2' y='2.4' width='9.6' height='7.2' rx='1'/>",
    Shape.NOT_IN_ANSWERS: "<rect x='1.6' y='2.8' width='8.8' height='6.4' rx='1'/><path d='M1.2 11 10.8 1'/>",
    Shape.PLAIN: "<path d='M3 6 9 6'/>",
}


def shape_name(shape: Shape) -> str:
    return _(_NAMES[shape])


def sign(shape: Shape) -> Html:
    """The shape alone; its name must stand in words beside it."""
    return element("svg", Html(_DRAWINGS[shape]), class_="sign", viewBox="0 0 12 12", aria_hidden="true")


def tag(label: Label, shape: Shape, *, shown: bool = True) -> Html:
    """The label's letter with the shape of what became of the mark; `shown` to those who listen, too."""
    drawn = element("span", label.letter, sign(shape), class_=f"tag {shape} {style(label)}", aria_hidden="true")
    if not shown:
        return drawn
    return Html(drawn + element("span", f"{label.short}, {shape_name(shape)}: ", class_="unseen"))


def style(label: Label) -> str:
    """The classes for a label's colour and line."""
    return f"{label.colour if label.colour in _COLOURS else 'ink'} {label.line}"


def label_of(codebook: Codebook, id: str) -> Label:
    found = codebook.label(id)
    assert found is not None, "graded labels are in the label guide"
    return found


def legend(labels: tuple[Label, ...]) -> Html:
    """What lines, letters and shapes mean, on one line."""
    lines = (
        element("li", element("span", label.letter, class_=f"letter {style(label)}"), " ", _line(label))
        for label in labels
    )
    shapes = (element("li", sign(shape), " ", shape_name(shape)) for shape in Shape)
    return element("ul", *lines, *shapes, class_="legend", aria_label=_("What the signs mean"))


def _line(label: Label) -> Html:
    said = {Line.SOLID: _("line"), Line.DASHED: _("dashes"), Line.DOTTED: _("dots")}[label.line]
    name = element("span", label.name, class_=f"mark {style(label)}")
    return Html(name + element("span", f", {said}", class_="unseen"))
