"""The commands about keys: a teacher's passphrase and recovery page, a school's key, and answers opened by words."""

from pathlib import Path

import click

from claimlight.cli_shared import WELL, data_folder, passphrase_file, passphrase_from, path, say_error
from claimlight.wording import _


@click.command(name="recovery-page")
@click.argument("file", type=path)
@passphrase_file
@click.pass_obj
def recovery_page(data_dir: Path | None, file: Path, passphrase_file: Path | None) -> int:
    """Write the page (HTML) from which a teacher's keys can be made again, on any computer. Print it and keep it."""
    from claimlight.work.key_commands import write_recovery_page

    write_recovery_page(data_folder(data_dir), file, passphrase_from(passphrase_file))
    click.echo(_("{file} written. Print it, keep the paper, and delete the file.").format(file=file))
    return WELL


@click.command(name="restore-keys")
@click.option("--words-file", type=path, help="A file with the words of the recovery page; else they are asked for.")
@click.option("--lock", is_flag=True, help="Others use this computer: also set a new passphrase.")
@passphrase_file
@click.pass_obj
def restore_keys(data_dir: Path | None, words_file: Path | None, lock: bool, passphrase_file: Path | None) -> int:
    """Have a teacher's keys again, from the words of a recovery page.

    Classes, lessons and work come back with `restore`, from a copy that `backup --classes` wrote.
    """
    from claimlight.work.key_commands import restore_from_words

    words = passphrase_from(words_file, what=_("Words of the recovery page"), whole=True)()
    new = passphrase_from(passphrase_file, new=True)() if lock or passphrase_file else ""
    done = restore_from_words(data_folder(data_dir), words, new)
    click.echo(_("Your keys are here again. Your mark: {mark}").format(mark=done.mark))
    _tell_left(done.left)
    return WELL


@click.command()
@click.option("--remove", is_flag=True, help="From now on nobody is asked for a passphrase.")
@click.option("--new-passphrase-file", type=path, help="A file with the new passphrase; else it is asked for.")
@passphrase_file
@click.pass_obj
def passphrase(
    data_dir: Path | None, remove: bool, new_passphrase_file: Path | None, passphrase_file: Path | None
) -> int:
    """Lock a teacher's keys with a passphrase, because others use this computer; or change it, or take it away."""
    from claimlight.work.key_commands import change_lock

    old = passphrase_from(passphrase_file)
    new = None if remove else passphrase_from(new_passphrase_file, new=True)
    left = change_lock(data_folder(data_dir), old, new)
    locked = _("Locked. Now make a recovery page (recovery-page): it is the only way back.")
    click.echo(_("No passphrase any more.") if remove else locked)
    _tell_left(left)
    return WELL


@click.command(name="make-school-key")
@click.argument("file", type=path)
@click.option("--name", default="", help="What the school is called.")
@passphrase_file
@click.pass_obj
def make_school_key(data_dir: Path | None, file: Path, name: str, passphrase_file: Path | None) -> int:
    """Make a key with which a school can open the work of its classes when a teacher's computer is gone.

    FILE is locked with a passphrase; keep it at the school. Beside it a file is written for teachers (.claimschool).
    """
    from claimlight.work.key_commands import write_school_key

    made = write_school_key(file, name, passphrase_from(passphrase_file, new=True)())
    click.echo(_("{file} written. Keep it at the school; without its passphrase nobody can use it.").format(file=file))
    click.echo(_("{file} written. Teachers name it with make-class --also-readable-by.").format(file=made))
    return WELL


@click.command()
@click.argument("lesson")
@click.option("--words", "said", default="", help="The words that your teacher gave you; else they are asked for.")
@click.pass_obj
def release(data_dir: Path | None, lesson: str, said: str) -> int:
    """Open the answers to a homework with the words that your teacher gave you.

    LESSON is the lesson file, or the name (slug) of a lesson that was opened here before.
    """
    from claimlight.work.key_commands import open_by_words

    words = said or passphrase_from(None, what=_("Words of your teacher"))()
    title = open_by_words(data_folder(data_dir), lesson, words, say_error)
    click.echo(_("The answers to “{lesson}” are open.").format(lesson=title))
    return WELL


COMMANDS = (recovery_page, restore_keys, passphrase, make_school_key, release)


def _tell_left(left: tuple[Path, ...]) -> None:
    for file in left:
        click.echo(
            _("{file} is damaged and may still hold your keys unlocked: delete it by hand.").format(file=file), err=True
        )
