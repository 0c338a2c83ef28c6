"""The house as a WSGI application; `asgi.py` serves it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "konak.house.settings")
application = get_wsgi_application()
