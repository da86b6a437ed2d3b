# SPDX-License-Identifier: Apache-2.0
"""Acts on the library: one function per verb, each in one durable transaction, each recorded.

Every act takes the actor and the instant (``at``). One that the actor's roles do not allow raises
``NotAllowed``; one that a rule of the office forbids gives a ``Refusal`` back.
"""

from __future__ import annotations
