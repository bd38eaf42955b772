"""duckdb_peer.py FOLDER csv|xlsx: the benchmark's work in DuckDB's SQL.

CSV by `read_csv`. DuckDB reads workbooks through an extension that is fetched from its own server,
not from PyPI; where it is not there, openpyxl reads the cells, pandas hands them over, and DuckDB
does the rest.
"""
import os
import sys

import duckdb

import shape


def source(database, folder, form, stem):
    """What to select the table of a file from, all columns as text."""
    path = os.path.join(folder, "records", f"{stem}.{form}")
    if form == "csv":
        return f"read_csv('{path}', header = true, all_varchar = true)"
    if has_excel(database):
        return f"read_xlsx('{path}', header = true, all_varchar = true)"
    import pandas
    import workbook
    database.register(stem + "_cells", pandas.DataFrame(workbook.columns(folder, stem), dtype=str))
    return stem + "_cells"


def has_excel(database):
    try:
        database.execute("LOAD excel")
        return True
    except duckdb.Error:
        return False


def day(name, part):
    """The first or last day that a partial date can mean."""
    month = f"try_cast({name} || '-01' AS DATE)"
    year = f"try_cast({name} || '-01-01' AS DATE)"
    first = f"coalesce(try_cast({name} AS DATE), {month}, {year})"
    if part == "first":
        return first
    return (f"CASE length({name}) "
            f"WHEN 4 THEN CAST({year} + INTERVAL 1 YEAR - INTERVAL 1 DAY AS DATE) "
            f"WHEN 7 THEN last_day({month}) ELSE try_cast({name} AS DATE) END")


def read(database, folder, form):
    """The typed tables."""
    database.execute(
        f"CREATE TABLE partner AS SELECT id, \"name.en\", kind, place "
        f"FROM {source(database, folder, form, 'partners')}")
    number = "coalesce(try_cast({0} AS DOUBLE), try_cast(regexp_extract({0}, '[0-9.]+') AS DOUBLE))"
    database.execute(f"""
        CREATE TABLE mobility AS SELECT
          id, "name.en", direction, persons, partner, place, mode, purpose, level, person_key,
          {day('"start"', 'first')} AS start_first, {day('"start"', 'last')} AS start_last,
          {day('"end"', 'last')} AS end_last,
          {number.format('days')} AS days, {number.format('heads')} AS heads,
          CASE WHEN heads LIKE '%+' OR heads LIKE '>=%' THEN 'at-least'
               WHEN heads LIKE '~%' THEN 'about' ELSE 'exact' END AS heads_precision
        FROM {source(database, folder, form, 'mobilities')}""")


def problems(database, folder):
    """How many rows each check finds."""
    database.execute("CREATE TABLE place AS SELECT unnest(?) AS code", [shape.places(folder)])

    def count(where, table="mobility"):
        return database.execute(f"SELECT count(*) FROM {table} WHERE {where}").fetchone()[0]

    twice = """(SELECT id FROM (SELECT id FROM mobility UNION ALL SELECT id FROM partner)
                GROUP BY id HAVING count(*) > 1)"""
    wrong = " OR ".join(
        f"{field} NOT IN ({', '.join(repr(word) for word in words)})"
        for field, words in shape.CHOICES.items())
    return {
        "duplicate-id": count("true", twice),
        "unknown-place": count("place NOT IN (SELECT code FROM place)")
        + count("place NOT IN (SELECT code FROM place)", "partner"),
        "dangling-partner": count("partner NOT IN (SELECT id FROM partner)"),
        "end-before-start": count("end_last < start_first"),
        "future-date": count(f"start_first > DATE '{shape.CUT_OFF}'"),
        "wrong-choice": count(wrong),
    }


SUM = """SELECT {key}, sum(heads), coalesce(bool_or(heads_precision = 'about'), false),
                bool_or(heads IS NULL OR heads_precision = 'at-least')
         FROM mobility WHERE {where} GROUP BY 1"""


def series(database):
    """Each indicator's value in each year."""
    counted = {"rows": "count(*)", "persons": "count(DISTINCT person_key)", "days": "sum(days)"}
    result = {}
    for name, (direction, what) in shape.INDICATORS.items():
        where = f"direction = '{direction}'" if direction else "true"
        if what == "heads":
            rows = database.execute(SUM.format(key="year(start_first)", where=where)).fetchall()
            values = {year: shape.quantity(*rest) for year, *rest in rows}
        else:
            rows = database.execute(
                f"SELECT year(start_first), {counted[what]} FROM mobility WHERE {where} "
                "GROUP BY 1").fetchall()
            values = {year: shape.quantity(number, False, False) for year, number in rows}
        result[name] = {str(year): values.get(year) for year in shape.YEARS}
    return result


def splits(database):
    """The parts of the period's number of persons."""
    where = f"year(start_first) = {shape.PERIOD}"
    return {
        field: {key: shape.quantity(*rest) for key, *rest in database.execute(
            SUM.format(key=field, where=where)).fetchall()}
        for field in shape.SPLITS
    }


def main():
    folder, form = sys.argv[1:]
    database = duckdb.connect()
    read(database, folder, form)
    shape.answer(problems(database, folder), series(database), splits(database))


if __name__ == "__main__":
    main()
