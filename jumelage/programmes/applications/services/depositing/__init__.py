"""Deposits, withdrawals, completions."""
