# SPDX-License-Identifier: Apache-2.0
"""Django's settings: one file, read from the environment only (docs/operate/install.md)."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from yiju.office.access.password_profile import PROFILES
from yiju.office.data_folder import data_folder, secret_key
from yiju.portal import environment

# --- where things are -----------------------------------------------------------------------
PORTAL = Path(__file__).parent
YIJU_DATA = data_folder()
DATABASES = {
    "default": environment.database(
        os.environ.get("DATABASE_URL", "sqlite:///yiju.sqlite3"), YIJU_DATA
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
JOURNAL_HASH = environment.choice("JOURNAL_HASH", ("sha256", "sm3"))

# --- who may ask, and how -------------------------------------------------------------------
SECRET_KEY = secret_key(YIJU_DATA)
DEBUG = environment.switch("DEBUG", default=False)
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = environment.words("CSRF_TRUSTED_ORIGINS", "")
SITE_URL = os.environ.get("SITE_URL", "").rstrip("/")
HTTPS = environment.switch("HTTPS", default=False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
# How many proxies of our own stand before the server; each appends to X-Forwarded-For.
TRUSTED_PROXIES = environment.number("TRUSTED_PROXIES", 0)
SESSION_COOKIE_AGE = 60 * environment.number("SESSION_MINUTES", 30)
SESSION_SAVE_EVERY_REQUEST = True  # the minutes run from the last request; the public has none
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "yiju.portal.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],  # the square code of a one-time password is drawn in place
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
UPLOAD_MAX_BYTES = 1024 * 1024 * environment.number("UPLOAD_MAX_MB", 50)
# Four eyes: whoever imports a document does not publish it.
FOUR_EYES = environment.switch("FOUR_EYES", default=False)
# The licence of what the office publishes as data is its own decision, so there is no default.
OPEN_DATA_LICENCE = os.environ.get("OPEN_DATA_LICENCE", "").strip()
DATA_UPLOAD_MAX_MEMORY_SIZE = UPLOAD_MAX_BYTES  # text may also be pasted
FILE_UPLOAD_PERMISSIONS = 0o600

# --- what runs ------------------------------------------------------------------------------
INSTALLED_APPS = [
    "yiju.portal",
    "yiju.office.access",
    "yiju.office.journal",
    "yiju.office.calendar",
    "yiju.office.parties",
    "yiju.office.files",
    "yiju.office.jobs",
    "yiju.library",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_tasks",
    "django_tasks_db",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "yiju.portal.language.language_middleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "yiju.portal.middleware.PasswordInTime",
    "yiju.portal.middleware.HiddenIsNotFound",
    "yiju.portal.guard.nul_middleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "yiju.portal.urls"
WSGI_APPLICATION = "yiju.portal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PORTAL / "templates", PORTAL.parent / "library" / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "yiju.portal.context.portal",
            ],
            "libraries": {"policy": "yiju.library.web.tags"},
        },
    }
]
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True  # no collecting step: the files are served from where they lie
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- accounts -------------------------------------------------------------------------------
AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_PROFILE = PROFILES[environment.choice("PASSWORD_PROFILE", ("dengbao", "asvs"))]
AUTH_PASSWORD_VALIDATORS = PASSWORD_PROFILE.validators()
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL, LOGOUT_REDIRECT_URL = "staff:desk", "/"
ACCOUNT_ADAPTER = "yiju.portal.accounts.Accounts"
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {"login_failed": None}  # failures are counted by axes, in the database
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
MFA_ADAPTER = "yiju.portal.accounts.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Yiju"
AXES_FAILURE_LIMIT = PASSWORD_PROFILE.failures_allowed
AXES_COOLOFF_TIME = timedelta(minutes=PASSWORD_PROFILE.locked_minutes)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "yiju.portal.accounts.tried_username"
AXES_CLIENT_IP_CALLABLE = "yiju.portal.accounts.client_address"
AXES_LOCKOUT_TEMPLATE = "account/locked.html"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # nobody keeps others locked out
AXES_ENABLE_ADMIN = False
AXES_DISABLE_ACCESS_LOG = True  # sign-ins stand in the journal

# --- language, time, record -----------------------------------------------------------------
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Chinese")), ("en", _("English"))]
LOCALE_PATHS = [PORTAL / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
LEVELS = ("info", "debug", "warning", "error")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "yiju.portal.json_lines.JsonLines"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": environment.choice("LOG_LEVEL", LEVELS).upper()},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "axes": {"level": "WARNING"},  # its greeting at every start
    },
}
