"""The city's yearly fortnight: editions with their theme, events, when and where they take place.

Used by the site. It must never show as a fact what no source confirms: an unknown day, hour or
place stays unknown.
"""
