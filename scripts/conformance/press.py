"""press.py FILE.pdf...: what a press would print of a file, as Ghostscript separates it.

Each page is drawn as plates, one for each ink. No point may have more ink than the paper takes, nothing
of a process ink may lie beneath a spot ink, and on a page whose content sets black alone the plates of
cyan, magenta and yellow must be empty. qpdf must find no damage, poppler the boxes, the fonts, the
intent of the output, and no annotation.
"""
import os
import re
import subprocess
import sys
import tempfile

DOTS_PER_INCH = 50
# Per cent; rounding of four plates to 255 steps may add one.
INK_LIMIT = 301
PROCESS = ["Cyan", "Magenta", "Yellow", "Black"]


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, errors="replace")


def plate(path):
    """The samples of an uncompressed TIFF of eight bits a point, 255 for no ink; width, height, bytes."""
    data = open(path, "rb").read()
    order = "little" if data[:2] == b"II" else "big"

    def number(at, size):
        return int.from_bytes(data[at:at + size], order)

    sizes = {1: 1, 3: 2, 4: 4}
    tags = {}
    at = number(4, 4)
    for entry in range(number(at, 2)):
        place = at + 2 + 12 * entry
        tag, kind, count = number(place, 2), number(place + 2, 2), number(place + 4, 4)
        size = sizes.get(kind)
        if size is None:
            continue
        start = place + 8 if size * count <= 4 else number(place + 8, 4)
        tags[tag] = [number(start + size * i, size) for i in range(count)]
    samples = b"".join(
        data[start:start + length] for start, length in zip(tags[273], tags[279]))
    if tags.get(262, [1])[0] == 0:
        samples = bytes(255 - value for value in samples)
    return tags[256][0], tags[257][0], samples


def separations(path, folder):
    result = run(
        "gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-sCompression=none",
        "-dOverprint=/enable", f"-r{DOTS_PER_INCH}", f"-sOutputFile={folder}/p%04d.tif", path)
    if result.returncode or result.stderr:
        yield f"Ghostscript: {(result.stdout + result.stderr).strip()}"
    pages = {}
    for name in sorted(os.listdir(folder)):
        found = re.fullmatch(r"p(\d+)\((.+)\)\.tif", name)
        if found:
            pages.setdefault(int(found[1]), {})[found[2]] = plate(os.path.join(folder, name))[2]
    if not pages:
        yield "Ghostscript drew no plate"
    blacks = black_pages(path)
    for number, plates in sorted(pages.items()):
        inks = [[255 - value for value in samples] for samples in plates.values()]
        most = max(map(sum, zip(*inks)), default=0) * 100 / 255
        if most > INK_LIMIT:
            yield f"page {number}: {most:.0f} % of ink in one place"
        if number in blacks:
            for ink in PROCESS[:3]:
                if any(value != 255 for value in plates[ink]):
                    yield f"page {number}: {ink.lower()} on a page of black alone"
        for name, samples in plates.items():
            # A solid point of a spot ink has none of cyan, magenta and yellow; black may overprint.
            if name in PROCESS:
                continue
            for ink in PROCESS[:3]:
                if any(spot == 0 and under < 250 for spot, under in zip(samples, plates[ink])):
                    yield f"page {number}: {ink.lower()} beneath {name}"


def content(path):
    """The content of each page, by number, as qpdf writes it plainly."""
    data = subprocess.run(
        ["qpdf", "--qdf", "--object-streams=disable", path, "-"], capture_output=True).stdout
    for found in re.finditer(rb"%% Contents for page (\d+)\n.*?stream\n(.*?)\nendstream", data, re.S):
        yield int(found[1]), found[2]


def black_pages(path):
    """The pages that set black and its tints alone, and show no picture."""
    pages = set()
    for number, source in content(path):
        inks = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) [kK]\b", source)
        if inks and all(float(v) == 0 for ink in inks for v in ink[:3]) \
                and not re.search(rb"\bDo\b|\bscn\b|\bSCN\b", source):
            pages.add(number)
    return pages


def operators(path):
    for number, source in content(path):
        if re.search(rb"[\d.]\s+(rg|RG|g|G)\b", re.sub(rb"\((?:[^()\\]|\\.)*\)", b"", source)):
            yield f"page {number}: a colour in red, green and blue"


def form(path):
    check = run("qpdf", "--check", path)
    if check.returncode:
        yield f"qpdf --check: {(check.stdout + check.stderr).strip()}"
    info = run("pdfinfo", "-box", path).stdout
    if "PDF version:     1.6" not in info:
        yield "pdfinfo: the version is not 1.6"
    boxes = {}
    for name in ["MediaBox", "BleedBox", "TrimBox"]:
        found = re.search(rf"{name}:((?:\s+[-\d.]+){{4}})", info)
        boxes[name] = [float(value) for value in found[1].split()] if found else None
    if None in boxes.values():
        yield "pdfinfo: a box is missing"
    else:
        media, bleed, trim = boxes["MediaBox"], boxes["BleedBox"], boxes["TrimBox"]
        if not (media[0] <= bleed[0] < trim[0] < trim[2] < bleed[2] <= media[2]):
            yield f"pdfinfo: the boxes do not lie within one another: {boxes}"
    data = subprocess.run(
        ["qpdf", "--qdf", "--object-streams=disable", path, "-"], capture_output=True).stdout
    for must in [b"/GTS_PDFX", b"PDF/X-4", b"/Trapped /False", b"/DestOutputProfile"]:
        if must not in data:
            yield f"{must.decode()} is missing"
    for never in [b"/Annots", b"/DeviceRGB", b"/JavaScript", b"/OpenAction", b"/StructTreeRoot"]:
        if never in data:
            yield f"{never.decode()} is there"
    for line in run("pdffonts", path).stdout.splitlines()[2:]:
        if line.split()[-5] != "yes":
            yield f"not embedded: {line}"


def main(paths):
    failed = False
    for path in paths:
        with tempfile.TemporaryDirectory() as folder:
            for problem in [*form(path), *operators(path), *separations(path, folder)]:
                print(f"{os.path.basename(path)}: {problem}")
                failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
