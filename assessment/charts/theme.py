"""How every chart looks: the palette of a theme, the type, and what a chart with its title needs."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, Literal, cast

import altair as alt
from altair.utils.schemapi import disable_debug_mode

from assessment.charts.tokens import (
    DARK,
    DARK_STEPS,
    FONT_FALLBACK,
    FONT_FAMILY,
    LIGHT,
    LIGHT_STEPS,
    Palette,
    ScaleStep,
)

AnyChart = alt.Chart | alt.LayerChart | alt.FacetChart
BOLD: Literal[600] = 600
Rows = Sequence[Mapping[str, Any]]
ROW_HEIGHT = 26
LINE_HEIGHT = 14
PRINT_WIDTH = 460
disable_debug_mode()  # charts are checked whole, by tests; checking each part as it is made takes longer than drawing


class Theme(StrEnum):
    """Where a chart stands: on a light or dark screen, or on paper."""

    LIGHT = "light"
    DARK = "dark"
    PRINT = "print"


def palette(theme: Theme) -> Palette:
    """The colours of a theme; paper takes the light ones."""
    return DARK if theme is Theme.DARK else LIGHT


def scale_steps(theme: Theme) -> Mapping[str, ScaleStep]:
    """Fill and ink of each style of a cell in a theme; paper takes the light ones."""
    return DARK_STEPS if theme is Theme.DARK else LIGHT_STEPS


def drawn_on(name: str) -> alt.Chart:
    """An empty chart on the rows that `finished` receives under `name`."""
    return alt.Chart(alt.NamedData(name=name))


def text_size(theme: Theme) -> int:
    """Size of the text in a chart, in pixels; a chart on paper is shrunk to the column and stays above 8 points."""
    return 13 if theme is Theme.PRINT else 12


def finished(
    chart: AnyChart,
    *,
    rows: Mapping[str, Rows],
    title: str,
    subtitle: str,
    theme: Theme,
    height: int | alt.Step,
) -> AnyChart:
    """The chart with its rows, its finding as title, what is measured as subtitle, and the look of the theme.

    On paper title and subtitle are left out: the page sets them as text. A screen reader hears both as the picture's
    own description; its marks are silent, because the same numbers stand in a table beside it. `chart` itself is
    finished and returned: a copy with another property copies each layer too.
    """
    is_print = theme is Theme.PRINT
    properties: dict[str, Any] = {"width": PRINT_WIDTH if is_print else "container", "height": height}
    properties["description"] = " ".join(part for part in (title, subtitle) if part)
    if not is_print:
        properties["title"] = alt.TitleParams(
            text=textwrap.wrap(title, 84) or [title],
            subtitle=textwrap.wrap(subtitle, 110) or [subtitle],
        )
    properties["config"] = _config(theme)
    properties["datasets"] = {name: [dict(row) for row in given] for name, given in rows.items()}
    for name, value in properties.items():
        setattr(chart, name, value)
    return chart


def specification(chart: AnyChart) -> dict[str, Any]:
    """A finished chart as Vega-Lite reads it, unchecked and under no theme of the library: for a browser.

    The rows are put in as they are, for they hold nothing but texts, numbers and truth values.
    """
    drawn = chart.to_dict(validate=False, ignore=["datasets"], context={"top_level": False})
    return {"$schema": alt.SCHEMA_URL, **drawn, "datasets": chart.datasets}


def untitled(chart: AnyChart) -> tuple[str, str, AnyChart]:
    """Title and subtitle of a finished chart, and the chart without them, for a page that sets them as text.

    In the picture they would be cut where it is narrow: a picture does not break lines.
    """
    title = chart.title
    if not isinstance(title, alt.TitleParams):
        return "", "", chart
    bare: AnyChart = chart.copy(deep=False)
    bare.title = alt.Undefined
    return " ".join(title["text"]), " ".join(title["subtitle"]), bare


def _config(theme: Theme) -> alt.Config:
    colours = palette(theme)
    size = text_size(theme)
    is_print = theme is Theme.PRINT
    axis: dict[str, Any] = {
        "domain": False,
        "ticks": False,
        "gridColor": colours.line,
        "labelLimit": 260,
    }
    guide: dict[str, Any] = {
        "labelColor": colours.ink,
        "labelFontSize": size,
        "titleColor": colours.quiet_ink,
        "titleFontSize": size,
        "titleFontWeight": "normal",
    }
    return alt.Config(
        font=f"'{FONT_FAMILY}', {FONT_FALLBACK}",
        background="#FFFFFF" if is_print else "transparent",
        padding=cast(Any, {"left": 4, "top": 4, "right": 12, "bottom": 4}),
        autosize=alt.AutoSizeParams(type="pad" if is_print else "fit-x", contains="padding"),
        view=alt.ViewConfig(strokeWidth=0),
        title=alt.TitleConfig(
            anchor="start",
            frame="bounds",
            color=colours.ink,
            fontSize=16,
            fontWeight=BOLD,
            subtitleColor=colours.quiet_ink,
            subtitleFontSize=size,
            subtitlePadding=4,
            offset=14,
        ),
        axis=alt.AxisConfig(aria=False, **axis, **guide),
        legend=alt.LegendConfig(aria=False, **guide),
        mark=alt.MarkConfig(aria=False),
        text=alt.MarkConfig(fontSize=size),
    )


def row_axis(field: str, order: Sequence[str], *, headings: Sequence[str] = ()) -> alt.Y:
    """A y axis of names in the given order; headings stand out in weight."""
    weight: Any = "normal"
    if headings:
        weight = alt.condition(
            alt.FieldOneOfPredicate(field="value", oneOf=list(headings)), alt.value(BOLD), alt.value(400)
        )
    return alt.Y(
        f"{field}:N",
        sort=list(order),
        scale=alt.Scale(domain=list(order), paddingInner=0.1, paddingOuter=0.05),
        axis=alt.Axis(title=None, grid=False, labelFontWeight=weight, labelPadding=8),
    )


def name_axis(names: Sequence[str]) -> alt.Axis:
    """An axis on top whose names are broken into lines, all beginning at the same height."""
    line_count = max((name.count("\n") + 1 for name in names), default=1)
    return alt.Axis(
        title=None,
        orient="top",
        labelAngle=0,
        labelExpr="split(datum.label, '\\n')",
        labelPadding=8 + LINE_HEIGHT * (line_count - 1),
        labelLineHeight=LINE_HEIGHT,
        labelLimit=0,
    )


def upright_axis() -> alt.Axis:
    """An axis on top whose names stand upright, each over its column."""
    return alt.Axis(title=None, orient="top", labelAngle=-90, labelAlign="left", labelPadding=8, labelLimit=240)


def colour_scale(fills: Mapping[str, str]) -> alt.Scale:
    """A colour scale of named bins."""
    return alt.Scale(domain=list(fills), range=list(fills.values()))


def bin_legend(labels: Mapping[str, str]) -> alt.Legend:
    """The legend of a scale of bins: squares in a row under the chart, each named by `labels`."""
    named = ", ".join(f"'{style}': '{label}'" for style, label in labels.items())
    return alt.Legend(
        title=None,
        orient="bottom",
        direction="horizontal",
        columns=len(labels),
        symbolType="square",
        symbolStrokeWidth=0,
        symbolSize=160,
        labelExpr=f"({{{named}}})[datum.value]",
    )
