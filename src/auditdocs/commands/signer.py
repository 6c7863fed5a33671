"""Who signs: the person named, else the one whose Git e-mail address is set on this machine."""

from auditdocs.entry import Records
from auditdocs.examine import Examined
from auditdocs.history import address_of_user
from auditdocs.problem import AuditdocsError, Words, did_you_mean
from auditdocs.records.house.person import Person
from auditdocs.records.references import by_name


def signer(examined: Examined, named: str) -> str:
    """The number of a person there is."""
    records = examined.loaded.records
    if named:
        if records.get(Person, named):
            return named
        raise no_such_person(records, named)
    address = address_of_user(examined.workspace.root).casefold()
    found = [one.key for one in records.all(Person) if address and address in map(str.casefold, one.record.git_emails)]
    if len(found) == 1:
        return found[0]
    raise AuditdocsError(
        "请写明谁签署：--by P0001（或在其人员档案的 git_emails 中登记本机 Git 的邮箱）",
        "say who signs: --by P0001 (or record this machine's Git e-mail address in 'git_emails' of the person's file)",
    )


def no_such_person(records: Records, named: str) -> AuditdocsError:
    """Nobody has this number; whoever is called so is offered."""
    found = by_name(named, {one.key: one.record for one in records.all(Person)})
    meant = Words(f"；应写 {found}", f"; write {found}") if found else did_you_mean(named, records.keys(Person))
    return AuditdocsError(f"没有人员 {named}{meant.zh}", f"there is no person {named}{meant.en}")
