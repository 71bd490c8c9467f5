"""A page that stands where a fictional applicant has to join a file.

Source: ISO 32000-1 §7.5 (structure of a PDF file); Jumelage, issue 4 (fictional, clearly marked).
"""

_PAGE = (
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
    " /Resources << /Font << /F1 3 0 R >> >> >>"
)


def paper(*lines: str) -> bytes:
    """A PDF of one page with these lines; letters outside Latin-1 become "?"."""
    shown = " ".join(
        f"({_safe(line)}) Tj 0 -24 Td" for line in ("DONNÉES FICTIVES / FICTIEVE GEGEVENS", *lines)
    )
    stream = f"BT /F1 14 Tf 72 760 Td {shown} ET".encode("latin-1", "replace")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        _PAGE.encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    return _numbered(objects)


def _safe(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _numbered(objects: list[bytes]) -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    size = len(objects) + 1
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        content
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(content))
    )
