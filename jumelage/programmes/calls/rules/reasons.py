"""The reason that a public notice must give.

Source: Jumelage, issue 4, items 1 and 7 (an amendment, an extension, a cancellation or an outage is
an act with a reason and a public notice); French and Dutch by law.
"""

from collections.abc import Mapping, Sequence

from jumelage.foundation.kernel.errors import Refused


def check_reason(reason: Mapping[str, str] | None, *, required: Sequence[str]) -> None:
    """Accept a `reason` written in the `required` languages. Raises Refused("reason-missing")."""
    missing = [code for code in required if not (reason or {}).get(code, "").strip()]
    if missing:
        raise Refused("reason-missing", languages=", ".join(missing))
