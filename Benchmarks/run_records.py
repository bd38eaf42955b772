"""run_records.py --annals PROGRAM [--sizes N,N] [--forms csv,xlsx] [--rounds N] [--out FILE]

Generates records, then lets Annals, DuckDB and pandas read, check and count the same files in
interleaved rounds (A B C A B C ...), each run a whole process, and writes the medians. All three
must give the same figures, and find the same planted problems, or the benchmark fails.
"""
import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
from importlib.metadata import version

from measurement import measure
from records import generate, shape

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.join(HERE, "build", "records")
PEERS = ["duckdb", "pandas"]
JOBS = ["annals"] + PEERS
# The same rows under the shipped vocabulary, for what a user pays; no other program does that work.
SHIPPED = "shipped"
# What Annals calls the problems that the peers count.
CODES = {
    "duplicate-id": ["duplicate-id"], "end-before-start": ["end-before-start"],
    "future-date": ["future-date"], "wrong-choice": ["unknown-choice"],
    "place-or-partner": ["dangling-reference", "unknown-place"],
}


def command(job, folder, form, annals):
    if job == "annals":
        return [annals, "figures", folder, "--json"]
    if job == SHIPPED:
        return [annals, "figures", os.path.join(folder, "shipped.yaml"), "--json"]
    return [sys.executable, os.path.join(HERE, "records", job + "_peer.py"), folder, form]


def answer(job, path):
    """What a run said, in the peers' form."""
    with open(path, encoding="utf-8") as file:
        said = json.load(file)
    return said if job in PEERS else annals_answer(said)


def annals_answer(said):
    def value(quantity):
        return quantity and [int(quantity["value"]), quantity["precision"]]

    figures = {figure["id"]: figure for figure in said["figures"]}
    series = {}
    for name in shape.INDICATORS:
        points = {p["period"]: value(p.get("value")) for p in figures[name]["series"]}
        series[name] = {str(year): points.get(str(year)) for year in shape.YEARS}
    splits = {
        split["field"]: {part["key"]: value(part.get("value")) for part in split["parts"]}
        for split in figures[shape.SPLIT]["breakdowns"]
    }
    return {"series": series, "splits": splits}


def compare(answers, what):
    """Ends the benchmark where two programs give different figures."""
    first, *others = answers
    for job in others:
        for part in ("series", "splits"):
            if answers[job][part] != answers[first][part]:
                sys.exit(f"{what}: {job} and {first} differ in {part}:\n"
                         f"{difference(answers[first][part], answers[job][part])}")


def difference(a, b, path=""):
    """The first few values that differ, one a line."""
    if isinstance(a, dict) and isinstance(b, dict):
        lines = [difference(a.get(key), b.get(key), f"{path}/{key}")
                 for key in sorted(a.keys() | b.keys(), key=str)]
        return "\n".join([line for line in lines if line][:10])
    return "" if a == b else f"{path}: {a} and {b}"


def run(size, form, rounds, annals):
    folder = os.path.join(BUILD, str(size), form)
    runs = {job: [] for job in JOBS + [SHIPPED]}
    answers = {}
    for number in range(rounds):
        for job in runs:
            said = os.path.join(BUILD, f"{job}.json")
            made = measure(command(job, folder, form, annals), said_to=said)
            runs[job].append(made)
            if job in JOBS:
                answers[job] = answer(job, said)
            print(f'# {form} {size} round {number + 1} {job} {made["cpu_s"]:.2f} s',
                  file=sys.stderr)
        compare(answers, f"{form} {size}")
    return {job: {key: round(statistics.median(r[key] for r in runs[job]), 3)
                  for key in ("cpu_s", "wall_s", "peak_mb")} for job in runs}


def check_problems(form, annals):
    """All programs find the problems that the generator has planted, and no others."""
    folder = os.path.join(BUILD, "faulty", form)
    found = {}
    for job in PEERS:
        said = subprocess.run(command(job, folder, form, annals), capture_output=True, check=True)
        counts = json.loads(said.stdout)["problems"]
        counts["place-or-partner"] = counts.pop("unknown-place") + counts.pop("dangling-partner")
        found[job] = counts
    said = subprocess.run([annals, "check", folder, "--json"], capture_output=True, check=False)
    codes = [p["code"] for p in json.loads(said.stdout)["problems"] if p["severity"] == "error"]
    found["annals"] = {name: sum(map(codes.count, own)) for name, own in CODES.items()}
    if strange := sorted(set(codes) - {code for own in CODES.values() for code in own}):
        sys.exit(f"{form}: annals finds {', '.join(strange)}, which nobody has planted")
    for job, counts in found.items():
        if counts != generate.PLANTED:
            sys.exit(f"{form}: {job} finds {counts}, planted are {generate.PLANTED}")


def show(results):
    print(f'\n{"":12} {"job":8} {"cpu s":>8} {"wall s":>8} {"peak MB":>8} {"to annals":>10}')
    for form, sizes in results.items():
        for size, jobs in sizes.items():
            for job, r in jobs.items():
                ratio = jobs["annals"]["cpu_s"] / r["cpu_s"]
                print(f'{form:5} {size:>6} {job:8} {r["cpu_s"]:8.2f} {r["wall_s"]:8.2f} '
                      f'{r["peak_mb"]:8.0f} {ratio:9.2f}x')
    sys.stdout.flush()


def write(results, path):
    versions = {name: version(name) for name in ("duckdb", "pandas", "openpyxl")}
    machine = f"{platform.machine()}, {os.cpu_count()} cores"
    measured = {form: {size: {job: jobs[job] for job in JOBS} for size, jobs in sizes.items()}
                for form, sizes in results.items()}
    measured[SHIPPED] = {form: {size: jobs[SHIPPED] for size, jobs in sizes.items()}
                         for form, sizes in results.items()}
    with open(path + ".part", "w", encoding="utf-8") as file:
        json.dump(measured | {"machine": machine, "versions": versions}, file, indent=1)
        file.write("\n")
    os.replace(path + ".part", path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--annals", required=True)
    parser.add_argument("--sizes", type=lambda text: [int(n) for n in text.split(",")],
                        default=[10_000, 100_000])
    parser.add_argument("--forms", type=lambda text: text.split(","), default=["csv", "xlsx"])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--out", default=os.path.join(HERE, "results-records.json"))
    options = parser.parse_args()
    # A store that is kept from run to run would hide the import, which is what is measured.
    os.environ["ANNALS_CACHE"] = "off"
    generate.write_faulty(os.path.join(BUILD, "faulty"))
    for form in options.forms:
        check_problems(form, options.annals)
    results = {form: {} for form in options.forms}
    for size in options.sizes:
        generate.write(size, os.path.join(BUILD, str(size)))
        for form in options.forms:
            results[form][str(size)] = run(size, form, options.rounds, options.annals)
            write(results, options.out)
    show(results)


if __name__ == "__main__":
    main()
