"""The least that Django can do: one view, no middleware, a body of two bytes. What the page cache is compared with."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path


def two_bytes(_: HttpRequest) -> HttpResponse:
    return HttpResponse(b"ok")


urlpatterns = [path("fr/", two_bytes)]
settings.configure(
    ROOT_URLCONF=__name__, ALLOWED_HOSTS=["localhost"], MIDDLEWARE=[], USE_I18N=False
)
application = get_wsgi_application()
