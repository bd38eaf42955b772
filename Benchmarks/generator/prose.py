"""Real prose, English and Simplified Chinese, from Debian's package `debian-handbook`.

The book (CC BY-SA 3.0 or GPL 2 and later) is read where the package puts it; nothing of it is kept
here. The same chapters exist in both languages.
"""
import glob
import html
import os
import re
import sys

BOOK = "/usr/share/doc/debian-handbook/html"
EDITIONS = {"en": "en-US", "zh": "zh-CN"}
NOT_PROSE = re.compile(r"(?s)<(script|style|pre|head)\b.*?</\1>")
# The innermost blocks of text: those that hold no further block.
BLOCK = re.compile(
    r'(?s)<(div class="para"|p)\s*>((?:(?!<div|<p\b|</div|</p>).)*)</(?:div|p)>')
IDEOGRAPH = re.compile("[\u4e00-\u9fff]")
LATIN = set(map(chr, range(32, 127))) | set("éàëîôÉ–—’“”…×")
CHINESE = LATIN | set("、。《》「」！（），：；？")


def ideographs(text):
    return len(IDEOGRAPH.findall(text))


def is_prose(text, language):
    long_enough = len(text.split()) >= 18 if language == "en" else len(text) >= 40
    return long_enough and "://" not in text and "``" not in text


def is_settable(text, language):
    """Whether every engine's fonts have its characters."""
    known = LATIN if language == "en" else CHINESE
    return all(c in known or (language == "zh" and IDEOGRAPH.match(c)) for c in text)


def paragraphs(language):
    """The paragraphs of the book, in its order."""
    pages = sorted(glob.glob(f"{BOOK}/{EDITIONS[language]}/*.html"))
    if not pages:
        sys.exit("the Debian handbook is not installed; run scripts/setup.sh --bench")
    found = []
    for page in pages:
        if os.path.basename(page) in ("index.html", "ix01.html"):
            continue
        with open(page, encoding="utf-8") as file:
            source = NOT_PROSE.sub(" ", file.read())
        for match in BLOCK.finditer(source):
            text = html.unescape(re.sub(r"<[^>]+>", "", match.group(2)))
            text = re.sub(r"\s+", " ", text).strip()
            if is_prose(text, language) and is_settable(text, language):
                found.append(text)
    if language == "zh":
        # Some paragraphs of the Chinese edition are not translated: a fourth of them stays, as
        # Latin runs in a Chinese report.
        found = [p for n, p in enumerate(found) if ideographs(p) > 20 or n % 4 == 0]
    return found
