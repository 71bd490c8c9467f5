"""Plain text as people write it, made HTML: paragraphs, headings, lists, links; nothing else passes.

Source: the house's own way of writing, told in docs/data-files.md.
"""

import re
from html import escape

_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_SAFE = re.compile(r"(https?://|mailto:|tel:|/(?!/)|#)")


def prose(text: str) -> str:
    """`text` as HTML. A block is a paragraph; “## ” before it makes it a heading, “- ” before its lines a list."""
    blocks = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    return "".join(_block(block) for block in blocks if block.strip())


def unsafe_links(text: str) -> list[str]:
    """Addresses of links that are no https:, mailto:, tel:, “/” or “#”."""
    return [address for _, address in _LINK.findall(text) if not _SAFE.match(address)]


def _block(block: str) -> str:
    lines = [line.strip() for line in block.splitlines() if line.strip()]
    if lines[0].startswith("## "):
        rest = "\n".join(lines[1:])
        return f"<h2>{_inline(lines[0][3:])}</h2>" + (_block(rest) if rest else "")
    if all(line.startswith("- ") for line in lines):
        items = "".join(f"<li>{_inline(line[2:])}</li>" for line in lines)
        return f"<ul>{items}</ul>"
    return f"<p>{_inline(' '.join(lines))}</p>"


def _inline(text: str) -> str:
    return _LINK.sub(_anchor, escape(text))


def _anchor(match: re.Match[str]) -> str:
    words, address = match.groups()
    return f'<a href="{address}">{words}</a>' if _SAFE.match(address) else match[0]
