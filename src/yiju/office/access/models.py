# SPDX-License-Identifier: Apache-2.0
"""Tables of access: accounts, the roles they were given, the passwords they had."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from yiju.office.access.roles import Role


class UserManager(BaseUserManager["User"]):
    """Finds accounts by user name, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(username=(username or "").lower())


class User(AbstractBaseUser):
    """An account of a member of staff. What it may do stands in its grants, nowhere else."""

    username = models.CharField(max_length=150, unique=True)
    name = models.CharField(max_length=150)
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    password_set_at = models.DateTimeField()
    password_is_temporary = models.BooleanField(default=False)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="username_is_lower_case", condition=Q(username=Lower(F("username")))
            ),
        )

    def __str__(self) -> str:
        return self.username


class Grant(models.Model):
    """One role given to one account, and, when it was taken back, by whom and when.

    Rows stay: who could do what on a past day is answered from here.
    """

    user = models.ForeignKey(User, models.PROTECT, related_name="grants")
    role = models.CharField(max_length=20, choices=[(role, role) for role in Role])
    given_by = models.CharField(max_length=200)
    given_at = models.DateTimeField()
    taken_by = models.CharField(max_length=200, blank=True)
    taken_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["user", "role"],
                name="role_is_held_once",
                condition=Q(taken_at__isnull=True),
            ),
            models.CheckConstraint(
                name="taking_names_who_and_when",
                condition=Q(taken_at__isnull=True, taken_by="")
                | (Q(taken_at__gte=F("given_at")) & ~Q(taken_by="")),
            ),
            models.CheckConstraint(
                name="role_is_known", condition=Q(role__in=[role.value for role in Role])
            ),
        )

    def __str__(self) -> str:
        return f"{self.user_id}: {self.role}"


class FormerPassword(models.Model):
    """The hash of a password that an account has had, so that it is not taken again."""

    user = models.ForeignKey(User, models.CASCADE, related_name="former_passwords")
    password = models.CharField(max_length=128)
    set_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.user_id}: {self.set_at}"
