"""A layout is kept with its files, changes only from what was seen, and comes back from a folder as it went."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from assessment.domain.layout.brand import HOUSE_BRAND
from assessment.domain.layout.layout import HOUSE_ID, FileKind, FilePlace, FontChoice, Layout
from assessment.errors import Conflict, InvalidInput, NotAvailable, ReportFailed
from assessment.reporting.branding.checking import checked_file
from assessment.reporting.branding.offering import Offered, answer_for
from assessment.reporting.branding.refusing import Refused
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.frameworks import check_folder
from assessment.services.layout_archives import FolderFile
from assessment.services.layouts import LAYOUT_LIMIT, LayoutService, brand_of, read_layout_folder
from assessment.services.plumbline import Plumbline
from assessment.store.layouts import LAYOUT_FILE
from tests.reporting.branding import offered as made
from tests.services.printing import Printer

LOGO, OWN, FONT = FilePlace.CLIENT_LOGO, FilePlace.OWN_LOGO, FilePlace.FONT


def looked_at(offered: Offered) -> bytes:
    """What the printing process answers, without the page that it prints once."""
    try:
        return answer_for(checked_file(offered))
    except Refused as error:
        return answer_for(error)


@pytest.fixture
def layouts(plumbline: Plumbline) -> LayoutService:
    """Layouts whose files are looked at in this process."""
    service = plumbline.layouts
    service._worker = Printer(lambda order: looked_at(order.document))
    return service


def changed(layout: Layout, **fields: object) -> Layout:
    return Layout.model_validate(dict(layout) | fields)


def new_layout(layouts: LayoutService, name: str = "Ours") -> Layout:
    return layouts.read(ME, layouts.create(ME, name)).layout


def contents(plumbline: Plumbline) -> int:
    with plumbline._store._engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(LAYOUT_FILE)) or 0


def told(plumbline: Plumbline) -> list[str]:
    """What the store's journal says of layouts, newest first: the operation, and whether something was and is."""
    with plumbline._store.reading() as reader:
        assert reader.broken_link(None) is None
        entries = reader.journal(None, None)
    return [
        f"{one.operation} {'+' if one.before else '-'}{'+' if one.after else '-'}"
        for one in entries
        if one.what.startswith("layout ")
    ]


def test_every_field_that_is_saved_is_read_again_and_is_in_the_journal(
    plumbline: Plumbline, layouts: LayoutService
) -> None:
    layout = new_layout(layouts)
    wanted = changed(
        layout,
        name="Board",
        accent="#8A3B00",
        second="#C0562B",
        font_choice=FontChoice.SOURCE_SERIF_4,
        language="pl",
        confidentiality="For the board",
        sections=("cover", "groups", "executive"),
        paper="Letter",
    )
    assert layouts.save(ME, wanted, expected_version=1) == 2
    assert [(one.layout, one.version) for one in layouts.list_layouts(ME)] == [(wanted, 2)]
    assert layouts.save(ME, wanted, expected_version=1) == 2  # the same again is no change and no conflict
    assert told(plumbline) == ["layouts.save ++", "layouts.create -+"]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            {"accent": "#FF0000"},
            "First colour: #FF0000 stands out from white by 4.0 to 1; text needs 4.5 to 1. "
            "The nearest of its kind that does is #EE0000. Nothing was changed.",
        ),
        ({"second": "#DDDDDD"}, "Second colour: #DDDDDD stands out from white by 1.4 to 1; lines and bars need 3.0"),
        ({"sections": ("cover", "gossip")}, "Sections: no report has a section called 'gossip'"),
        ({"language": "xx"}, "Language: numbers are not written in 'xx'"),
    ],
    ids=["text", "bars", "sections", "language"],
)
def test_what_breaks_a_rule_is_refused_in_words_and_changes_nothing(
    layouts: LayoutService, fields: dict[str, object], sentence: str
) -> None:
    layout = new_layout(layouts)
    with pytest.raises(InvalidInput) as refused:
        layouts.save(ME, changed(layout, **fields))
    assert sentence in str(refused.value)
    assert layouts.read(ME, layout.id).layout == layout


def test_a_name_is_taken_in_whatever_spelling(layouts: LayoutService) -> None:
    new_layout(layouts, "Ours")
    with pytest.raises(InvalidInput, match="another one called 'OURS'"):
        layouts.create(ME, "  OURS")
    other = new_layout(layouts, "Theirs")
    with pytest.raises(InvalidInput, match="another one called 'ours'"):
        layouts.save(ME, changed(other, name="ours"))
    assert layouts.find(ME, "  theirs ").layout == other
    with pytest.raises(InvalidInput, match=r"none called 'Nobody's'\. Choose one of: Ours, Theirs\."):
        layouts.find(ME, "Nobody's")


def test_who_saw_an_older_one_is_shown_both_and_changes_nothing(plumbline: Plumbline, layouts: LayoutService) -> None:
    layout = new_layout(layouts)
    layouts.save(ME, changed(layout, accent="#000000"), expected_version=1)
    with pytest.raises(Conflict) as lost:
        layouts.save(ME, changed(layout, accent="#8A3B00"), expected_version=1)
    assert (lost.value.theirs, lost.value.yours) == ("first colour: #000000", "first colour: #8A3B00")
    with pytest.raises(Conflict) as kept:
        layouts.remove(ME, layout.id, expected_version=1)
    assert kept.value.yours == "to be removed"
    with pytest.raises(Conflict):
        layouts.put_file(ME, layout.id, LOGO, "a.png", made.picture(), expected_version=1)
    assert layouts.read(ME, layout.id).layout.accent == "#000000"
    assert contents(plumbline) == 0
    layouts.save(ME, changed(layout, accent="#8A3B00"), expected_version=lost.value.version)
    assert layouts.read(ME, layout.id).layout.accent == "#8A3B00"


def test_a_file_is_kept_once_while_a_layout_has_it_and_no_longer(plumbline: Plumbline, layouts: LayoutService) -> None:
    ours, theirs = new_layout(layouts, "Ours"), new_layout(layouts, "Theirs")
    for one in (ours, theirs):
        layouts.put_file(ME, one.id, LOGO, "logo.png", made.picture())
    layouts.put_file(ME, ours.id, OWN, "own.svg", made.A_LOGO.encode())
    assert contents(plumbline) == 2
    brand = layouts.brand(ME, ours.id)
    assert [(one.place, one.content) for one in brand.files] == [(LOGO, made.picture()), (OWN, made.A_LOGO.encode())]
    layouts.put_file(ME, ours.id, OWN, "own.png", made.picture(60, 60))
    assert contents(plumbline) == 2
    layouts.remove_file(ME, ours.id, LOGO)
    assert contents(plumbline) == 2
    layouts.remove(ME, theirs.id)
    assert contents(plumbline) == 1
    assert [one.layout.id for one in layouts.list_layouts(ME)] == [ours.id]
    layouts.remove(ME, ours.id)
    assert contents(plumbline) == 0
    with pytest.raises(NotAvailable):
        layouts.remove(ME, ours.id)


def test_a_form_that_was_open_before_a_file_came_takes_no_file_away(layouts: LayoutService) -> None:
    layout = new_layout(layouts)
    layouts.put_file(ME, layout.id, LOGO, "logo.png", made.picture())
    layouts.save(ME, changed(layout, accent="#000000"))
    stored = layouts.read(ME, layout.id).layout
    assert stored.client_logo is not None
    assert stored.accent == "#000000"


def test_a_hostile_file_is_refused_with_place_reason_and_remedy_and_nothing_is_kept(
    plumbline: Plumbline, layouts: LayoutService
) -> None:
    layout = new_layout(layouts)
    with pytest.raises(InvalidInput) as refused:
        layouts.put_file(ME, layout.id, LOGO, "evil\n.svg", made.drawing("<script/>"))
    assert str(refused.value) == (
        "Client's logo (evil .svg): it holds a <script>, which may act or fetch. "
        "Save it as plain SVG without it, or as PNG. Nothing was changed."
    )
    with pytest.raises(InvalidInput, match="no font that it could belong to"):
        layouts.put_file(ME, layout.id, FilePlace.BOLD_FONT, "a.ttf", made.font())
    printer = Printer(lambda order: b"")
    printer.failure = ReportFailed("it took longer than 20 seconds")
    layouts._worker = printer
    with pytest.raises(InvalidInput, match="takes too much to look at"):
        layouts.put_file(ME, layout.id, LOGO, "a.png", made.picture())
    with pytest.raises(InvalidInput, match="at most 10,000,000"):
        layouts.put_file(ME, layout.id, LOGO, "a.png", bytes(10_000_001))
    assert (contents(plumbline), layouts.read(ME, layout.id).layout) == (0, layout)


def test_there_are_not_endlessly_many(layouts: LayoutService, monkeypatch: pytest.MonkeyPatch) -> None:
    assert LAYOUT_LIMIT == 50
    monkeypatch.setattr("assessment.services.layouts.LAYOUT_LIMIT", 1)
    new_layout(layouts)
    with pytest.raises(InvalidInput, match="there are 1 already"):
        layouts.create(ME, "One more")


def test_a_layout_goes_into_a_folder_and_comes_back_as_it_was(layouts: LayoutService, tmp_path: Path) -> None:
    layout = new_layout(layouts, "Žluťoučký: \"a\", 'b' #c")
    wanted = changed(layout, language="cs", confidentiality="yes", sections=("cover", "method"), paper="Letter")
    layouts.save(ME, wanted)
    for place, content in (
        *((LOGO, made.A_LOGO.encode()), (OWN, made.picture()), (FONT, made.font())),
        *((FilePlace.BOLD_FONT, made.font(family="Bold One")), (FilePlace.DECK_TEMPLATE, made.deck())),
    ):
        layouts.put_file(ME, layout.id, place, f"{place}.x", content)
    before = layouts.brand(ME, layout.id)
    for file in layouts.export(ME, layout.id):
        (tmp_path / file.name).write_bytes(file.content)
    assert (tmp_path / "bold-font.ttf").is_file()
    with pytest.raises(InvalidInput, match="another one called"):
        layouts.import_files(ME, read_layout_folder(tmp_path))
    layouts.remove(ME, layout.id)
    after = layouts.brand(ME, layouts.import_files(ME, read_layout_folder(tmp_path)))
    assert after.layout.look_hash == before.layout.look_hash
    assert after.layout.name == before.layout.name
    assert [(one.place, one.content) for one in after.files] == [(one.place, one.content) for one in before.files]


@pytest.mark.parametrize(
    ("sheet", "sentence"),
    [
        ('name: "A"\ncolour: "#000000"\n', "layout.yaml: 2: colour is not a key of this place|layout.yaml.*colour"),
        ('accent: "#000000"\n', "name is missing"),
        ('name: "A"\naccent: "#FF0000"\n', "nearest of its kind"),
        ('name: "A"\nclient_logo: "../secret.png"\n', "another form"),
        ('name: "A"\nclient_logo: "logo.png"\n', "logo.png: it is missing"),
        ('name: "A"\nclient_logo: "evil.svg"\n', "holds a <script>"),
        ("name: &a A\n", "alias or anchor"),
        ("[", "not valid YAML"),
    ],
)
def test_a_folder_with_a_fault_is_refused_and_nothing_is_imported(
    layouts: LayoutService, sheet: str, sentence: str
) -> None:
    files = (
        FolderFile(name="layout.yaml", content=sheet.encode()),
        FolderFile(name="evil.svg", content=made.drawing("<script/>")),
    )
    with pytest.raises(InvalidInput, match=sentence):
        layouts.import_files(ME, files)
    assert layouts.list_layouts(ME) == ()


def test_a_folder_without_a_sheet_or_without_a_file_it_names_says_so(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"layout\.yaml: it cannot be read"):
        read_layout_folder(tmp_path)
    (tmp_path / "layout.yaml").write_text('name: "A"\nfont: "a.ttf"\n')
    with pytest.raises(InvalidInput, match=r"a\.ttf: it cannot be read"):
        read_layout_folder(tmp_path)


def test_the_folder_of_a_framework_offers_its_layouts_and_one_can_be_taken(layouts: LayoutService) -> None:
    (framework_folder,) = layouts._repository.framework_folders()
    for name, sheet in (("b", 'name: "Beta"\n'), ("a", 'name: "Alpha"\nown_logo: "o.png"\n'), ("bad", "name: 1\n")):
        folder = framework_folder / "layouts" / name
        folder.mkdir(parents=True)
        (folder / "layout.yaml").write_text(sheet)
    (framework_folder / "layouts" / "a" / "o.png").write_bytes(made.picture())
    assert [(one.id, one.name) for one in layouts.offered(ME)] == [
        (f"{framework_folder.name}/a", "Alpha"),
        (f"{framework_folder.name}/b", "Beta"),
    ]
    brand = layouts.brand(ME, layouts.take(ME, f"{framework_folder.name}/a"))
    assert (brand.layout.name, brand.files[0].content) == ("Alpha", made.picture())
    for unknown in ("tiny/../..", "nothing", f"{framework_folder.name}/c"):
        with pytest.raises(NotAvailable):
            layouts.take(ME, unknown)
    assert check_folder(framework_folder) == ()  # a folder of layouts is no fault of a framework


def test_without_a_layout_everything_looks_as_the_house_does(plumbline: Plumbline) -> None:
    with plumbline._store.reading() as reader:
        assert brand_of(reader, None) is HOUSE_BRAND
        assert brand_of(reader, HOUSE_ID) is HOUSE_BRAND
        with pytest.raises(NotAvailable):
            brand_of(reader, "l-nothing")


def test_the_file_of_a_layout_is_of_a_kind_that_its_place_takes(layouts: LayoutService) -> None:
    layout = new_layout(layouts)
    layouts.put_file(ME, layout.id, FONT, "a.woff2", made.WOFF2_FILE.read_bytes())
    stored = layouts.read(ME, layout.id).layout.font
    assert stored is not None
    assert (stored.kind, stored.family) == (FileKind.WOFF2, "Source Sans 3 ExtraLight")
    assert replace(HOUSE_BRAND, layout=layouts.read(ME, layout.id).layout).layout.font == stored
