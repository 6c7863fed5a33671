"""A disposal → its three forms: the appraisal, the list kept for ever, and the certificate."""

from collections.abc import Callable, Iterator, Mapping

from auditdocs.document import INSIDE, DocumentKind
from auditdocs.documents.keeping import disposal_appraisal, disposal_certificate, disposal_list
from auditdocs.documents.keeping.disposal_appraisal import AppraisalView
from auditdocs.documents.keeping.disposal_certificate import CertificateView
from auditdocs.documents.keeping.disposal_list import ListView
from auditdocs.documents.keeping.disposal_rows import appraisal_row, list_row
from auditdocs.documents.not_printed import kept_for_ever, left_to_its_keeper
from auditdocs.documents.record_form import record_form
from auditdocs.documents.rows import EventRow
from auditdocs.documents.rows_view import attachment_rows, event_row, signatures
from auditdocs.documents.words import Writing, lines
from auditdocs.entry import Entry
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.keeping.disposal import GIT_SCOPE, GONE_FOR_GOOD, METHOD, OPINION, Disposal, GitHandling
from auditdocs.state import standing
from auditdocs.view_parts import Signature

View = Callable[[Writing, Entry[Disposal]], object | None]
APPRAISER, WITNESS = Words("鉴定人", "Appraiser"), Words("监销人", "Witness")
GONE = Words(
    "纸质件和电子件均已彻底销毁，Git 历史按所附证明处理。",
    "Paper and electronic records are destroyed for good; Git's history was dealt with as the evidence shows.",
)
STILL_THERE = Words(
    "工作区中的文件已删除，Git 历史仍保留其内容：不构成彻底销毁。纸质件按上述方式销毁。",
    "The files left the working tree; Git's history still holds them: nothing electronic is destroyed for good. Paper was, as stated.",
)


def _appraisal(write: Writing, entry: Entry[Disposal]) -> AppraisalView:
    disposal, state = entry.record, standing(write.records, entry, "disposal")
    appraisal = disposal.appraisal
    day = write.day(appraisal.date) if appraisal else ""
    appraisers = tuple(Signature(write.words(APPRAISER), write.person(one), day) for one in (appraisal.by if appraisal else ()))
    proposed, *others = signatures(write, disposal, ("prepared", "approved"))
    return AppraisalView(
        title=write.text(disposal.title),
        state=write.words(state.words) if state else "",
        items=tuple(appraisal_row(write, number, item) for number, item in enumerate(disposal.items, start=1)),
        appraised_on=day,
        appraisers=write.people(appraisal.by) if appraisal else "",
        decision=write.boxes(OPINION, appraisal.decision if appraisal else None),
        opinion=write.text(appraisal.opinion) if appraisal else "",
        extended_until=write.day(disposal.extended.until) if disposal.extended else "",
        events=tuple(_events(write, disposal)),
        attachments=attachment_rows(write, disposal),
        signatures=(proposed, *(appraisers or (Signature(write.words(APPRAISER)),) * 2), *others),
    )


def _events(write: Writing, disposal: Disposal) -> Iterator[EventRow]:
    if disposal.refused:
        yield event_row(write, label(Disposal, "refused"), disposal.refused)
    if disposal.extended:
        put_off = disposal.extended
        words = write.words(label(Disposal, "extended"))
        yield EventRow(date=write.day(put_off.date), event=words, by=write.person(put_off.by), reason=write.text(put_off.reason))


def _list(write: Writing, entry: Entry[Disposal]) -> ListView | None:
    disposal = entry.record
    if not disposal.items:
        return None
    return ListView(
        title=write.text(disposal.title),
        place=disposal.place or "",
        executed_on=write.day(disposal.executed_on),
        items=tuple(list_row(write, number, item, entry) for number, item in enumerate(disposal.items, start=1)),
        pieces=_pieces(write, disposal),
        signatures=signatures(write, disposal, ("prepared", "approved")),
        witnesses=_seen_by(write, disposal),
    )


def _pieces(write: Writing, disposal: Disposal) -> str:
    counted = [item.quantity for item in disposal.items if item.quantity is not None]
    return write.number(sum(counted)) if counted else ""


def _seen_by(write: Writing, disposal: Disposal) -> tuple[Signature, ...]:
    """Who destroyed it and who saw it; lines to sign where nobody is recorded."""
    day = write.day(disposal.executed_on)
    executed = Signature(
        write.words(label(Disposal, "executed_by")), write.person(disposal.executed_by), day if disposal.executed_by else ""
    )
    seen = tuple(Signature(write.words(WITNESS), write.person(one), day) for one in disposal.witnesses)
    return (executed, *seen, *(Signature(write.words(WITNESS)) for _ in range(len(seen), 2)))


def _certificate(write: Writing, entry: Entry[Disposal]) -> CertificateView | None:
    disposal, git = entry.record, entry.record.git or GitHandling()
    if disposal.executed_on is None:
        return None
    things = (" ".join(filter(None, (item.archive_number or item.record or "", write.name(item.title)))) for item in disposal.items)
    return CertificateView(
        certificate_number=disposal.certificate_no or "",
        certified_on=write.day(disposal.certified_on),
        list_number=entry.key,
        pieces=_pieces(write, disposal),
        things=lines(*things),
        method=write.boxes(METHOD, disposal.method),
        place=disposal.place or "",
        executed_on=write.day(disposal.executed_on),
        git=write.boxes(GIT_SCOPE, git.scope),
        git_statement=lines(*((GONE if git.scope in GONE_FOR_GOOD else STILL_THERE).in_(one) for one in write.languages)),
        git_done_on=write.day(git.done_on),
        git_by=write.person(git.by),
        git_evidence=git.evidence or "",
        signatures=_seen_by(write, disposal),
    )


def _form(name: str, title: Words, words: Mapping[str, Words], shows: type, view: View, not_printed: Mapping[str, str]) -> DocumentKind:
    return record_form(
        Disposal, view, name=name, title=title, shows=shows, words=words, editions=INSIDE, folder="archive", not_printed=not_printed
    )


DISPOSAL_APPRAISAL = _form(
    "disposal_appraisal",
    Words("到期鉴定审批表", "Appraisal and Approval of Disposal"),
    disposal_appraisal.WORDS,
    AppraisalView,
    _appraisal,
    {**left_to_its_keeper("disposal"), **kept_for_ever("disposal")},
)
DISPOSAL_LIST = _form("disposal_list", Words("销毁清册", "Destruction List"), disposal_list.WORDS, ListView, _list, {})
CERTIFICATE = Words("销毁证明", "Certificate of Destruction")
DISPOSAL_CERTIFICATE = _form("disposal_certificate", CERTIFICATE, disposal_certificate.WORDS, CertificateView, _certificate, {})
