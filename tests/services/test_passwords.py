"""A password is long, none that everybody tries first, and kept so that nobody can read it."""

from __future__ import annotations

import threading
import time

import pytest
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from assessment.errors import InvalidInput, TooManyAttempts
from assessment.services import passwords
from assessment.services.passwords import LONGEST, Passwords, checked, common_passwords, is_common
from tests.services.accounts import FAST, PASSWORD


@pytest.mark.parametrize(
    "password",
    [
        PASSWORD,
        "vier Wörter reichen aus",
        "x7Qp2mZt9Lk4",
        "правильная лошадь",
        "correct horse battery",
        "🐴🔋📎🧷🐙🎈🚲🧭🪁🧲🔭🧵",
        "k" * 3 + "laundry basket" * 9,
    ],
)
def test_whatever_is_long_and_not_common_will_do(password: str) -> None:
    assert FAST.verify(password, FAST.hashed(password, "Anna Zając", "anna@example.org")).is_right


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("", "it has 0 characters, at least 12 are needed"),
        ("lantern-gra", "it has 11 characters, at least 12 are needed"),
        ("ab" * 129, "it has 258 characters, at most 256 fit"),
        ("lantern-gravel\ud800", "it holds a character that cannot be stored"),
    ],
)
def test_what_is_too_short_too_long_or_no_text_is_refused(password: str, reason: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        checked(password)
    assert (refused.value.where, refused.value.reason) == ("Password", reason)


def test_the_longest_that_fits_is_taken() -> None:
    words = ("lantern gravel otter nine " * 20)[:LONGEST]
    assert checked(words) == words
    assert FAST.verify(words, FAST.hashed(words)).is_right
    assert not FAST.verify(words + "x", FAST.hashed(words)).is_right


@pytest.mark.parametrize(
    "password",
    [
        "telechargement",
        "Qazwsxedcrfv",
        "Password2026!!",
        "!!1234password",
        "monkeymonkey",
        "dragondragondragon",
        "aaaaaaaaaaaaaaaa",
        "abababababab",
        "abcdefghijkl",
        "lkjihgfedcba",
        "123456789012",
        "qwertyuiop12",
        "qwertyuiopasdfghjkl",
    ],
)
def test_what_everybody_tries_first_is_refused(password: str) -> None:
    with pytest.raises(InvalidInput, match="one of those that are tried first"):
        checked(password)


def test_every_common_password_that_is_long_enough_is_refused_and_the_list_is_as_it_came() -> None:
    common = common_passwords()
    assert len(common) == 19_640
    assert all(is_common(one) and is_common(one.upper()) for one in common if len(one) >= passwords.SHORTEST)


@pytest.mark.parametrize("password", ["anna.zajac2026", "annaexample!!1", "Example-2026-Anna"])
def test_little_more_than_its_owners_name_or_address_is_refused(password: str) -> None:
    with pytest.raises(InvalidInput, match="little more than the name or address"):
        checked(password, ("Anna Zajac", "anna@example.org"))
    assert checked(password, ("Ben", "ben@elsewhere.test")) == password


def test_what_is_kept_is_an_argon2id_hash_another_each_time() -> None:
    first, second = (Passwords().hashed(PASSWORD) for _ in range(2))
    assert first.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert first != second
    assert PASSWORD not in first


def test_two_spellings_that_look_the_same_are_one_password() -> None:
    assert FAST.verify("caf\u00e9 gravel otter", FAST.hashed("cafe\u0301 gravel otter")).is_right
    assert not FAST.verify("cafe gravel otter", FAST.hashed("cafe\u0301 gravel otter")).is_right


def test_another_password_case_or_space_is_wrong() -> None:
    kept = FAST.hashed(PASSWORD)
    for other in (PASSWORD.upper(), f"{PASSWORD} ", PASSWORD[:-1], "", "lantern\ud800gravel-otter", "x" * 100_000):
        assert not FAST.verify(other, kept).is_right


def test_without_a_hash_nothing_is_right_after_the_same_work() -> None:
    work: list[str] = []

    class Counting(Argon2Hasher):
        def verify(self, password: str | bytes, hash: str | bytes) -> bool:
            work.append(str(hash).rpartition("$")[0].rpartition("$")[0])
            return super().verify(password, hash)

    counting = Passwords(PasswordHash((Counting(time_cost=1, memory_cost=8, parallelism=1),)))
    kept = counting.hashed(PASSWORD)
    assert counting.verify(PASSWORD, kept).is_right
    assert not counting.verify(PASSWORD, None).is_right
    assert not counting.verify("x" * 1_000, None).is_right
    assert len(work) == 3
    assert len(set(work)) == 1  # the same parameters
    assert not counting.verify(PASSWORD, "kept by another program").is_right


def test_a_hash_that_was_made_more_weakly_is_to_be_replaced() -> None:
    stronger = Passwords(PasswordHash((Argon2Hasher(time_cost=2, memory_cost=16, parallelism=1),)))
    weak = FAST.hashed(PASSWORD)
    verified = stronger.verify(PASSWORD, weak)
    assert verified.is_right
    assert verified.new_hash is not None
    assert verified.new_hash.startswith("$argon2id$v=19$m=16,t=2,p=1$")
    assert stronger.verify(PASSWORD, verified.new_hash).new_hash is None
    assert stronger.verify("another-password", weak).new_hash is None


def test_no_more_than_two_are_worked_on_at_once_and_who_waits_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    going, most, turn = [0], [0], threading.Lock()

    class Slow(Argon2Hasher):
        def hash(self, password: str | bytes, *, salt: bytes | None = None) -> str:
            with turn:
                going[0] += 1
                most[0] = max(most[0], going[0])
            time.sleep(0.05)
            with turn:
                going[0] -= 1
            return super().hash(password, salt=salt)

    slow = Passwords(PasswordHash((Slow(time_cost=1, memory_cost=8, parallelism=1),)))
    threads = [threading.Thread(target=slow.hashed, args=(PASSWORD,)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most[0] == passwords.AT_ONCE
    monkeypatch.setattr(passwords, "WAIT_SECONDS", 0.01)
    with slow._turn(), slow._turn(), pytest.raises(TooManyAttempts, match="Wait a minute"):
        slow.hashed(PASSWORD)
