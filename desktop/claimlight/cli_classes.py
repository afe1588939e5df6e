"""The commands about what leaves a class: marks for other programs, one student's data, and the end of term."""

from pathlib import Path

import click

from claimlight.cli_shared import FINDINGS, WELL, class_name, data_folder, out, passphrase_file, passphrase_from, path
from claimlight.wording import _, ngettext

_student = click.option("--student", required=True, metavar="NAME", help="Who: the name on the list, or an id.")
_sure = click.option("--yes", is_flag=True, help="Really do it: it cannot be undone.")


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


@click.command(name="export-student")
@class_name
@_student
@out
@click.pass_obj
def export_student(data_dir: Path | None, class_name: str, student: str, file: Path) -> int:
    """Write all that is kept of one student to a zip: the work (W3C), the marks (CSV), and every row (JSON)."""
    from claimlight.work.export_commands import export_one_student

    name = export_one_student(data_folder(data_dir), class_name, student, file)
    click.echo(_("{file} written: everything that is kept of {name}").format(file=file, name=name))
    return WELL


@click.command(name="forget-student")
@class_name
@_student
@_sure
@passphrase_file
@click.pass_obj
def forget_student(
    data_dir: Path | None, class_name: str, student: str, yes: bool, passphrase_file: Path | None
) -> int:
    """Delete one student of a class with all they handed in, here and in every backup, for good."""
    from claimlight.work.export_commands import forget_one_student

    ask = passphrase_from(passphrase_file)
    gone = forget_one_student(data_folder(data_dir), class_name, student, ask, sure=yes)
    click.echo(_("{name} and all their work are gone, here and from every backup.").format(name=gone.name))
    return _tell_left(gone.left)


@click.command(name="end-class")
@class_name
@click.option("--copy", type=path, help="First write a copy of all classes to this new file, and prove it.")
@click.option("--no-copy", is_flag=True, help="Keep no copy.")
@_sure
@click.pass_obj
def end_class(data_dir: Path | None, class_name: str, copy: Path | None, no_copy: bool, yes: bool) -> int:
    """Delete a class at the end of term: names, works, marks, comments, here and in every backup, for good.

    The copy is brought back elsewhere and compared before anything is deleted. Export marks first (export).
    """
    from claimlight.work.export_commands import end_one_class

    gone = end_one_class(data_folder(data_dir), class_name, copy, sure=yes, no_copy=no_copy)
    if gone.copy is not None:
        click.echo(_("{file} written, brought back to try it, and found the same.").format(file=gone.copy.file))
    click.echo(_("The class “{name}” is gone, here and from every backup.").format(name=gone.name))
    return _tell_left(gone.left)


COMMANDS = (export, export_student, forget_student, end_class)


def _tell_left(left: tuple[Path, ...]) -> int:
    for file in left:
        click.echo(_("{file} is damaged and may still hold some of it: delete it by hand.").format(file=file), err=True)
    return FINDINGS if left else WELL
