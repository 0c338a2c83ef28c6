"""One settings file. Nothing of the town is in it; it imports without database or secrets."""

import os
from pathlib import Path

BASE = Path(__file__).resolve().parent.parent.parent
VAR = Path(os.environ.get("KONAK_VAR", BASE / "var"))

SECRET_KEY = os.environ.get("KONAK_SECRET", "not-set")
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "testserver"]
ROOT_URLCONF = "konak.house.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "Europe/Skopje"
LANGUAGE_CODE = "mk"
LANGUAGES = [("mk", "Македонски"), ("sq", "Shqip"), ("en", "English")]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "konak.kernel.journal",
    "konak.kernel.numbering",
    "konak.kernel.files",
    "konak.kernel.signing",
    "konak.kernel.search",
]

if os.environ.get("KONAK_DATABASE", "").startswith("postgres"):
    from urllib.parse import urlsplit

    _url = urlsplit(os.environ["KONAK_DATABASE"])
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": _url.path.lstrip("/"),
            "HOST": _url.hostname,
            "PORT": _url.port,
            "USER": _url.username,
            "PASSWORD": _url.password or "",
            "OPTIONS": {"pool": {"min_size": 1, "max_size": 8}},
        }
    }
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": VAR / "konak.sqlite3",
            "TEST": {"NAME": VAR / "test.sqlite3"},
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 30,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
            },
        }
    }
