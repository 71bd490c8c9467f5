"""Addresses of applications."""

from jumelage.programmes.applications.urls.applicant import urlpatterns
from jumelage.programmes.applications.urls.desk import desk_patterns

__all__ = ["desk_patterns", "urlpatterns"]
