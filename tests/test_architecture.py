"""The layers hold: who may import whom, which library lives where, and that rooms stay small."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "assessment"

# layer: the layers of ours it may import beside itself
ALLOWED: dict[str, set[str]] = {
    "domain": set(),
    "errors": set(),
    "settings": {"errors"},
    "views": {"domain"},
    "catalogue": {"domain", "errors"},
    "store": {"domain", "errors"},
    "charts": {"views"},
    "reporting": {"domain", "views", "charts", "errors"},
    "services": {"domain", "errors", "settings", "catalogue", "store", "views", "reporting"},
    "web": {"services", "views", "charts", "errors", "settings"},
    "ui": {"services", "domain", "views", "charts", "errors"},
    "cli": {
        "services",
        "domain",
        "views",
        "errors",
        "settings",
        "cli_accounts",
        "cli_actor",
        "cli_bin",
        "cli_checking",
        "cli_compare",
        "cli_database",
        "cli_text",
        "cli_erasing",
        "cli_journal",
        "cli_layouts",
        "cli_portfolio",
        "cli_plan",
        "cli_read_back",
        "cli_streams",
    },
    "cli_actor": {"services", "errors"},
    "cli_accounts": {"services", "domain", "views", "errors", "cli_text"},
    "cli_bin": {"cli_actor", "services", "views", "errors", "settings", "cli_text"},
    "cli_checking": {"cli_actor", "services", "domain", "views", "errors", "settings", "cli_text", "cli_streams"},
    "cli_compare": {"cli_actor", "services", "settings", "views", "cli_streams", "cli_text"},
    "cli_journal": {"cli_actor", "services", "settings", "views", "cli_streams", "cli_text"},
    "cli_erasing": {"cli_actor", "services", "domain", "views", "errors", "settings", "cli_text"},
    "cli_database": {"services", "domain", "views", "settings"},
    "cli_streams": {"errors"},
    "cli_read_back": {"cli_actor", "services", "domain", "views", "cli_streams", "cli_text"},
    "cli_portfolio": {"cli_actor", "services", "domain", "views", "errors", "settings", "cli_text", "cli_streams"},
    "cli_layouts": {"cli_actor", "services", "views", "errors", "cli_text"},
    "cli_plan": {"cli_actor", "services", "domain", "views", "errors", "settings", "cli_streams", "cli_text"},
    "cli_text": {"views"},
    "__main__": {"cli"},
    "__init__": set(),
}
# library: where it may be imported
HOMES: dict[str, set[str]] = {
    "streamlit": {"ui"},
    "sqlmodel": {"store"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "yaml": {"catalogue"},
    "weasyprint": {"reporting"},
    "pydyf": {"reporting"},
    "jinja2": {"reporting", "web"},
    "starlette": {"web"},
    "pwdlib": {"services"},
    "limits": {"services"},
    "itsdangerous": {"services", "web"},
    "authlib": {"services", "web"},
    "httpx": {"services", "web"},
    "xlsxwriter": {"reporting"},
    "openpyxl": {"reporting"},
    "pypdf": {"reporting"},
    "pptx": {"reporting"},
    "defusedxml": {"reporting"},
    "PIL": {"reporting"},
    "fontTools": {"reporting"},
    "altair": {"charts"},
    "babel": {"views"},
    "markdown_it": {"views"},
    "cachetools": {"services"},
    "joserfc": {"services"},
    "scipy": {"domain"},
    "icalendar": {"reporting"},
}
IMPURE = {"os", "pathlib", "time", "sqlite3", "subprocess", "socket", "streamlit", "sqlmodel", "yaml", "io", "shutil"}
LINE_LIMIT = 400
PAGE_LINE_LIMIT = 120


def modules() -> list[Path]:
    return [path for path in PACKAGE.rglob("*.py") if "versions" not in path.parts]


def layer_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0].removesuffix(".py")


def is_module(name: str) -> bool:
    path = ROOT.joinpath(*name.split("."))
    return path.is_dir() or path.with_suffix(".py").is_file()


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if is_module(name) else node.module for name in names}
    return found


def ours(path: Path) -> set[str]:
    return {name.removeprefix("assessment.") for name in imports_of(path) if name.startswith("assessment.")}


def is_allowed(name: str, layer: str) -> bool:
    allowed = ALLOWED[layer] | {layer}
    return any(name == prefix or name.startswith(f"{prefix}.") for prefix in allowed)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_inwards(path: Path) -> None:
    layer = layer_of(path)
    assert layer in ALLOWED, f"'{layer}' is not a layer of the house; place it in the table"
    assert not {name for name in ours(path) if not is_allowed(name, layer)}


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_library_stays_in_its_layer(path: Path) -> None:
    libraries = {name.split(".")[0] for name in imports_of(path)}
    astray = {library for library in libraries & set(HOMES) if layer_of(path) not in HOMES[library]}
    assert not astray


def test_the_domain_touches_no_file_clock_or_database() -> None:
    impure = {
        (path.name, name)
        for path in (PACKAGE / "domain").rglob("*.py")
        for name in imports_of(path)
        if name.split(".")[0] in IMPURE
    }
    assert not impure


def test_session_state_is_touched_in_one_module_only() -> None:
    touching = {str(path.relative_to(PACKAGE)) for path in modules() if "st.session_state" in path.read_text()}
    assert touching <= {"ui/session.py"}


CHOICES = {"selectbox", "multiselect", "radio", "pills", "segmented_control", "select_slider", "menu_button"}


def unlabelled_choices(path: Path) -> list[int]:
    """The lines of boxes whose labels are not told apart by `choosing.labels`."""
    calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    boxes = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr in CHOICES]
    return [
        box.lineno
        for box in boxes
        if not any(
            keyword.arg == "format_func" and ast.unparse(keyword.value).startswith("labels(")
            for keyword in box.keywords
        )
    ]


@pytest.mark.parametrize(
    "path", [path for path in modules() if layer_of(path) == "ui"], ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_no_choice_box_depends_on_its_labels_being_different(path: Path) -> None:
    assert unlabelled_choices(path) == []


def test_the_look_for_unlabelled_choices_finds_one(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        "st.selectbox(A, ids, format_func=names.__getitem__)\nst.radio(A, ids, format_func=labels(names))\n"
    )
    assert unlabelled_choices(module) == [1]


def test_no_room_is_overfull() -> None:
    assert not longer_than(LINE_LIMIT, modules())


def test_no_page_is_longer_than_one_reads_in_a_breath() -> None:
    assert not longer_than(
        PAGE_LINE_LIMIT, [path for path in modules() if "pages" in path.parts and "ui" in path.parts]
    )


def longer_than(limit: int, paths: list[Path]) -> dict[str, int]:
    counts = {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in paths}
    return {name: count for name, count in counts.items() if count > limit}
