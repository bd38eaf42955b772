"""Draws the pictures of the report of an invented university; the same bytes each time.

Run it here: python3 make.py (Pillow). Everything in them is invented; LICENCE beside this file."""

import math
import pathlib
import random

from PIL import Image, ImageDraw

HERE = pathlib.Path(__file__).parent
NIGHT, DUSK, GLOW, SAND = (24, 38, 52), (74, 98, 112), (232, 168, 116), (246, 226, 196)
PINE, BRICK, CHALK = (44, 74, 70), (150, 62, 44), (240, 236, 226)
SCALE = 2


def mix(one, two, share):
    return tuple(round(a + (b - a) * share) for a, b in zip(one, two))


def canvas(width, height, top, bottom, bend=1.0):
    image = Image.new("RGB", (width * SCALE, height * SCALE), top)
    draw = ImageDraw.Draw(image)
    for y in range(image.height):
        draw.line([(0, y), (image.width, y)], fill=mix(top, bottom, (y / image.height) ** bend))
    return image, draw


def box(*values):
    return [round(value * SCALE) for value in values]


def save(image, name, quality=74):
    small = image.resize((image.width // SCALE, image.height // SCALE), Image.LANCZOS)
    small.save(HERE / name, quality=quality, optimize=True, dpi=(300, 300))


def hills(draw, width, height, base, swing, fill, phase):
    points = [(0, height * SCALE)]
    for x in range(0, width + 11, 10):
        wave = math.sin(x / width * 4.1 + phase) + 0.4 * math.sin(x / width * 9.7 + phase * 2.3)
        points.append((x * SCALE, (base - swing * wave) * SCALE))
    draw.polygon(points + [(width * SCALE, height * SCALE)], fill=fill)


def cover():
    """A bridge over a wide river at dusk: the pylons stand at 60% from the left."""
    width, height = 1400, 1980
    image, draw = canvas(width, height, NIGHT, GLOW, 1.5)
    for ring in range(6):
        radius = 250 - ring * 34
        draw.ellipse(box(840 - radius, 900 - radius, 840 + radius, 900 + radius), fill=mix(GLOW, SAND, ring / 5))
    for step in range(4):
        fill = mix(DUSK, PINE, step / 3)
        hills(draw, width, height, 1010 + step * 46, 46 - step * 6, mix(fill, GLOW, 0.28 - step * 0.07), step * 1.7)
    draw.rectangle(box(0, 1240, width, height), fill=mix(NIGHT, DUSK, 0.55))
    random.seed(11)
    for line in range(150):
        y = 1250 + (line / 150) ** 1.4 * 730
        x = random.randint(-60, width)
        long = 40 + (y - 1240) * 0.34 * random.random()
        near = 1 - min(1, abs(x + long / 2 - 840) / 620)
        draw.rectangle(box(x, y, x + long, y + 2 + (y - 1240) / 260), fill=mix(mix(NIGHT, DUSK, 0.75), GLOW, 0.75 * near))
    for x in (470, 1130):
        draw.polygon(box(x - 20, 1300, x - 9, 560, x + 9, 560, x + 20, 1300), fill=NIGHT)
        for step in range(1, 13):
            for side in (-1, 1):
                end = x + side * step * 46
                draw.line(box(x, 580 + step * 13, end, 1196), fill=NIGHT, width=3)
    draw.rectangle(box(0, 1192, width, 1214), fill=NIGHT)
    for x in range(14, width, 62):
        draw.ellipse(box(x - 4, 1180, x + 4, 1188), fill=SAND)
    save(image, "cover.jpg")


def workshop():
    """A hall with a row of tall windows, benches in front of them."""
    width, height = 1600, 900
    image, draw = canvas(width, height, mix(CHALK, SAND, 0.4), mix(SAND, DUSK, 0.35))
    for column in range(7):
        x = 60 + column * 216
        draw.rectangle(box(x, 70, x + 170, 560), fill=mix(CHALK, GLOW, 0.25))
        for row in range(6):
            for pane in range(3):
                tone = 0.08 + 0.5 * abs(math.sin(column * 1.3 + row * 0.7 + pane))
                draw.rectangle(
                    box(x + 8 + pane * 54, 78 + row * 80, x + 54 + pane * 54, 150 + row * 80),
                    fill=mix(mix(DUSK, CHALK, 0.55), SAND, tone))
    draw.rectangle(box(0, 640, width, height), fill=mix(SAND, BRICK, 0.25))
    for column in range(9):
        x = -60 + column * 200
        draw.polygon(box(x, 640, x + 60, 640, x - 150, 900, x - 290, 900), fill=mix(SAND, CHALK, 0.45))
    for bench, (x, tone) in enumerate(((110, BRICK), (560, PINE), (1010, DUSK), (1370, BRICK))):
        draw.rectangle(box(x, 590, x + 300, 620), fill=mix(tone, NIGHT, 0.35))
        for leg in (x + 16, x + 262):
            draw.rectangle(box(leg, 620, leg + 20, 770), fill=mix(tone, NIGHT, 0.55))
        for tool in range(4):
            left = x + 24 + tool * 68
            high = 30 + (tool * 37 + bench * 23) % 70
            draw.rectangle(box(left, 590 - high, left + 34, 590), fill=mix(tone, CHALK, 0.15 * tool))
    save(image, "workshop.jpg")


def portrait():
    """A person cut out of four papers; nobody's likeness."""
    width, height = 640, 800
    image, draw = canvas(width, height, mix(DUSK, CHALK, 0.5), mix(DUSK, CHALK, 0.2))
    draw.ellipse(box(60, 520, 580, 1120), fill=PINE)
    draw.polygon(box(240, 560, 320, 700, 400, 560, 380, 500, 260, 500), fill=CHALK)
    draw.rectangle(box(266, 440, 374, 560), fill=mix(SAND, BRICK, 0.25))
    draw.ellipse(box(206, 190, 434, 500), fill=mix(SAND, BRICK, 0.18))
    draw.pieslice(box(186, 150, 454, 470), 180, 360, fill=NIGHT)
    draw.rectangle(box(186, 300, 220, 420), fill=NIGHT)
    draw.rectangle(box(420, 300, 454, 420), fill=NIGHT)
    save(image, "portrait.jpg", 78)


def tracks():
    """Rails that run towards a low sun, for a page of their own."""
    width, height = 1400, 1980
    image, draw = canvas(width, height, mix(DUSK, NIGHT, 0.35), SAND, 0.8)
    for ring in range(5):
        radius = 190 - ring * 30
        draw.ellipse(box(700 - radius, 800 - radius, 700 + radius, 800 + radius), fill=mix(GLOW, SAND, ring / 4))
    hills(draw, width, height, 840, 34, mix(PINE, GLOW, 0.25), 0.6)
    hills(draw, width, height, 880, 22, PINE, 2.2)
    draw.rectangle(box(0, 900, width, height), fill=mix(BRICK, NIGHT, 0.55))
    for row in range(40):
        near = (row / 39) ** 2.2
        y = 905 + near * 1075
        half = 40 + near * 900
        draw.rectangle(box(700 - half, y, 700 + half, y + 3 + near * 36), fill=mix(NIGHT, DUSK, 0.3 + 0.25 * near))
    for side in (-1, 1):
        for inner, outer in ((0.34, 0.38), (0.72, 0.77)):
            draw.polygon(
                box(700 + side * 8 * inner, 900, 700 + side * 8 * outer, 900,
                    700 + side * 1000 * outer, 1990, 700 + side * 1000 * inner, 1990),
                fill=mix(GLOW, CHALK, 0.4))
    save(image, "tracks.jpg")


cover()
workshop()
portrait()
tracks()
