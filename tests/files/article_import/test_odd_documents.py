"""Documents that are odd but no less readable."""

import io
import zipfile
from base64 import b64encode
from pathlib import Path

import pytest
from pypdf import PdfWriter

from claimlight.core.article import BlockKind
from claimlight.core.errors import LessonError
from claimlight.files.article_import.pdf_reader import Line, paragraphs_of, read_pdf, with_bullets
from claimlight.files.article_import.pictures import MOST_PICTURES, Pictures
from claimlight.files.article_import.reader import read_source
from claimlight.files.article_import.rtf_reader import read_rtf
from claimlight.files.article_import.source import Format, Remark, Source
from claimlight.files.article_import.source_json import source_from_json, source_json
from claimlight.files.article_import.web_reader import read_web_archive

DATA = Path(__file__).parents[2] / "data" / "articles"
PNG = (DATA / "web" / "pier.png").read_bytes()
NS = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = (
    " ".join(f'xmlns:{name}="{NS}{name}:1.0"' for name in ("text", "office", "table"))
    + f' xmlns:draw="{NS}drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
)
WET = "<p>It rained on the pier for three days, and nobody counted the people who stood there in the wet.</p>" * 3
LONG = "The pier at Lowmoor will close on Friday, the harbour board said again"


def odt(body: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        target.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        target.writestr(
            "content.xml",
            f"<office:document-content {SPACES}><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        )
        target.writestr("Pictures/a.png", PNG)
    return made.getvalue()


def read(folder: Path, name: str, raw: bytes | str) -> Source:
    path = folder / name
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return read_source(path)


def test_an_odt_keeps_tabs_breaks_boxes_and_sections(tmp_path: Path) -> None:
    source = read(
        tmp_path,
        "odd.odt",
        odt(
            '<text:sequence-decls/><text:section><text:h text:outline-level="x">Head\n line</text:h></text:section>'
            '<text:p>a<text:tab/>b<text:s text:c="x"/>c<text:bookmark text:name="n"/><text:soft-page-break/>'
            '<text:a xlink:href="https://x.example">link</text:a><text:page-number>7</text:page-number>'
            "<office:annotation><text:p>unseen</text:p></office:annotation></text:p>"
            '<text:p><draw:frame><draw:text-box><text:p><draw:frame><draw:image xlink:href="Pictures/a.png"/>'
            "</draw:frame>Below</text:p></draw:text-box></draw:frame></text:p>"
            '<text:p><draw:frame><draw:image xlink:href="https://x.example/b.png"/></draw:frame></text:p>'
            "<table:table><table:table-row><table:table-cell><text:p>k</text:p><text:p>l</text:p></table:table-cell>"
            "<table:table-cell/></table:table-row><table:table-row/><table:table-row><table:table-cell/>"
            "<table:table-cell><text:p>m</text:p></table:table-cell></table:table-row></table:table>"
        ),
    )
    assert source.markdown == (
        "# Head  line\n\na\tb c[link](https://x.example)7\n\n![](picture-1.png)\n\nBelow\n\n"
        "| k l |  |\n| --- | --- |\n|  | m |\n"
    )
    assert [picture.name for picture in source.pictures] == ["picture-1.png"]


def test_pictures_are_kept_under_limits_and_once() -> None:
    pictures = Pictures()
    for data in (b"", PNG[:100], b"<svg/>" * 50, PNG + bytes(9_000_000)):
        assert pictures.add(data) == ""
    webp = b"RIFF1234WEBP" + bytes(300)
    assert [pictures.add(each) for each in (PNG, webp, PNG)] == ["picture-1.png", "picture-2.webp", "picture-1.png"]
    for number in range(MOST_PICTURES):
        pictures.add(PNG + bytes([number]))
    assert pictures.add(PNG + b"last") == ""
    large = Pictures()
    assert [large.add(PNG + bytes([n]) * 7_900_000) for n in range(4)][-1] == ""
    assert large.shown_in([]) == ()


def test_a_page_keeps_pictures_that_are_written_in_it(tmp_path: Path) -> None:
    image = b64encode(PNG).decode()
    page = (
        f'<html><body><article><h1>Rain</h1>{WET}<img src="data:image/png;base64,{image}" alt="A pier">{WET}'
        f'<img src="data:image/png;base64,{image[:41]}">{WET}</article></body></html>'
    )
    (picture,) = read(tmp_path, "page.html", page).pictures
    assert (picture.data, picture.caption) == (PNG, "A pier")


def test_a_page_without_a_clear_article_is_taken_whole(tmp_path: Path) -> None:
    page = "<html><body>" + "".join(f"<li><a href='/{n}'>Word {n}</a></li>" for n in range(40)) + "</body></html>"
    source = read(tmp_path, "page.html", page)
    assert [remark.code for remark in source.remarks] == ["whole-page"]


@pytest.mark.parametrize("charset", ["klingon", "utf-8"])
def test_an_archive_of_any_encoding_is_read(charset: str) -> None:
    raw = f'MIME-Version: 1.0\nContent-Type: text/html; charset="{charset}"\n\n<article>{WET}</article>'.encode()
    assert "nobody counted" in read_web_archive(raw, Path("x.mhtml")).markdown


def test_rtf_with_a_character_beyond_all_is_refused() -> None:
    with pytest.raises(LessonError) as error:
        read_rtf(b"{\\rtf1\\ansi \\u99999999999 }", "x.rtf")
    assert error.value.code == "document-damaged"


def line(words: str, top: float, size: float = 10, page: int = 0) -> Line:
    return Line(words, top, size, page)


def shown(*lines: Line) -> list[tuple[str, str]]:
    return [(each.kind, each.words) for each in paragraphs_of(lines)]


def test_lines_of_a_page_become_paragraphs() -> None:
    told = shown(
        *(line("A headline over the", 800, 20), line("whole page", 776, 20)),
        *(line(LONG, 740), line("after storms.", 728), line(LONG, 716), line(LONG, 704)),
        *(line("• one thing", 692), line("– and a dash", 680), line(LONG, 640), line(LONG, 900)),
    )
    assert told == [
        (BlockKind.HEADING, "A headline over the whole page"),
        (BlockKind.PARAGRAPH, f"{LONG} after storms."),
        (BlockKind.PARAGRAPH, f"{LONG} {LONG}"),
        (BlockKind.LIST_ITEM, "one thing"),
        (BlockKind.PARAGRAPH, "– and a dash"),
        (BlockKind.PARAGRAPH, LONG),
        (BlockKind.PARAGRAPH, LONG),
    ]
    assert shown() == []


def test_a_paragraph_goes_on_over_the_page_and_the_foot_stands_behind_it() -> None:
    told = shown(
        *(line(f"First, {LONG}", 740), line(f"and then, {LONG}", 728), line("The Pier Post, page 1", 40)),
        *(line("after storms.", 740, page=1), line(LONG, 728, page=1), line("The Pier Post, page 2", 40, page=1)),
    )
    assert told == [
        (BlockKind.PARAGRAPH, f"First, {LONG} and then, {LONG} after storms."),
        (BlockKind.PARAGRAPH, "The Pier Post, page 1"),
        (BlockKind.PARAGRAPH, LONG),
        (BlockKind.PARAGRAPH, "The Pier Post, page 2"),
    ]


def test_bullets_that_were_painted_apart_come_back_to_their_words() -> None:
    one, bullet, lost = line(" one", 700), line("•", 701), line("•", 300)
    assert with_bullets([one, bullet, lost]) == [line("• one", 700), lost]


def test_a_pdf_that_only_forbids_printing_is_read() -> None:
    writer = PdfWriter(clone_from=DATA / "pdf" / "weasyprint.pdf")
    writer.encrypt("", owner_password="secret", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    assert "Lowmoor" in read_pdf(made.getvalue(), "x.pdf", lambda done, of: None).markdown


def test_a_source_comes_through_as_json() -> None:
    page = read_source(DATA / "web" / "wget.html")
    told = Source(Format.PLAIN, "x", remarks=(Remark("mixed-encodings", (("n", 3),)),), pictures=page.pictures)
    assert source_from_json(source_json(told)) == told
