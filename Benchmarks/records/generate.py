"""Writes a report of N mobilities twice: its rows as CSV, and the same rows as a workbook.

About one row in a hundred has a rough date, and as many a number of persons that is a lower bound,
an estimate or missing. No row is wrong: all programs look for what is, and find nothing.
"""
import csv
import datetime
import os
import random
import re
import shutil

import openpyxl

from records import shape

HERE = os.path.dirname(os.path.abspath(__file__))
PLACES = os.path.join(HERE, "../../Sources/Records/Vocabularies/places.tsv")
OUTLINES = [os.path.join(HERE, name + ".yaml")
            for name in ("report", "shipped", "vocabulary", "indicators")]
PARTNERS = 180
# How many rows of `write_faulty` have each problem.
PLANTED = {"duplicate-id": 3, "end-before-start": 4, "future-date": 2, "wrong-choice": 5,
           "place-or-partner": 6}


def write(count, folder):
    """The report folders `csv` and `xlsx` of a size under `folder`."""
    once(folder, lambda chance, partners: mobility_rows(count, chance, partners))


def write_faulty(folder):
    """A small report with the problems of `PLANTED`, for the checks."""
    once(folder, lambda chance, partners: faulty_rows(list(mobility_rows(200, chance, partners))))


def once(folder, rows):
    """Writes both reports of a folder, unless this same program has written them before."""
    done = os.path.join(folder, "written")
    recipe = "".join(map(read, [__file__, shape.__file__, PLACES] + OUTLINES))
    if os.path.exists(done) and read(done) == recipe:
        return
    chance = random.Random(folder.rsplit(os.sep, 1)[-1])
    codes = known_places()
    partners = list(partner_rows(chance, codes))
    mobilities = list(rows(chance, partners))
    for form, write_table in (("csv", write_csv), ("xlsx", write_xlsx)):
        report = os.path.join(folder, form)
        os.makedirs(os.path.join(report, "records"), exist_ok=True)
        for path in OUTLINES:
            shutil.copy(path, report)
        with open(os.path.join(report, "places.txt"), "w", encoding="utf-8") as file:
            file.write("\n".join(codes) + "\n")
        stem = os.path.join(report, "records")
        write_table(os.path.join(stem, "partners." + form),
                    ["id", "name.en", "kind", "place"], partners)
        write_table(os.path.join(stem, "mobilities." + form), shape.COLUMNS, mobilities)
    with open(done, "w", encoding="utf-8") as file:
        file.write(recipe)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def known_places():
    return re.findall(r"^([A-Z]{2})\t", read(PLACES), re.MULTILINE)


def partner_rows(chance, codes):
    for number in range(PARTNERS):
        yield [f"partner-{number:03}", f"Invented University {number}", "university",
               chance.choice(codes[:40])]


def mobility_rows(count, chance, partners):
    first = datetime.date(2015, 1, 1)
    for number in range(count):
        partner = partners[min(int(chance.paretovariate(0.6)), PARTNERS) - 1]
        students = chance.random() < 0.8
        days = chance.choice([5, 7, 14, 28, 90, 120, 150] if students else [2, 3, 5, 7, 10, 30])
        start = first + datetime.timedelta(days=chance.randrange(1826 - days))
        end = start + datetime.timedelta(days=days - 1)
        is_group = chance.random() < 0.1
        heads = chance.randint(5, 60) if is_group else 1
        luck = chance.random()
        if luck < 0.01:
            heads = "50+" if luck < 0.004 else "~30" if luck < 0.006 else None
        is_rough = chance.random() < 0.01
        yield [
            f"m{number:06}", f"Stay at {partner[1]}",
            chance.choice(shape.CHOICES["direction"]), "students" if students else "staff",
            partner[0], partner[3], f"{start:%Y-%m}" if is_rough else start,
            None if is_rough else end, days, chance.choices(shape.CHOICES["mode"], [94, 4, 2])[0],
            chance.choice(shape.CHOICES["purpose"]), chance.choice(["5", "6", "7"]), heads,
            None if is_group else f"p{chance.randrange(count):06}",
        ]


def faulty_rows(rows):
    """The rows with what is wrong planted in them, one problem a row."""
    column = {name: index for index, name in enumerate(shape.COLUMNS)}
    faults = [("id", lambda number: rows[number + 100][0])] * PLANTED["duplicate-id"]
    faults += [("end", lambda number: datetime.date(2014, 1, 1))] * PLANTED["end-before-start"]
    faults += [("start", lambda number: datetime.date(2020, 3, 1))] * PLANTED["future-date"]
    faults += [("mode", lambda number: "by-ship")] * PLANTED["wrong-choice"]
    faults += [("place", lambda number: "ZQ"), ("partner", lambda number: "partner-999")] * (
        PLANTED["place-or-partner"] // 2)
    for number, (name, value) in enumerate(faults, 1):
        row = rows[number]
        if name == "start":
            row[column["end"]] = None
        row[column[name]] = value(number)
    return rows


def write_csv(path, heads, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heads)
        writer.writerows(rows)


def write_xlsx(path, heads, rows):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("records")
    sheet.append(heads)
    for row in rows:
        sheet.append(row)
    book.save(path)
