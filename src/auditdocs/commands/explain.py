"""`auditdocs explain`: what a code means, which clause it comes from, and what to do."""

from auditdocs.catalogue import Explained, catalogue
from auditdocs.console import SEVERITY, Console
from auditdocs.problem import AuditdocsError, Words, nearest


def run_explain(console: Console, code: str) -> int:
    """Explain one code, or list all."""
    known = catalogue()
    if not code:
        console.table(
            ("code", Words("说明", "what it says").in_(console.lang)), [(one.code, one.what.in_(console.lang)) for one in known.values()]
        )
        return 0
    if code not in known:
        guess = nearest(code, known)
        raise AuditdocsError(
            f"没有代码 {code}" + (f"；是否想写 {guess}？" if guess else "；auditdocs explain 列出全部"),
            f"no such code: {code}" + (f"; did you mean {guess}?" if guess else "; `auditdocs explain` lists all"),
        )
    _explain(console, known[code])
    return 0


def _explain(console: Console, one: Explained) -> None:
    console.result(f"{one.code}  {SEVERITY[one.severity].in_(console.lang)}")
    for words in (one.what, one.advice):
        if words.zh:
            console.result(f"  {words.zh}")
            console.result(f"  {words.en}")
    if one.source:
        console.result(f"  {Words('依据', 'Source').in_(console.lang)}: {one.source}" + (f" ({one.catalogue})" if one.catalogue else ""))
    if one.at.zh:
        console.result(f"  {Words('何时算错', 'When it is an error').in_(console.lang)}: {one.at.in_(console.lang)}")
    if one.firm:
        console.result(f"  {Words('不能豁免', 'cannot be waived').in_(console.lang)}")
