"""auditdocs: Git-tracked records of customer audits become the documents an audit needs."""

__version__ = "0.1.0"
