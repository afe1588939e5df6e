"""Values that the widgets' tests and the gallery of pictures show."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from claimlight.core.codebook import Example, Label, Line
from claimlight.ui.key_card import KeyRow, KeySection
from claimlight.ui.ledger import LedgerRow
from claimlight.ui.marked_text import Fate, Piece
from claimlight.ui.people import Name
from claimlight.ui.points import Outcome, PointsRow
from claimlight.ui.review_card import Fact, ReviewCard
from claimlight.ui.shelf_card import ShelfCard, ShelfState
from claimlight.ui.tags import mark_of

RULES = (
    "Mark what is said; naming the speaker is fine. In a denial, keep the words that say no. "
    "With a number, take what was counted."
)
CLAIM = Label(
    id="claim",
    name="Claim",
    short="Claim",
    letter="C",
    colour="claim",
    line=Line.SOLID,
    definition="Somebody says that something is so, and it could be checked.",
    yes=Example("The mayor said ", "the bridge was inspected in June", ".", "It could be checked."),
    no=Example("It was a heartbreaking evening.", "", "", "A feeling. Nothing to check."),
)
DENIAL = Label(
    id="denial",
    name="Denial",
    short="Denial",
    letter="D",
    colour="denial",
    line=Line.DASHED,
    definition="Somebody says that something said in this article is not true, did not happen, or was not their doing.",
    yes=Example("The firm ", "denied dumping waste", ".", "It rejects what the neighbours said."),
    no=Example("He declined to comment.", "", "", "He refuses to answer. That denies nothing."),
)
FIGURE = Label(
    id="unverified-figure",
    name="Unverified figure",
    short="Figure",
    letter="#",
    colour="figure",
    line=Line.DOTTED,
    definition="A number that this article does not let you treat as certain.",
    yes=Example("", "up to 400 people", " may have marched.", "Nobody says who counted."),
    no=Example("The census counted 48,211 residents.", "", "", "A named counter with a known method."),
)
LABELS = (CLAIM, DENIAL, FIGURE)
C, D, F = (mark_of(label) for label in LABELS)


def label_actions(parent: QWidget) -> tuple[QAction, ...]:
    actions = []
    for n, label in enumerate(LABELS, start=1):
        action = QAction(label.name, parent)
        action.setCheckable(True)
        action.setShortcut(QKeySequence(str(n)))
        actions.append(action)
    return tuple(actions)


def plain(*paragraphs: str) -> tuple[tuple[Piece, ...], ...]:
    return tuple((Piece(text),) for text in paragraphs)


FERRY = ShelfCard(
    key="ferry",
    title="The ferry that was never late",
    topic="Transport",
    level="Grade 6",
    minutes=12,
    language_name="English",
    labels=(C, F),
    headline="The ferry that was never late",
    byline="Sull Island  ·  9 March",
    trains="With a worked example",
    paragraphs=(
        (
            Piece("The evening ferry to Sull Island has not been late once this year", C),
            Piece(", its operator says in a leaflet that hangs on every pier of the bay."),
        ),
        (
            Piece("“We kept count,” said Oda Brekke, who runs the island’s only shop. “It was late on "),
            Piece("more than forty evenings", F),
            Piece(".”"),
        ),
        (
            Piece("The operator "),
            Piece("denied altering its log", D),
            Piece(" and called the shop’s notebook a hobby. The harbour office keeps no record."),
        ),
    ),
)
TREES = ShelfCard(
    key="trees",
    title="Who felled the plane trees?",
    topic="City",
    level="Grade 7",
    minutes=15,
    language_name="English",
    labels=(C, D),
    headline="Who felled the plane trees?",
    byline="Corran  ·  16 March",
    trains="Claims and denials",
    paragraphs=plain(
        "Eleven plane trees came down in Corran Square on Sunday night. By Monday noon three different offices had "
        "said that it was not them, and the weather station had recorded no wind at all.",
        "The parks office blamed the road works, the road works blamed a storm, and the weather station had recorded "
        "no wind at all.",
        "A neighbour says that she heard saws until two in the morning.",
    ),
)
HARBOUR = ShelfCard(
    key="harbour",
    title="Nine thousand at the harbour",
    topic="Protest",
    level="Grade 8",
    minutes=15,
    language_name="English",
    labels=(F,),
    headline="Nine thousand at the harbour",
    byline="Port Ansel  ·  22 March",
    trains="Unverified figures",
    paragraphs=plain(
        "Depending on whom you ask, three thousand or nine thousand people stood on the harbour wall of Port Ansel on "
        "Saturday.",
        "They had come to protest against the new container quay, which its builders say will bring up to 1,200 jobs.",
        "Neither number comes with a method, and the police declined to give one.",
    ),
)
ARABIC = ShelfCard(
    key="arabic",
    title="مصنع الورق ينفي تلويث النهر",
    topic="Environment",
    level="Grade 8",
    minutes=15,
    language="ar",
    language_name="Arabic",
    labels=(C, D, F),
    headline="مصنع الورق ينفي تلويث النهر",
    paragraphs=plain("أعلن مصنع الورق في بلدة عين السدر أن مياه النهر آمنة للشرب والري، وذلك بعد أسبوعين"),
)
WAR = ShelfCard(
    key="war",
    title="Who shelled the grain store at Vell?",
    topic="War",
    level="Grade 10",
    minutes=20,
    language_name="English",
    labels=(C, D, F),
    content_note="War, deaths of civilians",
    headline="Who shelled the grain store at Vell?",
    byline="Vell  ·  2 April",
    trains="Claims, denials and figures",
    paragraphs=plain(
        "Each army says that the other one fired the shells that fell on Vell before dawn on Sunday. The grain store "
        "burned for two days."
    ),
)
WATER = ShelfCard(
    key="water",
    title="Harrowmere told its taps are safe as clinic counts the sick",
    state=ShelfState.CONTINUE,
    topic="Water",
    level="Grade 8",
    minutes=20,
    language_name="English",
    labels=(C, D, F),
    headline="Harrowmere told its taps are safe as clinic counts the sick",
    byline="By Tamsin Vale  ·  Harrowmere  ·  Friday 14 March",
    paragraph=5,
    paragraphs_in_all=8,
    highlights=5,
    checks_left=2,
    opened_ago="last opened yesterday",
    paragraphs=(
        (
            Piece("Tap water in Harrowmere is safe to drink again", C),
            Piece(
                ", the Lowmoor Water Board said on Thursday, eleven days after families in the lower town began to "
                "report stomach cramps."
            ),
        ),
        (
            Piece(
                "“Every sample we have taken since Monday meets the standard,” its director, Ilse Varnholt, told a "
                "crowded meeting in the market hall. She said the fault lay in a single valve."
            ),
        ),
    ),
)


def line_card(key: str, title: str, state: ShelfState, status: str) -> ShelfCard:
    return ShelfCard(key=key, title=title, state=state, status=status, level="Grade 7", language_name="English")


SHELF = (
    WATER,
    FERRY,
    TREES,
    ARABIC,
    WAR,
    line_card("snow", "Snow, salt and the county road", ShelfState.HANDED_IN, "Your teacher has not opened it yet"),
    line_card("mast", "The mast on Penhallow hill", ShelfState.HANDED_IN, "Arrived on Tuesday"),
    line_card("bees", "A quiet year for Aldermoor’s bees", ShelfState.MARKED, "Came back on Thursday"),
    line_card("bench", "The mayor and the missing bench", ShelfState.MARKED, "Came back last week"),
)
ROWS = (
    LedgerRow("a", C, "Tap water in Harrowmere is safe to drink again", 1),
    LedgerRow("b", C, "as many as 640 people may have fallen ill since the start of the month", 3),
    LedgerRow("c", F, "as many as 640 people", 3, "The clinic did not say how it counted."),
    LedgerRow("d", F, "puts the number at 90", 3),
    LedgerRow("e", D, "warning ever reached my desk", 5),
)
POINTS = (
    PointsRow("1", Outcome.CAUGHT, C, "Tap water in Harrowmere is safe to drink again", "Exact", "1", 1),
    PointsRow("2", Outcome.CAUGHT, C, "Every sample we have taken since Monday meets", "Exact", "1", 2),
    PointsRow("3", Outcome.EXTRA, C, "told a crowded meeting in the market hall", "Not in the answers", "−½", 2),
    PointsRow("4", Outcome.IN_PART, C, "a single valve at Tern Street station", "Partly: 3 of 6 key words", "½", 2),
    PointsRow("5", Outcome.CAUGHT, F, "as many as 640 people", "Exact", "1", 3),
    PointsRow("6", Outcome.IN_PART, F, "puts the number at 90. Neither says how", "Nearly: 3 words too many", "¾", 3),
    PointsRow("9", Outcome.IN_PART, D, "No such warning ever reached", "The words that say no are missing", "½", 5),
    PointsRow("10", Outcome.IN_PART, F, "cut by about half", "Right words; you said claim", "¼", 6),
    PointsRow("11", Outcome.MISSED, D, "denied cutting inspections", "Missed", "0", 6),
    PointsRow("12", Outcome.EXTRA, C, "the queue was long and mostly quiet", "Not in the answers", "−½", 7),
)
REVIEW = ReviewCard(
    outcome=Outcome.IN_PART,
    mark=D,
    verdict="Denial, partly",
    place="paragraph 5 · you were sure",
    sentence=(
        Piece("“"),
        Piece("No such", D, Fate.MISSED),
        Piece(" "),
        Piece("warning ever reached my desk", D),
        Piece(",”"),
    ),
    legend=((Fate.MARKED, "caught, 5 words"), (Fate.MISSED, "missed, 2 words")),
    facts=(
        Fact("Who says it", "Ilse Varnholt", True),
        Fact("Denies", "Renzi: “They were warned in writing”", True),
    ),
    points="½ point",
    explanation="The words that say no are missing: “No such”. Without them it says that a warning did arrive.",
)
BEFORE = (
    Name("p1", "Mila", "2 lessons to hand in"),
    Name("p2", "Jonas", "1 lesson to hand in"),
    Name("p3", "Aino K.", "all handed in"),
)
CLASS = tuple(
    Name(f"s{n}", name)
    for n, name in enumerate(
        (
            *("Adaeze", "Aino L.", "Bruno", "Chiara", "Dilan", "Emre", "Farah", "Greta", "Hugo", "Ines", "Jarek"),
            *("Kofi", "Leila", "Lotte", "Malik", "Mira", "Noor", "Oskar", "Priya", "Quentin", "Rania", "Sami"),
            *("Sefa", "Tevita", "Ugo", "Wim", "Xenia", "Yusuf", "Zofia"),
        )
    )
)
KEYS = (
    KeySection(
        "Move",
        (
            KeyRow((("←", "→"),), "by letter"),
            KeyRow((("Ctrl", "←", "→"),), "by word"),
            KeyRow((("Alt", "←", "→"),), "by sentence"),
            KeyRow((("Ctrl", "↑", "↓"),), "by paragraph"),
        ),
    ),
    KeySection(
        "Mark",
        (
            KeyRow((("S",),), "takes the whole sentence"),
            KeyRow((("1",),), "Claim", C),
            KeyRow((("2",),), "Denial", D),
            KeyRow((("3",),), "Unverified figure", F),
            KeyRow((("Esc",),), "puts the pen down"),
        ),
    ),
    KeySection(
        "Highlights",
        (
            KeyRow((("Tab",), ("Shift", "Tab")), "next, previous"),
            KeyRow((("Enter",),), "opens it"),
            KeyRow((("[", "]"),), "moves its end by a word"),
            KeyRow((("Shift", "[", "]"),), "moves its start by a word"),
            KeyRow((("Del",),), "removes it"),
        ),
    ),
    KeySection(
        "Work",
        (
            KeyRow((("Ctrl", "Enter"),), "checks your work"),
            KeyRow((("N", "P"),), "next, previous mark"),
            KeyRow((("Ctrl", "Z"), ("Ctrl", "Shift", "Z")), "undo, redo"),
            KeyRow((("Ctrl", "F"),), "finds words in the article"),
            KeyRow((("F6",),), "page, Who says what, label bar"),
            KeyRow((("F1",), ("?",)), "this card"),
        ),
    ),
)
