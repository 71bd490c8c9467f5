"""Validity of certificates, and clauses of tenders."""
