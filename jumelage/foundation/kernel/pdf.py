"""Official PDFs: tagged PDF/UA-1 made by typst from plain data.

The text of people is passed as data, never as typst source, so that it cannot become a command.
"""

import json
from typing import Any

import typst
from django.conf import settings

DESIGN = settings.BASE_DIR / "design"


def render_pdf(template: str, data: dict[str, Any]) -> bytes:
    """The PDF/UA-1 bytes of `design/pdf/<template>.typ`, which reads `data` as JSON from `sys.inputs.data`."""
    return typst.compile(
        DESIGN / "pdf" / f"{template}.typ",
        root=DESIGN,
        font_paths=[DESIGN / "pdf/fonts"],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
