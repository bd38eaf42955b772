"""pdf.py FILE.pdf: what readers other than ours find in the file.

qpdf must find no damage, every font must be embedded and say what its glyphs mean, poppler and
Ghostscript must draw every page without a word, and the text must come out of each page that has any.
"""
import os
import subprocess
import sys
import tempfile


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, errors="replace")


def damage(path):
    result = run("qpdf", "--check", path)
    if result.returncode:
        yield f"qpdf --check: {(result.stdout + result.stderr).strip()}"


def fonts(path):
    """pdffonts prints fixed columns: the five before the object number are emb, sub, uni."""
    lines = run("pdffonts", path).stdout.splitlines()[2:]
    if not lines:
        yield "pdffonts: no font at all"
    for line in lines:
        embedded, _, unicode = line.split()[-5:-2]
        if embedded != "yes":
            yield f"not embedded: {line}"
        if unicode != "yes":
            yield f"no map to Unicode: {line}"


def drawing(path):
    with tempfile.TemporaryDirectory() as folder:
        poppler = run("pdftoppm", "-r", "60", "-png", path, os.path.join(folder, "page"))
        if poppler.returncode or poppler.stderr:
            yield f"pdftoppm: {poppler.stderr.strip()}"
        if not os.listdir(folder):
            yield "pdftoppm drew no page"
    ghostscript = run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=nullpage", path)
    if ghostscript.returncode or ghostscript.stderr or "rror" in ghostscript.stdout:
        yield f"Ghostscript: {(ghostscript.stdout + ghostscript.stderr).strip()}"


def text(path):
    result = run("pdftotext", "-enc", "UTF-8", path, "-")
    if result.returncode or result.stderr:
        yield f"pdftotext: {result.stderr.strip()}"
    if not result.stdout.strip():
        yield "pdftotext: no text"
    if "\ufffd" in result.stdout:
        yield "pdftotext: a replacement character in the text"
    private = sorted({c for c in result.stdout if "\ue000" <= c <= "\uf8ff"})
    if private:
        yield f"pdftotext: private-use characters {', '.join(f'U+{ord(c):04X}' for c in private)}"


def main(path):
    faults = [fault for judge in (damage, fonts, drawing, text) for fault in judge(path)]
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
