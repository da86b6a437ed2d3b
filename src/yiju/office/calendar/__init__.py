# SPDX-License-Identifier: Apache-2.0
"""The working-day calendar of the office: shipped with the product, kept up by the office."""
