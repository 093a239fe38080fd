"""Tests of Plumbline; the folders mirror `assessment/`."""
