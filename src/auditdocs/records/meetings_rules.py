"""What the meetings' record must say (MTG-001, MTG-002)."""

from auditdocs.problem import Words
from auditdocs.records.meetings import Meetings
from auditdocs.room import RecordType

MEETINGS = RecordType(
    name="meetings",
    title=Words("首末次会议", "Opening and closing meetings"),
    model=Meetings,
    path="audits/{year}/{audit}/meetings.yaml",
    key="{audit}",
    scope="{audit}",
    owner="QA",
    confidentiality="internal",
    retention="CA-3Y",
    lives=("audit",),
)
