"""Our spaCy components, one a file. Each adds a group of spans; `Doc.spans` keys are the label names."""

from __future__ import annotations

from analyzer.mentions.components.agreement import agreement
from analyzer.mentions.components.amount import amount
from analyzer.mentions.components.country import country
from analyzer.mentions.components.gpa_status import gpa_status
from analyzer.mentions.components.offset import offset
from analyzer.mentions.components.offset_terms import offset_terms

__all__ = ["agreement", "amount", "country", "gpa_status", "offset", "offset_terms"]
