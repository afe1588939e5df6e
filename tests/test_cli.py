"""The command line says what it did and ends with the right code."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import claimlight
from claimlight.cli import main
from lesson_maker import CLAIM, SOUND, item, write_lesson
from store.processes import start_python


@pytest.fixture
def run(capsys):
    def run(*args: object) -> tuple[int, str, str]:
        code = main([str(arg) for arg in args])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def test_a_lesson_is_imported_built_and_checked(run, tmp_path):
    article = tmp_path / "news.txt"
    article.write_text("The mayor\u00a0said no.\n\nSign up here", encoding="utf-8")
    new = tmp_path / "new"
    code, out, err = run("import", article, "--into", new)
    assert (code, err) == (0, "")
    assert "proposed (no-break-spaces): No-break space, 1: become ordinary spaces" in out
    assert "paragraph 2: Sign up here" in out
    assert "Read as UTF-8." in out
    assert "0 of 2 proposed changes were made; nothing else was changed." in out
    assert run("build", new) == (0, f"{new}: everything is up to date\n", "")
    code, out, err = run("check", new)
    assert (code, err) == (1, "")
    assert out.count("\n") == 2
    assert "article.md: 7 words" in out
    assert "article.key.json is missing" in out


def test_what_is_accepted_is_done_while_importing(run, tmp_path):
    article = tmp_path / "news.txt"
    article.write_bytes("The mayor\u00a0said  no to the café.\n\nSign up here".encode("cp1252"))
    code, out, _ = run("import", article, "--into", tmp_path / "new", "--accept", "newsletter, no-break-spaces")
    assert code == 0
    assert "done (newsletter): Newsletter line: is taken out" in out
    assert "Read as Windows-1252." in out
    assert "a guess" in out
    assert (tmp_path / "new" / "article.md").read_text("utf-8") == "The mayor said  no to the café.\n\n"
    code, out, _ = run("import", article, "--into", tmp_path / "all", "--accept", "all")
    assert "3 of 3 proposed changes were made" in out
    code, _, err = run("import", article, "--into", tmp_path / "none", "--accept", "adverts")
    assert code == 2
    assert "“adverts” is no kind. There are: advertisement," in err
    assert not (tmp_path / "none").exists()


def test_a_document_is_read_in_lines_of_json(tmp_path):
    script = "import sys; from claimlight.cli import main; sys.exit(main(['read-article', sys.argv[1], '--json']))"
    child = start_python(script, tmp_path / "none.pdf")
    out, err = child.communicate(timeout=60)
    assert (child.returncode, json.loads(out)["error"]["code"], err) == (2, "article-missing", "")


def test_a_folder_of_lessons_is_built_and_checked_at_once(run, tmp_path):
    one, two = (write_lesson(tmp_path / name, key=SOUND, labels=["claim"]) for name in ("one", "two"))
    (tmp_path / "notes.txt").touch()
    code, out, _ = run("build", tmp_path)
    assert code == 0
    assert out.count("written") == 4
    facts = (
        "article.md: 50 words; reads at grade 0.8 (Flesch–Kincaid); 2 answers, 83 % of the sentences without one; "
        "marked blindly at best 0 of 100 (every sentence)"
    )
    said = [f"{folder}: {line}\n" for folder in (one, two) for line in (facts, "nothing to mend")]
    assert run("check", tmp_path) == (0, "".join(said), "")
    assert run("check", one / "lesson.toml")[0] == 0


def test_one_broken_lesson_does_not_keep_others_from_being_built(run, tmp_path):
    write_lesson(tmp_path / "one", title=3)
    write_lesson(tmp_path / "two")
    code, out, err = run("build", tmp_path)
    assert code == 2
    assert "two" in out
    assert err == f"{tmp_path / 'one'}: lesson.toml: “title” must be text in quotation marks.\n"


def test_build_says_what_check_says_of_answers_that_cannot_be_used(run, tmp_path):
    lie = item("d1", "lie", "That is not true", links=[{"type": "denies", "item": "c1"}])
    folder = write_lesson(tmp_path / "new", key=[CLAIM, lie])
    reason = f"{folder}: article.key.json, item d1: the label guide has no label “lie”.\n"
    code, out, err = run("build", folder)
    assert (code, err) == (1, reason)
    assert out.count("written") == 2
    assert run("build", folder) == (1, "", reason)
    code, out, _ = run("check", folder)
    assert code == 1
    assert reason in out
    assert "linked" not in out
    assert "up to date" not in out
    code, out, err = run("grade", folder, tmp_path / "work.json")
    assert (code, err) == (2, reason.removeprefix(f"{folder}: "))


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_path_without_a_lesson_is_one_sentence(run, tmp_path, command):
    for path in (tmp_path, tmp_path / "none"):
        code, out, err = run(command, path)
        assert (code, out) == (2, "")
        assert err.count("\n") == 1
        assert str(path) in err


def test_a_used_folder_is_one_sentence(run, tmp_path):
    article = tmp_path / "news.txt"
    article.write_text("No.", encoding="utf-8")
    code, out, err = run("import", article, "--into", tmp_path)
    assert (code, out) == (2, "")
    assert "nothing was changed" in err


def test_a_file_that_is_not_there_is_named_as_it_was_typed(run, tmp_path):
    assert run("import", "nothere.txt", "--into", tmp_path / "new") == (
        *(2, ""),
        "nothere.txt: there is no such file. Check the name.\n",
    )
    lesson = write_lesson(tmp_path / "one")
    run("build", lesson)
    assert run("grade", lesson, "nothere.json") == (2, "", "nothere.json: there is no such file. Check the name.\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chek"], "claimlight: there is no command “chek”. Did you mean “check”?"),
        (["fly"], "claimlight: there is no command “fly”. “claimlight --help” says how it goes."),
        (["check"], "claimlight check: PATH... is missing. “claimlight check --help” says how it goes."),
        (
            ["check", "--fast"],
            "claimlight check: there is no option “--fast”. “claimlight check --help” says how it goes.",
        ),
        (["grade", "--frm", "w3c"], "claimlight grade: there is no option “--frm”. Did you mean “--from”?"),
        (["import", "news.txt"], "claimlight import: --into is missing. “claimlight import --help” says how it goes."),
        (
            ["grade", "a", "b", "--format", "xml"],
            (
                "claimlight grade: Invalid value for '--format': 'xml' is not one of 'text', 'json', 'csv', 'html'. "
                "“claimlight grade --help” says how it goes."
            ),
        ),
    ],
)
def test_a_slip_in_a_command_is_one_line_with_the_next_step(run, words, said):
    assert run(*words) == (2, "", f"{said}\n")


def test_help_and_version_are_there(run, tmp_path):
    assert run("--data-dir", tmp_path, "--help")[0] == 0
    code, out, _ = run("--version")
    assert (code, claimlight.__version__ in out) == (0, True)


def test_help_loads_nothing_heavy():
    code = (
        "import sys; from claimlight.cli import main; main(['--help']); "
        "print([name for name in ('PySide6', 'markdown', 'sqlite_utils', 'msgspec', 'regex') if name in sys.modules])"
    )
    parent = str(Path(claimlight.__file__).parent.parent)
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": parent}
    )
    assert told.stdout.splitlines()[-1] == "[]"


def test_many_places_are_cut_short(run, tmp_path):
    article = tmp_path / "news.txt"
    article.write_text("a\u00a0" * 60 + "b", encoding="utf-8")
    _, out, _ = run("import", article, "--into", tmp_path / "new")
    assert "No-break spaces, 60" in out
    assert out.count("paragraph 1") == 20


@pytest.mark.parametrize("command", ["build", "check"])
def test_what_is_no_folder_of_lessons_is_told_what_would_be_one(run, tmp_path, command):
    (tmp_path / "lesson.claimlesson").touch()
    (tmp_path / "empty").mkdir()
    for name in ("lesson.claimlesson", "empty"):
        path = tmp_path / name
        told = f"{path} is no lesson. Choose a folder with a lesson.toml, or a folder of lessons.\n"
        assert run(command, path) == (2, "", told)
