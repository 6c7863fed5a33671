"""Who we are, who our customers are, and what holds for all audits."""
