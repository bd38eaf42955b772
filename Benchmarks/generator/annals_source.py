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

    def __init__(self, language):
        self.language = language
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
            parts += [self.block(block) for block in section.blocks]
        return "\n\n".join(parts) + "\n"


def write(report, folder):
    os.makedirs(f"{folder}/text", exist_ok=True)
    os.makedirs(f"{folder}/records", exist_ok=True)
    with open(f"{folder}/records/institution.yaml", "w", encoding="utf-8") as file:
        file.write(RECORDS)
    with open(f"{folder}/records/media.yaml", "w", encoding="utf-8") as file:
        file.write(media(report) or "[]\n")
    outline = OUTLINE.format(title=report.title, language=report.language)
    for number, chapter in enumerate(report.chapters, 1):
        stem = f"chapter-{number:03d}"
        outline += (f"  - anchor: {stem}\n    title: {json.dumps(chapter.title, ensure_ascii=False)}\n"
                    f"    blocks:\n      - prose: {stem}\n")
        with open(f"{folder}/text/{stem}.{report.language}.md", "w", encoding="utf-8") as file:
            file.write(ChapterText(report.language).source(chapter))
    with open(f"{folder}/report.yaml", "w", encoding="utf-8") as file:
        file.write(outline)
