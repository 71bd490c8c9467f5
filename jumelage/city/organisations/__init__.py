"""Legal bodies and de facto associations, their identifiers, contacts and people.

Used by governance, portfolio and the programmes. It must never publish a person's private address.
"""
