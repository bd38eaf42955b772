"""Reads the lines of a PDF and measures them, for all engines alike: from where the glyphs stand."""
import re
import statistics

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTContainer

# The space of Source Serif Pro is 0.233 em; TeX stretches it by a half and shrinks it by a third.
SPACE = 0.233
STARTS = set("，。、；：！？）》〉】」』”’…％‰℃")
COUNTERS = set("年月日个名人份次种多余")
ENDS = set("（《〈【「『“‘￥$№")


def characters(item):
    if isinstance(item, LTChar):
        yield item
    elif isinstance(item, LTContainer):
        for child in item:
            yield from characters(child)


def is_han(text):
    return "\u4e00" <= text <= "\u9fff"


def read(path, sizes, first, last):
    """The lines of the text from the one that begins with `first` to the one that ends with `last`:
    each a list of (text, left, right), and the box around them in points on page."""
    for number, page in enumerate(extract_pages(path, laparams=LAParams(all_texts=True))):
        rows = {}
        for char in characters(page):
            if any(abs(char.matrix[3] - size) < 0.2 or abs(char.size - size) < 0.2 for size in sizes):
                rows.setdefault(round(char.matrix[5]), []).append(char)
        found = []
        for y in sorted(rows, reverse=True):
            line = [(c.get_text(), c.x0, c.x1) for c in sorted(rows[y], key=lambda c: c.x0)]
            text = "".join(part[0] for part in line).replace(" ", "")
            if not found and not text.startswith(first):
                continue
            found.append((y, [part for part in line if part[0].strip()]))
            if text.endswith(last):
                return number, page.height, found
    raise ValueError(f"{path} has no text from {first} to {last}")


def joined(line):
    return "".join(text for text, _, _ in line)


def paragraphs_of(lines, texts):
    """The lines of each paragraph: a paragraph ends where its last letters end a line."""
    groups, at = [[]], 0
    for line in lines:
        groups[-1].append(line)
        if re.sub(r"\s", "", texts[at]).endswith(joined(line)[-6:]) and at + 1 < len(texts):
            rest = len(re.sub(r"\s", "", texts[at])) - sum(len(joined(l)) for l in groups[-1])
            if rest < 30:
                groups.append([])
                at += 1
    return groups


def gaps(line):
    """Word spaces as (centre, width): what stands between two glyphs by more than a tenth of an em."""
    found = []
    for (_, _, right), (_, left, _) in zip(line, line[1:]):
        if left - right > 1.05:
            found.append(((left + right) / 2, left - right))
    return found


def ratio(line, size):
    widths = [width for _, width in gaps(line)]
    if not widths:
        return 0
    excess = sum(widths) / len(widths) - SPACE * size
    return excess / (SPACE * size / (2 if excess > 0 else 3))


def rivers(lines):
    """Lines that a river runs through beyond three, over all rivers."""
    above, excess = [], 0
    for line in lines:
        here = []
        for centre, width in gaps(line):
            reached = [n for at, n in above if abs(at - centre) <= width * 0.75]
            here.append((centre, 1 + max(reached, default=0)))
        excess += sum(1 for _, n in here if n > 3)
        above = here
    return excess


def english(groups, size, measure):
    ratios, jumps, hyphens, ladder, runts = [], [], 0, 0, 0
    for lines in groups:
        own = [ratio(line, size) for line in lines[:-1]]
        ratios += own
        jumps += [abs(a - b) for a, b in zip(own, own[1:])]
        length = 0
        for line in lines[:-1]:
            length = length + 1 if joined(line)[-1] in "-\u2010\u00ad" else 0
            hyphens += length > 0
            ladder = max(ladder, length)
        left = min(line[0][1] for line in lines)
        runts += lines[-1][-1][2] - left < 0.12 * measure
    return {
        "lines": sum(map(len, groups)), "msr": sum(r * r for r in ratios) / len(ratios),
        "worst": max(ratios), "contrast": sum(jumps) / len(jumps), "hyphens": hyphens,
        "ladder": ladder, "runts": runts, "rivers": sum(rivers(lines) for lines in groups)}


def dash_of(line):
    """The width of a line's dash in points: one glyph or two; 0 for none."""
    marks = [at for at, (text, _, _) in enumerate(line) if text[0] in "\u2014\u2e3a"]
    if not marks or marks[-1] + 1 == len(line):
        return 0
    return line[marks[-1] + 1][1] - line[marks[0]][1]


def chinese(groups, size, measure):
    spaces, latin, broken, short, total, ragged, cut, dash = [], [], 0, 0, 0, 0, 0, 0
    for lines in groups:
        # The first line is indented, and a figure may stand out of the measure.
        edge = statistics.median(line[0][1] for line in lines) + measure
        total += len(lines)
        short += sum(map(is_han, joined(lines[-1]))) < 2
        for above, line in zip(lines, lines[1:]):
            cut += joined(above)[-1].isdigit() and joined(line)[0] in COUNTERS
        for line in lines:
            text = joined(line)
            dash = max(dash, dash_of(line) / size)
            broken += text[0] in STARTS or text[-1] in ENDS
        for line in lines[:-1]:
            text = line[-1][0]
            # The ink of a mark is in the left half of its square.
            right = line[-1][1] + size / 2 if text in STARTS else line[-1][2]
            ragged += abs(right - edge) > 0.5
            for (a, left, end), (b, next_left, _) in zip(line, line[1:]):
                if is_han(a) and is_han(b):
                    spaces.append((next_left - left - size) / size)
                elif (is_han(a) and b.isascii() and b.isalnum()) or (
                        is_han(b) and a.isascii() and a.isalnum()):
                    latin.append((next_left - end) / size)
    mean = sum(latin) / len(latin)
    return {
        "lines": total, "han": (sum(s * s for s in spaces) / len(spaces)) ** 0.5,
        "widest": max(spaces), "gap": mean, "broken": broken, "short": short, "ragged": ragged,
        "cut": cut, "dash": dash}
