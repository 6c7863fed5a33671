"""templates/audit_report/audit_report.docx: the audit report, cover, 1 to 12 and annexes."""

from tools.word_templates.forms.report_annex import annex, distribution_and_signatures
from tools.word_templates.forms.report_findings import disputes, findings, good_practices
from tools.word_templates.forms.report_plan import comparison, conclusion, improvement, plan
from tools.word_templates.forms.report_results import results
from tools.word_templates.forms.report_start import cover, customer_and_team, overview, process
from tools.word_templates.xml import Blocks, flattened


def audit_report() -> Blocks:
    """The whole report."""
    return flattened(
        [
            cover(),
            overview(),
            customer_and_team(),
            process(),
            results(),
            findings(),
            good_practices(),
            disputes(),
            comparison(),
            plan(),
            improvement(),
            conclusion(),
            distribution_and_signatures(),
            annex(),
        ]
    )
