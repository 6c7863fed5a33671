"""The way of a disposal: proposed, appraised, approved, executed, certified; or refused, or put off (D.4.4)."""

from auditdocs.entry import Entry, Records
from auditdocs.problem import Words
from auditdocs.records.keeping.disposal import Disposal
from auditdocs.records.marks import approval_mark, fact_mark, how_to_sign
from auditdocs.room import Life, Mark, Milestone, SideState

DisposalEntry = Entry[Disposal]
DISPOSED = Words("已处置", "Disposed of")


def _proposed(entry: DisposalEntry, records: Records) -> Mark | None:
    return approval_mark(entry, "prepared")


def _appraised(entry: DisposalEntry, records: Records) -> Mark | None:
    return fact_mark(entry, "appraisal", "date")


def _approved(entry: DisposalEntry, records: Records) -> Mark | None:
    return approval_mark(entry, "approved")


def _executed(entry: DisposalEntry, records: Records) -> Mark | None:
    return fact_mark(entry, "executed_on")


def _certified(entry: DisposalEntry, records: Records) -> Mark | None:
    return fact_mark(entry, "certified_on")


def _refused(entry: DisposalEntry, records: Records) -> Mark | None:
    return fact_mark(entry, "refused", "date")


def _extended(entry: DisposalEntry, records: Records) -> Mark | None:
    return fact_mark(entry, "extended", "date")


DISPOSAL_LIFE = Life(
    name="disposal",
    title=Words("到期处置", "Disposal"),
    anchor="disposal",
    milestones=(
        Milestone(
            "proposed",
            Words("已提出", "Proposed"),
            "ARC",
            Words("列出清册，由提出人签署", "list the items and let whoever proposes it sign"),
            _proposed,
            how=how_to_sign("prepared"),
        ),
        Milestone(
            "appraised",
            Words("已鉴定", "Appraised"),
            "ARC",
            Words("至少两人鉴定，写明意见", "two or more people judge it and say what they think"),
            _appraised,
            how=Words(
                "写 appraisal: {date: 2026-09-08, by: [人员编号, 人员编号], opinion: …}",
                "write appraisal: {date: 2026-09-08, by: [id, id], opinion: …}",
            ),
        ),
        Milestone(
            "approved",
            Words("已批准", "Approved"),
            "MGT",
            Words("由鉴定人以外的人批准", "somebody who did not appraise approves it"),
            _approved,
            how=how_to_sign("approved"),
        ),
        Milestone(
            "executed",
            DISPOSED,
            "ARC",
            Words(
                "先写注销登记，再删除文件；两人监销，写明日期和 Git 处理范围",
                "write the tombstones, then remove the files; two witnesses, the date, and what was done in Git",
            ),
            _executed,
            how=Words(
                "auditdocs new tombstone 编号；git rm -r 文件夹；写 executed_on、executed_by、witnesses、git: {scope: working_tree}",
                "auditdocs new tombstone NUMBER; git rm -r FOLDER; write executed_on, executed_by, witnesses, git: {scope: working_tree}",
            ),
        ),
        Milestone(
            "certified",
            Words("已出证明", "Certified"),
            "ARC",
            Words("出具销毁证明", "issue the certificate"),
            _certified,
            how=Words("写 certificate_no 和 certified_on", "write certificate_no and certified_on"),
        ),
    ),
    side_states=(
        SideState("refused", Words("不予销毁", "Refused"), _refused, ends=True),
        SideState("extended", Words("延长保管", "Kept longer"), _extended, ends=True),
    ),
)
