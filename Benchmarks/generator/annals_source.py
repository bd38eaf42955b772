"""The report as an Annals report folder: an outline, and a file of Markdown for each chapter."""
import json
import os
import re

from generator.report import Chart, Paragraph, Photograph, Reference, Table

STYLES = {"": "{}", "italic": "*{}*", "bold": "**{}**"}
REFERENCE = {
    "en": "See [number](#table-{0}) on [page](#table-{0}).",
    "zh": "见[编号](#table-{0})，[页码](#table-{0})。",
}

OUTLINE = """# Generated for the benchmark; every figure in this report is made up.
institution: {{en: Example Holdings, zh: 示例集团}}
title: "{title}"
subject: Made-up report that engines are measured with
period: "2025"
cut_off: "2025-12-31"
created: "2026-03-01T00:00:00Z"
languages: [{language}]
vocabulary: cooperation
# The page that the other engines set: A4, a measure of 140 mm, 10.5 on 13.5 points.
theme: {{measure-mm: "140", top-mm: "28", bottom-mm: "28", body-size: "10.5", leading: "13.5", opener-depth: "0"}}
checks:
  typed-number: off (the numbers of this report are made up)
  claim-not-recorded: off (the prose is borrowed text that claims nothing of the institution)
sections:
"""

RECORDS = """institution:
  - id: example
    name: {en: Example Holdings, zh: 示例集团}
"""


MEDIUM = """- id: {id}
  file: {file}
  credit: Example Holdings
  licence: CC0-1.0
  consent: not_needed
  alternative: {{en: Waves drawn by the generator, zh: 生成的波纹图}}
"""


def media(report):
    """A record for every picture, once: a picture without a licence is not printed."""
    files = sorted({block.file for chapter in report.chapters for section in chapter.sections
                    for block in section.blocks if isinstance(block, Photograph)})
    return "".join(MEDIUM.format(id=os.path.splitext(os.path.basename(file))[0], file=file)
                   for file in files)


# Made-up partners in real places, and their visits over five years, for a chart and a map of figures.
PLACES = "DE FR GB ES IT PL SE FI NL AT US CA BR AR ZA KE EG IN TH VN ID MY SG JP KR AU NZ KZ".split()

FIGURES = """      - chart: {{figures: [mobility.outbound.students, mobility.outbound.staff], form: stacked, anchor: chart-f{0}}}
      - map: {{figure: mobility.outbound.heads, by: partner.place, form: {1}, anchor: map-f{0}}}
"""
FORMS = ("bubbles", "flows", "dots", "tiles")


def partners():
    rows = [f"p-{place.lower()},Partner in {place},university,{place},2010" for place in PLACES]
    return "\n".join(["id,name.en,kind,place,since", *rows]) + "\n"


def mobilities():
    rows = []
    for number in range(5 * 4 * len(PLACES)):
        place, year = PLACES[number % len(PLACES)], 2021 + number // (4 * len(PLACES))
        persons, heads = ("students", "staff")[number % 2], 1 + number * number % 23
        rows.append(f"m{number:04d},outbound,{persons},study,physical,p-{place.lower()},{place},"
                    f"{year}-03-01,{year}-05-01,61,{heads}")
    head = "id,direction,persons,purpose,mode,partner,place,start,end,days,heads"
    return "\n".join([head, *rows]) + "\n"


def escaped(text):
    return re.sub(r"([\\`*_{}\[\]<>#$^~|@!&])", r"\\\1", text)


def begun(text):
    """A paragraph that begins like an item of a list stays a paragraph."""
    return re.sub(r"^(\d*)([-+.)] )", r"\1\\\2", text)


def table(block):
    rows = ["| " + " | ".join(map(escaped, row)) + " |" for row in block.rows]
    return "\n".join([f"Table: {escaped(block.caption)} {{#table-{block.number}}}", "",
                      "| " + " | ".join(block.head) + " |", "|:--|:--|--:|--:|--:|", *rows])


def chart(block):
    caption = json.dumps(block.caption)
    return "\n".join([
        "```chart", "kind: bar", f"id: chart-{block.number}", f"caption: {caption}", f"alt: {caption}",
        f"labels: [{', '.join(block.labels)}]", f"values: [{', '.join(map(str, block.values))}]", "```"])


class ChapterText:
    """The Markdown of one chapter; notes are numbered through it."""

    def __init__(self, language, charts=True):
        self.language = language
        self.charts = charts
        self.notes = []

    def paragraph(self, block):
        text = "".join(STYLES[style].format(escaped(run)) for style, run in block.runs)
        text = begun(text)
        if not block.note:
            return text
        self.notes.append(block.note)
        number = len(self.notes)
        return f"{text}[^{number}]\n\n[^{number}]: {escaped(block.note)}"

    def block(self, block):
        match block:
            case Paragraph():
                return self.paragraph(block)
            case Reference(number):
                return REFERENCE[self.language].format(number)
            case Table():
                return table(block)
            case Chart():
                return chart(block)
            case Photograph():
                caption = escaped(block.caption)
                return f'![{caption}]({block.file} "{block.caption}")'

    def source(self, chapter):
        parts = []
        for section in chapter.sections:
            parts.append(f"## {escaped(section.title)}")
            parts += [self.block(block) for block in section.blocks
                      if self.charts or not isinstance(block, Chart)]
        return "\n\n".join(parts) + "\n"


def write(report, folder, figures=None):
    """`figures` adds a chart and a map of records to each chapter; False takes all charts out, and
    leaves the same records."""
    os.makedirs(f"{folder}/text", exist_ok=True)
    os.makedirs(f"{folder}/records", exist_ok=True)
    with open(f"{folder}/records/institution.yaml", "w", encoding="utf-8") as file:
        file.write(RECORDS + ("" if figures is None else "    latitude: 48\n    longitude: 14\n"))
    if figures is not None:
        for name, text in (("partners", partners()), ("mobilities", mobilities())):
            with open(f"{folder}/records/{name}.csv", "w", encoding="utf-8") as file:
                file.write(text)
    with open(f"{folder}/records/media.yaml", "w", encoding="utf-8") as file:
        file.write(media(report) or "[]\n")
    outline = OUTLINE.format(title=report.title, language=report.language)
    for number, chapter in enumerate(report.chapters, 1):
        stem = f"chapter-{number:03d}"
        outline += (f"  - anchor: {stem}\n    title: {json.dumps(chapter.title, ensure_ascii=False)}\n"
                    f"    blocks:\n      - prose: {stem}\n")
        if figures:
            outline += FIGURES.format(number, FORMS[number % len(FORMS)])
        with open(f"{folder}/text/{stem}.{report.language}.md", "w", encoding="utf-8") as file:
            file.write(ChapterText(report.language, figures is not False).source(chapter))
    with open(f"{folder}/report.yaml", "w", encoding="utf-8") as file:
        file.write(outline)
