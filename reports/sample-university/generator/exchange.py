"""Mobilities, trainings, events, visits."""
import datetime

from generator import invented
from generator.office import STAFF_MONTHS, STUDENT_MONTHS, YEARS

# Rows of mobility by year; 2018 is the dip.
MOBILITIES = {2015: 590, 2016: 720, 2017: 890, 2018: 790, 2019: 1010}


def write(office):
    travellers = Travellers(office.chance)
    for year in YEARS:
        for number in range(1, MOBILITIES[year] + 1):
            mobility(office, travellers, f"m{year}-{number:04}", year)
    for part in (trainings, events, visits):
        part(office)


class Travellers:
    """Made-up keys of persons; one in ten has travelled before."""

    def __init__(self, chance):
        self.chance, self.count, self.known = chance, 0, {}

    def key(self, persons, direction):
        known = self.known.setdefault((persons, direction), [])
        if known and self.chance.random() < 0.10:
            return self.chance.choice(known)
        self.count += 1
        # Not in the order of the records, so that a key says nothing of when somebody travelled.
        known.append(f"p{self.count * 48271 % 65537:05}")
        return known[-1]


def mobility(office, travellers, key, year):
    chance = office.chance
    persons = "students" if chance.random() < 0.78 else "staff"
    outbound = 0.62 if persons == "students" else 0.70
    direction = "outbound" if chance.random() < outbound else "inbound"
    is_group = chance.random() < (0.14 if persons == "students" else 0.05)
    start = office.day(year, STUDENT_MONTHS if persons == "students" else STAFF_MONTHS)
    purpose, days = stay(chance, persons, is_group)
    partner = office.partner(start)
    school = chance.choice(invented.SCHOOLS)
    # Where no day is known there is no end either: the length of the stay is what was noted.
    written = office.rough(start)
    end = start + datetime.timedelta(days=days - 1) if len(written) == 10 else None
    is_degree = (purpose == "study" and direction == "inbound" and not is_group
                 and chance.random() < 0.08)
    if is_degree:
        # A whole programme of three years; its length says nothing about how long others stay.
        days, end = None, end and end.replace(year=year + 3, day=1)
    office.add(
        "mobilities", id=key, name=group_name(persons, direction, partner) if is_group else None,
        direction=direction, persons=persons, purpose=purpose,
        mode=chance.choices(["physical", "blended", "virtual"], [96, 3, 1])[0],
        status="cancelled" if chance.random() < 0.015 else None, partner=partner["id"],
        place=partner["place"], degree="yes" if is_degree else None,
        # Groups and whole programmes use no places of an exchange.
        agreement=None if is_group or is_degree else agreement(office, partner, start, days),
        unit=school[0], start=written, end=end, days=days,
        heads=group_size(office, persons, year) if is_group else 1,
        person_key=None if is_group else travellers.key(persons, direction),
        field=school[3] if persons == "students" else None,
        level=chance.choices(["5", "6"], [85, 15])[0] if persons == "students" else None,
        evidence=[f"office-{year}"])


def stay(chance, persons, is_group):
    """The purpose and the days of a stay."""
    if is_group:
        return (chance.choice(["culture", "study", "competition"] if persons == "students"
                              else ["training", "conference"]),
                chance.choice([5, 7, 10, 12, 14, 21]))
    if persons == "students":
        return (chance.choices(["study", "traineeship"], [80, 20])[0],
                chance.choice([28, 90, 118, 126, 140, 150]))
    return (chance.choices(["teaching", "training", "research", "conference"], [25, 35, 15, 25])[0],
            chance.choice([3, 4, 5, 5, 7, 10, 14, 30, 90]))


def group_size(office, persons, year):
    return office.count(8, 26, year) if persons == "students" else office.count(3, 8, year)


def group_name(persons, direction, partner):
    en, zh = {"students": ("students", "学生"), "staff": ("staff", "教师")}[persons]
    if direction == "outbound":
        return f"Group of {en} to {partner['name'][0]}", f"赴{partner['name'][1]}的{zh}团组"
    return f"Group of {en} from {partner['name'][0]}", f"来自{partner['name'][1]}的{zh}团组"


def agreement(office, partner, start, days):
    """The exchange agreement in force for the whole stay."""
    last = start + datetime.timedelta(days=days)
    valid = [key for key, begin, end in office.exchange_agreements.get(partner["id"], [])
             if begin <= start and last <= end]
    return valid[-1] if valid else None


def trainings(office):
    chance = office.chance
    senders = ["KH", "LA", "TH", "VN", "ID", "MY", "PK", "KZ", "UZ", "EG", "KE", "RS", "ZA"]
    for year, count in zip(YEARS, (14, 19, 26, 24, 33)):
        for number in range(1, count + 1):
            topic, audience = chance.choice(invented.TOPICS), chance.choice(invented.AUDIENCES)
            days = chance.choice([3, 5, 5, 10, 12, 20])
            abroad = [centre for centre in office.centres if centre[2] < year]
            centre = chance.choice(abroad) if abroad and chance.random() < 0.3 else None
            office.add(
                "trainings", id=f"training-{year}-{number:02}", topic=topic, audience=audience,
                name=(f"Course in {topic[0]}", f"{topic[1]}培训班"),
                centre=centre and centre[0], place=centre[1] if centre else "CN",
                audience_places=[centre[1]] if centre else sorted(
                    chance.sample(senders, chance.choice([1, 1, 2, 3]))),
                date=office.span(office.day(year, STAFF_MONTHS), days), days=days,
                participants=None if chance.random() < 0.06 else office.count(12, 64, year),
                evidence=[f"office-{year}"])


def events(office):
    chance = office.chance
    for year, counts in zip(YEARS, ((3, 2, 6, 2), (4, 2, 7, 3), (5, 3, 9, 3), (5, 2, 7, 3),
                                    (6, 4, 10, 4))):
        roles = [role for role, count in zip(("hosted", "co_hosted", "attended", "keynote"), counts)
                 for _ in range(count)]
        chance.shuffle(roles)
        days = sorted(office.day(year, STAFF_MONTHS) for _ in roles)
        for number, (role, day) in enumerate(zip(roles, days), 1):
            kind, en, zh = chance.choice(invented.EVENTS)
            is_host = role in ("hosted", "co_hosted")
            guests = chance.randint(30, 260)
            office.add(
                "events", id=f"event-{year}-{number:02}", name=(en, zh), role=role, kind=kind,
                place="CN" if is_host else chance.choice(office.partners)["place"],
                date=office.span(day, chance.choice([1, 2, 2, 3])),
                participants=guests if is_host else None,
                foreign_participants=guests * chance.randint(20, 70) // 100 if is_host else None,
                countries=chance.randint(4, 22) if is_host else None,
                speakers=[chance.choice(invented.PERSONS)[0]] if role == "keynote" else None,
                evidence=[f"office-{year}"])


def visits(office):
    chance = office.chance
    kinds = tuple({form[2] for form in invented.PARTNER_FORMS})
    for year, count in zip(YEARS, (42, 50, 58, 49, 64)):
        for number in range(1, count + 1):
            day = office.day(year, STAFF_MONTHS)
            partner = office.partner(day, kinds)
            direction = "inbound" if chance.random() < 0.6 else "outbound"
            name = ((f"Visit of {partner['name'][0]}", f"{partner['name'][1]}来访")
                    if direction == "inbound"
                    else (f"Visit to {partner['name'][0]}", f"访问{partner['name'][1]}"))
            office.add(
                "visits", id=f"visit-{year}-{number:02}", name=name, direction=direction,
                partner=partner["id"], place=partner["place"],
                guest_level=chance.choices([None, "head", "ambassador", "minister"],
                                           [60, 30, 7, 3])[0],
                date=office.rough(day), heads=office.count(2, 14, year),
                evidence=[f"office-{year}"])
