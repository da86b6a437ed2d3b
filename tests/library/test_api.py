# SPDX-License-Identifier: Apache-2.0
"""The API keeps what its own description says, whatever it is asked."""

from __future__ import annotations

import pytest
import schemathesis
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from yiju.portal.wsgi import application

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.databases("sqlite")]
CALLS_PER_OPERATION = 25


QUIET = settings(
    max_examples=CALLS_PER_OPERATION,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_every_answer_is_as_described_for_good_calls_and_bad(mode: GenerationMode) -> None:
    described = schemathesis.openapi.from_wsgi("/api/openapi.json", application)
    operations = [found.ok() for found in described.get_all_operations()]
    assert len(operations) >= 8
    for operation in operations:

        @QUIET
        @given(operation.as_strategy(generation_mode=mode))
        def call(case: schemathesis.Case) -> None:
            # A reference is text to OpenAPI; that it must parse is beyond what the schema can say.
            case.call_and_validate(
                headers={"Host": "localhost"}, excluded_checks=[positive_data_acceptance]
            )

        call()


def test_a_reference_that_cannot_be_read_is_answered_with_the_remedy(client: Client) -> None:
    answer = client.get("/api/clause", {"ref": "国知办函运字〔2025〕193号#article_5"})
    assert answer.status_code == 422
    assert answer["content-type"] == "application/problem+json"
    assert "unknown name" in answer.json()["detail"]


def test_what_does_not_exist_is_a_problem_and_no_page(client: Client) -> None:
    answer = client.get("/api/document", {"ref": "没有〔2020〕1号"})
    assert (answer.status_code, answer["content-type"]) == (404, "application/problem+json")
