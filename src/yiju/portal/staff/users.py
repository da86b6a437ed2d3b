# SPDX-License-Identifier: Apache-2.0
"""Accounts and roles, kept by administrators."""

from __future__ import annotations

import secrets

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yiju.kernel.refusal import InvalidInput
from yiju.library.web.frame import Crumb
from yiju.library.web.input_words import input_message
from yiju.library.web.words import STAFF_ROLES as ROLES
from yiju.office import clock
from yiju.office.access import actions
from yiju.office.access.queries import account, accounts, actor_of_request
from yiju.office.access.roles import Permission, Role
from yiju.office.access.web import staff_page

LETTERS, FIGURES = "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789"
"""No signs that are taken for one another when a password is read out or copied by hand."""


def new_password() -> str:
    """A temporary password of 20 signs, to be handed over and changed at the first sign-in."""
    groups = [
        "".join(secrets.choice(signs) for _place in range(4))
        for signs in (LETTERS, FIGURES, LETTERS.lower(), FIGURES)
    ]
    return "-".join(groups)


class AccountForm(forms.Form):
    """A new account."""

    username = forms.SlugField(
        label=gettext_lazy("登录名"),
        max_length=150,
        help_text=gettext_lazy("小写字母、数字、连字符"),
    )
    name = forms.CharField(label=gettext_lazy("姓名"), max_length=150)
    role = forms.ChoiceField(label=gettext_lazy("角色"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        field = self.fields["role"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(role.value, _(ROLES[role])) for role in Role]


@staff_page(Permission.MANAGE_USERS, "GET", "HEAD", "POST")
def users(request: HttpRequest) -> HttpResponse:
    """All accounts; a new one is opened with a temporary password that is shown once."""
    form = AccountForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _open(request, form):
        return redirect("staff:users")
    shown = {"accounts": accounts(actor_of_request(request)), "form": form}
    return render(request, "staff/users.html", shown, status=422 if form.errors else 200)


def _open(request: HttpRequest, form: AccountForm) -> bool:
    given, password = form.cleaned_data, new_password()
    try:
        actions.create_user(
            actor_of_request(request),
            username=given["username"].lower(),
            name=given["name"],
            password=password,
            roles=(Role(given["role"]),),
            at=clock.now(),
        )
    except InvalidInput as wrong:
        place = wrong.place if wrong.place in form.fields else None
        form.add_error(place, input_message(wrong, place=place is None))
        return False
    _hand_over(request, given["username"].lower(), password)
    return True


def _hand_over(request: HttpRequest, username: str, password: str) -> None:
    said = _(
        "账号 %(username)s 的临时密码是 %(password)s 。"
        "只显示这一次，请当面交给本人；首次登录须修改。"
    )
    messages.success(request, said % {"username": username, "password": password})


@staff_page(Permission.MANAGE_USERS, "GET", "HEAD", "POST")
def user(request: HttpRequest, username: str) -> HttpResponse:
    """One account: its roles, its password, whether it is open."""
    known = account(actor_of_request(request), username)
    if known is None:
        raise Http404
    if request.method == "POST":
        _change(request, username)
        return redirect("staff:user", username)
    shown = {
        "account": known,
        "roles": tuple((role, _(ROLES[role]), role in known.roles) for role in Role),
        "crumbs": (Crumb(_("用户"), reverse("staff:users")), Crumb(username)),
    }
    return render(request, "staff/user.html", shown)


def _change(request: HttpRequest, username: str) -> None:
    actor, at = actor_of_request(request), clock.now()
    verb, role = request.POST.get("verb", ""), request.POST.get("role", "")
    try:
        if verb in ("give", "take") and role in set(Role):
            act = actions.give_role if verb == "give" else actions.take_role
            act(actor, username, Role(role), at=at)
        elif verb in ("close", "reopen"):
            change = actions.close_account if verb == "close" else actions.reopen_account
            change(actor, username, at=at)
        elif verb == "password":
            password = new_password()
            actions.replace_password(actor, username, password, at=at)
            _hand_over(request, username, password)
        else:
            raise Http404
    except InvalidInput as wrong:
        messages.error(request, input_message(wrong))
