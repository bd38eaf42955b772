"""The same paragraphs as a source for each engine: same fonts, measure, size, leading and indents."""
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
FONTS = os.path.join(HERE, "..", "..", "fonts")
# Millimetres; thirty Chinese characters and a hair, so that no rounding makes it twenty-nine.
MEASURE = 111.13
# Points of 1/72 inch.
SIZE = 10.5
LEADING = {"en": 14.5, "zh": 17.5}
# Latin letters look too small beside Chinese characters of their size.
LATIN = 1.08
INDENT = {"en": 1.2, "zh": 2}


def paragraphs(language):
    with open(os.path.join(HERE, language + ".txt"), encoding="utf-8") as file:
        return [" ".join(part.split("\n")).strip() for part in file.read().split("\n\n")]


def curly(text):
    return re.sub(r'"([^"]*)"', "\u201c\\1\u201d", text).replace("'", "\u2019")


OUTLINE = """institution: {{en: University of Lindenhafen, zh: 林登港大学}}
title: "{title}"
subject: Made-up text that engines are compared with
period: "2025"
cut_off: "2025-12-31"
created: "2026-03-01T00:00:00Z"
languages: [{language}]
vocabulary: cooperation
theme: {{measure-mm: "{measure}", top-mm: "28", bottom-mm: "28", body-size: "{size}", leading: "{leading}", opener-depth: "0"}}
checks:
  typed-number: off (the institution does not exist)
  claim-not-recorded: off (the institution does not exist)
sections:
  - anchor: page
    title: "{title}"
    blocks:
      - prose: page
"""
RECORDS = "institution:\n  - id: lindenhafen\n    name: {en: University of Lindenhafen, zh: 林登港大学}\n"


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def annals(folder, language):
    write(os.path.join(folder, "report.yaml"), OUTLINE.format(
        title={"en": "A page", "zh": "一页"}[language], language=language, measure=MEASURE,
        size=SIZE, leading=LEADING[language]))
    write(os.path.join(folder, "records", "institution.yaml"), RECORDS)
    text = "\n\n".join(map(curly, paragraphs(language))) + "\n"
    write(os.path.join(folder, "text", f"page.{language}.md"), text)


TEX = r"""\documentclass{article}
\usepackage{fontspec}
%(packages)s
\setmainfont{SourceSerifPro-Regular.otf}[Path=%(fonts)s/source-serif-pro/,
  Numbers=%(numbers)s, Scale=%(scale)s]
\setlength\textwidth{%(measure)smm} \setlength\textheight{240mm}
\setlength\parindent{0pt} \pagestyle{empty} \frenchspacing
\tolerance=2000 \emergencystretch=0pt \hbadness=10000
\begin{document}
\fontsize{%(size)sbp}{%(leading)sbp}\selectfont
%(text)s
\end{document}
"""


def luatex(path, language):
    packages = r"\usepackage{microtype} \usepackage[english]{babel}"
    if language == "zh":
        # LuaTeX-ja sets Chinese by Japanese metrics; its glue is that of CLREQ as far as it goes.
        packages = "\n".join([
            r"\usepackage[scale=1]{luatexja-fontspec}",
            r"\setmainjfont{AnnalsSerifSC-Regular.otf}[Path=%s/annals-serif-sc/,"
            r" CJKShape=Simplified, Script=CJK]" % FONTS,
            r"\ltjsetparameter{alxspmode={`/,allow}}"])
    first, *rest = [tex(curly(text)) for text in paragraphs(language)]
    indent = INDENT[language] * SIZE
    body = "\n\n".join([first, r"\parindent=%sbp" % indent, *rest])
    write(path, TEX % {"packages": packages, "fonts": FONTS, "measure": MEASURE, "size": SIZE,
                       "leading": LEADING[language], "text": body,
                       "numbers": "OldStyle", "scale": 1 if language == "en" else LATIN})


def tex(text):
    return re.sub(r"([%&#_$])", r"\\\1", text)


TYPST = """#set page(width: 160mm, height: 297mm, margin: (left: 20mm, right: {right}mm, y: 25mm))
#set text(font: ("Source Serif Pro", "Annals Serif SC"), size: {size}pt, lang: "{language}",
  region: "{region}", number-type: "old-style", top-edge: 0.7em, bottom-edge: -0.3em)
#set par(justify: true, leading: {gap}pt, spacing: {gap}pt, first-line-indent: {indent}em{more})
{latin}
{text}
"""


def typst(path, language):
    more = (", justification-limits: (tracking: (min: -0.01em, max: 0.01em))"
            if language == "en" else "")
    latin = ("" if language == "en" else
             '#show regex("[\\p{Latin}0-9.]+"): set text(size: %sem)' % LATIN)
    text = "\n\n".join(escaped(curly(text)) for text in paragraphs(language))
    write(path, TYPST.format(
        right=160 - 20 - MEASURE, size=SIZE, language=language,
        region="us" if language == "en" else "cn", gap=LEADING[language] - SIZE,
        indent=INDENT[language], more=more, latin=latin, text=text))


def escaped(text):
    return re.sub(r"([\\#*_`$<>@~=\[\]])", r"\\\1", text)
