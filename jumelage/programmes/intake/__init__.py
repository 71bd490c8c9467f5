"""What the service does with applications that arrive: paper, doubles, lists, reminders, retention.

Used by clerks, and by what runs at night. It must never refuse an application because it looks like another one, never
show a part that the matrix of `applications` closes, and never erase a deposit.
"""
