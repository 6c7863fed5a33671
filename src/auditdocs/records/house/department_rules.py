"""What holds of the departments: none is its own superior, and each has one head at a time."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.house.organization import Department, Departments
from auditdocs.records.house.person import Person, Post
from auditdocs.room import RecordType, rule


@rule(
    "organization.department-below-itself",
    "ISO 9001 7.5.3",
    catalogue="REF-003",
    zh="部门 {code} 的上级绕回到自己：{ring}",
    en="department {code} is its own superior: {ring}",
    do_zh="请更正 parent",
    do_en="correct 'parent'",
)
def department_below_itself(entry: Entry[Departments], records: Records) -> Iterator[Violation]:
    rows = entry.record.rows
    for code in rows:
        ring = _ring(rows, code)
        if ring and min(ring) == code:
            yield entry.at(code, "parent", code=code, ring=(*ring, code))


def _ring(rows: Mapping[str, Department], code: str) -> tuple[str, ...]:
    """The chain of superiors that leads back to a department, or nothing."""
    chain = [code]
    above = rows[code].parent
    while above is not None and above in rows and above not in chain:
        chain.append(above)
        above = rows[above].parent
    return tuple(chain) if above == code else ()


@rule(
    "organization.several-heads",
    "001i 6.1.2",
    catalogue="CS-006",
    severity="warning",
    zh="{department} 自 {day} 起有两名负责人：{people}",
    en="{department} has two heads from {day} on: {people}",
    do_zh="一个部门同时只有一名负责人：更正人员档案中的 head，或写任职的 from 和 to",
    do_en="one department has one head at a time: correct 'head' in their files, or write 'from' and 'to' of their posts",
)
def several_heads(entry: Entry[Departments], records: Records) -> Iterator[Violation]:
    for code in entry.record.rows:
        heads = [(one.key, post) for one in records.where(Person, "head of", code) for post in _heading(one.record, code)]
        for (first, earlier), (second, later) in combinations(heads, 2):
            day = max(earlier.from_ or date.min, later.from_ or date.min)
            if first != second and earlier.covers(day) and later.covers(day):
                since = day if day > date.min else Words("最初", "the beginning")
                yield entry.at_name(code, department=code, day=since, people=(first, second))


def _heading(person: Person, department: str) -> Iterator[Post]:
    """The posts in which somebody who is still with us heads a department; who has left holds none since."""
    for post in person.posts:
        if post.head and post.department == department:
            yield post.model_copy(update={"to": min(post.to or date.max, person.left_on or date.max)})


DEPARTMENTS = RecordType(
    name="departments",
    title=Words("部门", "Departments"),
    model=Departments,
    path="org/departments.yaml",
    key="departments",
    owner="GEN",
    retention="POL-PERM",
    rules=(department_below_itself, several_heads),
    shown_to_customers=True,
)
