"""Assessments side by side, drawn: from before to now, several in a row, and the changes of every attribute.

| module | draws |
|---|---|
| `slopes` | lines from one assessment to the next, each named at its end |
| `spreading` | labels at the side of a chart moved apart, so that none covers another |
| `since` | the slopes of two assessments, of several; the changes as a heatmap |
"""
