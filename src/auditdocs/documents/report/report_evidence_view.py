"""Disputes and evidence of an audit → what the report says of them: section 7, and the list of evidence in its annex."""

from collections.abc import Iterator, Mapping

from auditdocs.documents.report.report_evidence import DisputeRow, EvidenceItemRow
from auditdocs.documents.report.report_findings_view import grade_words
from auditdocs.documents.words import Writing, labelled, lines
from auditdocs.entry import Entry
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.attachments import folder_of
from auditdocs.records.on_site.dispute import OUTCOME, Dispute
from auditdocs.records.on_site.evidence import EVIDENCE_KIND, METHOD, CopyGiven, Evidence, EvidenceItem

SAMPLED = Words("抽 {size}／共 {population}", "{size} of {population}")


def disputes(write: Writing, audit_id: str, found: Mapping[str, Dispute]) -> Iterator[DisputeRow]:
    """Every dispute."""
    for number, one in found.items():
        raised = lines(write.person(one.raised_by), write.moment(one.raised_at))
        late = write.words(label(Dispute, "late")) if one.late else ""
        before = ("grade_before", grade_words(write, audit_id, one.grade_before))
        yield DisputeRow(
            number=number,
            about=" ".join(filter(None, (one.finding, one.item))),
            raised=lines(raised, late, labelled(write, one, "late_accepted_by")),
            grounds=lines(write.text(one.explanation), write.texts(one.evidence)),
            outcome=lines(write.choice(OUTCOME, one.outcome), labelled(write, one, before, "reason")),
            decided=lines(one.auditor or "", write.moment(one.decided_at)),
        )


def evidence_items(write: Writing, entry: Entry[Evidence] | None) -> Iterator[EvidenceItemRow]:
    """Every piece of evidence, with the digest of its file."""
    for number, one in entry.record.items.items() if entry else ():
        digest = write.records.digest_of_file(folder_of(entry) + one.attachment) if entry and one.attachment else ""
        yield EvidenceItemRow(
            number=number,
            when=lines(write.moment(one.at), one.session or ""),
            what=_what(write, one),
            sample=_sample(write, one),
            people=_people(write, one),
            findings=lines(write.listed(one.findings), one.item or ""),
            file=lines(one.attachment or "", digest or ""),
        )


def _what(write: Writing, one: EvidenceItem) -> str:
    how = write.listed((write.choice(EVIDENCE_KIND, one.kind), write.choice(METHOD, one.method)))
    return lines(how, write.text(one.description), write.text(one.ref))


def _sample(write: Writing, one: EvidenceItem) -> str:
    sample = one.sample
    if sample is None or (sample.size is None and sample.population is None):
        return ""
    size, population = (write.number(number) or "?" for number in (sample.size, sample.population))
    said = (text.replace("{size}", size).replace("{population}", population) for text in (SAMPLED.zh, SAMPLED.en))
    return write.words(Words(*said))


def _people(write: Writing, one: EvidenceItem) -> str:
    copy = one.copy_given or CopyGiven()
    given = labelled(write, copy, "given", ("approved_by", write.person(copy.approved_by)))
    return lines(one.requested_by or "", write.person(one.provided_by), given)
