"""run.py --annals PROGRAM [--sizes S,S] [--rounds N] [--jobs J,J] [--out FILE]

Generates the reports, builds each with Annals and with Typst in interleaved rounds (A B A B ...), each
build a whole process, prints the medians and writes them to results.json. CPU is the kernel's account
of the process and of all that it started; ratios are taken round by round, so that a slow moment of
the machine weighs on both sides.
"""
import argparse
import json
import os
import platform
import statistics
import subprocess
import sys

from generator import annals_source, photographs, report, typst_source
from measurement import measure

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.join(HERE, "build")
HEAD = f'{"job":8} {"cpu s":>8} {"wall s":>8} {"peak MB":>8} {"KB":>8} {"pages":>6} {"ms/page":>8}'


def generate(size):
    """Writes the sources of a size; the folder of each engine has what that engine reads."""
    written = report.write(size)
    writers = {"annals": annals_source.write, "typst": typst_source.write}
    if size in report.CHARTED:
        writers = {"annals": lambda made, folder: annals_source.write(made, folder, figures=True),
                   "plain": lambda made, folder: annals_source.write(made, folder, figures=False)}
    for name, write in writers.items():
        folder = os.path.join(BUILD, size, name)
        os.makedirs(folder, exist_ok=True)
        link_photographs(folder)
        write(written, folder)


def link_photographs(folder):
    """Hard links: Annals follows no symbolic link out of a report's folder."""
    pool, images = os.path.join(BUILD, "photographs"), os.path.join(folder, "images")
    os.makedirs(images, exist_ok=True)
    for name in sorted(os.listdir(pool)):
        if not os.path.exists(os.path.join(images, name)):
            os.link(os.path.join(pool, name), os.path.join(images, name))


def command(job, size, annals):
    """What builds a size, and the file that it makes."""
    folder = os.path.join(BUILD, size)
    if job in ("annals", "plain"):
        language = "zh" if size.startswith("zh") else "en"
        made = os.path.join(folder, "out")
        return ([annals, "build", os.path.join(folder, job), "--to", "pdf", "--output", made],
                os.path.join(made, f"{job}.{language}.pdf"))
    made = os.path.join(folder, "typst.pdf")
    source = os.path.join(folder, "typst", "report.typ")
    return [sys.executable, os.path.join(HERE, "typst_build.py"), source, made], made


def pages(path):
    told = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    return int(next(line.split()[1] for line in told.splitlines() if line.startswith("Pages:")))


def run(size, jobs, rounds, annals):
    runs = {job: [] for job in jobs}
    for number in range(rounds):
        for job in jobs:
            made = measure(command(job, size, annals)[0])
            runs[job].append(made)
            print(f'# {size} round {number + 1} {job} {made["cpu_s"]:.2f} s', file=sys.stderr)
    result = {}
    for job in jobs:
        path = command(job, size, annals)[1]
        result[job] = {key: round(statistics.median(r[key] for r in runs[job]), 3)
                       for key in ("cpu_s", "wall_s", "peak_mb")}
        result[job] |= {"bytes": os.path.getsize(path), "pages": pages(path)}
    if {"annals", "plain"} <= set(jobs):
        shares = [1 - p["cpu_s"] / a["cpu_s"] for a, p in zip(runs["annals"], runs["plain"])]
        result["charts_share"] = round(statistics.median(shares), 3)
    if {"annals", "typst"} <= set(jobs):
        ratios = [a["cpu_s"] / t["cpu_s"] for a, t in zip(runs["annals"], runs["typst"])]
        result["cpu_ratio"] = round(statistics.median(ratios), 3)
    return result


def instructions(words):
    """How many instructions a build takes, which no other work on the machine changes."""
    counted = ["valgrind", "--tool=cachegrind", "--cache-sim=no",
               "--cachegrind-out-file=/dev/null", *words]
    told = subprocess.run(counted, capture_output=True, text=True, check=True).stderr
    line = next(line for line in told.splitlines() if "I refs:" in line or "I   refs:" in line)
    return int(line.split()[-1].replace(",", ""))


def count(size, jobs, annals, result):
    for job in jobs:
        result[job]["instructions"] = instructions(command(job, size, annals)[0])
    if {"annals", "plain"} <= set(jobs):
        whole, plain = result["annals"]["instructions"], result["plain"]["instructions"]
        result["charts_share_of_instructions"] = round(1 - plain / whole, 4)


def show(size, result, jobs):
    print(f"\n{size}\n{HEAD}")
    for job in jobs:
        r = result[job]
        print(f'{job:8} {r["cpu_s"]:8.2f} {r["wall_s"]:8.2f} {r["peak_mb"]:8.0f} '
              f'{r["bytes"] / 1000:8.0f} {r["pages"]:6} {1000 * r["cpu_s"] / r["pages"]:8.1f}')
    for key in ("charts_share", "charts_share_of_instructions"):
        if key in result:
            print(f'{key.replace("_", " ")}: {100 * result[key]:.1f} %')
    if "cpu_ratio" in result:
        print(f'CPU of annals to typst: {result["cpu_ratio"]:.2f}')
    sys.stdout.flush()


def listed(known):
    def parse(text):
        names = text.split(",")
        if wrong := [name for name in names if name not in known]:
            raise argparse.ArgumentTypeError(f"{wrong[0]!r} is not one of {', '.join(known)}")
        return names
    return parse


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--annals", required=True)
    parser.add_argument("--sizes", type=listed(report.SIZES), default="p20,p100,p400,zh100")
    parser.add_argument("--jobs", type=listed(("annals", "typst")), default="annals,typst")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--instructions", action="store_true",
                        help="count instructions too, by valgrind")
    parser.add_argument("--out", default=os.path.join(HERE, "results.json"))
    options = parser.parse_args()
    photographs.write(os.path.join(BUILD, "photographs"))
    print(f"{platform.machine()}, {os.cpu_count()} cores, median of {options.rounds} rounds")
    results = {}
    for size in options.sizes:
        generate(size)
        jobs = ["annals", "plain"] if size in report.CHARTED else options.jobs
        results[size] = run(size, jobs, options.rounds, options.annals)
        if options.instructions:
            count(size, jobs, options.annals, results[size])
        show(size, results[size], jobs)
        with open(options.out + ".part", "w", encoding="utf-8") as file:
            json.dump(results, file, indent=1)
            file.write("\n")
        os.replace(options.out + ".part", options.out)


if __name__ == "__main__":
    main()
