"""Links that lead out, and how that is said.

Source: WCAG 2.2, techniques G201 (warn before a change of context) and H33; HTML Living Standard, 4.6.7 (rel).
"""

import re
from urllib.parse import urlsplit

_ANCHOR = re.compile(r'<a\b([^>]*?)href="(https?://[^"]+)"([^>]*)>(.*?)</a>', re.DOTALL)
_REL = re.compile(r'\srel="[^"]*"')


def leads_out(address: str, *, own: str) -> bool:
    """Whether an http(s) address is not one of the site at `own`."""
    return urlsplit(address).netloc != urlsplit(own).netloc


def mark_external(html: str, *, own: str, mark: str) -> str:
    """`html` in which each link that leads out of `own` carries `mark` (safe HTML) behind its words."""

    def marked(match: re.Match[str]) -> str:
        before, address, after, words = match.groups()
        if not leads_out(address, own=own):
            return match[0]
        others = _REL.sub("", before + after)
        return f'<a{others.rstrip()} href="{address}" rel="external noopener">{words}{mark}</a>'

    return _ANCHOR.sub(marked, html)
