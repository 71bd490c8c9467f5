"""Emergency aid: crises, what the city gave or refused, and what its fund is said to have done.

Used by the site. It must never add goods to euros, nor show as given what was only asked or promised.
"""
