"""The command that grades work files against a lesson: `claimlight grade LESSON WORK…`."""

from pathlib import Path

import click

WELL, UNUSABLE = 0, 2


@click.command(name="grade")
@click.argument("lesson", type=click.Path(path_type=Path))
@click.argument("works", metavar="WORK...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--from", "form", type=click.Choice(["w3c"]), default="w3c", help="The format of the work files.")
@click.option("--format", "report", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--text", default="article", show_default=True, help="Which text of the lesson was marked.")
def grade_command(lesson: Path, works: tuple[Path, ...], form: str, report: str, text: str) -> int:
    """Grade work files against a lesson, and show how the points add up.

    LESSON is a lesson folder or a lesson file. Exits 2 if a work file cannot be graded; the others are graded.
    """
    from claimlight.files.lesson_bundle import open_lesson
    from claimlight.wording.errors import say
    from claimlight.work.grade_files import grade_files
    from claimlight.work.grade_reports import as_json, as_text

    graded = grade_files(open_lesson(lesson), works, text)
    click.echo(as_json(graded) if report == "json" else as_text(graded), nl=report == "json")
    for work in graded.works:
        if work.error is not None:
            click.echo(say(work.error), err=True)
    return WELL if graded.all_usable else UNUSABLE
