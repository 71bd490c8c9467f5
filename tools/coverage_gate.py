"""The coverage gate: every branch of rules, services, queries, permissions and open data; 90 % of the whole."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

WHOLE_PERCENT = 90
FULL = ("rules", "services", "queries", "permissions", "opendata")


def main() -> int:
    """Read the last run's coverage; 1 when a gate is not passed."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "coverage.json"
        command = [sys.executable, "-m", "coverage", "json", "-q", "-o", str(report)]
        subprocess.run(command, check=True)
        found = json.loads(report.read_text("utf-8"))
    gaps = [
        f"{name}: lines {data['missing_lines']} branches {data['missing_branches']}"
        for name, data in sorted(found["files"].items())
        if any(part.removesuffix(".py") in FULL for part in Path(name).parts[3:])
        and (data["missing_lines"] or data["missing_branches"])
    ]
    whole = found["totals"]["percent_covered"]
    print(f"coverage: {whole:.1f} % of the whole; {len(gaps)} files of the domain with gaps")
    print("\n".join(gaps))
    return 1 if gaps or whole < WHOLE_PERCENT else 0


if __name__ == "__main__":
    sys.exit(main())
