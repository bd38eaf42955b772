"""run.py --annals PROGRAM --build FOLDER --images FOLDER: sets the two pages by LuaLaTeX with microtype,
Typst and Annals, measures the lines, and writes the pictures and the numbers."""
import argparse
import json
import os
import subprocess

import typst
from PIL import Image

import lines
import sources


def set_annals(program, folder, language):
    sources.annals(os.path.join(folder, "page"), language)
    subprocess.run([program, "build", os.path.join(folder, "page"), "--to", "pdf", "--lang", language,
                    "--output", os.path.join(folder, "out")], check=True)
    return os.path.join(folder, "out", f"page.{language}.pdf")


def set_luatex(folder, language):
    path = os.path.join(folder, "page.tex")
    sources.luatex(path, language)
    subprocess.run(["lualatex", "-interaction=batchmode", "page.tex"], cwd=folder, check=True,
                   stdout=subprocess.DEVNULL)
    return os.path.join(folder, "page.pdf")


def set_typst(folder, language):
    path = os.path.join(folder, "page.typ")
    sources.typst(path, language)
    made = os.path.join(folder, "typst.pdf")
    typst.compile(path, output=made, font_paths=[sources.FONTS], ignore_system_fonts=True)
    return made


def picture(pdf, found, language, measure, path):
    """The block of text at 100 dots to the inch, in few greys."""
    number, height, rows = found
    scale = 100 / 72
    left = min(line[0][1] for _, line in rows) - 8
    top = height - rows[0][0] - sources.LEADING[language]
    depth = rows[0][0] - rows[-1][0] + sources.LEADING[language] * 1.6
    box = [round(value * scale) for value in (left, top, measure + 16, depth)]
    stem = path[:-4]
    subprocess.run(["pdftoppm", "-r", "100", "-f", str(number + 1), "-l", str(number + 1), "-gray",
                    "-x", str(box[0]), "-y", str(box[1]), "-W", str(box[2]), "-H", str(box[3]),
                    "-png", "-singlefile", pdf, stem], check=True)
    Image.open(path).quantize(16).save(path, optimize=True)


def main():
    parser = argparse.ArgumentParser()
    for name in ("annals", "build", "images"):
        parser.add_argument("--" + name, required=True)
    asked = parser.parse_args()
    measure = sources.MEASURE / 25.4 * 72
    engines = {"luatex": set_luatex, "typst": set_typst,
               "annals": lambda folder, language: set_annals(asked.annals, folder, language)}
    os.makedirs(asked.images, exist_ok=True)
    told = {}
    for language, measured in (("en", lines.english), ("zh", lines.chinese)):
        texts = [sources.curly(text) for text in sources.paragraphs(language)]
        sizes = [sources.SIZE] + ([sources.SIZE * sources.LATIN] if language == "zh" else [])
        for engine, make in engines.items():
            folder = os.path.abspath(os.path.join(asked.build, engine, language))
            os.makedirs(folder, exist_ok=True)
            pdf = make(folder, language)
            found = lines.read(pdf, sizes, texts[0][:3].replace(" ", ""), texts[-1][-4:].strip())
            groups = lines.paragraphs_of([line for _, line in found[2]], texts)
            told[f"{language} {engine}"] = {
                key: round(value, 3) for key, value in measured(groups, sources.SIZE, measure).items()}
            picture(pdf, found, language, measure,
                    os.path.join(asked.images, f"{language}-{engine}.png"))
    print(json.dumps(told, indent=2))


if __name__ == "__main__":
    main()
