"""A page that prints the logos and the font of a brand and nothing else: what fails here would fail in every report."""

from __future__ import annotations

from assessment.domain.layout.brand import Brand
from assessment.domain.layout.layout import LOGO_HEIGHT_MM, LOGO_WIDTH_MM, FilePlace
from assessment.reporting.pdf.engine import OWN_SCHEME
from assessment.reporting.pdf.render import html_to_pdf
from assessment.reporting.stages import unheard
from assessment.views.paper import Paper

_LETTERS = "Hamburgefonstiv 0123456789 % – • − Źdźbło Γειά"


def trial_page(brand: Brand) -> bytes:
    """The page as a PDF; raises what the printer raises."""
    pictures = "".join(
        f'<img alt="Logo" src="{OWN_SCHEME}:{place.value}" '
        f'style="max-width:{LOGO_WIDTH_MM}mm;max-height:{LOGO_HEIGHT_MM}mm"/>'
        for place in (FilePlace.CLIENT_LOGO, FilePlace.OWN_LOGO)
        if brand.at(place) is not None
    )
    page = (
        f'<html lang="en"><head><title>Trial</title></head><body><p>{pictures}</p>'
        f"<p>{_LETTERS} <b>{_LETTERS}</b></p></body></html>"
    )
    return html_to_pdf(page, "report.css", Paper.A4, "trial", unheard, brand)
