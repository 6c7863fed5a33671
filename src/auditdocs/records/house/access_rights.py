"""Access rights 查阅权限: which role may look into which part of the files, and which needs an approval first (003 五(二)1)."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated

from auditdocs.entry import Records
from auditdocs.field import Model, Table, field, many
from auditdocs.problem import Words
from auditdocs.records.house.person import POST_ROLE
from auditdocs.records.words import YesNo, choice
from auditdocs.room import RecordType

CATEGORY = choice(
    basic=("客户档案：基础类", "Customer file: basic"),
    trade=("客户档案：交易类", "Customer file: trade"),
    service=("客户档案：服务类", "Customer file: service"),
    special=("客户档案：特殊类", "Customer file: special"),
    audit=("客户审核案卷", "Audit file"),
    person=("人员档案", "Personnel file"),
)


class RoleRights(Model):
    """What a role may see."""

    categories: tuple[Annotated[str, CATEGORY], ...] = many("可查阅", "May see")
    approval: YesNo = field("须先批准", "Approval first", default=False)


class AccessRights(Table[Annotated[str, POST_ROLE], RoleRights]):
    """The rights by role; a role that is not listed sees nothing."""


def access_rights(records: Records) -> Mapping[str, RoleRights]:
    """The rights that hold: the company's, else the program's."""
    entry = records.get(AccessRights, "access")
    return (entry.record if entry else _standard()).rows


@cache
def _standard() -> AccessRights:
    """The source says sales, service and management; that quality and the archive see audit files is ours (D.6)."""
    everything = list(CATEGORY.choices)
    return AccessRights.model_validate(
        {
            "sales": {"categories": ["basic", "trade", "audit"]},
            "service": {"categories": ["service", "trade"]},
            "quality": {"categories": ["basic", "audit"]},
            "auditor": {"categories": ["audit"]},
            "dept": {"categories": ["audit"]},
            "general": {"categories": ["basic", "person"]},
            "archivist": {"categories": everything},
            "manager": {"categories": everything, "approval": "true"},
            "gm": {"categories": everything, "approval": "true"},
            "supervisor": {"categories": everything, "approval": "true"},
        }
    )


ACCESS_RIGHTS = RecordType(
    name="access_rights",
    title=Words("查阅权限", "Access rights"),
    model=AccessRights,
    path="org/access.yaml",
    key="access",
    owner="ARC",
    retention="POL-PERM",
)
