"""auditdocs: Git-tracked records of customer audits become the documents an audit needs."""
