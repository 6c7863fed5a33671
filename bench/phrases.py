"""Chinese sentences of a quality department, put together from a fixed seed: realistic in length and variety."""

import random

PLACES = ("注塑车间", "装配一线", "装配二线", "喷涂车间", "来料检验区", "成品库", "模具库", "计量室", "试制车间", "冲压车间")
PRODUCTS = ("仪表板支架", "门内饰板", "中控面板", "空调出风口", "手套箱总成", "B 柱护板", "传感器外壳", "线束护套")
PROCESSES = ("注塑", "装配", "喷涂", "检验", "冲压", "焊接", "包装", "仓储", "模具维护", "来料检验")
RECORDS = ("首件检验记录", "巡检记录", "设备点检表", "作业指导书", "控制计划", "培训记录", "校准证书", "批次卡", "返工单", "变更申请单")
FAULTS = (
    "没有班组长确认签字", "填写的数值与规定不一致", "版本不是现行版本", "缺少日期和批号", "抽样数量少于规定", "没有在规定时间内完成",
    "判定结论与数据不符", "更改处没有签名", "没有覆盖夜班", "没有保存原始数据",
)  # fmt: skip
REASONS = (
    "岗位变动后没有移交确认权限", "系统没有设置必填项", "流程没有规定由谁检查", "点检表没有列入该项目", "新员工上岗前没有考核",
    "变更没有通知到现场", "标准中没有写明频次", "两个部门的职责重叠", "提醒只发给了一个人", "没有防错装置",
)  # fmt: skip
MEASURES = (
    "在系统中设为必填，未填写不得放行", "修订作业指导书并增加检查项", "加装传感器，漏装时自动停机", "岗位变动单增加移交栏",
    "点检表增加该项目并由班组长复核", "每班首件由质量部复核", "变更通知增加签收", "更换为带防错的工装", "看板显示到期日并提前三天提醒",
)  # fmt: skip
NAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
CLAUSES = ("7.1.3", "7.1.5", "7.2", "7.5.3", "8.2.3", "8.4.2", "8.5.1", "8.5.2", "8.5.4", "8.6", "8.7", "9.1.3", "9.2", "10.2")


def sentence(chance: random.Random) -> str:
    """One sentence of a finding."""
    record, fault = chance.choice(RECORDS), chance.choice(FAULTS)
    day = f"{chance.randint(1, 12)} 月 {chance.randint(1, 28)} 日"
    where = f"{chance.choice(PLACES)} {chance.randint(1, 12)}# 机台"
    return f"{where} {day}的{record}{fault}，涉及{chance.choice(PRODUCTS)} {chance.randint(20, 900)} 件。"


def passage(chance: random.Random, characters: int) -> str:
    """About this many characters."""
    words = ""
    while len(words) < characters:
        words += sentence(chance)
    return words


def question(chance: random.Random) -> str:
    return f"{chance.choice(PROCESSES)}过程的{chance.choice(RECORDS)}是否完整、现行，并能证明{chance.choice(PRODUCTS)}符合要求？"


def person(chance: random.Random) -> str:
    return chance.choice(NAMES) + "示例" + chance.choice(NAMES)
