"""The words that the sample's records are made of: places, towns, subjects, titles.

Every town, institution, network, competition and person that they yield is invented. Only the codes
of countries and regions are real, so that the sample shows them by their names.
"""

# Country or region: how many of the 180 partners are there. Uneven, as such lists are.
PARTNERS_BY_PLACE = {
    "DE": 16, "GB": 14, "US": 13, "FR": 10, "AU": 9, "JP": 10, "KR": 9, "TH": 8, "MY": 7, "NZ": 5,
    "SG": 4, "ID": 6, "VN": 6, "CA": 6, "NL": 5, "IT": 5, "ES": 4, "RU": 4, "IN": 3, "FI": 3,
    "PH": 3, "HK": 3, "KH": 2, "KZ": 2, "PL": 2, "DK": 2, "SE": 2, "PK": 2, "LA": 1, "UZ": 1,
    "CZ": 1, "HU": 1, "BG": 1, "RS": 1, "PT": 1, "BR": 2, "ZA": 2, "EG": 2, "KE": 1, "MO": 1,
}

# Beginnings and ends of invented towns, each with its Chinese transcription.
TOWN_STARTS = [
    ("Alver", "阿尔弗"), ("Brund", "布伦德"), ("Corvi", "科尔维"), ("Dalmo", "达尔莫"),
    ("Eskel", "埃斯克尔"), ("Fenno", "芬诺"), ("Galdi", "加尔迪"), ("Hasper", "哈斯珀"),
    ("Istra", "伊斯特拉"), ("Jorvo", "约尔沃"), ("Kelmi", "凯尔米"), ("Lombra", "隆布拉"),
    ("Marque", "马尔克"), ("Nordu", "诺尔杜"), ("Orsi", "奥尔西"), ("Pelgo", "佩尔戈"),
    ("Quilda", "奎尔达"), ("Rosti", "罗斯蒂"), ("Sarne", "萨尔内"), ("Torbe", "托尔贝"),
    ("Ulmeri", "乌尔梅里"), ("Vensa", "文萨"), ("Wespo", "韦斯波"), ("Yarmo", "亚尔莫"),
    ("Zelto", "泽尔托"), ("Bramo", "布拉莫"), ("Drusi", "德鲁西"), ("Fyrde", "菲尔德"),
    ("Glauco", "格劳科"), ("Tivran", "蒂夫兰"),
]
TOWN_ENDS = [
    ("verra", "韦拉"), ("lune", "吕讷"), ("quay", "基"), ("thorne", "索恩"), ("mirra", "米拉"),
    ("ossel", "奥塞尔"), ("undar", "温达尔"), ("ethis", "埃西斯"), ("ambra", "安布拉"),
    ("ilvo", "伊尔沃"), ("orrin", "奥林"), ("ashel", "阿谢尔"),
]

# How a partner is called after its town, its kind, and how often it occurs.
PARTNER_FORMS = [
    ("{} University", "{}大学", "university", 34),
    ("{} University of Applied Sciences", "{}应用科学大学", "university", 22),
    ("{} Technical University", "{}工业大学", "university", 14),
    ("{} Polytechnic", "{}理工学院", "college", 30),
    ("{} College of Technology", "{}技术学院", "college", 28),
    ("{} Vocational School", "{}职业学校", "school", 14),
    ("{} Instruments", "{}仪器公司", "enterprise", 16),
    ("{} Rail Systems", "{}轨道系统公司", "enterprise", 8),
    ("City of {}", "{}市政府", "government", 7),
    ("{} Skills Foundation", "{}技能基金会", "ngo", 5),
    ("{} Council for Technical Education", "{}技术教育理事会", "igo", 2),
]

# Schools of the university: id, name, and the ISCED-F field that its students are counted in.
SCHOOLS = [
    ("mechanical", "School of Mechanical Engineering", "机械工程学院", "0715"),
    ("information", "School of Information Technology", "信息技术学院", "0613"),
    ("business", "School of Business", "商学院", "0413"),
    ("design", "School of Design", "设计学院", "0212"),
    ("health", "School of Health", "健康学院", "0913"),
    ("hospitality", "School of Hospitality", "酒店管理学院", "1015"),
    ("languages", "School of Modern Languages", "外国语学院", "0231"),
    ("building", "School of the Built Environment", "建筑工程学院", "0732"),
]

# What a training is about, and for whom.
TOPICS = [
    ("maintenance of rail vehicles", "轨道车辆维护"), ("industrial robots", "工业机器人应用"),
    ("solar power plants", "光伏电站运维"), ("electronic commerce", "跨境电子商务"),
    ("port logistics", "港口物流"), ("hotel management", "酒店管理"),
    ("teaching with workshops", "实训教学法"), ("elder care", "老年护理"),
    ("building information modelling", "建筑信息模型"), ("food processing", "食品加工"),
    ("mobile networks", "移动通信网络"), ("Chinese for work", "职场中文"),
]
AUDIENCES = [
    ("teachers of partner colleges", "合作院校教师"), ("officials of education", "教育官员"),
    ("technicians of enterprises", "企业技术人员"), ("young engineers", "青年工程师"),
]

# Events: kind in the vocabulary, and how they are called.
EVENTS = [
    ("conference", "Conference on Vocational Education and Industry", "职业教育与产业大会"),
    ("forum", "Forum on Skills for Sustainable Cities", "可持续城市技能论坛"),
    ("camp", "Camp of Young Makers", "青年创客营"),
    ("workshop", "Workshop on Curriculum Development", "课程开发工作坊"),
    ("competition", "Student Competition in Mechatronics", "机电一体化学生竞赛"),
]

# Networks and competitions, all invented.
NETWORKS = [
    ("Example Network of Technical Colleges", "示例技术院校网络"),
    ("Invented Alliance for Rail Education", "虚构轨道教育联盟"),
    ("Sample Union of Applied Universities", "示例应用型大学联合会"),
    ("Fictional Council for Workplace Learning", "虚构职场学习理事会"),
    ("Example Consortium for Open Courses", "示例开放课程联盟"),
    ("Invented Circle of Port Cities", "虚构港口城市圈"),
    ("Sample Forum of Design Schools", "示例设计院校论坛"),
    ("Fictional Association for Hospitality Studies", "虚构酒店教育协会"),
]
COMPETITIONS = [
    ("Example Skills Olympiad", "示例技能奥林匹克"), ("Invented Robot Cup", "虚构机器人杯"),
    ("Sample Design Prize", "示例设计奖"), ("Fictional Business Challenge", "虚构商业挑战赛"),
    ("Example Prize for Nursing", "示例护理技能奖"),
]

# Persons in public roles, all invented; romanised as the university would.
PERSONS = [
    ("lin-example", "LIN Shili", "林示例", "President", "校长"),
    ("su-example", "SU Mingxiang", "苏明翔", "Vice President", "副校长"),
    ("he-example", "HE Ruoxu", "何若虚", "Director of the International Office", "国际处处长"),
    ("tan-example", "TAN Shu", "谭叙", "Dean of Mechanical Engineering", "机械工程学院院长"),
    ("guo-example", "GUO Yuan", "郭原", "Dean of Information Technology", "信息技术学院院长"),
    ("wen-example", "WEN Xun", "温寻", "Dean of Business", "商学院院长"),
    ("an-example", "AN Zhi", "安之", "Professor of Design", "设计学教授"),
    ("yi-example", "YI Kexin", "易可信", "Professor of Health Sciences", "健康科学教授"),
]
