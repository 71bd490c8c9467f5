"""Static files (hashed, compressed) and uploaded media (private, never served by the web server itself)."""

from config.settings import env

STATIC_URL = "/static/"
STATIC_ROOT = env.DATA / "static"
STATICFILES_DIRS = [("css", env.ROOT / "design/css"), ("js", env.ROOT / "design/js"), ("fonts", env.ROOT / "design/fonts"), ("img", env.ROOT / "design/img")]
MEDIA_ROOT = env.DATA / "media"
MEDIA_URL = "/media/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if env.DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
