"""Fair trade: labels and what they prove, the city's clauses, suppliers' certificates, clauses for tenders.

Used by the site and by the clerks. It must never take a membership for a certification, nor show a visitor a
certificate.
"""
