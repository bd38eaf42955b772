"""facts.py FACTS.txt FILE.pdf: whether the text of the file gives the facts, in their order.

FACTS.txt has a regular expression a line; blank lines and lines that begin with # are left out. Each
must match after the end of the one before it. Text is compared with white space and hyphens at line
ends undone, as a reader would read it on.
"""
import re
import subprocess
import sys


def reading_text(path):
    raw = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], capture_output=True, check=True)
    text = raw.stdout.decode("utf-8")
    text = re.sub(r"(?<=\w)[-\u2010\u00ad]\n(?=[a-z])", "", text)
    text = re.sub(r"\s+", " ", text)
    # A line end between two ideographs or Chinese marks is no space.
    return re.sub(r"(?<=[\u2014-\u2026\u3000-\u9fff\uff00-\uffef]) (?=[\u2014-\u2026\u3000-\u9fff\uff00-\uffef])", "", text)


def expressions(path):
    with open(path, encoding="utf-8") as file:
        lines = (line.strip() for line in file)
        return [line for line in lines if line and not line.startswith("#")]


def main(facts, path):
    text, place, missing = reading_text(path), 0, []
    wanted = expressions(facts)
    for expression in wanted:
        match = re.compile(expression).search(text, place)
        if match:
            place = match.end()
        else:
            early = re.search(expression, text[:place])
            missing.append(f"{'out of order' if early else 'missing'}: {expression}")
    print("\n".join(missing) or f"{len(wanted)} facts")
    return 1 if missing or not wanted else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
