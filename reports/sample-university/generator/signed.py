"""Partners, agreements and quotas, joint programmes, overseas centres."""
import datetime

from generator import invented
from generator.office import LAST_DAY, YEARS


def write(office):
    for part in (partners, agreements, programmes, centres):
        part(office)


HOST = next(form for form in invented.PARTNER_FORMS if form[2] == "college")


def partners(office):
    chance = office.chance
    forms = [form for form in invented.PARTNER_FORMS for _ in range(form[3])]
    chance.shuffle(forms)
    places = [p for p, count in invented.PARTNERS_BY_PLACE.items() for _ in range(count)]
    used = set()
    for form, place in zip(forms, places):
        en, zh, kind, _ = form
        town = new_town(chance, place, used)
        since = office.day(chance.choices(range(1998, 2020), range(4, 26))[0])
        if place in {centre[0] for centre in CENTRES}:
            # A centre needs a host that teaches, and that was there before it.
            since = since.replace(year=min(since.year, 2014))
            en, zh, kind, _ = HOST
        ended = chance.random() < 0.08 and since.year < 2014
        until = office.day(chance.randint(2015, 2019)) if ended else None
        name = (en.format(town[0]), zh.format(town[1]))
        key = office.add(
            "partners", id=f"{place}-{name[0]}".lower().replace(" ", "-"), name=name, kind=kind,
            place=place, city=town, since=office.rough(since), until=until)
        office.partners.append({
            "id": key, "place": place, "since": since, "until": until, "kind": kind, "name": name,
            # A few partners carry most of the exchange.
            "weight": min(chance.paretovariate(1.1), 6)})


def new_town(chance, place, used):
    """An invented town; within a country no two begin alike."""
    while True:
        start, end = chance.choice(invented.TOWN_STARTS), chance.choice(invented.TOWN_ENDS)
        keys = {(start, end), (place, start[0])}
        if not keys & used:
            used |= keys
            return start[0] + end[0], start[1] + end[1]


AGREEMENTS = {
    "mou": ("Memorandum of understanding", "谅解备忘录"),
    "exchange": ("Exchange agreement", "交流协议"),
    "dual_award": ("Dual award agreement", "双文凭协议"),
    "research": ("Research agreement", "科研合作协议"),
    "training_centre": ("Training centre agreement", "培训中心协议"),
    "letter": ("Letter of intent", "意向书"),
}
AGREEMENTS_BY_PARTNER = {
    "university": ["exchange", "mou", "exchange", "dual_award", "research"],
    "college": ["exchange", "mou", "training_centre", "exchange"],
    "school": ["letter", "exchange"], "enterprise": ["mou", "training_centre"],
}


def agreements(office):
    chance, number = office.chance, 0
    for partner in office.partners:
        signed, before = partner["since"], None
        while signed and signed <= (partner["until"] or LAST_DAY):
            number += 1
            kind = chance.choice(AGREEMENTS_BY_PARTNER.get(partner["kind"], ["mou"]))
            effective = signed + datetime.timedelta(days=chance.choice([0, 30, 60]))
            expiry = effective.replace(year=effective.year + chance.choice([3, 5, 5, 10]), day=1)
            before = agreement(office, number, partner, kind, (signed, effective, expiry), before)
            # Most are signed anew when they end; some run out.
            signed = expiry if chance.random() < 0.85 else None


def agreement(office, number, partner, kind, days, before):
    signed, effective, expiry = days
    en, zh = AGREEMENTS[kind]
    stopped = partner["until"] if partner["until"] and partner["until"] < expiry else None
    key = office.add(
        "agreements", id=f"agreement-{number:03}", partners=[partner["id"]], kind=kind,
        name=(f"{en} with {partner['name'][0]}", f"与{partner['name'][1]}的{zh}"), signed=signed,
        effective=effective, expiry=expiry, terminated=stopped, renews=before,
        mobility_kinds=["study", "teaching"] if kind == "exchange" else None)
    if kind == "exchange":
        last = min(expiry, stopped or expiry)
        office.exchange_agreements.setdefault(partner["id"], []).append((key, effective, last))
        for direction, word in (("outbound", "出境"), ("inbound", "来校")):
            office.add(
                "quotas", id=f"{key}-{direction}", agreement=key, direction=direction, kind="study",
                heads=office.chance.choice([2, 2, 3, 4, 5, 6, 10]),
                months=office.chance.choice([5, 10]))
    return key


PROGRAMMES = [
    # Field, since, ISCED-F code, enrolled in 2019, how it grew a year, graduates so far
    ("Mechanical Engineering", "机械工程", 2008, "0715", 212, 9, 540),
    ("Software Technology", "软件技术", 2010, "0613", 188, 11, 431),
    ("International Business", "国际商务", 2011, "0413", 164, 4, 402),
    ("Hotel Management", "酒店管理", 2013, "1015", 97, 3, 203),
    ("Product Design", "产品设计", 2014, "0212", 83, 8, 121),
    ("Nursing", "护理", 2016, "0913", 76, 14, 24),
    ("Rail Vehicles", "轨道车辆技术", 2017, "0716", 71, 20, None),
    ("Building Services", "建筑设备工程", 2019, "0732", 38, 0, None),
]


def programmes(office):
    for number, (en, zh, since, field, enrolled, growth, graduates) in enumerate(PROGRAMMES, 1):
        partner = office.partner(datetime.date(since, 12, 31), ("university", "college"))
        key = office.add(
            "joint_programmes", id=f"programme-{number}", partners=[partner["id"]], since=since,
            name=(f"Joint programme in {en}", f"{zh}合作办学项目"), field=field, level="5",
            approval=f"EXAMPLE-{since}-{number:03}", status="recruiting")
        for year in YEARS:
            if year >= since:
                office.add(
                    "programme_years", id=f"{key}-{year}", programme=key, year=year,
                    admitted=office.chance.randint(28, 72),
                    enrolled=enrolled - growth * (2019 - year),
                    graduates=graduates and max(0, graduates // 8 + office.chance.randint(-9, 9)))


CENTRES = [
    # Place, opened, then for each year from the opening on: staff sent, learners, hours
    ("KH", "2016-09", [(2, 64, 480), (3, 148, 1100), (3, 176, 1260), (4, 212, 1500)]),
    ("TH", "2017-03", [(4, 190, 1400), (5, 231, 1700), (6, 247, 1820)]),
    ("EG", "2017-11", [(1, None, None), (3, "80+", 760), (3, "100+", 840)]),
    ("KE", "2018-06", [(2, 38, 300), (2, 58, 420)]),
    ("RS", "2019-04", [(2, 41, 300)]),
    ("LA", "2019-10", [(1, None, None)]),
]


def centres(office):
    for number, (place, opened, years) in enumerate(CENTRES, 1):
        host = next(p for p in office.partners if p["place"] == place and not p["until"])
        key = office.add(
            "overseas_centres", id=f"centre-{number}", host=host["id"], place=place,
            name=(f"Training centre with {host['name'][0]}", f"与{host['name'][1]}共建培训中心"),
            kind="training_centre", opened=opened,
            evidence=["host-letter"] if number == 1 else None)
        office.centres.append((key, place, int(opened[:4])))
        for year, (staff, learners, hours) in enumerate(years, int(opened[:4])):
            office.add("centre_years", id=f"{key}-{year}", centre=key, year=year, staff_sent=staff,
                       learners=learners, hours=hours)
