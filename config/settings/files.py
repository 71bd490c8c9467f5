"""Static files (hashed, compressed) and uploaded media (private, never served by the web server itself)."""

from config.settings import env

STATIC_URL = "/static/"
STATIC_ROOT = env.DATA / "static"
STATICFILES_DIRS = [(name, env.ROOT / "design" / name) for name in ("fonts", "img", "js", "desk")]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "jumelage.public.site.adapters.StylesheetFinder",
]
# Where the parts of design/css and design/css-forms are joined, each folder into one stylesheet.
STYLESHEET_ROOT = env.DATA / "joined"
MEDIA_ROOT = env.DATA / "media"
MEDIA_URL = "/media/"
# Private: read by the site's own account only, and served by views only.
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
# Files that come in pieces, until they are whole: never served, not in a backup.
UNFINISHED_ROOT = env.DATA / "unfinished"
CLAMD = env.CLAMD
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if env.DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
