"""Every variable of the environment, with its meaning and its default.

`docs/operate.md` lists them; a test keeps the two lists equal.
"""

from pathlib import Path

from environs import Env, validate

_env = Env()
# Written otherwise, these would pass for something else, and only visitors would notice.
_SITE = validate.Regexp(
    r"https?://[^\s/?#@]+\Z",
    error="Write the whole public address, without a final slash: https://solidarity.city.example",
)
_DATABASE = validate.Regexp(
    r"(postgres(ql)?://\S+)?\Z",
    error="Write postgres://user:password@host:port/name, or nothing for SQLite.",
)
_MAIL = validate.Regexp(
    r"(smtps?://\S+)?\Z",
    error="Write smtp://user:password@host:587 or smtps://…:465, or nothing for files.",
)
_LOCALHOST = f"http://localhost:{_env.int('PORT', 8000)}"

ROOT = Path(__file__).resolve().parents[2]

# Folder of the database, the media, the sent mails of the demo and the secrets made on first start.
DATA = Path(_env.str("JUMELAGE_DATA", str(ROOT / "data"))).resolve()
# Public address of the site, without a slash at the end; passkeys are tied to its host name.
ADDRESS = _env.str("JUMELAGE_ADDRESS", _LOCALHOST, validate=_SITE)
# A `postgres://…` address; empty for the SQLite file in the data folder.
DATABASE = _env.str("JUMELAGE_DATABASE", "", validate=_DATABASE)
# Signs sessions and links; empty: made once and kept in the data folder.
SECRET = _env.str("JUMELAGE_SECRET", "")
# Keys the audit journal; keep it outside the database. Empty: made once, kept in the data folder.
AUDIT_KEY = _env.str("JUMELAGE_AUDIT_KEY", "")
# Development only: error pages with details, files served unhashed.
DEBUG = _env.bool("JUMELAGE_DEBUG", False)
# Demonstration: fictional accounts, mails kept in files and shown at /demo/courrier/.
DEMO = _env.bool("JUMELAGE_DEMO", False)
# An `smtp://user:password@host:port` address; empty: mails are written as files in the data folder.
MAIL = _env.str("JUMELAGE_MAIL", "", validate=_MAIL)
# The city's time, as in the IANA database: hours of deadlines and of events are told in it.
TIME_ZONE = _env.str("JUMELAGE_TIME_ZONE", "Europe/Brussels")
# Sender of every mail.
MAIL_FROM = _env.str("JUMELAGE_MAIL_FROM", "Jumelage <ne-pas-repondre@jumelage.example>")
# OpenID Connect: address of the provider's configuration, client and secret; empty: not offered.
OIDC_SERVER = _env.str("JUMELAGE_OIDC_SERVER", "")
OIDC_CLIENT = _env.str("JUMELAGE_OIDC_CLIENT", "")
OIDC_SECRET = _env.str("JUMELAGE_OIDC_SECRET", "")
# Name of the OpenID Connect provider as people know it.
OIDC_NAME = _env.str("JUMELAGE_OIDC_NAME", "OpenID Connect")
# Virus scanner (clamd) that reads uploads: "host:port" or the path of its socket; empty: none.
CLAMD = _env.str("JUMELAGE_CLAMD", "")
# Number of trusted proxies in front; 0: none, and X-Forwarded-* headers are ignored.
PROXIES = _env.int("JUMELAGE_PROXIES", 0)
# Ask the sites that our pages link to whether they still answer (every night); the server then reaches out.
ASK_OTHER_SITES = _env.bool("JUMELAGE_ASK_OTHER_SITES", False)
