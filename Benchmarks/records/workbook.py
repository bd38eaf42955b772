"""Reads a sheet with openpyxl in its streaming mode, for both peers."""
import datetime
import itertools
import os

import openpyxl


def columns(folder, stem):
    """The cells of each column as text, as a CSV file would give them; None for an empty cell."""
    book = openpyxl.load_workbook(os.path.join(folder, "records", stem + ".xlsx"), read_only=True)
    rows = book.worksheets[0].iter_rows(values_only=True)
    heads = next(rows)
    cells = [[] for _ in heads]
    for row in rows:
        # A row ends with its last cell that is not empty.
        for column, value in itertools.zip_longest(cells, row):
            column.append(text(value))
    book.close()
    return dict(zip(heads, cells))


def text(value):
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return str(value)
