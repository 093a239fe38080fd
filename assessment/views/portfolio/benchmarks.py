"""A benchmark in a sentence."""

from __future__ import annotations

from assessment.domain.portfolio.benchmark import Benchmark
from assessment.views.wording import portfolio as words


def benchmark_text(benchmark: Benchmark | None) -> str:
    """What a benchmark is of and who published it."""
    if benchmark is None:
        return words.NO_BENCHMARK
    sources = dict.fromkeys(words.source(line.source, line.year) for line in benchmark.lines)
    return words.benchmark_lines(benchmark.file_name, len(benchmark.lines), tuple(sources))
