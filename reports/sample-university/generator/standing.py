"""Evidence, persons, units, the size of the university, networks, posts, awards, standards."""
from generator import invented
from generator.office import HOME, YEARS


def write(office):
    for part in (evidence, people, units, networks, designations, posts, awards, standards):
        part(office)


def evidence(office):
    for year in YEARS:
        office.add(
            "evidence", id=f"office-{year}", kind="export", date=f"{year}-12-31",
            name=(f"Export of the International Office, {year}", f"国际处{year}年数据导出"),
            issuer=("Sample University (invented)", "示例大学（虚构）"), **{"class": "C"})
    for number, (en, zh) in enumerate(invented.NETWORKS[:3], 1):
        office.add(
            "evidence", id=f"certificate-{number}", kind="certificate", date=2014 + number,
            name=(f"Certificate of the {en}", f"{zh}证书"), issuer=(en, zh), **{"class": "A"})
    office.add(
        "evidence", id="host-letter", kind="letter", date="2016-09",
        name=("Letter of the host of the first centre", "首个海外中心合作方信函"),
        issuer=("the host of the centre", "中心合作方"), **{"class": "B"})


def people(office):
    for key, en, zh, role_en, role_zh in invented.PERSONS:
        office.add("persons", id=key, name=(en, zh), role=(role_en, role_zh),
                   ground="published role")


def units(office):
    for key, en, zh, _ in invented.SCHOOLS:
        office.add("units", id=key, name=(en, zh), kind="school", institution=HOME)
    sizes = ((11840, 742, 96), (12160, 761, 118), (12530, 783, 141), (12710, 790, 137),
             (12980, 812, 163))
    for year, (students, staff, foreign) in zip(YEARS, sizes):
        office.add(
            "enrolments", id=f"enrolment-{year}", year=year, institution=HOME,
            students_fte=students, students=students + 410, staff_fte=staff, staff=staff + 55,
            international_students=foreign, evidence=[f"office-{year}"])


def networks(office):
    since = [2009, 2012, "2015-05", "2016-11", "2017~", 2018, "2018-06", 2011]
    for number, (name, joined) in enumerate(zip(invented.NETWORKS, since), 1):
        office.add(
            "memberships", id=f"network-{number}", name=name, since=joined,
            scope="regional" if number in (2, 6) else "global",
            members=[42, 17, "100+", None, "~60", 12, 35, 28][number - 1],
            until="2018-12-31" if number == 8 else None,
            evidence=[f"certificate-{number}"] if number <= 3 else None)


def designations(office):
    for number, (name, issuer, status, since, cohort) in enumerate([
            (("Example Hub for Green Skills", "示例绿色技能基地"), 0, "approved", "2017-06", 12),
            (("Invented Centre of Excellence in Rail", "虚构轨道卓越中心"), 1, "established",
             "2018-10", 5),
            (("Sample Quality Label", "示例质量标识"), 2, "certified", "2019-05-20", None)], 1):
        office.add("designations", id=f"designation-{number}", name=name, status=status,
                   issuer=invented.NETWORKS[issuer], since=since, cohort=cohort,
                   evidence=[f"certificate-{number}"])


def posts(office):
    for number, (person, post, network, since, until) in enumerate([
            ("lin-example", ("Member of the board", "理事"), 0, "2016-03", None),
            ("su-example", ("Vice chair of the working group on rail", "轨道工作组副主席"), 1,
             "2017-09", "2019-08"),
            ("he-example", ("Member of the programme committee", "项目委员会委员"), 2, 2018, None),
            ("an-example", ("Member of the jury", "评委"), 6, "2019-04", None)], 1):
        office.add("posts", id=f"post-{number}", name=post, person=person, since=since, until=until,
                   organisation_name=invented.NETWORKS[network], scope="global")


def awards(office):
    chance = office.chance
    names = {"gold": ("Gold", "金奖"), "silver": ("Silver", "银奖"),
             "bronze": ("Bronze", "铜奖"), "other": ("Commendation", "优秀奖")}
    for year, count in zip(YEARS, (9, 12, 15, 13, 18)):
        for number in range(1, count + 1):
            competition = chance.choice(invented.COMPETITIONS)
            school = chance.choice(invented.SCHOOLS)
            level = chance.choices(["gold", "silver", "bronze", "other"], [15, 25, 35, 25])[0]
            office.add(
                "awards", id=f"award-{year}-{number:02}", level=level, competition=competition,
                name=(f"{names[level][0]} at the {competition[0]}",
                      f"{competition[1]}{names[level][1]}"),
                scope="global", unit=school[1:3], date=office.rough(office.day(year)),
                place=chance.choice(list(invented.PARTNERS_BY_PLACE)),
                evidence=[f"office-{year}"])


def standards(office):
    chance = office.chance
    words = {"programme": ("Programme standard", "专业标准"),
             "curriculum": ("Curriculum", "课程标准"),
             "professional": ("Professional standard", "职业标准"),
             "material": ("Teaching material", "教材")}
    for number in range(1, 19):
        topic = invented.TOPICS[number % len(invented.TOPICS)]
        kind = chance.choice(["programme", "curriculum", "curriculum", "professional", "material"])
        office.add(
            "standards", id=f"standard-{number:02}", kinds=[kind],
            name=(f"{words[kind][0]}: {topic[0]}", f"{topic[1]}{words[kind][1]}"),
            places=sorted(chance.sample(["KH", "TH", "EG", "KE", "RS", "LA"],
                                        chance.choice([1, 1, 2]))),
            date=chance.choice([2016, 2017, "2018-03", "2018-11", "2019-04", "2019-09"]))
