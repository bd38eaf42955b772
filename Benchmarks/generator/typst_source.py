"""The report as a Typst document, in Typst's own idiom."""
import re

from generator.report import Chart, Paragraph, Photograph, Reference, Table

STYLES = {"": "{}", "italic": "#emph[{}]", "bold": "#strong[{}]"}

PREAMBLE = '''#set document(title: "TITLE", date: datetime(year: 2026, month: 3, day: 1))
#set text(font: FONTS, size: 10.5pt, lang: "LANGUAGE")
#set par(justify: true, leading: 0.62em, spacing: 1.1em)
#set page(paper: "a4", margin: (x: 35mm, top: 28mm, bottom: 28mm),
  header: context {
    let before = query(heading.where(level: 1).before(here()))
    if before.len() > 0 { set text(8pt); before.last().body; h(1fr); [TITLE] }
  },
  footer: context align(center, text(8pt, counter(page).display())))
#set heading(numbering: "1.1")
#show heading.where(level: 1): it => { pagebreak(weak: true); text(18pt, it); v(6pt) }
#show heading.where(level: 2): it => text(13pt, it)
#set table(stroke: none)
#show figure.where(kind: table): set block(breakable: true)
#let chart(labels, values) = box(width: 140mm, height: 60mm, {
  for (i, value) in values.enumerate() {
    place(bottom + left, dx: i * 11.5mm + 2mm, dy: -6mm,
      rect(width: 8mm, height: value * 0.5mm, fill: rgb("#2b5c8a")))
    place(bottom + left, dx: i * 11.5mm + 2mm,
      box(width: 8mm, align(center, text(7pt, labels.at(i)))))
  }
  place(bottom + left, dy: -6mm, line(length: 140mm, stroke: 0.5pt))
})
#align(center, text(26pt, [TITLE]))
#outline(depth: 2)
'''


def escaped(text):
    return re.sub(r'([\\#$*_`<>@~\[\]/=+\-"\'])', r"\\\1", text)


def table(block):
    head = ", ".join(f"[*{name}*]" for name in block.head)
    cells = ", ".join(f"[{escaped(cell)}]" for row in block.rows for cell in row)
    return (f"#figure(caption: [{escaped(block.caption)}], table(columns: (2fr, 1.6fr, 1fr, 1fr, 1fr), "
            "align: (left, left, right, right, right), inset: (x: 4pt, y: 3pt), "
            f"table.hline(stroke: 0.8pt), table.header({head}), table.hline(stroke: 0.4pt), "
            f"{cells}, table.hline(stroke: 0.8pt))) <tab{block.number}>")


def block_source(block):
    match block:
        case Paragraph(runs, note):
            text = "".join(STYLES[style].format(escaped(run)) for style, run in runs)
            return text + (f"#footnote[{escaped(note)}]" if note else "")
        case Reference(number):
            return f"See @tab{number} on page #context counter(page).at(<tab{number}>).first()."
        case Table():
            return table(block)
        case Chart():
            labels = ", ".join(f'"{label}"' for label in block.labels)
            values = ", ".join(map(str, block.values))
            return (f'#figure(caption: [{escaped(block.caption)}], alt: "{block.caption}", '
                    f"chart(({labels}), ({values})))")
        case Photograph():
            return (f'#figure(caption: [{escaped(block.caption)}], '
                    f'image("{block.file}", width: 120mm, alt: "{block.caption}"))')


def write(report, folder):
    fonts = '"Liberation Serif"'
    if report.language == "zh":
        fonts = '("Liberation Serif", "Noto Serif CJK SC")'
    parts = [PREAMBLE.replace("TITLE", report.title).replace("FONTS", fonts)
             .replace("LANGUAGE", report.language)]
    for chapter in report.chapters:
        parts.append(f"= {escaped(chapter.title)}")
        for section in chapter.sections:
            parts.append(f"== {escaped(section.title)}")
            parts += [block_source(block) for block in section.blocks]
    with open(f"{folder}/report.typ", "w", encoding="utf-8") as file:
        file.write("\n\n".join(parts))
