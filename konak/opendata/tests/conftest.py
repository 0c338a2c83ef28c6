"""The small town of the website's tests."""

from konak.website.tests.conftest import street

__all__ = ["street"]
