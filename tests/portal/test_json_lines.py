# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import json
import logging
import sys

from django.test import RequestFactory

from yiju.portal.json_lines import JsonLines


def line(**extra: object) -> dict[str, object]:
    record = logging.LogRecord("yiju", logging.WARNING, __file__, 1, "条 %s\n二", ("一",), None)
    for name, value in extra.items():
        setattr(record, name, value)
    text = JsonLines().format(record)
    assert "\n" not in text
    told: dict[str, object] = json.loads(text)
    return told


def test_record_is_one_line_whatever_its_message() -> None:
    told = line()
    assert (told["level"], told["logger"], told["message"]) == ("warning", "yiju", "条 一\n二")
    assert str(told["at"]).endswith("+00:00")


def test_request_is_named_without_what_was_asked_in_it() -> None:
    told = line(request=RequestFactory().get("/p/1?password=secret"), status_code=404)
    assert (told["method"], told["path"], told["status"]) == ("GET", "/p/1", 404)
    assert "secret" not in json.dumps(told)


def test_exception_is_in_the_same_line() -> None:
    try:
        raise RuntimeError("gone")
    except RuntimeError:
        told = line(exc_info=sys.exc_info())
    assert "RuntimeError: gone" in str(told["exception"])
