"""8D report 8D 报告 (FM-CA-10): a CAR told in the eight disciplines, for the customer who asks for that form."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.documents.cars.car_answer import ANSWER_WORDS, CarAnswer
from auditdocs.problem import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class EightDView(CarAnswer):
    """The report from D0 to D8."""

    # D0
    customer_due: str
    customer_close: str
    round: str
    submitted_on: str
    # D1
    leader: str
    # D5
    accepted_by: str
    accepted_on: str


WORDS: Mapping[str, Words] = {
    **ANSWER_WORDS,
    "customer_due": Words("回复客户期限", "Response due"),
    "customer_close": Words("客户关闭期限", "Closing due"),
    "leader": Words("组长（责任人）", "Leader (owner)"),
    "accepted_by": Words("措施批准", "Actions accepted by"),
    "accepted_on": Words("批准日期", "Accepted on"),
    "preparation": Words("准备", "Preparation"),
    "team_formed": Words("成立小组", "Team"),
    "problem_described": Words("问题描述", "Problem description"),
    "contained": Words("围堵措施与纠正", "Containment and correction"),
    "cause_found": Words("根本原因分析", "Root cause analysis"),
    "actions_chosen": Words("选择永久纠正措施", "Chosen permanent corrective actions"),
    "judged": Words("效果判定与批准", "How the effect is judged; acceptance"),
    "actions_proved": Words("实施与验证", "Implementation and validation"),
    "recurrence_prevented": Words("预防再发生", "Prevention of recurrence"),
    "team_recognized": Words("关闭与小组认可", "Closure and recognition of the team"),
}
