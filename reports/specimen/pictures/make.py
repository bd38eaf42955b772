"""Draws the pictures of the specimen; the same bytes each time. Run it here: python3 make.py (Pillow)."""

import math
import pathlib
import random

from PIL import Image, ImageDraw

HERE = pathlib.Path(__file__).parent
PAPER, INK, RED = (246, 241, 232), (36, 40, 46), (163, 40, 28)
BLUE, SAND, SAGE = (47, 93, 115), (214, 178, 122), (122, 150, 128)
SCALE = 2


def mix(one, two, share):
    return tuple(round(a + (b - a) * share) for a, b in zip(one, two))


def canvas(width, height, ground=PAPER):
    image = Image.new("RGB", (width * SCALE, height * SCALE), ground)
    return image, ImageDraw.Draw(image)


def shade(image, top, bottom):
    draw = ImageDraw.Draw(image)
    for y in range(image.height):
        draw.line([(0, y), (image.width, y)], fill=mix(top, bottom, y / image.height))


def box(*values):
    return [round(value * SCALE) for value in values]


def save(image, name, quality=78, **more):
    small = image.resize((image.width // SCALE, image.height // SCALE), Image.LANCZOS)
    small.save(HERE / name, quality=quality, optimize=True, dpi=(300, 300), **more)


def waves(width, height, name, rows, colours, depth, quality=72):
    """Lines of text seen from far away: rows that swell like water."""
    image, draw = canvas(width, height)
    for row in range(rows):
        share = row / (rows - 1)
        base = height * (0.12 + 0.95 * share)
        points = []
        for x in range(-20, width + 21, 10):
            swing = math.sin(x / width * 5.2 + row * 0.55) + 0.45 * math.sin(x / width * 11 - row * 0.8)
            points.append((x * SCALE, (base - depth * swing * (0.5 + share)) * SCALE))
        place = share * (len(colours) - 1)
        first = min(int(place), len(colours) - 2)
        fill = mix(colours[first], colours[first + 1], place - first)
        draw.polygon(points + [(width * SCALE + 40, height * SCALE), (-40, height * SCALE)], fill=fill)
    save(image, name, quality)


def stem(draw, x, top, bottom, width, fill, serif=True):
    draw.rectangle(box(x, top, x + width, bottom), fill=fill)
    if serif:
        wide, thin = width * 0.7, width * 0.16
        draw.rectangle(box(x - wide, bottom - thin, x + width + wide, bottom), fill=fill)
        draw.rectangle(box(x - wide, top, x + width, top + thin), fill=fill)


def bowl(draw, x, y, radius, weight, fill, ground):
    draw.ellipse(box(x - radius, y - radius, x + radius, y + radius), fill=fill)
    inner = radius - weight * 0.35
    draw.ellipse(box(x - radius + weight, y - inner, x + radius - weight, y + inner), fill=ground)


def bowls():
    width, height = 1600, 1000
    image, draw = canvas(width, height)
    for line, y in enumerate((250, 430, 610, 790)):
        draw.rectangle(box(0, y, width, y + (3 if line == 3 else 1)), fill=mix(PAPER, INK, 0.35))
    bowl(draw, 420, 610, 180, 74, INK, PAPER)
    stem(draw, 700, 170, 790, 76, INK)
    bowl(draw, 1010, 610, 180, 74, RED, PAPER)
    stem(draw, 1290, 430, 960, 76, BLUE)
    draw.ellipse(box(1290, 270, 1366, 346), fill=BLUE)
    save(image, "bowls.jpg")


def stems():
    width, height = 900, 1200
    image, draw = canvas(width, height, SAND)
    for row in range(6):
        for column in range(5):
            x, y = 80 + column * 160, 90 + row * 180
            fill = (INK, RED, PAPER, BLUE)[(row * 3 + column * 2) % 4]
            if (row + column) % 3 == 0:
                bowl(draw, x + 52, y + 70, 62, 34, fill, SAND)
            elif (row + column) % 3 == 1:
                stem(draw, x + 34, y, y + 134, 36, fill)
            else:
                draw.polygon(box(x, y + 134, x + 52, y, x + 104, y + 134), fill=fill)
    save(image, "stems.jpg")


def counters():
    width = height = 1000
    image, draw = canvas(width, height, BLUE)
    for step in range(9):
        radius = 460 - step * 52
        fill = mix(BLUE, PAPER, step / 8) if step % 2 else mix(INK, RED, step / 8)
        draw.ellipse(box(500 - radius, 500 - radius + step * 14, 500 + radius, 500 + radius + step * 14), fill=fill)
    save(image, "counters.jpg")


def lamp():
    """A small sun at 80% from the left and 26% from the top: what a crop must keep."""
    width, height = 1800, 1000
    image, draw = canvas(width, height)
    shade(image, mix(BLUE, INK, 0.4), mix(SAND, PAPER, 0.4))
    draw = ImageDraw.Draw(image)
    for ring in range(5):
        radius = 200 - ring * 34
        draw.ellipse(box(1440 - radius, 260 - radius, 1440 + radius, 260 + radius), fill=mix(SAND, PAPER, ring / 4))
    random.seed(7)
    x = 0
    while x < width:
        wide, high = random.randint(24, 90), random.randint(90, 330)
        draw.rectangle(box(x, height - high, x + wide - 8, height), fill=mix(INK, BLUE, random.random() * 0.5))
        x += wide
    save(image, "lamp.jpg")


def turned():
    """An arrow that points up, stored on its side with the Exif note to turn it."""
    width, height = 900, 1200
    image, draw = canvas(width, height, SAGE)
    draw.polygon(box(450, 130, 760, 520, 140, 520), fill=PAPER)
    draw.rectangle(box(350, 520, 550, 1070), fill=PAPER)
    for y in range(570, 1070, 70):
        draw.rectangle(box(350, y, 550, y + 8), fill=SAGE)
    exif = Image.Exif()
    exif[0x0112] = 6
    save(image.transpose(Image.ROTATE_90), "turned.jpg", exif=exif.tobytes())


def plates():
    """Six plates for the gallery: one idea each."""
    width, height = 960, 720
    for index, ground in enumerate((PAPER, SAND, SAGE, BLUE, INK), 1):
        image, draw = canvas(width, height, ground)
        light = PAPER if ground in (BLUE, INK, SAGE) else INK
        if index == 1:
            for line in range(12):
                draw.rectangle(box(120, 90 + line * 46, (840, 840, 790, 840)[line % 4] if line < 11 else 430, 102 + line * 46), fill=INK)
        elif index == 2:
            for turn in range(18):
                angle = turn / 18 * math.tau
                end = (480 + 270 * math.cos(angle), 360 + 270 * math.sin(angle))
                draw.line(box(480, 360, *end), fill=RED if turn % 3 == 0 else INK, width=10 * SCALE)
        elif index == 3:
            for column in range(8):
                for row in range(6):
                    radius = 12 + 26 * abs(math.sin(column * 0.6 + row * 0.9))
                    x, y = 130 + column * 100, 110 + row * 100
                    draw.ellipse(box(x - radius, y - radius, x + radius, y + radius), fill=light)
        elif index == 4:
            for step in range(7):
                inset = 60 + step * 44
                draw.rectangle(box(inset * 1.2, inset, width - inset * 1.2, height - inset), fill=mix(BLUE, SAND, step / 6))
        else:
            for step in range(10):
                draw.arc(box(120 + step * 36, 80 + step * 28, 840 - step * 36, 900 - step * 28), 180, 360, fill=mix(RED, SAND, step / 9), width=12 * SCALE)
        save(image, f"plate-{index}.jpg")


def mark():
    """The invented institute's mark, on a transparent ground."""
    image = Image.new("RGBA", (600 * SCALE, 600 * SCALE), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse(box(20, 20, 580, 580), fill=RED + (255,))
    draw.polygon(box(300, 110, 440, 330, 300, 480, 160, 330), fill=PAPER + (255,))
    draw.rectangle(box(288, 300, 312, 540), fill=PAPER + (255,))
    image.resize((600, 600), Image.LANCZOS).save(HERE / "mark.png", optimize=True)


def grid():
    width, height = 1500, 2000
    image, draw = canvas(width, height)
    module = 250
    random.seed(3)
    for row in range(8):
        for column in range(6):
            x, y = column * module, row * module
            fill = random.choice([PAPER, PAPER, SAND, RED, BLUE, INK, SAGE])
            kind = random.randrange(4)
            if kind == 0:
                draw.pieslice(box(x - module, y - module, x + module, y + module), 0, 90, fill=fill)
            elif kind == 1:
                draw.pieslice(box(x, y, x + 2 * module, y + 2 * module), 180, 270, fill=fill)
            elif kind == 2:
                draw.rectangle(box(x, y, x + module, y + module), fill=fill)
            else:
                draw.ellipse(box(x, y, x + module, y + module), fill=fill)
    save(image, "grid.jpg", 74)


if __name__ == "__main__":
    waves(1900, 2690, "waves.jpg", 22, [mix(SAND, PAPER, 0.5), SAND, RED, mix(RED, INK, 0.6), INK], 46)
    waves(1900, 900, "tide.jpg", 12, [mix(SAGE, PAPER, 0.6), SAGE, BLUE, mix(BLUE, INK, 0.6)], 30)
    bowls()
    stems()
    counters()
    lamp()
    turned()
    plates()
    mark()
    grid()
