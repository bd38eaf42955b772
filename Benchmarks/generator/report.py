"""The one report that each engine's source is written from.

A chapter of about ten pages: eight numbered sections of prose, each with a note, and among them a
table of 25 rows with a reference to its page, a chart of bars and a photograph. Every number in it is
made up, and the same on every run.
"""
import random
from dataclasses import dataclass, field

from generator.prose import ideographs, paragraphs

SIZES = {"p20": 2, "p100": 10, "p400": 40, "p2000": 200, "zh100": 10, "p100c": 10}
CHARTED = ("p100c",)  # with a chart and a map of figures in each chapter, and the same without any
WORDS_IN_SECTION = 520
IDEOGRAPHS_IN_SECTION = 980
TABLE_SECTION, CHART_SECTION, PHOTOGRAPH_SECTION = 2, 4, 6

TITLE = {"en": "Annual Report 2025", "zh": "年度报告 2025"}
CHAPTERS = {
    "en": ["Letter to shareholders", "Strategy and markets", "Operating review", "Financial review",
           "Risk management", "Corporate governance", "Remuneration report",
           "Sustainability statement", "Consolidated accounts", "Notes to the accounts"],
    "zh": ["致股东的信", "战略与市场", "经营回顾", "财务回顾", "风险管理", "公司治理", "薪酬报告",
           "可持续发展", "合并报表", "报表附注"],
}
SECTIONS = {
    "en": ["Overview of the year", "Results by segment", "Key figures", "Markets and customers",
           "Revenue by month", "People and culture", "Sites and equipment", "Outlook"],
    "zh": ["年度概览", "分部业绩", "主要数据", "市场与客户", "月度收入", "员工与文化", "厂房与设备",
           "展望"],
}
REGIONS = ["Nordics", "Iberia", "Benelux", "Alps", "Baltics", "Pacific", "Andes", "Maghreb"]
ITEMS = ["Licences", "Subscriptions", "Services", "Hardware", "Training", "Royalties", "Leases",
         "Grants"]
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass
class Paragraph:
    runs: list  # of (style, text); a style is "", "italic" or "bold"
    note: str = ""


@dataclass
class Reference:
    table: int


@dataclass
class Table:
    number: int
    rows: list
    head: tuple = ("Product", "Region", "2025", "2024", "Change")

    @property
    def caption(self):
        return f"Revenue by product and region, part {self.number}"


@dataclass
class Chart:
    number: int
    values: list
    labels: tuple = tuple(MONTHS)

    @property
    def caption(self):
        return f"Revenue by month, part {self.number}"


@dataclass
class Photograph:
    number: int

    @property
    def caption(self):
        return f"Site number {self.number}"

    @property
    def file(self):
        return f"images/photograph-{(self.number - 1) % 40:02d}.jpg"


@dataclass
class Section:
    title: str
    blocks: list = field(default_factory=list)


@dataclass
class Chapter:
    title: str
    sections: list = field(default_factory=list)


@dataclass
class Report:
    language: str
    title: str
    chapters: list


class Author:
    """Writes a report out of the prose, always the same for one size."""

    def __init__(self, language):
        self.language = language
        self.random = random.Random(20260101)
        self.prose = paragraphs(language)
        self.notes = [p for p in self.prose if 60 <= len(p) <= 260]
        self.next_prose = self.written = self.noted = 0

    def report(self, chapters):
        return Report(self.language, TITLE[self.language],
                      [self.chapter(number) for number in range(chapters)])

    def chapter(self, number):
        names = CHAPTERS[self.language]
        again = f" ({number // len(names) + 1})" if number >= len(names) else ""
        return Chapter(names[number % len(names)] + again,
                       [self.section(number, s) for s in range(len(SECTIONS[self.language]))])

    def section(self, chapter, number):
        section = Section(SECTIONS[self.language][number])
        target = WORDS_IN_SECTION if self.language == "en" else IDEOGRAPHS_IN_SECTION
        written, float_due = 0.0, True
        while written < target:
            text = self.paragraph_text()
            written += self.length(text)
            note = "" if section.blocks else self.note()
            section.blocks.append(Paragraph(self.runs(text), note))
            if float_due and written > 0.4 * target:
                section.blocks += self.floats(number, chapter + 1)
                float_due = False
        return section

    def floats(self, section, number):
        if section == TABLE_SECTION:
            return [Reference(number), Table(number, [self.row(r) for r in range(1, 26)])]
        if section == CHART_SECTION:
            return [Chart(number, [self.random.randrange(20, 100) for _ in MONTHS])]
        return [Photograph(number)] if section == PHOTOGRAPH_SECTION else []

    def row(self, number):
        amounts = [f"{self.random.randrange(1000, 99999) / 10:,.1f}" for _ in range(2)]
        return [f"{self.random.choice(ITEMS)} {number}", self.random.choice(REGIONS), *amounts,
                f"{self.random.uniform(-30, 30):+.1f}%"]

    def paragraph_text(self):
        text = self.prose[self.next_prose]
        self.next_prose += 1
        if self.next_prose == len(self.prose):
            self.random.shuffle(self.prose)
            self.next_prose = 0
        return text

    def note(self):
        self.noted += 1
        return self.notes[self.noted * 7 % len(self.notes)]

    def length(self, text):
        if self.language == "en":
            return len(text.split())
        return 0.7 * ideographs(text) + 0.3 * len(text)

    def runs(self, text):
        """Every fourth paragraph has a phrase in italics or bold: fonts change inside lines."""
        words, turn = text.split(" "), self.written
        self.written += 1
        if len(words) < 14 or turn % 4:
            return [("", text)]
        start, length = self.random.randrange(2, len(words) - 8), self.random.randrange(2, 5)
        style = ("italic", "bold")[turn // 4 % 2]
        return [("", " ".join(words[:start]) + " "),
                (style, " ".join(words[start:start + length])),
                ("", " " + " ".join(words[start + length:]))]


def write(size):
    """The report of a size, by its name in SIZES."""
    return Author("zh" if size.startswith("zh") else "en").report(SIZES[size])
