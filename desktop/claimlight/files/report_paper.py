"""The printed page in the plainer HTML that Qt can set on paper: the same words, signs as letters."""

import re

from claimlight.files.report_marks import Shape
from claimlight.files.report_signs import sign

LETTERS = {
    Shape.CAUGHT: "\u2713",
    Shape.IN_PART: "½",
    Shape.MISSED: "\u2013",
    Shape.NOT_IN_ANSWERS: "×",
    Shape.PLAIN: "·",
}
_UNSEEN = re.compile(r'<span class="unseen">[^<]*</span>')
_LISTED = re.compile(r'<ul class="legend"[^>]*>(.*?)</ul>', re.DOTALL)
_TRAPS = re.compile(r'(<div class="traps">.*?)<ul>(.*?)</ul>', re.DOTALL)
_QUOTE = re.compile(r"<q\b[^>]*>(.*?)</q>", re.DOTALL)
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_LINES = re.compile(r'(<div class="who">|<footer>).*?(</header>|</footer>)', re.DOTALL)
_BETWEEN = " &nbsp;·&nbsp; "
_ENTRY = re.compile(r"<li>(.*?)</li>", re.DOTALL)
_HEAD = re.compile(r'<header><div class="who">(.*?)</div><p class="result">(.*?)</p></header>', re.DOTALL)

_WIDTHS = (5, 29, 60, 6)
"""Of the columns of the points, in percent."""

STYLE = """
body { color: #1d1c1a; }
h1 { font-size: 15pt; margin-top: 0; margin-bottom: 0; }
h2 { font-size: 13pt; margin-top: 8px; margin-bottom: 4px; }
h3 { font-size: 9pt; margin-top: 4px; margin-bottom: 0; }
p { margin-top: 0; margin-bottom: 5px; }
.sum { font-size: 14pt; font-weight: 600; }
.byline, .rights, .head { color: #4f4b44; font-size: 7.5pt; }
.legend { color: #4f4b44; font-size: 7.5pt; }
.number { color: #68645b; font-size: 6.5pt; }
.caught, .in-part, .struck, .plain { text-decoration: underline; }
.claim { color: #00619a; } .denial { color: #a84a00; } .figure { color: #006e50; }
.caught.claim { background-color: #deebf2; } .in-part.claim { background-color: #deebf2; }
.caught.denial { background-color: #f8e9de; } .in-part.denial { background-color: #f8e9de; }
.caught.figure { background-color: #e3f3ee; } .in-part.figure { background-color: #e3f3ee; }
.struck { background-color: #ebeae8; color: #4f4b44; }
.outline { font-style: italic; }
.tag { font-size: 6.5pt; font-weight: 700; text-decoration: none; }
table { margin: 0; }
td, th { font-size: 7.9pt; }
footer { color: #4f4b44; font-size: 7pt; }
"""
"""What Qt's rich text understands of CSS: colours, weights, sizes, margins of blocks."""


def paper_html(report: str) -> str:
    """What `files.report.html_report` wrote, for one sheet of paper; set it with `STYLE`."""
    page = _UNSEEN.sub("", _STYLE.sub("", report))
    for shape, letter in LETTERS.items():
        page = page.replace(sign(shape), f" {letter}")
    page = _LISTED.sub(lambda found: f'<p class="legend">{_in_line(found.group(1))}</p>', page)
    page = _TRAPS.sub(lambda found: f"{found.group(1)}<p>{_in_line(found.group(2))}</p>", page)
    page = page.replace('<span class="band">', '<span class="band">&nbsp; ')
    page = _LINES.sub(lambda found: found.group(0).replace("</p><p>", _BETWEEN), page)
    page = page.replace('</span> <span class="next">', f'</span>{_BETWEEN}<span class="next">')
    page = _HEAD.sub(r'<table width="100%"><tr><td>\1</td><td align="right">\2</td></tr></table>', page)
    page = _QUOTE.sub(lambda found: f"“{found.group(1)}”", page)
    page = page.replace('<span class="tags">', "<span> ").replace("</span></span>", "</span> </span>")
    page = re.sub(r'<span class="number">([^<]*)</span>', r'<span class="number">\1</span>&nbsp; ', page)
    page = page.replace("<table><caption", '<table width="100%" cellspacing="0" cellpadding="2"><caption')
    page = re.sub(r"<caption[^>]*>.*?</caption>", "", page, flags=re.DOTALL)
    page = page.replace('<span class="head">', '<br><span class="head">')
    for width in _WIDTHS:
        page = page.replace('<th scope="col">', f'<td width="{width}%">', 1)
    page = page.replace('<td class="points">', '<td class="points" align="right">')
    return re.sub(r"<th\b([^>]*)>", r'<td\1 align="left">', page).replace("</th>", "</td>")


def _in_line(entries: str) -> str:
    return " &nbsp; ".join(found.group(1) for found in _ENTRY.finditer(entries))
