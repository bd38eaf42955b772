"""What the rows of the benchmark are, for the generator and for the peers."""
import json
import os
import sys

YEARS = range(2015, 2020)
PERIOD = 2019
CUT_OFF = "2019-12-31"
COLUMNS = ["id", "name.en", "direction", "persons", "partner", "place", "start", "end", "days",
           "mode", "purpose", "level", "heads", "person_key"]
CHOICES = {
    "direction": ["inbound", "outbound"],
    "persons": ["students", "staff"],
    "mode": ["physical", "blended", "virtual"],
    "purpose": ["study", "traineeship", "teaching", "training"],
}
# The indicators, as `indicators.yaml` declares them to Annals: a condition and what is added up.
INDICATORS = {
    "bench.mobilities": (None, "rows"),
    "bench.heads": (None, "heads"),
    "bench.outbound.heads": ("outbound", "heads"),
    "bench.inbound.heads": ("inbound", "heads"),
    "bench.outbound.persons": ("outbound", "persons"),
    "bench.inbound.persons": ("inbound", "persons"),
    "bench.days": (None, "days"),
}
# What is split by direction, class of person and place in the period.
SPLIT = "bench.heads"
SPLITS = ["direction", "persons", "place"]


def places(folder):
    """The codes that a row may name."""
    with open(os.path.join(folder, "places.txt"), encoding="utf-8") as file:
        return file.read().split()


def quantity(number, is_about, is_partial):
    """A sum as all three print it: an estimate stays one, what misses a part is a lower bound."""
    if number is None:
        return None
    word = "about" if is_about else "atLeast" if is_partial else "exact"
    return [int(number), word]


def answer(problems, series, splits):
    """Prints the result; the runner compares it with the others'."""
    json.dump({"problems": problems, "series": series, "splits": splits}, sys.stdout,
              sort_keys=True, indent=1)
    print()
