"""One settings file. Nothing of the town is in it; it imports without database or secrets."""

from urllib.parse import urlsplit

from konak.house import machine

BASE = machine.BASE
VAR = machine.var()
ADDRESS = machine.read("KONAK_ADDRESS").rstrip("/")

_address = urlsplit(ADDRESS)
_https = _address.scheme == "https"

SECRET_KEY = machine.secret()
DEBUG = False
ALLOWED_HOSTS = [_address.hostname or "localhost", "127.0.0.1", "localhost", "testserver"]
CSRF_TRUSTED_ORIGINS = [ADDRESS]

ROOT_URLCONF = "konak.house.urls"
WSGI_APPLICATION = "konak.house.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Low floors first: a room may use what stands above it in this list.
INSTALLED_APPS = [
    "konak.house",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "konak.kernel.norms",
    "konak.kernel.journal",
    "konak.kernel.numbering",
    "konak.kernel.files",
    "konak.kernel.signing",
    "konak.kernel.org",
    "konak.kernel.people",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "konak.kernel.notices",
    "konak.kernel.search",
    "konak.kernel.ui",
    "konak.contacts",
    "konak.tasks",
    "konak.registry",
    "konak.archive",
    "konak.laws",
    "konak.acts",
    "konak.sessions",
    "konak.gazette",
    "konak.desk",
    "konak.opendata",
    "konak.website",
]

MIDDLEWARE = [
    "konak.house.middleware.RequestId",
    "konak.house.middleware.NoZeros",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "konak.kernel.people.requests.ActorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "konak.kernel.ui.frame.context",
            ],
        },
    }
]

# ---- data
DATABASES = {"default": machine.database(machine.read("KONAK_DATABASE"), VAR)}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "konak_house_cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}
KONAK_FILE_LIMIT = int(machine.read("KONAK_FILE_LIMIT"))
FILE_UPLOAD_HANDLERS = ["konak.kernel.files.uploads.Careful"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 1 << 20  # larger files are spooled to disk
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 << 20  # of a form, its files apart
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 50

# ---- time and language
USE_TZ = True
TIME_ZONE = "Europe/Skopje"
USE_I18N = True
LANGUAGE_CODE = "mk"
LANGUAGES = [("mk", "Македонски"), ("sq", "Shqip"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "konak_language"
# of what is no app; the rooms and the other kernel parts bring their own
LOCALE_PATHS = [BASE / "konak" / part / "locale" for part in ("kernel/i18n", "kernel/workflow", "lex")]

# ---- static files: collected by `konak static`; straight from the rooms where nothing is collected
STATIC_URL = "/static/"
_collected = (VAR / "static" / "staticfiles.json").exists()
STATIC_ROOT = VAR / "static" if _collected else None
WHITENOISE_USE_FINDERS = not _collected
WHITENOISE_AUTOREFRESH = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if _collected
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# ---- accounts: password and second factor; nobody signs up, nothing goes by e-mail
AUTH_USER_MODEL = "konak_people.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/office/"
ACCOUNT_ADAPTER = "konak.kernel.people.ways.AccountWays"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_RATE_LIMITS = {"login": "120/m/ip", "login_failed": "60/m/ip,5/5m/key", "reauthenticate": "10/m/user"}
MFA_ADAPTER = "konak.kernel.people.ways.SecondFactorWays"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_RECOVERY_CODE_COUNT = 10
MFA_TOTP_ISSUER = "Konak"

# ---- safety
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}
SESSION_COOKIE_NAME = "konak_session"
SESSION_COOKIE_AGE = 10 * 3600  # a working day
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = _https
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "konak.house.trouble.forbidden_form"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _https else None
SECURE_HSTS_SECONDS = 31_536_000 if _https else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# ---- mail
globals().update(machine.mail(machine.read("KONAK_MAIL"), VAR))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = machine.read("KONAK_MAIL_FROM")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request": {"()": "konak.house.middleware.RequestIdFilter"}},
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s [%(request_id)s] %(message)s"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["request"]}},
    "root": {"handlers": ["out"], "level": "WARNING"},
    "loggers": {
        "konak": {"level": "INFO"},
        "django": {"handlers": [], "propagate": True, "level": "WARNING"},
        "django.request": {"level": "ERROR"},  # strangers ask for absent pages all day
    },
}
