"""Who signs: the person named, else the one whose Git e-mail address is set on this machine."""

from auditdocs.examine import Examined
from auditdocs.history import address_of_user
from auditdocs.problem import AuditdocsError, did_you_mean
from auditdocs.records.person import Person


def signer(examined: Examined, named: str) -> str:
    """The number of a person there is."""
    records = examined.loaded.records
    if named:
        if records.get(Person, named):
            return named
        meant = did_you_mean(named, records.keys(Person))
        raise AuditdocsError(f"没有人员 {named}{meant.zh}", f"there is no person {named}{meant.en}")
    address = address_of_user(examined.workspace.root).casefold()
    found = [one.key for one in records.all(Person) if address and address in map(str.casefold, one.record.git_emails)]
    if len(found) == 1:
        return found[0]
    raise AuditdocsError(
        "请写明谁签署：--by P0001（或在其人员档案的 git_emails 中登记本机 Git 的邮箱）",
        "say who signs: --by P0001 (or record this machine's Git e-mail address in 'git_emails' of the person's file)",
    )
