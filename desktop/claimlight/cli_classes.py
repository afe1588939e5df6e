"""The commands about what leaves a class: marks for other programs, one student's data, and the end of term."""

from pathlib import Path

import click

from claimlight.cli_shared import WELL, class_name, data_folder, out, path
from claimlight.wording import ngettext


@click.command()
@class_name
@click.option("--lesson", "lessons", multiple=True, metavar="ID", help="Only this lesson: its id or title.")
@click.option(
    "--format", "form", type=click.Choice(["csv", "xlsx", "moodle", "canvas"]), default="csv", show_default=True
)
@click.option(
    "--fill", type=path, help="The file to write the marks into: Canvas’s gradebook, or Moodle’s grading worksheet."
)
@click.option("--column", "columns", multiple=True, metavar="NAME", help="Canvas: the column, one for each --lesson.")
@out
@click.pass_obj
def export(
    data_dir: Path | None,
    class_name: str,
    lessons: tuple[str, ...],
    form: str,
    fill: Path | None,
    columns: tuple[str, ...],
    file: Path,
) -> int:
    """Write the marks of a class to a file for a spreadsheet, Moodle or Canvas.

    With --fill a copy of that file is written in which only the cells of the marks are changed.
    """
    from claimlight.wording.exports import say_export_remark
    from claimlight.work.export_commands import export_marks
    from claimlight.work.exports import Form

    done = export_marks(data_folder(data_dir), class_name, lessons, Form(form), file, fill, columns)
    click.echo(
        ngettext("{file} written: {n} mark", "{file} written: {n} marks", done.marks).format(file=file, n=done.marks)
    )
    for remark in done.told:
        click.echo(say_export_remark(remark.code, remark.params), err=True)
    return WELL


COMMANDS = (export,)
