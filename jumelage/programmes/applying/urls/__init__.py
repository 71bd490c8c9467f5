"""Addresses of applications."""

from jumelage.programmes.applying.urls.applicant import urlpatterns
from jumelage.programmes.applying.urls.desk import desk_patterns

__all__ = ["desk_patterns", "urlpatterns"]
