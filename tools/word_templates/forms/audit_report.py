"""templates/audit_report/audit_report.docx: the audit report, cover, 1 to 12 and annexes."""

from tools.word_templates.forms.report_annex import annex, distribution_and_signatures
from tools.word_templates.forms.report_findings import findings, good_practices, positions
from tools.word_templates.forms.report_plan import comparison, conclusion, improvement, plan
from tools.word_templates.forms.report_results import results
from tools.word_templates.forms.report_start import course, cover, customer_and_team, overview
from tools.word_templates.xml import Blocks, flattened


def audit_report() -> Blocks:
    """The whole report."""
    return flattened(
        [
            cover(),
            overview(),
            customer_and_team(),
            course(),
            results(),
            findings(),
            good_practices(),
            positions(),
            comparison(),
            plan(),
            improvement(),
            conclusion(),
            distribution_and_signatures(),
            annex(),
        ]
    )
