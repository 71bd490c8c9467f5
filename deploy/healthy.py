"""Ask the site at hand for /health/, as the proxy would; fails unless it answers 200."""

import os
import sys
from http.client import HTTPConnection
from urllib.parse import urlsplit

PATIENCE_SECONDS = 4


def main() -> int:
    """0 when the site is well."""
    public = urlsplit(os.environ.get("JUMELAGE_ADDRESS", "http://localhost"))
    line = HTTPConnection(
        "127.0.0.1", int(os.environ.get("PORT", "8000")), timeout=PATIENCE_SECONDS
    )
    headers = {"Host": public.netloc, "X-Forwarded-Proto": public.scheme}
    try:
        line.request("GET", "/health/", headers=headers)
        return int(line.getresponse().status != 200)  # noqa: PLR2004
    except OSError:
        return 1


if __name__ == "__main__":
    sys.exit(main())
