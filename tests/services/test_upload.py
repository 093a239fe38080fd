"""Taking a file apart gives the same values as parsing it whole, in bounded memory, whatever the file is."""

from __future__ import annotations

import gzip
import json
import time
import tracemalloc
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.errors import ImportRefused
from assessment.services import upload
from assessment.services.upload import HOLE, Upload, take_apart

NAMES = st.sampled_from(["assessment", "ratings", "notes", "a", "{", "[,]", ":", ""])
SCALARS = st.none() | st.booleans() | st.integers(-9, 10**6) | st.floats(-1e9, 1e9) | st.text(max_size=8)


def objects(values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(NAMES, values, max_size=4)


VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4) | objects(inner), max_leaves=25)
DOCUMENTS = VALUES | objects(objects(st.lists(VALUES, max_size=4) | VALUES) | VALUES)


def put_together(taken: Upload) -> Any:
    """The values of a file from its outline and its entries."""
    values = taken.outline
    for outer, inner in taken.places:
        entries = taken.entries((outer, inner))
        found = [json.loads(next(entries)) if one == HOLE else one for one in values[outer][inner]]
        values[outer][inner] = found
    return values


@given(document=DOCUMENTS, indent=st.sampled_from([None, 0, 2, "\t"]), is_ascii=st.booleans())
@settings(deadline=None)
def test_the_outline_and_the_entries_are_the_whole_file(document: Any, indent: Any, is_ascii: bool) -> None:
    text = json.dumps(document, indent=indent, ensure_ascii=is_ascii)
    assert put_together(take_apart(text.encode(), "a.json")) == document


@given(document=DOCUMENTS, data=st.data())
@settings(deadline=None)
def test_a_damaged_file_is_refused_or_read_as_the_parser_reads_it(document: Any, data: st.DataObject) -> None:
    content = bytearray(json.dumps(document, ensure_ascii=False).encode())
    place = data.draw(st.integers(0, len(content) - 1))
    put = data.draw(st.sampled_from([b"", b'"', b"{", b"]", b",", b"\\"]))
    content[place : place + data.draw(st.integers(0, 2))] = put
    try:
        taken = take_apart(bytes(content), "a.json")
        found = put_together(taken)
    except (ImportRefused, json.JSONDecodeError):
        return  # an entry is for its reader to refuse
    assert found == json.loads(content)


def test_only_objects_in_a_list_two_keys_deep_are_cut_out() -> None:
    entry = {"x": [{"y": 1}]}
    document = {"a": {"list": [entry, entry], "not": entry, "deep": [[entry]]}, "b": [entry], "c": {"list": [1, entry]}}
    taken = take_apart(json.dumps(document).encode(), "a.json")
    assert {name: taken.entry_count(name) for name in taken.places} == {("a", "list"): 2, ("c", "list"): 1}
    assert taken.outline["a"] == {"list": [HOLE, HOLE], "not": entry, "deep": [[entry]]}
    assert taken.outline["b"] == [entry]
    assert taken.outline["c"] == {"list": [1, HOLE]}
    assert [json.loads(one) for one in taken.entries(("a", "list"))] == [entry, entry]
    assert list(taken.entries(("b", "list"))) == []


@pytest.mark.parametrize(
    ("text", "where", "reason"),
    [
        ('{"a": 1, "a": 2}', "", "names the key 'a' twice"),
        ('{"a": {"b": [{"c": 1, "d": {}, "c": 2}]}}', "", "names the key 'c' twice"),
        ('{"a": "x", "a" : "y"}', "", "names the key 'a' twice"),
        ('{"\\u0061": 1}', "", "writes the key '\\u0061' with a backslash"),
        ('{"a": {"b": [{"c": 1} {"c": 2}]}}', "line 1, column 23", "not valid JSON"),
        ('{"a": {"b": [\n  {"c": 1},\n  {"c": 2},\n  ]\n}}', "line 4, column 3", "not valid JSON"),
        ('{"a": {"b": [{"ü": 1}, {"c": 2}]}, "é": ?}', "line 1, column 43", "not valid JSON"),
        ('{"a": "never ends', "line 1, column 7", "not valid JSON"),
        ('{"a": {"b": [{"c": 1}', "line 1, column 22", "not valid JSON"),
        ('{"a": [1, 2}', "line 1, column 12", "not valid JSON"),
        ("]]]", "line 1, column 1", "not valid JSON"),
        ('{"a": Infinity}', "", "holds Infinity, which is no number"),
    ],
    ids=range(12),
)
def test_what_is_wrong_is_named_with_its_place(text: str, where: str, reason: str) -> None:
    with pytest.raises(ImportRefused) as refused:
        take_apart(text.encode(), "a.json")
    assert (refused.value.where, reason in refused.value.reason) == (where, True), refused.value


def test_a_byte_that_is_no_utf8_is_found_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upload, "_CHUNK_BYTES", 3)
    content = '{"a": "éééé漢漢漢"}'.encode()
    take_apart(content, "a.json")
    for place in (0, 7, 8, 9, 15, len(content) - 1):
        with pytest.raises(ImportRefused, match="not UTF-8") as refused:
            take_apart(content[:place] + b"\xff" + content[place + 1 :], "a.json")
        assert abs(int(refused.value.where.removeprefix("byte ")) - place) <= 2


BOMBS = {
    "an endless string": b'{"a": "' + b'\\"' * 5_000_000,
    "lists in lists": b"[" * 5_000_000,
    "empty lists": b'{"a": [' + b"[]," * 3_000_000,
    "keys": b'{"a": {"b": [{' + b",".join(b'"%d":1' % number for number in range(1_000_000)),
    "numbers": b'{"a": [' + b"1," * 5_000_000,
    "numbers in an entry": b'{"a": {"b": [{"c": [' + b"1," * 5_000_000 + b"1]}]}}",
    "packed nothing": gzip.compress(b" " * (upload.MAX_BYTES + 2)),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_file_made_to_fill_the_memory_is_refused_before_it_does(name: str) -> None:
    content = BOMBS[name]
    start = time.process_time()
    tracemalloc.start()
    with pytest.raises(ImportRefused):
        take_apart(content, "a.json")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100_000_000
    assert time.process_time() - start < 20
