"""Uploads are held up to a share each and a sum for all, and only for one's own open pages."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from assessment.services.signed_in import ACCOUNT_HEADER, HEADER
from assessment.views.wording.pages import gate as words
from assessment.web.uploads import Shelf, UploadQuota
from tests.web.asking import Answer, Behind, ask, scope_of

MB = 1024 * 1024


class Quota:
    """A quota of 30 MB for one and 50 MB for all, in which each file may have 10 MB.

    The token of a sign-in begins with its account: "ann" and "ann-phone" are both Ann's.
    """

    def __init__(self, *held: tuple[str, str, int]) -> None:
        self.behind, self.held = Behind(), list(held)
        shelf = Shelf(held=self._by_account, of_one=30 * MB, of_all=50 * MB, largest=10 * MB)
        self.app = UploadQuota(self.behind, shelf)

    def _by_account(self) -> list[tuple[str, str, str, int]]:
        return [(id_, token, _account(token), count) for id_, token, count in self.held]

    def put(self, session: str = "s1", token: str = "ann", method: str = "PUT", **headers: Any) -> Answer:
        told = {HEADER: token, ACCOUNT_HEADER: _account(token)}
        named = {**{name.lower().replace("-", "_"): value for name, value in told.items()}, **headers}
        return ask(self.app, scope_of(f"/_stcore/upload_file/{session}/f9", method=method, **named))


def _account(token: str) -> str:
    return token.partition("-")[0]


def test_a_file_that_fits_comes_through() -> None:
    quota = Quota(("s1", "ann", 20 * MB), ("s2", "bob", 20 * MB))
    assert quota.put(content_length=10 * MB).status == 200
    assert len(quota.behind.reached) == 1


def test_a_byte_more_than_ones_share_is_refused_in_words() -> None:
    quota = Quota(("s1", "ann", 11 * MB), ("s2", "ann", 10 * MB), ("s3", "bob", 1))
    assert quota.put(content_length=9 * MB).status == 200
    answer = quota.put(content_length=9 * MB + 1)
    assert (answer.status, answer.text) == (413, words.too_much_held(30, is_yours=True))
    assert len(quota.behind.reached) == 1


def test_signing_in_once_more_makes_no_second_share() -> None:
    quota = Quota(("s1", "ann", 25 * MB), ("s2", "ann-phone", 0), ("s3", "bob", 0))
    assert quota.put("s2", "ann-phone", content_length=5 * MB + 1).status == 413
    assert quota.put("s2", "ann-phone", content_length=5 * MB).status == 200
    assert quota.put("s3", "bob", content_length=10 * MB).status == 200


def test_a_byte_more_than_there_is_room_for_all_is_refused_in_words() -> None:
    quota = Quota(("s1", "ann", 0), ("s2", "bob", 29 * MB), ("s3", "cyd", 10 * MB), ("gone", "", 2 * MB))
    assert quota.put(content_length=9 * MB).status == 200
    answer = quota.put(content_length=9 * MB + 1)
    assert (answer.status, answer.text) == (413, words.too_much_held(50, is_yours=False))


@pytest.mark.parametrize("length", [None, "", "-1", "many", "99999999999", "١"])
def test_an_upload_that_does_not_say_how_long_it_is_counts_as_the_largest(length: str | None) -> None:
    headers = {} if length is None else {"content_length": length}
    assert Quota(("s1", "ann", 20 * MB)).put(**headers).status == 200
    assert Quota(("s1", "ann", 20 * MB + 1)).put(**headers).status == 413


def test_files_on_their_way_count_until_they_are_there() -> None:
    quota = Quota(("s1", "ann", 15 * MB))
    during: list[Answer] = []

    async def slow(scope: Any, receive: Any, send: Any) -> None:
        if not during:
            during.append(await asyncio.to_thread(quota.put, content_length=8 * MB))
        await quota.behind(scope, receive, send)

    quota.app._app = slow
    assert quota.put(content_length=8 * MB).status == 200
    assert [one.status for one in during] == [413]
    quota.app._app = quota.behind
    assert quota.put(content_length=8 * MB).status == 200


def test_an_upload_that_failed_on_its_way_counts_no_more() -> None:
    quota = Quota(("s1", "ann", 15 * MB))

    async def broken(scope: Any, receive: Any, send: Any) -> None:
        raise ConnectionError

    quota.app._app = broken
    with pytest.raises(ConnectionError):
        quota.put(content_length=10 * MB)
    quota.app._app = quota.behind
    assert quota.put(content_length=10 * MB).status == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
@pytest.mark.parametrize(
    ("session", "token"), [("s1", "bob"), ("s1", "ann-phone"), ("s1", ""), ("unknown", "ann"), ("gone", "ann")]
)
def test_nobody_puts_a_file_into_anothers_page_or_takes_one_from_it(session: str, token: str, method: str) -> None:
    quota = Quota(("s1", "ann", 0), ("gone", "", MB))
    answer = quota.put(session, token, method)
    assert (answer.status, answer.text) == (403, words.NOT_YOURS)
    assert quota.behind.reached == []


def test_taking_a_file_back_needs_no_room_and_other_paths_are_not_looked_at() -> None:
    quota = Quota(("s1", "ann", 60 * MB))
    assert quota.put(method="DELETE").status == 200
    assert ask(quota.app, scope_of("/media/a.pdf", method="PUT")).status == 200
