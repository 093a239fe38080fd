"""Tests of charts, report document, rendering and worker."""
