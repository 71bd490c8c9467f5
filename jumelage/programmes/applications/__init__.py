"""What associations send in answer to a call: drafts, files, deposits, and what happens at the deadline.

Used by applicants, their colleagues and the clerks. It must never show a file to anybody who is not let in by
`queries.visible_to`, never give a number to a draft, and never lose a word that somebody typed.
"""
