#!/usr/bin/env python3
"""gallery.py ANNALS: builds every example of docs/gallery/source and writes docs/gallery.

An example is a YAML file. A list is blocks: all of a group become one report, a section each, and
the picture is what stands beneath the section's title; where that is a chart or a map, its drawing on
the web stands beside it. A mapping is keys of the outline: it becomes a report of its own, and the
pictures are whole pages. Needs poppler-utils and nothing else.
"""
import re
import shutil
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
GALLERY = ROOT / "docs/gallery"
SOURCE = GALLERY / "source"
SAMPLE = ROOT / "reports/sample-university"
PICTURES = ROOT / "reports/specimen/pictures"
WORK = ROOT / "out/gallery"
BLOCK_THEME = "theme: {base: institutional, apparatus: light, opener-depth: 0}\n"
BLOCK_DPI, PAGE_DPI = 120, 40
TALLEST = 640

GROUPS = {
    "blocks": ("Blocks", "What a section is made of: the values of `blocks:` in an outline."),
    "charts": ("Charts", "The forms of a chart; [charts.md](../outline/charts.md) has the keys."),
    "maps": ("Maps", "The forms of a map; [maps.md](../outline/maps.md) has the keys."),
    "themes": ("Themes", "Cover and two pages of the same report in each theme; "
               "[themes.md](../outline/themes.md) has the tokens."),
    "patterns": ("Page patterns", "Pages that a report, a brochure or a theme can have."),
}


class Example:
    def __init__(self, path):
        self.name, self.group = path.stem, path.parent.name
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        comments = [line[1:].strip() for line in lines if line.startswith("#")]
        self.yaml = "".join(line for line in lines if not line.startswith("#"))
        picked = [word for word in comments if word.startswith("pages:")]
        self.pages = picked[0][6:].split() if picked else []
        self.says = " ".join(word for word in comments if not word.startswith("pages:"))
        self.is_list = self.yaml.startswith("-")
        self.pictures = []
        self.drawing = None

    @property
    def token(self):
        """A word that no text of an example holds, by which its page is found."""
        return "x" + re.sub("[^a-z0-9]", "x", self.name) + "x"


def section(example):
    """A section with the example's blocks under it."""
    blocks = "".join("      " + line for line in example.yaml.splitlines(keepends=True))
    end = "    notes: end\n" if "end_notes" in example.yaml else ""
    return (f"  - anchor: example-{example.name}\n    numbered: false\n{end}"
            f"    title: {{en: {example.token}, zh: {example.token}}}\n    blocks:\n{blocks}")


def group_outline(examples):
    head = (SOURCE / "head.yaml").read_text(encoding="utf-8")
    return head + BLOCK_THEME + "sections:\n" + "".join(section(e) for e in examples)


def own_outline(example):
    text = (SOURCE / "head.yaml").read_text(encoding="utf-8") + example.yaml
    if not re.search("^sections:", example.yaml, re.M):
        text += (SOURCE / "sections.yaml").read_text(encoding="utf-8")
    return text


def build(annals, name, outline):
    """Builds a report of the gallery and returns its English pages."""
    folder = WORK / name
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SAMPLE / "records", folder / "records")
    shutil.copy(SAMPLE / "indicators.yaml", folder)
    shutil.copytree(SAMPLE / "text", folder / "text")
    shutil.copytree(SOURCE / "text", folder / "text", dirs_exist_ok=True)
    shutil.copytree(PICTURES, folder / "pictures")
    (folder / "maps").mkdir()
    shutil.copy(SOURCE / "maps/areas.json", folder / "maps")
    (folder / "report.yaml").write_text(outline, encoding="utf-8")
    made = WORK / f"{name}-made"
    shutil.rmtree(made, ignore_errors=True)
    products = "pdf" if "format: brochure" in outline else "pdf,html"
    subprocess.run([annals, "build", str(folder), "--to", products, "--lang", "en", "--output",
                    str(made)], check=True, stdout=subprocess.DEVNULL)
    found = sorted(made.glob("*.pdf"))
    if not found:
        sys.exit(f"{name}: no pages were made")
    return found[0]


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def page_count(pdf):
    return int(re.search(rb"Pages:\s+(\d+)", run("pdfinfo", str(pdf))).group(1))


def picture(pdf, page, dpi):
    """A page as (width, height, RGB bytes)."""
    data = run("pdftoppm", "-r", str(dpi), "-f", str(page), "-l", str(page), str(pdf))
    fields = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", data)
    return int(fields.group(1)), int(fields.group(2)), data[fields.end():]


def titles(pdf):
    """The page and the foot of each word that is alone in the document, in points."""
    page, found = 0, {}
    for line in run("pdftotext", "-bbox", str(pdf), "-").decode("utf-8").splitlines():
        page += line.lstrip().startswith("<page ")
        word = re.search(r'yMax="([\d.]+)">(x[a-z0-9]+x)</word>', line)
        if word:
            found.setdefault(word.group(2), (page, float(word.group(1))))
    return found


def crop(image, top, bottom):
    """The ink between two rows, with a little white around it."""
    width, height, data = image
    stride = width * 3
    white = b"\xff" * stride
    rows = [y for y in range(max(0, top), min(height, bottom))
            if data[y * stride:(y + 1) * stride] != white]
    if not rows:
        return None
    first, last = rows[0], rows[-1]
    if last - first > TALLEST:
        # A long block ends between two lines.
        gaps = [y for y in range(first + TALLEST // 2, first + TALLEST)
                if data[y * stride:(y + 1) * stride] == white]
        last = gaps[-1] if gaps else first + TALLEST
    lines = [data[y * stride:(y + 1) * stride] for y in range(first, last + 1)]
    left = min(next(x for x in range(width) if line[3 * x:3 * x + 3] != b"\xff" * 3)
               for line in lines if line != white)
    right = max(next(x for x in range(width - 1, -1, -1) if line[3 * x:3 * x + 3] != b"\xff" * 3)
                for line in lines if line != white)
    edge = 8
    left, right = max(0, left - edge), min(width, right + edge + 1)
    body = b"".join(line[3 * left:3 * right] for line in lines)
    margin = b"\xff" * (3 * (right - left) * edge)
    return right - left, len(lines) + 2 * edge, margin + body + margin


def side_by_side(images, gap=10):
    """Pages in a row on a grey ground, each within a white margin."""
    grey = b"\xd8\xda\xdd"
    height = max(image[1] for image in images) + 2 * gap
    rows = []
    for y in range(height):
        row = grey * gap
        for width, tall, data in images:
            inside = gap <= y < gap + tall
            row += data[(y - gap) * width * 3:(y - gap + 1) * width * 3] if inside else grey * width
            row += grey * gap
        rows.append(row)
    return len(rows[0]) // 3, height, b"".join(rows)


def palette(data, size):
    """So many colours that stand for all others, and the index of each colour's stand-in."""
    counts = {}
    for i in range(0, len(data), 3):
        key = data[i:i + 3]
        counts[key] = counts.get(key, 0) + 1
    ranked = sorted(counts, key=lambda key: (-counts[key], key))
    chosen = []
    for key in ranked:
        # Neighbours of a colour that is there already are no gain.
        if all(sum(abs(a - b) for a, b in zip(key, other)) > 30 for other in chosen):
            chosen.append(key)
            if len(chosen) == size:
                break
    index = {}
    for key in ranked:
        index[key] = min(range(len(chosen)), key=lambda i: sum(
            (a - b) ** 2 for a, b in zip(key, chosen[i])))
    return chosen, index


def png(image, size=48):
    """A palette PNG (ISO/IEC 15948)."""
    width, height, data = image
    colours, index = palette(data, size)
    if len(colours) > 16:
        depth = 8
    else:
        depth = 4
    rows = bytearray()
    for y in range(height):
        rows.append(0)
        line = [index[data[i:i + 3]] for i in range(y * width * 3, (y + 1) * width * 3, 3)]
        if depth == 4:
            line += [0] * (len(line) % 2)
            line = [a << 4 | b for a, b in zip(line[::2], line[1::2])]
        rows += bytes(line)

    def chunk(kind, body):
        return (struct.pack(">I", len(body)) + kind + body
                + struct.pack(">I", zlib.crc32(kind + body)))

    return (b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, 3, 0, 0, 0))
            + chunk(b"PLTE", b"".join(colours)) + chunk(b"IDAT", zlib.compress(bytes(rows), 9))
            + chunk(b"IEND", b""))


def small_png(image):
    """The picture with as many colours as keep it under 40 kB."""
    for size in (64, 32, 16, 8):
        made = png(image, size)
        if len(made) < 40_000:
            return made
    return made


def save(example, image):
    folder = GALLERY / "pictures"
    folder.mkdir(exist_ok=True)
    name = f"{example.group}-{example.name}.png"
    (folder / name).write_bytes(small_png(image))
    example.pictures.append(name)


def web_page(pdf):
    """The English page of the web edition beside a PDF, and its style sheet."""
    folder = pdf.parent / "web"
    return ((folder / "en/index.html").read_text(encoding="utf-8"),
            (folder / "assets/annals.css").read_text(encoding="utf-8"))


def rules(css, body):
    """What the style sheet says of a drawing: the inks it uses, light and dark, and its shapes."""
    classes = set(re.findall(r"k-[a-z0-9]+", body))
    inks = [line for line in css.splitlines()
            if (ink := re.match(r"\.(k-[a-z0-9]+) ", line)) and ink.group(1) in classes]
    shapes = re.findall(r"^\.drawing [^{]*\{[^}]*\}", css, re.M)
    roots = [re.findall(r"^ *(--[a-z0-9-]+): (#[0-9a-f]{6});", part, re.M)
             for part in re.findall(r"^ *:root \{(.*?)\}", css, re.M | re.S)]
    used = set(re.findall(r"var\((--[a-z0-9-]+)\)", "".join(inks + shapes)))
    sets = [";".join(f"{key}:{value}" for key, value in root if key in used)
            for root in roots if root]
    dark = f"@media (prefers-color-scheme: dark) {{ :root {{{sets[1]}}} }}\n" if sets[1:] else ""
    face = '--sans:"Source Sans 3","Source Sans Pro",system-ui,sans-serif'
    ground = ".drawing { background: var(--paper); }"
    return "\n".join([f":root {{{face};{sets[0]}}}", dark + ground, *shapes, *inks])


def drawing(page, css, name):
    """The drawing of an example for wide screens as a file of its own; None where it has none."""
    start = page.find(f'id="example-{name}"')
    if start < 0:
        return None
    end = page.find('id="example-', start + 1)
    part = page[start:end if end > 0 else len(page)]
    found = re.search(r'<div class="for-wide"[^>]* aria-label="([^"]*)"[^>]*>\s*(<svg.*?</svg>)'
                      r'|(<svg class="drawing for-wide".*?</svg>)', part, re.S)
    if not found:
        return None
    svg = found.group(2) or found.group(3)
    says = found.group(1) or re.search(r'aria-label="([^"]*)"', svg).group(1)
    box = re.search(r'viewBox="([^"]*)"', svg).group(1)
    body = svg[svg.index(">") + 1:svg.rindex("</svg>")]
    # Values on focus need a page around them.
    body = re.sub(r'<g class="spot".*?</g>', "", body, flags=re.S)
    # Words at an edge may reach a little over it.
    edge = 12
    width, height = (round(float(side) + 2 * edge, 1) for side in box.split()[2:])
    text = (f'<svg xmlns="http://www.w3.org/2000/svg" class="drawing" width="{width}" '
            f'height="{height}" viewBox="{-edge} {-edge} {width} {height}" role="img">\n<title>{says}</title>\n'
            f"<style>\n{rules(css, body)}\n</style>\n{body}\n</svg>\n")
    ElementTree.fromstring(text)
    return text


def save_drawing(example, page, css):
    text = drawing(page, css, example.name)
    if text:
        example.drawing = f"{example.group}-{example.name}.svg"
        (GALLERY / "pictures" / example.drawing).write_text(text, encoding="utf-8")


def show_blocks(annals, group, examples):
    pdf = build(annals, group, group_outline(examples))
    places = titles(pdf)
    page_of_web, css = web_page(pdf)
    for example in examples:
        if example.token not in places:
            sys.exit(f"{group}/{example.name}: its page was not found")
        page, foot = places[example.token]
        image = picture(pdf, page, BLOCK_DPI)
        scale = BLOCK_DPI / 72
        found = crop(image, int((foot + 2) * scale), int(image[1] - 62 * scale))
        if found is None:
            sys.exit(f"{group}/{example.name}: nothing stands under its title")
        save(example, found)
        save_drawing(example, page_of_web, css)


def show_pages(annals, example):
    pdf = build(annals, f"{example.group}-{example.name}", own_outline(example))
    count = page_count(pdf)
    wanted = [count if word == "last" else int(word) for word in example.pages or ["1"]]
    dpi = PAGE_DPI if len(wanted) > 1 else PAGE_DPI + 8
    images = [picture(pdf, page, dpi) for page in sorted({min(page, count) for page in wanted})]
    save(example, side_by_side(images))


def alternative(example):
    return re.sub(r"\[([^\]]*)\]\([^)]*\)|`", r"\1", example.says).rstrip(".")


def page_text(group, examples):
    title, says = GROUPS[group]
    lines = [f"# {title}", "", says, "",
             "All data is invented. Made by `make gallery` from "
             f"[source/{group}](source/{group}); do not edit.", ""]
    for example in examples:
        lines += [f"## {example.name}", "", example.says, "", "<table><tr><td width=\"55%\">", ""]
        lines += [f"![{alternative(example)}](pictures/{name})" for name in example.pictures]
        if example.drawing:
            lines += ["", f"On the web ([SVG](pictures/{example.drawing})):", "",
                      f"![{alternative(example)}, on the web](pictures/{example.drawing})"]
        lines += ["", "</td><td>", "", "```yaml", example.yaml.rstrip("\n"), "```", "",
                  "</td></tr></table>", ""]
    return "\n".join(lines)


def read_me(groups):
    lines = ["# Gallery", "",
             "Each block, chart, map, theme and page pattern as a small picture beside the YAML that "
             "makes it.", "",
             "The data is that of `reports/sample-university`, a university that does not exist. "
             "Every example is a file of its own under [source](source): it is built by Annals, and "
             "its picture is cut out of the page, and the drawings of charts and maps are taken from "
             "the web edition too, light and dark. `make gallery` makes all of it anew; a test fails "
             "where a block or a form has no example, or where an example no longer composes.", ""]
    for group, examples in groups.items():
        lines += [f"## [{GROUPS[group][0]}]({group}.md)", "",
                  ", ".join(f"[{e.name}]({group}.md#{e.name})" for e in examples), ""]
    return "\n".join(lines)


def main():
    annals = sys.argv[1]
    only = sys.argv[2:]
    groups = {name: [Example(path) for path in sorted((SOURCE / name).glob("*.yaml"))]
              for name in GROUPS}
    for group, examples in groups.items():
        if only and group not in only:
            for e in examples:
                e.pictures.append(f"{group}-{e.name}.png")
                svg = f"{group}-{e.name}.svg"
                e.drawing = svg if (GALLERY / "pictures" / svg).exists() else None
            continue
        blocks = [e for e in examples if e.is_list]
        if blocks:
            show_blocks(annals, group, blocks)
        for example in examples:
            if not example.is_list:
                show_pages(annals, example)
        print(f"{group}: {len(examples)} examples", flush=True)
    made = {name for examples in groups.values() for e in examples for name in e.pictures}
    made |= {e.drawing for examples in groups.values() for e in examples}
    for path in (GALLERY / "pictures").iterdir():
        if path.name not in made:
            path.unlink()
    for group, examples in groups.items():
        (GALLERY / f"{group}.md").write_text(page_text(group, examples), encoding="utf-8")
    (GALLERY / "README.md").write_text(read_me(groups), encoding="utf-8")


main()
