"""What is installed, and in which order a request passes."""

from config.settings import env

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
BASE_DIR = env.ROOT
WAGTAIL_SITE_NAME = "Jumelage"
WAGTAILADMIN_BASE_URL = env.ADDRESS
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# Pages and pictures at the desk are few: their search reads the tables, and keeps no index beside them.
MODELSEARCH_BACKENDS = {
    "default": {"BACKEND": "modelsearch.backends.database.fallback", "AUTO_UPDATE": False}
}
# What native date fields read and write: they replace Wagtail's choosers, which need inline scripts.
WAGTAIL_DATE_FORMAT, WAGTAIL_DATETIME_FORMAT = "%Y-%m-%d", "%Y-%m-%dT%H:%M"

INSTALLED_APPS = [
    "jumelage.public.site",
    "jumelage.public.links",
    "jumelage.public.loading",
    "jumelage.public.desk",
    "jumelage.programmes.applications",
    "jumelage.programmes.applying",
    "jumelage.programmes.atrisk",
    "jumelage.programmes.callmaking",
    "jumelage.programmes.calls",
    "jumelage.programmes.emergency",
    "jumelage.programmes.fairtrade",
    "jumelage.programmes.festival",
    "jumelage.programmes.intake",
    "jumelage.city.portfolio",
    "jumelage.city.governance",
    "jumelage.city.dossiers",
    "jumelage.city.organisations",
    "jumelage.city.media",
    "jumelage.city.evidence",
    "jumelage.foundation.formbuilder",
    "jumelage.foundation.questionnaires",
    "jumelage.foundation.registers",
    "jumelage.foundation.accounts",
    "jumelage.foundation.reference",
    "jumelage.foundation.calendars",
    "jumelage.foundation.uploads",
    "jumelage.foundation.audit",
    "jumelage.foundation.kernel",
    "wagtail.admin",
    # Our documents are records of their own room; Wagtail’s frame asks for its own all the same.
    "wagtail.documents",
    "wagtail.images",
    "wagtail.users",
    "wagtail",
    "modelcluster",
    "modelsearch",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django_tasks",
    "django_tasks_db",
    "django_htmx",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    # The templates of inputs that we do not write ourselves.
    "django.forms",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "jumelage.public.site.middleware.page_cache.PageCache",
    "jumelage.public.site.middleware.headers.request_id",
    "django.middleware.security.SecurityMiddleware",
    "jumelage.public.site.middleware.headers.preview_frames",
    # Above the static files, so that they carry the headers too.
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "jumelage.public.site.middleware.headers.permissions_policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    # Below the one that counts an answer's bytes, and where the page's language is known.
    "jumelage.public.site.middleware.french_spaces.french_spaces",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "jumelage.foundation.accounts.middleware.ClearDeviceMiddleware",
    "jumelage.foundation.accounts.middleware.StaffLanguageMiddleware",
    "jumelage.foundation.accounts.middleware.SecondFactorMiddleware",
    "jumelage.foundation.accounts.middleware.UnprocessableMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [env.ROOT / "design/templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "jumelage.public.site.context.shell",
            ],
        },
        "APP_DIRS": True,
    }
]
# Inputs are written by our own templates first: `design/templates/django/forms/`.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
