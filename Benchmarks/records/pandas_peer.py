"""pandas_peer.py FOLDER csv|xlsx: the benchmark's work in pandas, workbooks through openpyxl."""
import os
import sys

import pandas

import shape


def table(folder, form, stem):
    """A file's table, all columns as text."""
    if form == "csv":
        path = os.path.join(folder, "records", stem + ".csv")
        return pandas.read_csv(path, dtype=str, keep_default_na=False, na_values=[""])
    import workbook
    return pandas.DataFrame(workbook.columns(folder, stem), dtype=str)


def days(column):
    """The first and the last day that each partial date can mean."""
    size = column.str.len()
    first = pandas.to_datetime(column.where(size == 10), format="%Y-%m-%d")
    last = first.copy()
    for length, form, step in ((7, "%Y-%m", pandas.offsets.MonthEnd(0)),
                               (4, "%Y", pandas.offsets.YearEnd(0))):
        rough = pandas.to_datetime(column[size == length], format=form)
        first.loc[rough.index] = rough
        last.loc[rough.index] = rough + step
    return first, last


def quantities(column):
    """Numbers and whether each is a lower bound or an estimate."""
    number = pandas.to_numeric(column, errors="coerce")
    rough = column[number.isna() & column.notna()]
    number.loc[rough.index] = rough.str.extract(r"([0-9.]+)", expand=False).astype(float)
    is_least = pandas.Series(False, index=column.index)
    is_about = is_least.copy()
    is_least.loc[rough.index] = rough.str.endswith("+") | rough.str.startswith(">=")
    is_about.loc[rough.index] = rough.str.startswith("~")
    return number, is_least, is_about


def typed(rows):
    rows["start_first"], rows["start_last"] = days(rows["start"])
    _, rows["end_last"] = days(rows["end"])
    rows["year"] = rows["start_first"].dt.year
    rows["days"] = pandas.to_numeric(rows["days"])
    rows["heads"], is_least, rows["is_about"] = quantities(rows["heads"])
    rows["is_partial"] = is_least | rows["heads"].isna()
    return rows


def problems(rows, partners, folder):
    """How many rows each check finds."""
    known = shape.places(folder)
    ids = pandas.concat([rows["id"], partners["id"]]).value_counts()
    wrong = pandas.Series(False, index=rows.index)
    for field, words in shape.CHOICES.items():
        wrong |= rows[field].notna() & ~rows[field].isin(words)
    found = {
        "duplicate-id": ids > 1,
        "unknown-place": pandas.concat(
            [t["place"].notna() & ~t["place"].isin(known) for t in (rows, partners)]),
        "dangling-partner": rows["partner"].notna() & ~rows["partner"].isin(partners["id"]),
        "end-before-start": rows["end_last"] < rows["start_first"],
        "future-date": rows["start_first"] > shape.CUT_OFF,
        "wrong-choice": wrong,
    }
    return {name: int(is_found.sum()) for name, is_found in found.items()}


def sums(rows, key):
    """The number of persons by a key, with its precision."""
    groups = rows.groupby(key)
    total = groups["heads"].sum(min_count=1)
    is_about, is_partial = groups["is_about"].any(), groups["is_partial"].any()
    return {key: shape.quantity(None if pandas.isna(number) else number, is_about[key],
                                is_partial[key]) for key, number in total.items()}


def series(rows):
    """Each indicator's value in each year."""
    result = {}
    for name, (direction, what) in shape.INDICATORS.items():
        chosen = rows[rows["direction"] == direction] if direction else rows
        if what == "heads":
            values = sums(chosen, "year")
        else:
            years = chosen.groupby("year")
            numbers = {"rows": lambda: years.size(),
                       "persons": lambda: years["person_key"].nunique(),
                       "days": lambda: years["days"].sum()}[what]()
            values = {year: shape.quantity(n, False, False) for year, n in numbers.items()}
        result[name] = {str(year): values.get(year) for year in shape.YEARS}
    return result


def main():
    folder, form = sys.argv[1:]
    partners = table(folder, form, "partners")
    rows = typed(table(folder, form, "mobilities"))
    period = rows[rows["year"] == shape.PERIOD]
    shape.answer(problems(rows, partners, folder), series(rows),
                 {field: sums(period, field) for field in shape.SPLITS})


if __name__ == "__main__":
    main()
