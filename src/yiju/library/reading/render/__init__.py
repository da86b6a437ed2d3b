# SPDX-License-Identifier: Apache-2.0
"""A reading written down for others: the contract's JSON, Markdown, Akoma Ntoso."""
