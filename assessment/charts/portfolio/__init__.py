"""Charts of portfolios. Units by processes are drawn by `charts.heatmap`.

| module | chart |
|---|---|
| `spread` | how far the units lie apart in each process, and the band of others |
"""
