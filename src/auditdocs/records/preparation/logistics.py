"""Reception 接待安排 (`logistics.yaml`): what general affairs arranges for the visit, who does it, how far it is (001i 4.3.1)."""

from typing import Annotated

from auditdocs.field import Model, field, many
from auditdocs.records.base import Record
from auditdocs.records.ids import PersonId
from auditdocs.records.words import Day, Text, choice

LOGISTICS_KIND = choice(
    pickup=("接站", "Pick-up"),
    dropoff=("送站", "Drop-off"),
    lodging=("住宿", "Lodging"),
    meals=("用餐", "Meals"),
    meeting_room=("会议室", "Meeting room"),
    welcome_board=("欢迎牌", "Welcome board"),
    fruit=("水果", "Fruit"),
    tea=("茶水", "Tea"),
    projector=("投影", "Projector"),
    network=("网络", "Network"),
    ppe=("劳动防护用品", "Protective equipment"),
    gift_policy=("礼品", "Gifts"),
    parking=("停车", "Parking"),
)
LOGISTICS_STATUS = choice(
    open=("未安排", "Open"), arranged=("已安排", "Arranged"), done=("已完成", "Done"), not_needed=("不需要", "Not needed")
)


class LogisticsItem(Model):
    """One thing to be arranged."""

    kind: Annotated[str, LOGISTICS_KIND] = field("项目", "Item", required=True)
    detail: Text | None = field("内容", "Detail", example="8:10 车站接 2 人|Two people at the station at 08:10")
    for_date: Day | None = field("日期", "For")
    owner: PersonId | None = field("责任人", "Owner")
    status: Annotated[str, LOGISTICS_STATUS] = field("状态", "Status", default="open")
    note: Text | None = field("备注", "Note")
    limit: Text | None = field(
        "限额",
        "Limit",
        "仅礼品：每人上限及依据",
        "gifts only: the limit for each person and where it is set",
        example="每人 100 元|100 CNY each",
    )


class Logistics(Record):
    """What is arranged for the visitors of one audit."""

    contact: PersonId | None = field("接待联系人", "Contact", "来访人员可找的人", "whom the visitors may ask")
    welcome_text: Text | None = field(
        "欢迎牌文字", "Words of welcome", example="欢迎示例客户莅临审核|Welcome to our guests of Sample Customer"
    )
    items: tuple[LogisticsItem, ...] = many("接待项目", "Items")
