"""The files of the plain pages, open to everybody: a style, letters, two drawings, and nothing else of the folder."""

from __future__ import annotations

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response

from assessment.charts import tokens
from assessment.views.wording.pages import gate as words
from assessment.web.rendering import style_sheet

_ASSETS = Path(__file__).resolve().parents[3] / "assets"
STYLE = "style.css"
FILES = {name: _ASSETS / name for name in ("wordmark.svg", "plumbline.svg")} | {
    f"fonts/{face.file}": _ASSETS / tokens.FONT_FOLDER / face.file for face in tokens.FONT_FACES
}


def file(request: Request) -> Response:
    """One of the files."""
    name = request.path_params["name"]
    if name == STYLE:
        return Response(style_sheet(), media_type="text/css")
    if name not in FILES:
        return PlainTextResponse(words.NOT_HERE, 404)
    return FileResponse(FILES[name])
