"""Writes the made-up records of the specimen into records/; the same bytes each time: python3 generate.py."""

import csv
import datetime
import pathlib
import random

HERE = pathlib.Path(__file__).parent / "records"

# id, English, Chinese, kind, place, since
PARTNERS = """
aldermoor|Aldermoor University|奥尔德莫大学|university|GB|2009
bellerive|Bellerive School of Printing|贝勒里夫印刷学校|school|FR|2011
brenta|Brenta Academy of the Book|布伦塔书籍学院|college|IT|2014
calder|Calder Type Foundry|考尔德字体铸造厂|enterprise|GB|2016
chengming|Chengming University|澄明大学|university|CN|2010
chongjin|Chongjin College of Crafts|重锦工艺学院|college|CN|2018
dornfeld|Dornfeld Museum of Print|多恩费尔德印刷博物馆|ngo|DE|2008
eskilby|Eskilby Paper Mill|埃斯基尔比造纸厂|enterprise|SE|2019
fenwick|Fenwick Letter Archive|芬威克字母档案馆|ngo|IE|2017
garonne|Garonne Institute of Design|加龙设计学院|college|FR|2012
hanabusa|Hanabusa University of Arts|花房艺术大学|university|JP|2013
harbin-moon|Moonriver Press|月河出版社|enterprise|CN|2020
isarau|Isarau University of Applied Letters|伊萨劳应用文字大学|university|DE|2007
jadepoint|Jadepoint College|玉屿学院|college|SG|2015
kalamos|Kalamos School of Calligraphy|卡拉莫斯书法学校|school|GR|2021
karmel|Karmel Hebrew Type Workshop|卡梅尔希伯来文字坊|enterprise|IL|2016
lakshmi|Lakshmi School of Scripts|拉克希米文字学校|school|IN|2018
longhe|Long River Academy|长河书院|college|CN|2012
lysaker|Lysaker Reading Laboratory|利萨克阅读实验室|ngo|NO|2022
maranello|Tessera College|泰塞拉学院|college|IT|2010
mekhong|Mekhong University of Culture|湄空文化大学|university|TH|2017
moraleda|Moraleda University|莫拉莱达大学|university|ES|2013
nakhon|Nakhon Letter House|那空文字馆|ngo|TH|2023
okavi|Okavi Teachers’ College|奥卡维师范学院|college|ZA|2019
pampa|Pampa School of Journalism|潘帕新闻学校|school|AR|2020
qalam|Qalam Institute|卡拉姆学院|college|EG|2015
rongyin|Rongyin University|镕音大学|university|CN|2014
saguenay|Saguenay Print Cooperative|萨格奈印刷合作社|enterprise|CA|2018
shanxiu|Shan Studio of Fine Books|单氏精装书坊|enterprise|CN|2021
sillon|Sillon Bindery School|西永装帧学校|school|CH|2011
tamarau|Tamarau College|塔马劳学院|college|PH|2022
tevere|Tevere University|特韦雷大学|university|IT|2009
vesterhav|Vesterhav University|西海大学|university|DK|2016
wattle|Wattle Bay University|金合欢湾大学|university|AU|2012
yarrow|Yarrow State University|亚罗州立大学|university|US|2010
zhejun|Zhejun Institute of Letters|喆君文字学院|college|CN|2019
""".split("\n")[1:-1]

SORTS = {"chongjin": "虫锦工艺学院", "longhe": "常河书院", "shanxiu": "善氏精装书坊"}

# topic, Chinese topic
TOPICS = [
    ("the comma", "逗号"), ("italics", "意大利体"), ("long tables", "长表格"), ("small capitals", "小型大写字母"),
    ("the footnote", "脚注"), ("margins", "版心与边距"), ("hyphenation", "断词"), ("the grid", "网格"),
    ("bindings", "装订"), ("punctuation", "标点"), ("numerals", "数字"), ("index making", "索引编制"),
    ("right-to-left scripts", "从右到左的文字"), ("paper and ink", "纸与墨"), ("captions", "图注"),
]
AUDIENCES = [
    ("editors", "编辑"), ("printers", "印刷工"), ("librarians", "图书馆员"), ("teachers", "教师"), ("civil servants", "公务员"),
]
PURPOSES = ["study", "traineeship", "teaching", "training", "research", "culture"]


def write(name, rows):
    with open(HERE / name, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main():
    HERE.mkdir(exist_ok=True)
    chance = random.Random(2024)
    partners = [line.split("|") for line in PARTNERS]
    write("partners.csv", [
        {"id": one[0], "name.en": one[1], "name.zh": one[2], "kind": one[3], "place": one[4], "since": one[5],
         "sort.zh": SORTS.get(one[0], "")} for one in partners])

    courses = []
    for year, count in ((2020, 22), (2021, 26), (2022, 30), (2023, 34), (2024, 38)):
        days = sorted(chance.sample(range(8, 345), count))
        for number, day in enumerate(days, 1):
            topic, audience = chance.choice(TOPICS), chance.choice(AUDIENCES)
            date = datetime.date(year, 1, 1) + datetime.timedelta(day)
            length = chance.choice([1, 2, 2, 3, 3, 5, 5, 10])
            courses.append({
                "id": f"course-{year}-{number:02}",
                "name.en": f"On {topic[0]}, for {audience[0]}", "name.zh": f"{topic[1]}：{audience[1]}班",
                "audience.en": audience[0], "audience.zh": audience[1],
                "place": chance.choice(["LU", "LU", "LU"] + [one[4] for one in partners]),
                "date": date.isoformat(), "days": length, "hours": length * chance.choice([4, 6, 6.5]),
                "participants": chance.randint(6, 48)})
    write("trainings.csv", courses)

    stays = []
    for year in range(2020, 2025):
        for direction in ("outbound", "inbound"):
            for number in range(10 + (year - 2020) * 2):
                partner = chance.choice(partners)
                who = "students" if chance.random() < 0.7 else "staff"
                start = datetime.date(year, 1, 1) + datetime.timedelta(chance.randrange(10, 230))
                length = chance.choice([5, 7, 12, 14, 30, 60, 110])
                stays.append({
                    "id": f"stay-{year}-{direction[:2]}-{number:02}", "direction": direction, "persons": who,
                    "purpose": chance.choice(PURPOSES), "partner": partner[0], "place": partner[4],
                    "start": start.isoformat(), "end": (start + datetime.timedelta(length)).isoformat(),
                    "days": length, "heads": chance.randint(1, 3) if who == "staff" else chance.randint(2, 16)})
    write("mobilities.csv", stays)


if __name__ == "__main__":
    main()
