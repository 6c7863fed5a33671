"""A revision of a policy → its document: cover, revision table, text, annexes; its English text makes one of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from auditdocs.document import INSIDE, Document, DocumentKind, Request, Subject
from auditdocs.documents.control.flow_chart import with_flow_chart
from auditdocs.documents.control.policy import (
    WORDS,
    ConsultationRow,
    DistributionRow,
    LawRow,
    PolicyView,
    ReferenceRow,
    RevisionRow,
    SourceRow,
)
from auditdocs.documents.not_printed import kept_back, kept_for_ever
from auditdocs.documents.record_form import each
from auditdocs.documents.rows_view import attachment_rows, signatures
from auditdocs.documents.words import Writing, confidentiality_of, file_name, labelled, lines, retention_label, room_of
from auditdocs.entry import Entry, Records
from auditdocs.field import label
from auditdocs.labels import Languages
from auditdocs.problem import Words
from auditdocs.records.base import approval
from auditdocs.records.control.policy import (
    COPY_FORM,
    LEGAL_STATUS,
    OBSOLETE,
    LegalReference,
    Policy,
    PolicyMark,
    PolicyTranslation,
    Provenance,
    Reference,
    mark_of,
    number_of,
    order_of,
    revision_of,
    revisions,
    successor,
    translation_of,
)
from auditdocs.records.house.person import POST_ROLE
from auditdocs.records.languages import languages_of
from auditdocs.records.marks import Event
from auditdocs.view_parts import Signature

TITLE = Words("制度", "Policy")
ROLES = ("prepared", "reviewed", "approved")
TRANSLATED = ".en"
LEVELS: Mapping[int, Words] = {
    1: Words("一级 手册", "1 Manual"),
    2: Words("二级 程序与制度", "2 Procedure and policy"),
    3: Words("三级 作业指导书", "3 Work instruction"),
    4: Words("四级 表单", "4 Form"),
}
TRANSLATION, REPLACED_BY = Words("译文", "Translation"), Words("由新版代替", "Replaced by")
NOT_PRINTED = {
    **kept_back("policy", "policy_translation"),
    **kept_for_ever("policy", "policy_translation"),
    "policy_translation.owner_department": "与原文相同 the original's holds",
    "policy_translation.retention.class": "与原文相同 the original's holds",
    "policy_translation.languages": "总是英文 it is English by its path",
}


@dataclass(frozen=True, slots=True)
class _Edition:
    """A revision, and its English text where this document is the English one."""

    original: Entry[Policy]
    translation: Entry[PolicyTranslation] | None = None

    @property
    def about(self) -> tuple[str, ...]:
        return (self.original.path, *((self.translation.path,) if self.translation else ()))


def make(records: Records, subject: Subject, request: Request) -> Document | None:
    """One revision in one language."""
    translation = records.get(PolicyTranslation, subject.key) if subject.key.endswith(TRANSLATED) else None
    original = records.get(Policy, subject.key.removesuffix(TRANSLATED))
    if original is None or (subject.key.endswith(TRANSLATED) and translation is None):
        return None
    languages: Languages = ("en",) if translation else languages_of(records, original.record)
    write, edition = Writing(records, languages), _Edition(original, translation)
    number, mark = number_of(original.key), mark_of(records, original)
    title = translation.record.title if translation else original.record.title
    return Document(
        kind="policy",
        subject=subject.key,
        folder=f"policies/{number}",
        name=file_name(subject.key.replace("/", " "), title.in_(languages[:1])),
        title=Words(title.in_(("zh",)), title.in_(("en",))),
        number=number,
        languages=languages,
        view=view(write, edition, mark),
        formats=("docx", "pdf"),
        template="policy/policy",
        words=WORDS,
        confidentiality=confidentiality_of(records, original, *((translation,) if translation else ())),
        retention=retention_label(write, original),
        revision=revision_of(original.key),
        mark=mark.words,
        about=edition.about,
    )


def view(write: Writing, edition: _Edition, mark: PolicyMark) -> PolicyView:
    """What the document says."""
    entry, policy, translated = edition.original, edition.original.record, edition.translation
    body = translated.record.body if translated else policy.body
    title = write.name((translated.record if translated else policy).title.in_(write.languages[:1]))
    owner = policy.owner_department or room_of(write.records, entry).owner
    return PolicyView(
        number=number_of(entry.key),
        title=title,
        subtitle=_other_title(write, edition, title),
        revision=revision_of(entry.key),
        level=write.words(LEVELS[policy.level]) if policy.level else "",
        department=write.department(owner),
        status=write.words(mark.words),
        effective_on=write.day(policy.effective_on),
        next_review=write.day(policy.next_review),
        supersedes=lines(policy.supersedes or "", _revision_before(write, entry)),
        obsolete_on=_obsolete(write, entry, mark),
        interpreting_department=write.department(policy.interpreting_department),
        amendment_approver=write.choice(POST_ROLE, policy.amendment_approver_role),
        signatures=_signatures(write, edition),
        revisions=tuple(_revision(write, one) for one in _so_far(write, entry)),
        body=with_flow_chart(write, body.in_(write.languages) if body else "", policy.flow),
        related=tuple(_references(write, policy.related)),
        records=tuple(_references(write, policy.records)),
        legal_references=tuple(_laws(write, policy.legal_refs)),
        consultation=tuple(_consultation(write, policy)),
        sources=(_source(write, policy.source),) if policy.source else (),
        distribution=tuple(_distribution(write, policy)),
        attachments=(*attachment_rows(write, policy), *(attachment_rows(write, translated.record) if translated else ())),
    )


def _other_title(write: Writing, edition: _Edition, title: str) -> str:
    """The title in the language the document is not in; none where it is the same."""
    found, other = translation_of(write.records, edition.original), "en" if write.languages[0] == "zh" else "zh"
    titles = (*((found.record.title,) if found else ()), edition.original.record.title)
    return next((said for said in (write.name(one.in_((other,))) for one in titles) if said != title), "")


def _so_far(write: Writing, entry: Entry[Policy]) -> Iterator[Entry[Policy]]:
    """The revisions up to this one."""
    own = order_of(revision_of(entry.key))
    return (one for one in revisions(write.records, entry.scope) if order_of(revision_of(one.key)) <= own)


def _revision_before(write: Writing, entry: Entry[Policy]) -> str:
    *_, before, _ = (None, *_so_far(write, entry))
    return f"{number_of(before.key)} {revision_of(before.key)}" if before else ""


def _revision(write: Writing, entry: Entry[Policy]) -> RevisionRow:
    prepared, approved = approval(entry.record, "prepared"), approval(entry.record, "approved")
    last = approved or prepared
    return RevisionRow(
        revision=revision_of(entry.key),
        date=write.day(last.at) if last else "",
        description=lines(write.text(entry.record.reason), labelled(write, entry.record, "effective_on")),
        by=write.person(prepared.person) if prepared else "",
    )


def _obsolete(write: Writing, entry: Entry[Policy], mark: PolicyMark) -> str:
    """Since when a revision is obsolete, and why."""
    if mark.words != OBSOLETE:
        return ""
    after, withdrawn = successor(write.records, entry), entry.record.withdrawn
    replaced = f"{write.words(REPLACED_BY)} {revision_of(after.key)}" if after else ""
    return lines(write.day(mark.day), replaced, _withdrawn(write, withdrawn) if withdrawn else "")


def _withdrawn(write: Writing, event: Event) -> str:
    parts = (write.words(label(Policy, "withdrawn")), write.day(event.date), write.person(event.by), write.text(event.reason))
    return " ".join(filter(None, parts))


def _signatures(write: Writing, edition: _Edition) -> tuple[Signature, ...]:
    """Who signed the revision, and who signed its English text."""
    signed = signatures(write, edition.original.record, ROLES)
    if edition.translation is None:
        return signed
    own = signatures(write, edition.translation.record, ())
    return (*signed, *(Signature(f"{write.words(TRANSLATION)}: {one.role}", one.name, one.date) for one in own))


def _references(write: Writing, references: tuple[Reference, ...]) -> Iterator[ReferenceRow]:
    for one in references:
        yield ReferenceRow(number=one.number, title=write.text(one.title))


def _laws(write: Writing, laws: tuple[LegalReference, ...]) -> Iterator[LawRow]:
    for one in laws:
        status = write.choice(LEGAL_STATUS, one.status)
        yield LawRow(number=one.number, title=write.text(one.title), status=status, checked_on=write.day(one.checked_on))


def _consultation(write: Writing, policy: Policy) -> Iterator[ConsultationRow]:
    for one in policy.consultation:
        yield ConsultationRow(
            date=write.day(one.date),
            department=lines(write.department(one.department), write.person(one.person)),
            opinion=write.text(one.comment),
            handling=write.text(one.disposition),
        )


def _source(write: Writing, source: Provenance) -> SourceRow:
    incomplete = write.words(label(Provenance, "truncated")) if source.truncated else ""
    return SourceRow(file=source.file, clause=source.clause or "", remark=incomplete)


def _distribution(write: Writing, policy: Policy) -> Iterator[DistributionRow]:
    for one in policy.distribution:
        yield DistributionRow(
            copy_number=one.copy_number or "",
            department=write.department(one.department),
            form=write.choice(COPY_FORM, one.form),
            issued_on=write.day(one.issued_on),
            returned_on=write.day(one.returned_on),
        )


POLICY_DOCUMENT = DocumentKind(
    name="policy",
    title=TITLE,
    templates={"policy/policy": (PolicyView,)},
    formats=("docx", "pdf"),
    subjects=each(Policy, PolicyTranslation),
    make=make,
    words=WORDS,
    editions=INSIDE,
    not_printed=NOT_PRINTED,
)
