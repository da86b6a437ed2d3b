# SPDX-License-Identifier: Apache-2.0
"""Two password rules that Django does not bring: composition, and not one of the last ones."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from yiju.office.access.models import FormerPassword


class Composition:
    """A password mixes capital letters, small letters, digits and other signs.

    Letters without case, such as Chinese characters, count as other signs.
    """

    def __init__(self, classes: int) -> None:
        self.classes = classes

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        found = {
            "capital" if sign.isupper() else
            "small" if sign.islower() else
            "digit" if sign.isdigit() else
            "other"
            for sign in password
        }  # fmt: skip
        if len(found) < self.classes:
            raise ValidationError(self.get_help_text(), code="password_composition")

    def get_help_text(self) -> str:
        return _("密码至少要包含大写字母、小写字母、数字、其他字符中的 %(classes)d 类。") % {
            "classes": self.classes
        }


class NotUsedBefore:
    """A password is none of the last ones that the account had."""

    def __init__(self, last: int) -> None:
        self.last = last

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        if user is None or user.pk is None:
            return
        former = FormerPassword.objects.filter(user_id=user.pk).order_by("-set_at", "-pk")
        hashes = former.values_list("password", flat=True)[: self.last]
        if any(check_password(password, each) for each in hashes):
            raise ValidationError(self.get_help_text(), code="password_used_before")

    def get_help_text(self) -> str:
        return _("密码不能与最近 %(last)d 次用过的相同。") % {"last": self.last}
