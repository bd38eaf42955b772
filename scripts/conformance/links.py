"""links.py FOLDER: every address in every page leads somewhere inside the folder, or is a plain link.

Also: ids are unique, both the language and the title are set, nothing that a page loads comes from
elsewhere or is script written into it, and no page weighs too much.
"""
import os
import sys
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

LOADED = {("img", "src"), ("script", "src"), ("link", "href"), ("source", "src"), ("iframe", "src"),
          ("object", "data"), ("embed", "src")}
HEAVIEST_PAGE = 1_000_000


class Page(HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.path, self.addresses, self.ids, self.faults = path, [], [], []
        self.language = self.title = None
        with open(path, encoding="utf-8") as file:
            self.feed(file.read())

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "html":
            self.language = attributes.get("lang")
        if tag == "title":
            self.title = True
        if "id" in attributes:
            self.ids.append(attributes["id"])
        for name, value in attributes.items():
            if name.startswith("on"):
                self.faults.append(f"an event handler {name} on {tag}")
            if name in ("href", "src", "data") and value is not None:
                loaded = (tag, name) in LOADED and attributes.get("rel") != "canonical"
                self.addresses.append((value.strip(), loaded))


def judge_address(page, address, loaded, pages):
    parts = urlsplit(address)
    if parts.scheme in ("http", "https", "mailto"):
        return f"loads {address}" if loaded else None
    if parts.scheme == "data":
        return None if loaded else f"a link to a data address {address[:40]}"
    if parts.scheme:
        return f"a link with the scheme {parts.scheme}"
    target = page.path
    if parts.path:
        target = os.path.normpath(os.path.join(os.path.dirname(page.path), unquote(parts.path)))
        if os.path.isdir(target):
            target = os.path.join(target, "index.html")
        if not os.path.isfile(target):
            return f"{address} leads nowhere"
    if parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids:
        return f"{address}: no such anchor"
    return None


def judge_page(page, pages):
    yield from page.faults
    if not page.language:
        yield "no language"
    if not page.title:
        yield "no title"
    for twice in sorted({i for i in page.ids if page.ids.count(i) > 1}):
        yield f"the id {twice} twice"
    if os.path.getsize(page.path) > HEAVIEST_PAGE:
        yield f"{os.path.getsize(page.path)} bytes"
    for address, loaded in page.addresses:
        if fault := judge_address(page, address, loaded, pages):
            yield fault


def main(folder):
    paths = [os.path.normpath(os.path.join(root, name)) for root, _, names in os.walk(folder)
             for name in names if name.endswith(".html")]
    pages = {path: Page(path) for path in sorted(paths)}
    faults = [f"{path}: {fault}" for path, page in pages.items() for fault in judge_page(page, pages)]
    print("\n".join(faults))
    return 1 if faults or not pages else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
