# SPDX-License-Identifier: Apache-2.0
"""The example of the page about facts is what the reader really says."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path

from yiju.library.reading.pipeline import read_text
from yiju.library.reading.render.contract import reading_value

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = re.compile(r"```json\n(.+?)```", re.DOTALL)


def test_the_period_on_the_page_about_facts_is_read_from_the_sample() -> None:
    page = (ROOT / "docs/concepts/fact.md").read_text("utf-8")
    told = EXAMPLE.search(page)
    assert told
    text = (ROOT / "src/yiju/samples/bulletin-sample.txt").read_text("utf-8")
    reading = read_text(text, name="sample", sha256=sha256(text.encode()).hexdigest())
    value = json.loads(json.dumps(reading_value(reading)))
    facts = [fact for document in value["documents"] for fact in document["facts"]]
    example = json.loads(told[1])
    assert [fact for fact in facts if example.items() <= fact.items()]
