#!/usr/bin/env python3
"""generate.py [FOLDER]: writes the records of the invented university, the same bytes each time.

Python's standard library is enough. FOLDER is `records` beside this file unless it is named; files
there that are written by hand (institution.yaml, claims.yaml, stated.yaml) stay as they are.

Nothing here is about an institution that exists: only the codes of countries and regions are real.
The shape is that of a real office's five years: growth with a dip in 2018, two peaks a year, a few
countries and partners with most of the exchange, and a small share of what is missing, rough or a
lower bound. generator/invented.py has the words, the files beside it the kinds of record.
"""
import os
import sys

# No compiled files beside the report.
sys.dont_write_bytecode = True

from generator import exchange, signed, standing
from generator.office import Office


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    office = Office(seed=2019)
    standing.write(office)
    signed.write(office)
    exchange.write(office)
    count = office.save(sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "records"))
    print(count, "records")


if __name__ == "__main__":
    main()
