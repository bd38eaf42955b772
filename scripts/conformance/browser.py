"""browser.py FOLDER [--shots FOLDER]: the web edition as Chromium shows it.

Each page is opened from a server on the loopback address. Judged: axe (WCAG 2.2 AA) in light, dark and
print; no sideways scrolling from 320 to 1440 pixels; dark colours where the reader asks for them; a
light page on paper; every tab stop visible with a skip link first; no motion where the reader asks for
none; the same words without script; declarations that Chromium drops; nothing on the console and
nothing loaded from elsewhere.
"""
import contextlib
import functools
import http.server
import os
import shutil
import sys
import threading
from importlib.util import find_spec

from playwright.sync_api import sync_playwright

WIDTHS = (320, 390, 820, 1440)
SETTLED_PIXELS = 1

LUMINANCE = """() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const luminance = colour => {
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const d = canvas.getImageData(0, 0, 1, 1).data;
    return (0.2126 * d[0] + 0.7152 * d[1] + 0.0722 * d[2]) / 255;
  };
  let paper = 'white';
  for (const element of [document.documentElement, document.body]) {
    const colour = getComputedStyle(element).backgroundColor;
    if (colour !== 'rgba(0, 0, 0, 0)' && colour !== 'transparent') paper = colour;
  }
  return {paper: luminance(paper), ink: luminance(getComputedStyle(document.body).color)};
}"""

WIDE = """() => {
  const page = document.documentElement;
  if (page.scrollWidth <= page.clientWidth + %d) return null;
  const wide = [...document.body.querySelectorAll('*')]
    .find(e => e.getBoundingClientRect().right > page.clientWidth + 1);
  return `${page.scrollWidth} px, by ${wide ? wide.outerHTML.slice(0, 80) : 'something'}`;
}""" % SETTLED_PIXELS

FIXED = """() => [...document.body.querySelectorAll('*')].filter(e => {
  const style = getComputedStyle(e);
  return ['fixed', 'sticky'].includes(style.position) && style.display !== 'none';
}).length"""

MOVING = """() => document.getAnimations().filter(a => a.playState === 'running').length"""

LOOK = """['outlineStyle', 'outlineWidth', 'outlineColor', 'boxShadow', 'backgroundColor', 'color',
  'borderColor', 'textDecorationLine', 'textDecorationThickness'].map(k => s[k]).join('|')"""

REMEMBER = """() => {
  window.looks = new Map();
  for (const e of document.querySelectorAll('*')) {
    const s = getComputedStyle(e); window.looks.set(e, %s);
  }
}""" % LOOK

FOCUSED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body || e.seen) return null;
  e.seen = true;
  const s = getComputedStyle(e), box = e.getBoundingClientRect();
  return {
    name: e.outerHTML.slice(0, 80), target: e.getAttribute('href') || '',
    unseen: %s === window.looks.get(e),
    away: box.width < 1 || box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth,
  };
}""" % LOOK

DROPPED = """() => [...document.styleSheets].flatMap(sheet => {
  const text = sheet.ownerNode.tagName === 'STYLE' ? sheet.ownerNode.textContent : null;
  return text === null ? [] : [...text.matchAll(/[{;]\\s*([a-z-]+)\\s*:\\s*([^;{}]+)(?=[;}])/g)]
    .filter(m => !m[1].startsWith('--') && !m[2].includes('var('))
    .filter(m => !CSS.supports(m[1], m[2].replace('!important', '').trim()))
    .filter(m => !/^(size|src|font-display|syntax|inherits|initial-value|suffix)$/.test(m[1]))
    .map(m => `${m[1]}: ${m[2].trim()}`);
})"""


class Handler(http.server.SimpleHTTPRequestHandler):
    def do_GET(self):
        # Chromium asks every site for this file, whether the page names it or not.
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, *arguments):
        pass


@contextlib.contextmanager
def served(folder):
    handler = functools.partial(Handler, directory=folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


@contextlib.contextmanager
def opened(browser, address, width=1440, **options):
    # The pages forbid foreign script; the judge's own must run in them all the same.
    context = browser.new_context(
        viewport={"width": width, "height": 900}, bypass_csp=True, **options)
    page = context.new_page()
    page.goto(address, wait_until="load")
    try:
        yield page
    finally:
        context.close()


def manners(browser, address, origin):
    """What the page says on the console, and what it asks others for."""
    said, asked = [], []
    context = browser.new_context()
    page = context.new_page()
    page.on("console", lambda m: said.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda r: asked.append(r.url)
            if not r.url.startswith((origin, "data:")) else None)
    page.goto(address, wait_until="networkidle")
    dropped = page.evaluate(DROPPED)
    context.close()
    return ([f"console: {text}" for text in said] + [f"asks for {url}" for url in asked]
            + [f"Chromium drops “{declaration}”" for declaration in dropped])


def axe(browser, address, script):
    looks = (("light", {"color_scheme": "light"}, "screen"), ("dark", {"color_scheme": "dark"}, "screen"),
             ("print", {}, "print"))
    for name, options, medium in looks:
        with opened(browser, address, **options) as page:
            page.emulate_media(media=medium)
            page.add_script_tag(content=script)
            result = page.evaluate("axe.run({resultTypes: ['violations']})")
        for violation in result["violations"]:
            where = ", ".join(str(node["target"]) for node in violation["nodes"][:3])
            yield f"axe, {name}: {violation['id']}: {violation['help']} at {where}"


def reflow(browser, address):
    for width in WIDTHS:
        with opened(browser, address, width) as page:
            if wide := page.evaluate(WIDE):
                yield f"scrolls sideways at {width}: {wide}"


def colours(browser, address):
    with opened(browser, address, color_scheme="dark") as page:
        dark = page.evaluate(LUMINANCE)
        if dark["paper"] > 0.25 or dark["ink"] < 0.5:
            yield f"is not dark where the reader asks for it: {dark}"
        page.emulate_media(media="print")
        if page.evaluate(LUMINANCE)["paper"] < 0.8:
            yield "prints a dark page"
        if fixed := page.evaluate(FIXED):
            yield f"{fixed} fixed or sticky elements stand on every printed page"
        if not page.pdf(format="A4", prefer_css_page_size=True).startswith(b"%PDF"):
            yield "does not print"


def keyboard(browser, address):
    # Without motion, so that the page has scrolled to a tab stop before it is looked at.
    with opened(browser, address, reduced_motion="reduce") as page:
        page.evaluate(REMEMBER)
        stops = []
        while len(stops) < 400:
            page.keyboard.press("Tab")
            stop = page.evaluate(FOCUSED)
            if stop is None:
                break
            stops.append(stop)
            if stop["unseen"]:
                yield f"focus cannot be seen on {stop['name']}"
            if stop["away"]:
                yield f"focus is off the screen on {stop['name']}"
    if len(stops) > 8 and not stops[0]["target"].startswith("#"):
        yield "the first tab stop is no skip link"


def calm(browser, address):
    with opened(browser, address, reduced_motion="reduce") as page:
        if page.evaluate(MOVING):
            yield "moves where the reader asks for no motion"
        words = page.inner_text("body").split()
    with opened(browser, address, java_script_enabled=False) as page:
        plain = page.inner_text("body").split()
    if len(plain) < 0.98 * len(words):
        yield f"{len(plain)} of {len(words)} words without script"


def photograph(browser, address, name, folder):
    os.makedirs(folder, exist_ok=True)
    for width in WIDTHS[1:]:
        with opened(browser, address, width) as page:
            page.screenshot(path=os.path.join(folder, f"{name}-{width}.png"), full_page=True)


def judge(browser, address, origin, script):
    yield from manners(browser, address, origin)
    yield from axe(browser, address, script)
    for judge_one in (reflow, colours, keyboard, calm):
        yield from judge_one(browser, address)


def page_paths(folder):
    return sorted(os.path.relpath(os.path.join(root, name), folder)
                  for root, _, names in os.walk(folder) for name in names if name.endswith(".html"))


def main(folder, shots=None):
    axe_path = os.path.join(os.path.dirname(find_spec("axe_playwright_python").origin), "axe.min.js")
    with open(axe_path, encoding="utf-8") as file:
        script = file.read()
    paths, faults = page_paths(folder), []
    # The sandbox of Chromium refuses to start for root.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with served(folder) as origin, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=arguments)
        for path in paths:
            faults += [f"{path}: {fault}" for fault in judge(browser, origin + path, origin, script)]
            if shots:
                photograph(browser, origin + path, path.replace("/", "-")[:-5], shots)
        browser.close()
    print("\n".join(faults) or f"{len(paths)} pages")
    return 1 if faults or not paths else 0


if __name__ == "__main__":
    shots_folder = sys.argv[3] if sys.argv[2:3] == ["--shots"] else None
    sys.exit(main(sys.argv[1], shots_folder))
