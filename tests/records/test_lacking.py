"""Which fields say nothing: what is missing, what is empty, and nothing of a group that nobody wrote."""

from auditdocs.problem import Words
from auditdocs.records.audit.notification import Notification
from auditdocs.records.keeping.disposal import DisposalItem
from auditdocs.records.lacking import first_lacking, lacking


def test_fields_that_say_nothing_are_told_with_their_labels_in_the_order_asked() -> None:
    assert list(lacking(Notification(), "summary", "by", "recipients")) == ["summary", "by", "recipients"]
    assert lacking(Notification.model_construct(by="P0001", at=None), "by", "at") == {"at": Words("通报时间", "Notified at")}


def test_a_no_and_a_nought_say_something() -> None:
    item = DisposalItem.model_construct(quantity=0, title=None)
    assert list(lacking(item, "quantity", "title")) == ["title"]


def test_a_group_that_is_not_there_lacks_nothing() -> None:
    assert lacking(None, "by", "reason") == {}


def test_of_several_only_the_first_is_told() -> None:
    assert list(first_lacking(Notification(), "by", "at")) == ["by"]
    assert first_lacking(Notification.model_construct(by="P0001"), "by") == {}
