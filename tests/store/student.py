"""A student who marks words, as a session would for them: no window, a real workbook."""

from dataclasses import replace

from claimlight.core.annotation import Annotation, Link, quote_of
from claimlight.core.article import Article, Direction, Span, Text
from claimlight.core.attempt import Attempt
from claimlight.core.codebook import Codebook
from claimlight.core.history import Change, Edit, removal
from claimlight.core.identity import NewId
from claimlight.core.lesson import AnswerKey, Lesson, LessonText
from claimlight.store.workbook import Workbook

WORDS = "The mayor said that taxes fell by three per cent. The opposition denied it. Nobody has counted. " * 20


def make_lesson(version: int = 1, key_hash: str = "key-1", id: str = "river-bridge") -> Lesson:
    text = Text(WORDS, "text-hash", "source-hash", 1, (), ())
    article = Article("article", "Taxes", "", "", "en", Direction.LEFT_TO_RIGHT, text)
    return Lesson(
        id=id,
        slug="river-bridge",
        version=version,
        title="The river bridge",
        author="",
        licence="",
        language="en",
        codebook=Codebook("news-basics", 1, "en", "News basics", "", ()),
        texts=(LessonText(article, AnswerKey((), key_hash=key_hash)),),
        hash=f"{id}-{version}",
        labels=("claim", "denial"),
    )


class Student:
    def __init__(self, workbook: Workbook, attempt: Attempt, ids: NewId) -> None:
        self.workbook = workbook
        self.attempt = attempt
        self.new_id = ids
        self.text = Text(WORDS, "text-hash", "", 1, (), ())

    def page(self) -> dict[str, Annotation]:
        return {annotation.id: annotation for annotation in self.workbook.annotations(self.attempt)}

    def highlights(self, start: int, end: int, label: str = "claim", **said: object) -> Annotation:
        span = Span(start, end)
        made = replace(Annotation(self.new_id(), label, span, quote_of(self.text, span)), **said)
        self.gesture("highlight", Edit(None, made))
        return made

    def relabels(self, annotation: Annotation, label: str) -> Annotation:
        return self.changes("relabel", annotation, replace(annotation, label=label))

    def links(self, source: Annotation, target: Annotation, kind: str = "denies") -> Annotation:
        link = Link(self.new_id(), kind, target.id)
        return self.changes("link", source, replace(source, links=(*source.links, link)))

    def changes(self, gesture: str, before: Annotation, after: Annotation) -> Annotation:
        self.gesture(gesture, Edit(before, after))
        return after

    def removes(self, annotation: Annotation) -> None:
        self.workbook.record(self.attempt, removal(self.new_id(), annotation, self.page()))

    def gesture(self, gesture: str, *edits: Edit) -> None:
        self.workbook.record(self.attempt, Change(self.new_id(), gesture, edits))
