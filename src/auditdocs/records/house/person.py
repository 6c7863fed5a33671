"""Person: who works here, on which post and in which roles at which time, so that the past is judged by its own day."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import Model, field, many
from auditdocs.problem import Words
from auditdocs.records.base import Record
from auditdocs.records.day_pairs import reversed_pairs
from auditdocs.records.ids import DepartmentCode
from auditdocs.records.words import Day, Line, Text, YesNo, choice
from auditdocs.room import RecordType, rule

POST_ROLE = choice(
    sales=("销售", "Sales"),
    quality=("质量", "Quality"),
    service=("客服", "Customer service"),
    dept=("责任部门", "Responsible department"),
    general=("综合管理", "General affairs"),
    manager=("分管领导", "Manager"),
    gm=("总经理", "General manager"),
    dcc=("文控", "Document controller"),
    archivist=("档案管理员", "Archivist"),
    auditor=("审核员", "Auditor"),
    supervisor=("监督员", "Supervisor"),
    viewer=("查阅人", "Viewer"),
)
PostRole = Annotated[str, POST_ROLE]


class Post(Model):
    """What somebody does in one department over a time; both days count."""

    department: DepartmentCode = field("部门", "Department", required=True)
    title: Text | None = field("职务", "Job title", example="质量工程师|Quality engineer")
    roles: tuple[PostRole, ...] = many("角色", "Roles", "决定可签署什么", "they decide what the person may sign", internal=True)
    head: YesNo = field("部门负责人", "Head of department", default=False)
    from_: Day | None = field("任职自", "From", "留空表示一直如此", "empty: since ever")
    to: Day | None = field("任职至", "To", "最后一天；留空表示至今", "the last day; empty: to this day")

    def covers(self, day: date) -> bool:
        """Whether the person held this post on a day."""
        return (self.from_ is None or self.from_ <= day) and (self.to is None or day <= self.to)


TOPIC = choice(
    customer_audit=("客户审核", "Customer audits"),
    confidentiality=("保密", "Confidentiality"),
    safety=("安全", "Safety"),
    other=("其他", "Other"),
)


class Training(Model):
    """What somebody was trained in, and until when it counts."""

    topic: Annotated[str, TOPIC] = field("内容", "Topic", required=True)
    date: Day = field("培训日期", "Trained on", required=True)
    valid_to: Day | None = field("有效期至", "Valid to", "留空表示长期有效", "empty: it does not run out")
    reference: Line | None = field(
        "培训记录", "Record of the training", "签到表或证书的编号", "number of the attendance list or certificate"
    )


class Absence(Model):
    """Days on which somebody is not there; why is nobody's business here."""

    from_: Day | None = field("从", "From")
    to: Day | None = field("到", "To", "最后一天", "the last day")


class Person(Record):
    """One of ours."""

    name: Text = field("姓名", "Name", required=True)
    posts: tuple[Post, ...] = many("任职", "Posts", "按时间先后", "in order of time")
    left_on: Day | None = field("离职日期", "Left on", "在职的最后一天", "the last day of employment")
    nda_ref: Line | None = field("保密协议", "Confidentiality agreement", "协议编号", "its number", internal=True)
    nda_until: Day | None = field("保密协议有效期至", "Agreement valid to", "留空表示长期有效", "empty: it does not run out", internal=True)
    training: tuple[Training, ...] = many(
        "培训", "Training", "陪同和引导人员写客户审核", "of escorts and guides: customer audits", internal=True
    )
    absences: tuple[Absence, ...] = many("请假外出", "Absences", "安排陪同时查对", "looked at when escorts are named", internal=True)
    git_emails: tuple[Line, ...] = many(
        "Git 邮箱",
        "Git e-mail addresses",
        "签署核对用",
        "to check approvals against commits",
        example="sample@example.com",
        personal=True,
    )


def post_on(person: Person, day: date) -> tuple[Post, ...]:
    """The posts somebody held on a day; none after they left."""
    if not is_active_on(person, day):
        return ()
    return tuple(post for post in person.posts if post.covers(day))


def departments_on(person: Person, day: date) -> tuple[str, ...]:
    """The departments somebody belonged to on a day."""
    return tuple(dict.fromkeys(post.department for post in post_on(person, day)))


def works_in(records: Records, person: str, department: str, day: date) -> bool:
    """Whether somebody belonged to a department on a day; true where nobody has this id, because that is said elsewhere."""
    entry = records.get(Person, person)
    return entry is None or department in departments_on(entry.record, day)


def has_role_on(person: Person, role: str, day: date) -> bool:
    """Whether somebody had a role on a day."""
    return any(role in post.roles for post in post_on(person, day))


def is_head_on(person: Person, department: str, day: date) -> bool:
    """Whether somebody was the head of a department on a day."""
    return any(post.head and post.department == department for post in post_on(person, day))


def is_management_on(person: Person, day: date) -> bool:
    """Whether somebody spoke for the management on a day."""
    return any(has_role_on(person, role, day) for role in ("manager", "gm"))


def is_active_on(person: Person, day: date) -> bool:
    """Whether somebody was employed on a day."""
    return person.left_on is None or day <= person.left_on


def is_away_on(person: Person, day: date) -> bool:
    """Whether somebody is on leave or travels on a day."""
    return any(one.from_ and one.from_ <= day <= (one.to or one.from_) for one in person.absences)


def is_trained_on(person: Person, topic: str, day: date) -> bool:
    """Whether somebody's training in a topic counts on a day."""
    counted = (one for one in person.training if one.topic == topic and one.date <= day)
    return any(one.valid_to is None or day <= one.valid_to for one in counted)


def is_bound_on(person: Person, day: date) -> bool:
    """Whether somebody is under a confidentiality agreement on a day."""
    return person.nda_ref is not None and (person.nda_until is None or day <= person.nda_until)


@rule(
    "person.absence-ends-before-it-begins",
    "ISO 9001 7.5.3",
    catalogue="REF-003",
    zh="请假外出到 {to}，早于开始日 {begin}",
    en="the absence ends on {to}, before it begins on {begin}",
    do_zh="请更正 from 或 to",
    do_en="correct 'from' or 'to'",
)
def absence_ends_before_it_begins(entry: Entry[Person], records: Records) -> Iterator[Violation]:
    for index, begin, to in reversed_pairs((one.from_, one.to) for one in entry.record.absences):
        yield entry.at("absences", index, "to", to=to, begin=begin)


@rule(
    "person.post-ends-before-it-begins",
    "ISO 9001 7.5.3",
    catalogue="REF-003",
    casts_doubt=True,
    zh="任职结束日 {to} 早于开始日 {begin}",
    en="the post ends on {to}, before it begins on {begin}",
    do_zh="请更正 from 或 to",
    do_en="correct 'from' or 'to'",
)
def post_ends_before_it_begins(entry: Entry[Person], records: Records) -> Iterator[Violation]:
    for index, begin, to in reversed_pairs((post.from_, post.to) for post in entry.record.posts):
        yield entry.at("posts", index, "to", to=to, begin=begin)


@rule(
    "person.post-after-leaving",
    "ISO 9001 7.5.3",
    catalogue="REF-003",
    zh="任职到 {to}，而此人 {left_on} 已离职",
    en="the post lasts until {to}, but the person left on {left_on}",
    do_zh="把 to 改为离职日或更早",
    do_en="let 'to' be the day of leaving or earlier",
)
def post_after_leaving(entry: Entry[Person], records: Records) -> Iterator[Violation]:
    left_on = entry.record.left_on
    for index, post in enumerate(entry.record.posts):
        if left_on and post.to and post.to > left_on:
            yield entry.at("posts", index, "to", to=post.to, left_on=left_on)


PERSON = RecordType(
    name="person",
    title=Words("人员", "Person"),
    model=Person,
    path="people/{person}.yaml",
    key="{person}",
    owner="GEN",
    confidentiality="internal",
    retention="TRN-EMP+3",
    rules=(post_ends_before_it_begins, post_after_leaving, absence_ends_before_it_begins),
    starts_with=("name", "posts.department", "posts.title", "posts.roles", "posts.head", "posts.from"),
    shown_to_customers=True,
)
