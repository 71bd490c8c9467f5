"""The public site: home, pages, search, navigation, page cache, and every page that joins several rooms.

Used by everybody. It must never show what is not published.
"""
