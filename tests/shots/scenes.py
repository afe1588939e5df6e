"""The screens of the program, each brought about as a person would come to it."""

import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from claimlight.core.article import Span
from claimlight.core.lesson import Mode
from claimlight.core.sayings import Column
from claimlight.files.lesson_folder import build_folder
from claimlight.files.licences import parts
from claimlight.files.places import lessons
from claimlight.ui.about import AboutPage
from claimlight.ui.find_bar import FindBar
from claimlight.ui.label_bar import LabelBar
from claimlight.ui.objection_box import ObjectionBox
from claimlight.ui.progress_page import ProgressPage
from claimlight.ui.progress_section import ProgressSection
from lesson_maker import given_out, write_lesson
from shots import (
    class_file_scenes,
    class_scenes,
    hand_in_scenes,
    rare_scenes,
    results_scenes,
    student_scenes,
    teacher_scenes,
)
from shots.stage import Marks, Stage

STORM: Marks = (
    ("up to 900 homes", "unverified-figure"),
    ("people on the quay were telling each other that about 50 boats had sunk", "claim"),
    ("about 50 boats", "unverified-figure"),
    ("186 people on the list", "unverified-figure"),
    ("around 4,000 homes", "unverified-figure"),
    ("the company had not cut back the trees for three years", "claim"),
    ("is simply not true", "denial"),
)
LATER: Marks = (
    ("more than 10,000 homes were in the dark", "unverified-figure"),
    ("trimmed every tree", "claim"),
    ("denied that the siren had been late", "denial"),
    ("tempers were short", "claim"),
)
CANTEEN: Marks = (
    ("half of us throw part of our lunch away every day", "claim"),
    ("The line is slow because there is only one checkout", "claim"),
    ("two of her cooks left last year", "claim"),
)

MARKET: Marks = (
    ("el nuevo mercado tendrá techo y baños antes del verano", "claim"),
    ("Me da mucha pena", "claim"),
    ("unas 2.000 personas", "unverified-figure"),
    ("más de 9.000 visitantes", "unverified-figure"),
)
POOL: Marks = (
    ("L’eau est trop froide parce que la chaudière est en panne", "claim"),
    ("J’étais tellement en colère", "claim"),
    ("un tuyau fuit derrière la piscine depuis le mois de janvier", "claim"),
)
KITES: Marks = (
    ("بنحو ٢٠٠٠ زائر", "unverified-figure"),
    ("أكثر من ٧٠٠٠ زائر", "unverified-figure"),
    ("أنا سعيدة جدًا بهذا اليوم", "claim"),
    ("الخيط انقطع لأنه قديم", "claim"),
)
"""What is marked in the lessons in other languages."""
LOSSES: Marks = (
    ("Russia had suffered “significant losses of troops", "claim"),
    ("1,351 Russian soldiers had been killed", "unverified-figure"),
    ("more than 7,000 Russian troops", "unverified-figure"),
    ("as many as 15,000 to 17,000 deaths", "unverified-figure"),
    ("Russian soldiers had murdered civilians in Bucha", "claim"),
    ("dismissed the images of the dead as a “bold fake", "denial"),
)
"""What is marked in the lesson that asks for everything."""

BRIDGE_HEADLINE = "البلدية تغلق الجسر القديم والتجار يسألون عن الأرقام"
BRIDGE = "\n\n".join(
    (
        "أعلنت بلدية وادي الزيتون صباح الأحد أن الجسر القديم لم يعد آمنًا لعبور السيارات، وأغلقته حتى نهاية الصيف.",
        (
            "وقالت المهندسة ليلى منصور، التي أشرفت على الفحص، إن ثلاثة من أعمدة الجسر تآكلت تحت الماء، "
            "لكنها لم تعرض الصور على الصحفيين."
        ),
        (
            "أما التجار على الضفة الشرقية فيقدّرون خسائرهم بأكثر من ألفي دينار في اليوم، ولم يشرح أحد منهم كيف حُسب "
            "هذا الرقم. ونفى رئيس البلدية أن يكون الإغلاق قد تأخر عامًا كاملًا."
        ),
        "وينتظر الأهالي تقرير الجامعة الأسبوع المقبل. وحتى ذلك الحين يعبر الأطفال النهر كل صباح في قارب صغير.",
    )
)
BRIDGE_MARKS: Marks = (
    ("الجسر القديم لم يعد آمنًا لعبور السيارات", "claim"),
    ("ثلاثة من أعمدة الجسر تآكلت تحت الماء", "claim"),
    ("التجار على الضفة الشرقية فيقدّرون خسائرهم بأكثر من ألفي دينار في اليوم", "claim"),
    ("بأكثر من ألفي دينار في اليوم", "unverified-figure"),
    ("ونفى رئيس البلدية أن يكون الإغلاق قد تأخر عامًا كاملًا", "denial"),
)


def first(stage: Stage, _folder: Path) -> None:
    """The first minute, as it is before anybody has done anything."""


def checks(stage: Stage) -> None:
    """Check until the answers are out."""
    while not stage.room.session.closed:
        stage.room.session.check(confirmed_few=True)


def people(stage: Stage, _folder: Path) -> None:
    stage.works_as("Mila")
    stage.opens("canteen-survey")
    stage.marks(CANTEEN)
    checks(stage)
    stage.works_as("Jonas")
    stage.opens("storm-damage")
    stage.marks(STORM[:2])
    stage.desk.next_person()


def note(stage: Stage, _folder: Path) -> None:
    entry = next(entry for entry in stage.desk.entries() if entry.lesson.content_note)
    stage.desk.open_key(entry.key)


def shelf(stage: Stage, _folder: Path) -> None:
    """One lesson done, one begun, one new."""
    stage.works_as("Mila")
    stage.opens("canteen-survey")
    stage.marks(CANTEEN)
    checks(stage)
    stage.desk.close_page()
    stage.opens("storm-damage")
    stage.marks(STORM)
    stage.desk.close_page()


def marked(stage: Stage, folder: Path) -> None:
    """The reading room with some highlights; an Arabic article where the layout is mirrored."""
    stage.works_as("Mila")
    if stage.form.mirrored:
        stage.desk.open_file(arabic_lesson(folder))
        stage.settle()
        stage.marks(BRIDGE_MARKS)
    else:
        stage.opens("storm-damage")
        stage.marks(STORM)


def reading(stage: Stage, folder: Path) -> None:
    """Highlights, and a selection with its palette."""
    marked(stage, folder)
    words = "وينتظر الأهالي تقرير الجامعة" if stage.form.mirrored else "nobody knew who had counted them"
    stage.selects(words)
    stage.room.page.ensureCursorVisible()


def lifted(stage: Stage, folder: Path) -> None:
    """One highlight in the hand."""
    marked(stage, folder)
    stage.room.page.go_to(stage.room.session.in_order()[-2].id)


def opened(stage: Stage, folder: Path) -> None:
    """One highlight opened: its note."""
    marked(stage, folder)
    stage.room.open_card(stage.room.session.in_order()[0].id)


def saying(stage: Stage, folder: Path) -> None:
    """Who says what, half filled in, one row in hand."""
    stage.works_as("Mila")
    if stage.form.mirrored:
        stage.desk.open_file(arabic_lesson(folder, ask=["source", "evidence", "answers", "figures"]))
        stage.settle()
        stage.marks(BRIDGE_MARKS)
        said = (("بلدية وادي الزيتون", "unverified"), ("ليلى منصور", ""), ("", ""), ("التجار", "contested"), ("", ""))
    else:
        stage.opens("significant-losses")
        stage.marks(LOSSES)
        said = (
            ("Dmitry Peskov", "confirmed"),
            ("defence ministry", "contested"),
            ("American officials", ""),
            ("unnamed", "contested"),
            ("Ukrainian officials", "unverified"),
            ("", ""),
        )
    session = stage.room.session
    ids = [each.id for each in session.in_order()]
    for id, (source, status) in zip(ids, said, strict=True):
        session.set_attribute(id, "source", (source,) if source else ())
        session.set_attribute(id, "status", (status,) if status else ())
    if not stage.form.mirrored:
        session.link(ids[1], "conflicts_with", ids[2])
        session.link(ids[1], "conflicts_with", ids[3])
    else:
        session.link(ids[-1], "denies", ids[0])
    stage.settle()
    stage.room.page.go_to(ids[2])


def listed(stage: Stage, folder: Path) -> None:
    """The list by keyboard, a cell of it in hand: unfolded where it is a rail, in front where it is behind a tab."""
    saying(stage, folder)
    if stage.room.list.folded:
        stage.room.unfold()
    else:
        stage.window.commands["other-pane"].trigger()
    stage.settle()
    stage.presses(Qt.Key.Key_Left if stage.form.mirrored else Qt.Key.Key_Right)


def source(stage: Stage, folder: Path) -> None:
    """Who says it? is being asked."""
    saying(stage, folder)
    stage.room.saying.ask(stage.room.session.in_order()[-1].id, Column.WHO)


def evidence(stage: Stage, folder: Path) -> None:
    saying(stage, folder)
    stage.room.saying.ask(stage.room.session.in_order()[-1].id, Column.EVIDENCE)


def link(stage: Stage, folder: Path) -> None:
    saying(stage, folder)
    stage.room.saying.ask(stage.room.session.in_order()[-1].id, Column.ANSWERS)


def more(stage: Stage, folder: Path) -> None:
    """What the foot of the list opens, about a figure."""
    saying(stage, folder)
    session = stage.room.session
    last, claim, id = session.in_order()[-1].id, session.in_order()[-2].id, stage.room.page.current
    session.link(last, "denies", claim)
    session.set_sure(id, False)
    session.set_attribute(id, "figure-value", ("more than 7,000",))
    session.set_attribute(id, "chain", ("Western media reports", "American officials"))
    stage.room.remarks.fold.row.click()


def plain(stage: Stage, _folder: Path) -> None:
    """The plain-language version, opened from an article with highlights."""
    stage.works_as("Mila")
    stage.opens("storm-damage")
    stage.marks(STORM[:2])
    stage.window.commands["plain"].trigger()


def words(stage: Stage, _folder: Path) -> None:
    """A word that the lesson explains, and what it means."""
    stage.works_as("Mila")
    stage.opens("storm-damage")
    stage.marks(STORM[:2])
    stage.window.commands["explain"].trigger()


def words_list(stage: Stage, folder: Path) -> None:
    """All words that the lesson explains."""
    words(stage, folder)
    stage.window.commands["words"].trigger()


def aloud(stage: Stage, folder: Path) -> None:
    """The article is being read aloud; the tests' own program holds the sentence."""
    os.environ["SPOKEN"] = str(folder / "spoken")
    (folder / "spoken.hold").touch()
    stage.window.speech_path = str(Path(__file__).parents[1] / "speech")
    stage.works_as("Mila")
    stage.opens("storm-damage")
    stage.marks(STORM[:2])
    stage.until(lambda: stage.room.aids.aloud is not None)
    stage.room.page.move_caret(stage.place_of("up to 900 homes").start)
    stage.window.commands["aloud"].trigger()


def guide(stage: Stage, folder: Path) -> None:
    marked(stage, folder)
    stage.first(LabelBar).buttons[-2].setFocus(Qt.FocusReason.TabFocusReason)


def text(stage: Stage, folder: Path) -> None:
    marked(stage, folder)
    stage.room.look_wanted.emit(stage.room.bar.text)


def find(stage: Stage, folder: Path) -> None:
    marked(stage, folder)
    stage.window.commands["find"].trigger()
    stage.room.findChild(FindBar).field.setText("homes")


def keys(stage: Stage, folder: Path) -> None:
    marked(stage, folder)
    stage.window.commands["keys"].trigger()


def change_keys(stage: Stage, folder: Path) -> None:
    """A key that another command has is pressed for one."""
    from claimlight.ui.key_list import KeyList

    marked(stage, folder)
    stage.window.commands["change-keys"].trigger()
    stage.settle()
    listing = stage.first(KeyList)
    listing.take("sentence")
    stage.presses(Qt.Key.Key_Return)
    stage.presses(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)


def by_sentence(stage: Stage, folder: Path) -> None:
    """A click has taken a sentence."""
    stage.opens("storm-damage")
    stage.window.commands["by-sentence"].trigger()
    stage.room.page.take_sentence(stage.place_of("up to 900 homes").start)


def early(stage: Stage, _folder: Path) -> None:
    """A check with too few highlights."""
    stage.works_as("Mila")
    stage.opens("storm-damage")
    stage.room.check()


def hints(stage: Stage, folder: Path) -> None:
    """After the first check."""
    marked(stage, folder)
    stage.room.session.check()
    stage.settle()


def closed(stage: Stage, folder: Path) -> None:
    """A homework that waits to be handed in."""
    stage.works_as("Mila")
    storm = folder / "storm-damage"
    shutil.copytree(lessons() / "storm-damage", storm)
    stage.desk.open_file(given_out(storm, Mode.HOMEWORK))
    stage.room.window().activateWindow()
    stage.settle()
    stage.marks(STORM)
    stage.room.check()
    stage.settle()


def name(stage: Stage, folder: Path) -> None:
    """A homework is finished by somebody who has given no name."""
    storm = folder / "storm-damage"
    shutil.copytree(lessons() / "storm-damage", storm)
    stage.desk.open_file(given_out(storm, Mode.HOMEWORK))
    stage.settle()
    stage.marks(STORM)
    stage.room.check()
    stage.settle()


def ready(stage: Stage, folder: Path) -> None:
    """The shelf with work that is ready to hand in."""
    closed(stage, folder)
    stage.desk.close_page()


def reveal(stage: Stage, folder: Path) -> None:
    marked(stage, folder)
    if not stage.form.mirrored:
        stage.marks(LATER)
    checks(stage)
    stage.settle()
    for _step in range(4):
        stage.window.commands["next-mark"].trigger()


def sure(stage: Stage, folder: Path) -> None:
    """Sure and wrong, which the review begins with; a sentence is being written against it."""
    marked(stage, folder)
    if not stage.form.mirrored:
        stage.marks(LATER)
    for each in stage.room.session.in_order():
        stage.room.session.set_sure(each.id, True)
    checks(stage)
    stage.settle()
    objected(stage, "Nobody", keep=False)


def trap(stage: Stage, folder: Path) -> None:
    """A trap that was left alone, and what the student says about it."""
    marked(stage, folder)
    stage.room.session.remove(next(each.id for each in stage.room.session.in_order() if "186" in each.quote.exact))
    checks(stage)
    stage.settle()
    while stage.window.commands["next-mark"].isEnabled():
        stage.window.commands["next-mark"].trigger()
    stage.window.commands["previous-mark"].trigger()
    objected(stage, "I think two counts of one list are still only one source.", keep=True)


def objected(stage: Stage, words: str, *, keep: bool) -> None:
    """Say `words` against the verdict that is shown, and keep them or go on writing."""
    stage.settle()
    box = stage.first(ObjectionBox)
    box.write(words)
    if keep:
        box.field.returnPressed.emit()
    stage.settle()


def progress(stage: Stage, folder: Path) -> None:
    """A few lessons done, one of them twice; every second one better at its second check."""
    stage.works_as("Mila")
    shipped = [entry for entry in stage.desk.entries() if entry.lesson.language == "en"][:6]
    for number, entry in enumerate((*shipped, *shipped[:1])):
        stage.opens(entry.lesson.slug)
        session = stage.room.session
        if session.closed:
            stage.window.commands["again"].trigger()
            stage.settle()
            session = stage.room.session
        answers = session.key.items if session.key is not None else ()
        wanted = [item for n, item in enumerate(answers) if item.label != "denial" or n % 2]
        for item in wanted[: len(wanted) // 2 + 1]:
            session.highlight(item.main.span, item.label)
        session.check(confirmed_few=True)
        for item in wanted[len(wanted) // 2 + 1 : -1 - number % 2 if number % 3 else None]:
            session.highlight(item.main.span, item.label)
        for block in session.article.text.blocks[: number % 4]:
            session.highlight(Span(block.start, block.start + 40), "claim")
        checks(stage)
    stage.window.commands["progress"].trigger()
    stage.until(lambda: stage.first(ProgressPage).lessons.isVisible())
    stage.settle()


def progress_tables(stage: Stage, folder: Path) -> None:
    """The pictures as tables."""
    progress(stage, folder)
    for section in stage.window.findChildren(ProgressSection):
        section.switch.click()


def progress_empty(stage: Stage, _folder: Path) -> None:
    """Before anything was finished."""
    stage.works_as("Mila")
    stage.window.commands["progress"].trigger()


def due(stage: Stage, folder: Path) -> None:
    """A shelf on which something is due again, the day after a lesson."""
    shelf(stage, folder)
    stage.later = timedelta(days=1)
    stage.desk.show_shelf()


def review(stage: Stage, folder: Path) -> None:
    """A passage of the review, as it comes."""
    due(stage, folder)
    stage.settle()
    stage.desk.lesson.review.begin()


def reviewed(stage: Stage, folder: Path) -> None:
    """A passage that was answered, with a mark too many."""
    review(stage, folder)
    stage.settle()
    room = stage.desk.lesson.review.room
    assert room is not None
    page = room.session.page
    page.highlight(page.article.text.sentences[0].span, page.labels[-1].id)
    stage.settle()
    room.passage.answer()


def spanish(stage: Stage, _folder: Path) -> None:
    """The Spanish lesson, marked here and there, with its guide."""
    in_its_language(stage, "mercado-sabado", MARKET, "no puede pasar una ambulancia")


def french(stage: Stage, _folder: Path) -> None:
    """The French lesson, with a selection and its palette."""
    in_its_language(stage, "piscine-fermee", POOL, "La réparation durera trois semaines")


def arabic(stage: Stage, _folder: Path) -> None:
    """The Arabic lesson, right to left in an interface that is not."""
    in_its_language(stage, "tayyarat-waraqiyya", KITES, "ظهر على شاشته الرقم 418")


def in_its_language(stage: Stage, slug: str, marks: Marks, selected: str) -> None:
    stage.works_as("Mila")
    stage.opens(slug)
    stage.marks(marks)
    stage.selects(selected)
    stage.room.page.ensureCursorVisible()


def arabic_revealed(stage: Stage, _folder: Path) -> None:
    """The answers of the Arabic lesson, the card of a number that was found."""
    stage.works_as("Mila")
    stage.opens("tayyarat-waraqiyya")
    stage.marks(KITES)
    checks(stage)


def warmup(stage: Stage, folder: Path) -> None:
    """Sentences of an earlier lesson, before a later one begins."""
    stage.works_as("Mila")
    stage.opens("storm-damage")
    checks(stage)
    stage.desk.close_page()
    lesson = write_lesson(folder / "later", slug="later")
    with (lesson / "lesson.toml").open("a", encoding="utf-8") as sheet:
        sheet.write('[[review]]\nlesson = "storm-damage"\nitem = "d1"\n')
    build_folder(lesson)
    stage.desk.open_file(lesson)


def students_guide(stage: Stage, _folder: Path) -> None:
    """The guide for students, from the menu."""
    stage.window.commands["guide"].trigger()
    stage.settle()


def about_program(stage: Stage, _folder: Path) -> None:
    """*About Claimlight*, over the shelf."""
    stage.window.commands["about"].trigger()
    stage.settle()


def licence(stage: Stage, folder: Path) -> None:
    """The whole licence of a font, from its row."""
    about_program(stage, folder)
    page = stage.first(AboutPage)
    names = [part.name for part in parts(folder)]
    page.show_licence(names.index("SourceSerif4"))
    stage.settle()


SCENES: dict[str, Callable[[Stage, Path], None]] = {
    "first": first,
    "plain": plain,
    "aloud": aloud,
    "words": words,
    "words-list": words_list,
    "people": people,
    "note": note,
    "shelf": shelf,
    "reading": reading,
    "lifted": lifted,
    "opened": opened,
    "saying": saying,
    "listed": listed,
    "source": source,
    "evidence": evidence,
    "link": link,
    "more": more,
    "guide": guide,
    "text": text,
    "find": find,
    "keys": keys,
    "change-keys": change_keys,
    "by-sentence": by_sentence,
    "early": early,
    "hints": hints,
    "closed": closed,
    "name": name,
    "ready": ready,
    "reveal": reveal,
    "sure": sure,
    "trap": trap,
    "progress": progress,
    "progress-tables": progress_tables,
    "progress-empty": progress_empty,
    "due": due,
    "review": review,
    "reviewed": reviewed,
    "warmup": warmup,
    "spanish": spanish,
    "french": french,
    "arabic": arabic,
    "arabic-revealed": arabic_revealed,
    "own-lessons": teacher_scenes.lessons,
    "new-lesson": teacher_scenes.new_lesson,
    "answers": teacher_scenes.answers,
    "answers-rarer": teacher_scenes.answers_rarer,
    "proposals": teacher_scenes.proposals,
    "edit-text": teacher_scenes.edit_text,
    "trying": teacher_scenes.trying,
    "giving": teacher_scenes.giving,
    "cleaning": teacher_scenes.cleaning,
    "about": teacher_scenes.about,
    "students-guide": students_guide,
    "about-program": about_program,
    "licence": licence,
    **hand_in_scenes.SCENES,
    **results_scenes.SCENES,
    **class_scenes.SCENES,
    **student_scenes.SCENES,
    **class_file_scenes.SCENES,
    **rare_scenes.SCENES,
}


def arabic_lesson(folder: Path, **more: object) -> Path:
    """A built lesson with an article that reads from right to left, and one answer."""
    lesson = write_lesson(
        folder / "bridge",
        article=BRIDGE,
        key=[
            {
                "target": {"selector": BRIDGE_MARKS[0][0]},
                "body": {"type": "Item", "item": "c1", "label": "claim", "explanation": "يمكن التحقق منه."},
            },
            {
                "target": {"selector": BRIDGE_MARKS[3][0]},
                "body": {"type": "Item", "item": "f1", "label": "unverified-figure", "explanation": "لا أحد يشرح."},
            },
        ],
        slug="bridge",
        title=BRIDGE_HEADLINE,
        byline="سلمى الراوي",
        dateline="وادي الزيتون، الأحد",
        language="ar",
        direction="rtl",
        **more,
    )
    build_folder(lesson)
    return lesson
