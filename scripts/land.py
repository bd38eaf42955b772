#!/usr/bin/env python3
"""Makes Sources/Charts/Geography/land.bin: the world's land without boundary lines.

    scripts/land.py ne_50m_admin_0_countries.geojson

The input is Natural Earth's 1:50m countries (or ne_50m_land) as GeoJSON, or as a table of rings:
tab-separated lines whose fifth cell holds "longitude,latitude" pairs. Edges that two countries share
are taken away, so that only coasts remain; then points are ranked by the area that each adds to its
ring (Visvalingam & Whyatt 1993), and those that matter least are dropped.

The result, little-endian: "LND1", UInt16 rings; for each ring UInt16 points; for each point Int16
longitude and Int16 latitude in hundredths of a degree, UInt8 rank. A point may be left out where
2^(rank / 8 - 20) square degrees are too small to see. Rings are not closed by their first point and
run over the antimeridian.
"""
import heapq
import json
import math
import struct
import sys
from pathlib import Path

POINTS = 25000
SMALLEST = 0.004  # square degrees of a ring that is kept
TARGET = Path(__file__).resolve().parent.parent / "Sources/Charts/Geography/land.bin"


def rings(path):
    """All rings with whether they are holes, in hundredths of a degree."""
    if path.suffix == ".tsv":
        for line in path.read_text(encoding="utf-8").splitlines():
            pairs = line.split("\t")[4].split()
            yield [[float(n) for n in pair.split(",")] for pair in pairs], False
        return
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        geometry = feature["geometry"]
        parts = geometry["coordinates"]
        for polygon in parts if geometry["type"] == "MultiPolygon" else [parts]:
            for index, ring in enumerate(polygon):
                yield ring, index > 0


def key(point):
    """A point in whole hundredths; both names of the antimeridian are one."""
    x, y = round(point[0] * 100), round(point[1] * 100)
    return (-18000 if x == 18000 else x, y)


def across(a, b):
    """The way east from a to b, the shorter one, in hundredths."""
    return (b[0] - a[0] + 18000) % 36000 - 18000


def flat(ring):
    """A ring as plane points whose areas are near the true ones, in degrees."""
    x, points = ring[0][0], []
    for index, point in enumerate(ring):
        if index:
            x += across(ring[index - 1], point)
        points.append((x / 100 * math.cos(math.radians(point[1] / 100)), point[1] / 100))
    return points


def area(points):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1])) / 2


def coasts(source):
    """Closed rings of the edges that only one polygon has."""
    edges = {}
    for ring, is_hole in source:
        points = [key(p) for p in ring]
        points = [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
        if points[0] == points[-1]:
            points.pop()
        if len(points) < 3:
            continue
        plain = [(p[0] * 0.01, p[1] * 0.01) for p in ring_plain(points, ring)]
        if (area(plain) > 0) != is_hole:
            points.reverse()
        for a, b in zip(points, points[1:] + points[:1]):
            # The pole and its meridians are no coast.
            if a[1] == b[1] == -9000:
                continue
            if (b, a) in edges:
                edges[(b, a)] -= 1
                if not edges[(b, a)]:
                    del edges[(b, a)]
            else:
                edges[(a, b)] = edges.get((a, b), 0) + 1
    following = {}
    for (a, b), count in sorted(edges.items()):
        following.setdefault(a, []).extend([b] * count)
    for start in sorted(following):
        while following[start]:
            yield from loops(start, following)


def ring_plain(points, ring):
    """The points with the antimeridian named as the source names it, for the sign of the area."""
    names = {key(p): round(p[0] * 100) for p in ring}
    return [(names[p], p[1]) for p in points]


def loops(start, following):
    """Walks from a point until every loop through it is closed, and cuts loops at crossings."""
    walk, seen = [start], {start: 0}
    while following.get(walk[-1]):
        point = following[walk[-1]].pop()
        if point in seen:
            first = seen[point]
            yield walk[first:]
            for other in walk[first + 1:]:
                del seen[other]
            del walk[first + 1:]
        else:
            seen[point] = len(walk)
            walk.append(point)


def ranks(ring):
    """For each point the area at which it may be left out (Visvalingam), never below a point that
    went before it; the last three have that of the triangle that they are."""
    points = flat(ring)
    count = len(points)
    before, after = [(i - 1) % count for i in range(count)], [(i + 1) % count for i in range(count)]
    result, alive, left, floor = [0.0] * count, [True] * count, count, 0.0

    def triangle(i):
        return abs(area([points[before[i]], points[i], points[after[i]]]))

    heap = [(triangle(i), i) for i in range(count)]
    heapq.heapify(heap)
    current = {i: a for a, i in heap}
    while left > 3:
        size, i = heapq.heappop(heap)
        if not alive[i] or current[i] != size:
            continue
        alive[i] = False
        left -= 1
        floor = max(floor, size)
        result[i] = floor
        after[before[i]], before[after[i]] = after[i], before[i]
        for j in (before[i], after[i]):
            current[j] = triangle(j)
            heapq.heappush(heap, (current[j], j))
    rest = [i for i in range(count) if alive[i]]
    last = max(floor, abs(area([points[i] for i in rest])))
    for i in rest:
        result[i] = last
    return result


def inside(point, ring):
    x, y, odd = point[0], point[1], False
    for a, b in zip(ring, ring[1:] + ring[:1]):
        if (a[1] > y) != (b[1] > y) and x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]:
            odd = not odd
    return odd


def main():
    path = Path(sys.argv[1])
    found = [r for r in coasts(rings(path)) if len(r) > 2 and abs(area(flat(r))) >= SMALLEST]
    # A country inside another is land inside land.
    found.sort(key=lambda r: (-len(r), r))
    large = [r for r in found if len(r) > 500]
    shores = [r for r in found if area(flat(r)) > 0 or r in large or not any(
        inside((r[0][0] + 0.5, r[0][1] + 0.5), other) for other in large)]
    ranked = [(r, ranks(r)) for r in shores]
    floor = sorted((a for _, s in ranked for a in s), reverse=True)[:POINTS][-1]
    out, total = [], 0
    for ring, sizes in ranked:
        kept = [(p, a) for p, a in zip(ring, sizes) if a >= floor]
        if len(kept) < 3:
            continue
        first = kept.index(min(kept))
        kept = kept[first:] + kept[:first]
        total += len(kept)
        out.append(struct.pack("<H", len(kept)) + b"".join(
            struct.pack("<hhB", *p, max(0, min(255, int(8 * (math.log2(a) + 20))))) for p, a in kept))
    TARGET.write_bytes(b"LND1" + struct.pack("<H", len(out)) + b"".join(out))
    print(f"{len(out)} rings, {total} points, {TARGET.stat().st_size} bytes")


main()
