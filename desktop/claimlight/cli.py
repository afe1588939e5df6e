"""The command line: each command calls one whole job and prints what it says. No Qt is loaded.

Exit codes: 0 well, 1 findings, 2 unusable input.
"""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimlight import __version__, cli_classes, cli_keys
from claimlight.cli_shared import FINDINGS, UNUSABLE, WELL, passphrase_file, passphrase_from, school_key
from claimlight.cli_shared import class_name as _class
from claimlight.cli_shared import data_folder as _data_folder
from claimlight.cli_shared import out as _out
from claimlight.cli_shared import path as _path
from claimlight.cli_shared import say_error as _say_error
from claimlight.core.errors import ClaimlightError
from claimlight.wording import _, ngettext

if TYPE_CHECKING:
    from claimlight.core.article import Span
    from claimlight.work.import_article import ImportReport

_MOST_PLACES = 20
_REPORTS = ("text", "json", "csv", "html")

_form = click.Choice(["w3c", "brat", "doccano", "label-studio", "webanno", "xmi", "conll"])
_from = click.option("--from", "form", type=_form, help="The format of the files; else what their names suggest.")
_counted = click.Choice(["code-points", "utf-16", "graphemes"])
_units = click.option(
    *("--units", "--offsets", "units"),
    type=_counted,
    default="code-points",
    show_default=True,
    help="What the positions in doccano files count.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="claimlight")
@click.option("--data-dir", type=_path, help="Keep the work in this folder instead of your data folder.")
@click.pass_context
def cli(context: click.Context, data_dir: Path | None) -> None:
    """Read an article, highlight what is claimed, denied and unverified, and see why."""
    context.obj = data_dir


@cli.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=_path)
def build(paths: tuple[Path, ...]) -> int:
    """Build the texts of lessons, and complete their answers; exit 1 where answers cannot be used.

    PATH is a lesson folder, or a folder of lessons.
    """
    from claimlight.work.build_lessons import build_lessons

    code = WELL
    for built in build_lessons(paths):
        if isinstance(built.outcome, ClaimlightError):
            code = UNUSABLE
            _say_error(built.outcome, built.folder)
            continue
        for file in built.outcome.written:
            click.echo(_("{file} written").format(file=file))
        for fault in built.outcome.faults:
            code = max(code, FINDINGS)
            _say_error(fault, built.folder)
        if not built.outcome.written and not built.outcome.faults:
            click.echo(_("{folder}: everything is up to date").format(folder=built.folder))
    return code


@cli.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=_path)
@click.option("--second", is_flag=True, help="Also list what only one of two answer keys requires.")
def check(paths: tuple[Path, ...], second: bool) -> int:
    """Look lessons and their answers over; exit 1 on any finding.

    PATH is a lesson folder, or a folder of lessons.
    """
    from claimlight.wording.findings import say_finding
    from claimlight.work.check_lessons import check_lessons

    found = False
    for checked in check_lessons(paths):
        for line in checked.facts:
            click.echo(f"{checked.folder}: {line}")
        for line in checked.differences if second else ():
            click.echo(f"{checked.folder}: {line}")
        for finding in checked.findings:
            found = True
            click.echo(f"{checked.folder}: {say_finding(finding.code, finding.params)}")
        if not checked.findings:
            click.echo(_("{folder}: nothing to mend").format(folder=checked.folder))
    return FINDINGS if found else WELL


@cli.command(name="import")
@click.argument("file", type=_path)
@click.option("--into", required=True, type=_path, help="The new lesson folder.")
@click.option("--language", default="", help="The article’s language, such as en or ar, if its file does not say.")
@click.option("--accept", default="", metavar="KIND,…", help="What to clean: kinds that were proposed, or “all”.")
def import_(file: Path, into: Path, language: str, accept: str) -> int:
    """Make a lesson folder from an article, and say what could be cleaned and what to look at.

    FILE is text, Markdown, a saved web page, or a Word, ODT, PDF, RTF or EPUB document.
    """
    from claimlight.wording.cleaning import KINDS
    from claimlight.work.cleaning_kinds import Kind
    from claimlight.work.import_article import import_article

    kinds = {word.strip() for word in accept.split(",") if word.strip()}
    if unknown := sorted(kinds - KINDS - {"all"}):
        known = ", ".join(sorted(KINDS))
        raise click.UsageError(_("“{kind}” is no kind. There are: {known}").format(kind=unknown[0], known=known))
    report = import_article(
        file, into, language=language, accept=set(Kind) if "all" in kinds else {Kind(kind) for kind in kinds}
    )
    click.echo(
        _("{folder}: made from {file} under the title “{title}”.").format(
            folder=report.folder, file=file.name, title=report.title
        )
    )
    _say_import(report)
    return WELL


@cli.command()
@click.argument("file", metavar="FILE", type=_path)
@click.option("--into", required=True, type=_path, help="The new lesson folder.")
def unpack(file: Path, into: Path) -> int:
    """Write the lesson in FILE into a new folder."""
    from claimlight.work.pack import unpack

    for written in unpack(file, into):
        click.echo(_("{file} written").format(file=written))
    return WELL


@cli.command(name="read-article", hidden=True)
@click.argument("file", type=_path)
@click.option("--json", "_json", is_flag=True, required=True)
@click.option("--seconds", type=int, default=90)
@click.option("--megabytes", type=int, default=2_000)
def read_article(file: Path, _json: bool, seconds: int, megabytes: int) -> int:
    """Read one document within limits and say in JSON lines what it holds (see `work.reading_child`)."""
    from claimlight.work.reading_child import read_in_child

    return read_in_child(file, partial(click.echo, file=sys.stdout), megabytes=megabytes, seconds=seconds)


@cli.command()
@click.argument("lesson", type=_path)
@click.argument("works", metavar="WORK...", nargs=-1, required=True, type=_path)
@click.option("--from", "form", type=_form, default="w3c", show_default=True, help="The format of the work files.")
@_units
@click.option("--format", "report", type=click.Choice(_REPORTS), default="text", show_default=True)
@click.option("--text", default="article", show_default=True, help="Which text of the lesson was marked.")
def grade(lesson: Path, works: tuple[Path, ...], form: str, units: str, report: str, text: str) -> int:
    """Grade work files against a lesson, and show how the points add up.

    LESSON is a lesson folder or a lesson file. Work files that cannot be used are named, and the others graded.
    """
    from claimlight.files.exchange.markings import Form, Units
    from claimlight.files.lesson_bundle import open_lesson
    from claimlight.work.grade_files import grade_files
    from claimlight.work.grade_reports import as_csv, as_html, as_json, as_text

    graded = grade_files(open_lesson(lesson), works, text, Form(form), Units(units))
    written = {"text": as_text, "json": as_json, "csv": as_csv, "html": as_html}[report](graded)
    # What is made for a file is UTF-8 whatever the terminal speaks.
    if written:
        click.echo(written.encode() if report in ("csv", "html") else written, nl=report in ("text", "json"))
    for work in graded.works:
        for line in work.told:
            click.echo(line, err=True)
        if work.error is not None:
            _say_error(work.error)
    return WELL if graded.all_usable else UNUSABLE


_format = click.option("--format", "report", type=click.Choice(["text", "json"]), default="text", show_default=True)


@cli.command()
@click.option("--text", required=True, type=_path, help="The text that was marked, in UTF-8.")
@click.option("--key", required=True, type=_path, help="The marks that are right.")
@click.option("--work", required=True, type=_path, help="The marks to measure.")
@_from
@_units
@_format
def score(text: Path, key: Path, work: Path, form: str | None, units: str, report: str) -> int:
    """Measure marks against others: strict, exact, partial and type (SemEval-2013)."""
    from claimlight.files.exchange.markings import Form, Units
    from claimlight.work.markings import remarks
    from claimlight.work.score import as_json, as_text, score_files

    scored = score_files(text, key, work, Form(form) if form else None, Units(units))
    click.echo(as_json(scored) if report == "json" else as_text(scored))
    for line in (*remarks(scored.key, key), *remarks(scored.work, work)):
        click.echo(line, err=True)
    return WELL


@cli.command()
@click.option("--text", required=True, type=_path, help="The text that was marked, in UTF-8.")
@click.argument("works", metavar="WORK WORK...", nargs=-1, required=True, type=_path)
@_from
@_units
@_format
def agreement(text: Path, works: tuple[Path, ...], form: str | None, units: str, report: str) -> int:
    """Say how far people agree who marked one text.

    Files that cannot be used are named, and the others compared.
    """
    from claimlight.files.exchange.markings import Form, Units
    from claimlight.work.agreement import as_json, as_text, compare_files
    from claimlight.work.markings import remarks

    compared = compare_files(text, works, Form(form) if form else None, Units(units))
    click.echo(as_json(compared) if report == "json" else as_text(compared))
    for path, markings in compared.works:
        for line in remarks(markings, path):
            click.echo(line, err=True)
    for error in compared.errors:
        _say_error(error)
    return UNUSABLE if compared.errors else WELL


@cli.command()
@click.argument("source", metavar="SRC", type=_path)
@click.option("--from", "form", type=_form, required=True, help="The format of SRC.")
@click.option("--to", type=_form, required=True, help="The format to write.")
@click.option("--text", type=_path, help="The text that was marked, in UTF-8; or a lesson’s, as built.")
@click.option(
    "--units", type=_counted, default="utf-16", show_default=True, help="What the positions in doccano files count."
)
@_out
def convert(source: Path, form: str, to: str, text: Path | None, units: str, file: Path) -> int:
    """Turn annotations in one tool's format into another's.

    What the new format has no place for is told, a line for each kind; what would come out wrong there is refused.
    """
    from claimlight.files.exchange.markings import Form, Units
    from claimlight.work.convert import convert_file

    made = convert_file(source, Form(form), Form(to), file, text, Units(units))
    click.echo(
        ngettext("{file} written: {n} mark", "{file} written: {n} marks", made.marks).format(file=file, n=made.marks)
    )
    for line in made.told:
        click.echo(f"{source.name}: {line}", err=True)
    return WELL


_person = click.option("--person", required=True, metavar="NAME", help="Whose work: the name, or the id.")


@cli.command()
@_out
@click.option("--classes", is_flag=True, help="Instead: a teacher’s classes, keys, lessons and what was handed in.")
@click.pass_obj
def backup(data_dir: Path | None, file: Path, classes: bool) -> int:
    """Write the work of everybody here to one file, to take along or to keep safe."""
    from claimlight.work.own_data import back_up, back_up_classes

    if classes:
        found = back_up_classes(_data_folder(data_dir), file, _say_error)
        click.echo(
            ngettext("{file} written: {n} class", "{file} written: {n} classes", found).format(file=file, n=found)
        )
        return WELL
    people = len(back_up(_data_folder(data_dir), file, _say_error))
    click.echo(
        ngettext("{file} written: the work of {n} person", "{file} written: the work of {n} people", people).format(
            file=file, n=people
        )
    )
    return WELL


@cli.command()
@click.argument("file", type=_path)
@click.pass_obj
def restore(data_dir: Path | None, file: Path) -> int:
    """Let the work, or the classes, be as in FILE, which `backup` wrote; what is here now is kept beside it."""
    from claimlight.work.own_data import restore

    kept = restore(_data_folder(data_dir), file)
    click.echo(_("The work is again as it was in {file}.").format(file=file))
    if kept is not None:
        click.echo(_("What was here before is kept as {file}.").format(file=kept))
    return WELL


@cli.command(name="export-data")
@_person
@_out
@click.pass_obj
def export_data(data_dir: Path | None, person: str, file: Path) -> int:
    """Write everything that is known about one person to a file (JSON)."""
    from claimlight.work.own_data import called, export_data

    found = export_data(_data_folder(data_dir), person, file, _say_error)
    click.echo(_("{file} written: everything that is known about {name}").format(file=file, name=called(found)))
    return WELL


@cli.command()
@_person
@click.option("--yes", is_flag=True, help="Really do it: it cannot be undone.")
@click.pass_obj
def forget(data_dir: Path | None, person: str, yes: bool) -> int:
    """Delete one person and all their work, here and in every backup, for good.

    Files that were taken along (backup, export-data) are not here and stay as they are. Exit 1 when a damaged file may
    still hold some of the work.
    """
    from claimlight.work.own_data import called, forget

    gone = forget(_data_folder(data_dir), person, _say_error, sure=yes)
    click.echo(_("{name} and all their work are gone, here and from every backup.").format(name=called(gone.person)))
    for file in gone.left:
        click.echo(_("{file} is damaged and may still hold some of it: delete it by hand.").format(file=file), err=True)
    return FINDINGS if gone.left else WELL


@cli.command()
@click.argument("lesson", type=_path)
@_out
@click.option(
    "--mode",
    type=click.Choice(["practice", "homework", "assessment", "colleague"]),
    default="practice",
    show_default=True,
    help="When students may see the answers: at once, when you say, never on their laptop; or for a colleague.",
)
@click.option("--class", "class_name", metavar="NAME", help="The class it is for: its school key opens it, too.")
@click.option("--words", is_flag=True, help="Homework: also make words that open the answers, and say them.")
@passphrase_file
@click.pass_obj
def pack(
    data_dir: Path | None,
    lesson: Path,
    file: Path,
    mode: str,
    class_name: str | None,
    words: bool,
    passphrase_file: Path | None,
) -> int:
    """Make one file of a lesson, to give to students or a colleague; it has to name its author and its licence.

    In practice and for a colleague the answers can be read by whoever looks inside.
    """
    from claimlight.work.class_commands import pack_lesson

    ask = passphrase_from(passphrase_file)
    said = pack_lesson(_data_folder(data_dir), lesson, file, mode, class_name, ask, words=words)
    click.echo(_("{file} written").format(file=file))
    if said:
        click.echo(_("These words open the answers: {words}").format(words=said))
    return WELL


@cli.command(name="make-class")
@click.argument("name")
@_out
@click.option("--names", type=_path, help="Who is in it: one name a line, a table (CSV), or a OneRoster export.")
@click.option("--group", metavar="TITLE", help="With --names: which class of a OneRoster export.")
@click.option("--ends", default="", metavar="DATE", help="When the class ends, such as 2027-07-31.")
@click.option("--stick", type=_path, help="Also prepare this stick or folder for handing in.")
@click.option(
    *("--also-readable-by", "also"),
    type=_path,
    multiple=True,
    metavar="FILE",
    help="A school’s .claimschool file: its key can open the work, too, and give marks back.",
)
@click.option("--asks-sure", is_flag=True, help="Students hand in how sure they were of each mark, too.")
@click.option("--asks-time", is_flag=True, help="Students hand in when they worked, too.")
@passphrase_file
@click.pass_obj
def make_class(
    data_dir: Path | None,
    name: str,
    file: Path,
    names: Path | None,
    group: str | None,
    ends: str,
    stick: Path | None,
    also: tuple[Path, ...],
    asks_sure: bool,
    asks_time: bool,
    passphrase_file: Path | None,
) -> int:
    """Begin a class, and write the file that its students take in."""
    from claimlight.wording.rosters import say_roster_remark
    from claimlight.work.class_commands import NewClass, begin_class

    new = NewClass(name, names, group, ends, stick, also, asks_sure=asks_sure, asks_time=asks_time)
    roster = begin_class(_data_folder(data_dir), file, new, passphrase_from(passphrase_file))
    count = len(roster.entries)
    click.echo(ngettext("{file} written: {n} name", "{file} written: {n} names", count).format(file=file, n=count))
    for remark in roster.told:
        click.echo(say_roster_remark(remark.code, remark.params), err=True)
    return WELL


@cli.command()
@click.argument("folder", type=_path)
@_class
@school_key
@click.option(
    "--lesson", "lessons", type=_path, multiple=True, help="With --key: a lesson file or folder to grade by, too."
)
@passphrase_file
@click.pass_obj
def collect(
    data_dir: Path | None,
    folder: Path,
    class_name: str,
    key: Path | None,
    lessons: tuple[Path, ...],
    passphrase_file: Path | None,
) -> int:
    """Collect what a class has handed in; exit 1 where something was set aside.

    FOLDER is a stick or a shared folder that was prepared, or any folder with work in it. With --key it has to be a
    prepared one: the class is taken in from there, with the lessons on it.
    """
    from claimlight.work.class_commands import School, collect_from

    school = School(key, lessons, _say_error) if key else None
    ask = passphrase_from(passphrase_file)
    found, missing = collect_from(_data_folder(data_dir), folder, class_name, ask, school)
    click.echo(ngettext("{n} new work collected", "{n} new works collected", found.new).format(n=found.new))
    if found.openly:
        from claimlight.wording.class_table import openly_text

        click.echo(openly_text(found.openly))
    if found.known:
        click.echo(ngettext("{n} was here already", "{n} were here already", found.known).format(n=found.known))
    if missing:
        click.echo(_("Still missing: {names}").format(names=", ".join(missing)))
    for _file, error in found.aside:
        _say_error(error)
    return FINDINGS if found.aside else WELL


@cli.command()
@_class
@click.option("--lesson", metavar="ID", help="Only this lesson: its id.")
@click.option("--format", "report", type=click.Choice(["csv", "json"]), default="csv", show_default=True)
@click.pass_obj
def results(data_dir: Path | None, class_name: str, lesson: str | None, report: str) -> int:
    """Print what a class has reached."""
    from claimlight.work.class_commands import results_of

    # What is made for a file is UTF-8 whatever the terminal speaks.
    click.echo(results_of(_data_folder(data_dir), class_name, lesson, report).encode(), nl=report == "json")
    return WELL


@cli.command(name="give-back")
@click.argument("folder", type=_path)
@_class
@click.option("--lesson", metavar="ID", help="Only this lesson: its id.")
@school_key
@passphrase_file
@click.pass_obj
def give_back(
    data_dir: Path | None,
    folder: Path,
    class_name: str,
    lesson: str | None,
    key: Path | None,
    passphrase_file: Path | None,
) -> int:
    """Write everybody's marks into the folder for handing in; each laptop takes only its own people's."""
    from claimlight.work.class_commands import give_back_to

    ask = passphrase_from(passphrase_file)
    count = give_back_to(_data_folder(data_dir), folder, class_name, lesson, ask, key)
    click.echo(ngettext("marks written for {n} work", "marks written for {n} works", count).format(n=count))
    return WELL


for _command in (*cli_keys.COMMANDS, *cli_classes.COMMANDS):
    cli.add_command(_command)


def main(argv: Sequence[str]) -> int:
    """Run the command in `argv` (without the program's name) and return the exit code."""
    try:
        result = cli.main(args=list(argv), prog_name="claimlight", standalone_mode=False)
    except click.ClickException as error:
        click.echo(_misuse(error), err=True)
        return UNUSABLE
    except click.Abort:
        return UNUSABLE
    except ClaimlightError as error:
        _say_error(error)
        return UNUSABLE
    return result if isinstance(result, int) else WELL


def _misuse(error: click.ClickException) -> str:
    """What was wrong with the words of a command, and what to write instead, in one or two short sentences."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context else "claimlight"
    near: Sequence[str] | None = None
    match error:
        case click.NoSuchCommand():
            wrong, near = _("{command}: there is no command “{word}”."), error.possibilities
            wrong = wrong.format(command=command, word=error.command_name)
        case click.NoSuchOption():
            wrong, near = _("{command}: there is no option “{word}”."), error.possibilities
            wrong = wrong.format(command=command, word=error.option_name)
        case click.MissingParameter(param=click.Parameter() as missing, ctx=click.Context() as where):
            word = missing.opts[0] if isinstance(missing, click.Option) else missing.make_metavar(where)
            wrong = _("{command}: {word} is missing.").format(command=command, word=word)
        case _:
            wrong = f"{command}: {error.format_message()}"
    if near:
        return f"{wrong} " + _("Did you mean “{word}”?").format(word=near[0])
    return f"{wrong} " + _("“{command} --help” says how it goes.").format(command=command)


def _say_import(report: "ImportReport") -> None:
    from claimlight.wording.cleaning import say_becomes, say_kind
    from claimlight.wording.notices import say_notice, say_remark

    if report.encoding:
        click.echo(_("Read as {encoding}.").format(encoding=report.encoding))
    for remark in report.remarks:
        click.echo(say_remark(remark.code, dict(remark.params)))
    for proposal in report.proposals:
        done = _("done") if proposal in report.accepted else _("proposed")
        kind, becomes = say_kind(proposal.kind, len(proposal.places)), say_becomes(proposal.kind)
        click.echo(f"{done} ({proposal.kind}): {kind}: {becomes}")
        _say_places(report, proposal.places)
    for notice in report.notices:
        click.echo(say_notice(notice.code, len(notice.spans)))
        _say_places(report, notice.spans)
    made, proposed = len(report.accepted), len(report.proposals)
    click.echo(
        ngettext(
            "{made} of {n} proposed change was made; nothing else was changed.",
            "{made} of {n} proposed changes were made; nothing else was changed.",
            proposed,
        ).format(made=made, n=proposed)
    )


def _say_places(report: "ImportReport", spans: Sequence["Span"]) -> None:
    from claimlight.wording.notices import say_place
    from claimlight.work.article_notices import excerpt

    for span in spans[:_MOST_PLACES]:
        click.echo(f"  {say_place(report.text.paragraph(span.start), excerpt(report.text, span))}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
