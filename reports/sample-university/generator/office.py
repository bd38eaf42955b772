"""The records as they are written, and dates and numbers as an office has them."""
import csv
import datetime
import os
import random

YEARS = range(2015, 2020)
LAST_DAY = datetime.date(2019, 12, 31)
HOME = "sample-university"
# How likely something is to begin in each month: students by term and in summer, staff all year.
STUDENT_MONTHS = [3, 10, 14, 3, 2, 4, 12, 8, 30, 8, 4, 2]
STAFF_MONTHS = [4, 2, 8, 9, 11, 9, 7, 4, 9, 13, 14, 10]


class Office:
    """What has been written so far, for what comes later to refer to."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.rows = {}
        self.partners = []
        self.exchange_agreements = {}
        self.centres = []

    # Records.

    def add(self, kind, /, **fields):
        """Adds a record to `kind`.csv; `name=("en", "zh")` is a text in both languages, a list
        joins by `;`, and None is not reported."""
        row = {}
        for key, value in fields.items():
            if isinstance(value, tuple):
                row[key + ".en"], row[key + ".zh"] = value
            elif isinstance(value, list):
                row[key] = ";".join(value)
            elif value is not None:
                row[key] = str(value)
        self.rows.setdefault(kind, []).append(row)
        return row["id"]

    def save(self, folder):
        """Writes one file for each kind, and returns how many records there are."""
        os.makedirs(folder, exist_ok=True)
        for kind, rows in self.rows.items():
            heads = dict.fromkeys(key for row in rows for key in row)
            path = os.path.join(folder, kind + ".csv")
            with open(path, "w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, heads, lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)
        return sum(map(len, self.rows.values()))

    # Dates and numbers.

    def day(self, year, months=None):
        month = self.chance.choices(range(1, 13), months or [1] * 12)[0]
        return datetime.date(year, month, self.chance.randint(1, 28))

    def rough(self, day):
        """A day as somebody wrote it down: mostly the day, sometimes the month, rarely the year."""
        luck = self.chance.random()
        if luck < 0.90:
            return day.isoformat()
        if luck < 0.98:
            return f"{day:%Y-%m}"
        return f"{day:%Y}" if luck < 0.993 else f"{day:%Y-%m}~"

    def span(self, day, days):
        """`2019-05-06/2019-05-08`, never past the last day."""
        last = min(day + datetime.timedelta(days=days - 1), LAST_DAY)
        return day.isoformat() if last == day else f"{day}/{last}"

    def count(self, low, high, year):
        """A head-count: mostly exact, sometimes a lower bound; in the first years, when nobody
        looked closely, also an estimate or nothing at all."""
        number = self.chance.randint(low, high)
        luck = self.chance.random()
        if luck < 0.97:
            return number if year >= 2017 or luck < 0.91 else None
        rounded = max(10, number // 10 * 10)
        return f"~{rounded}" if year < 2017 and luck > 0.985 else f"{rounded}+"

    # Partners.

    def partner(self, day, kinds=("university", "college", "school")):
        """A partner of that day; the heavier, the likelier."""
        found = [p for p in self.partners if p["kind"] in kinds and p["since"] <= day
                 and not (p["until"] and p["until"] < day)]
        return self.chance.choices(found, [p["weight"] for p in found])[0]
