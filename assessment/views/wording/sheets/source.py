"""The words of the hidden sheet that says what a workbook was written from."""

from __future__ import annotations

NAME = "Source"
KEY = "Key"
VALUE = "Value"
KEY_MEANING = "What is told, for reading back."
VALUE_MEANING = "The fact, for reading back."
