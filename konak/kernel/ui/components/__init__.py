"""The parts of a page. Each takes its parts by name; a wrong name fails when the template compiles."""

from django.template import Library

register = Library()
