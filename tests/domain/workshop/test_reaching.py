"""The addresses proposed to phones: the likeliest first, and none that a browser cannot open."""

from __future__ import annotations

import random

import pytest

from assessment.domain.workshop.reaching import Interface, ReachKind, kind_of, proposals

LAPTOP = (
    Interface(name="lo", address="127.0.0.1"),
    Interface(name="docker0", address="172.17.0.1"),
    Interface(name="wlp3s0", address="192.168.1.20", is_way_out=True),
    Interface(name="enp0s1", address="10.0.0.7"),
    Interface(name="wlp3s0", address="2001:db8::7"),
    Interface(name="wlp3s0", address="fe80::1"),
    Interface(name="lo", address="::1"),
)


def addresses(*interfaces: Interface, **more: object) -> list[str]:
    return [one.address for one in proposals(interfaces, 8601, **more)]  # type: ignore[arg-type]


def test_the_network_that_packets_leave_by_comes_first_and_this_machine_last_in_whatever_order_they_are_found() -> None:
    wanted = [
        "http://192.168.1.20:8601",
        "http://10.0.0.7:8601",
        "http://[2001:db8::7]:8601",
        "http://172.17.0.1:8601",
        "http://127.0.0.1:8601",
        "http://[::1]:8601",
    ]
    for seed in range(5):
        assert addresses(*random.Random(seed).sample(LAPTOP, len(LAPTOP))) == wanted


@pytest.mark.parametrize(
    ("name", "address"),
    [("wlan0", "10.42.0.1"), ("", "192.168.137.1"), ("bridge100", "192.168.2.1")],
)
def test_a_hotspot_that_this_machine_makes_comes_before_the_network_it_goes_out_by(name: str, address: str) -> None:
    hotspot = Interface(name=name, address=address)
    assert kind_of(hotspot) is ReachKind.HOTSPOT
    assert addresses(*LAPTOP, hotspot)[0] == f"http://{address}:8601"


def test_the_address_people_use_comes_before_all() -> None:
    found = proposals(LAPTOP, 443, base_url="https://plumbline.example.org", is_https=True)
    assert (found[0].address, found[0].kind) == ("https://plumbline.example.org", ReachKind.OWN_ADDRESS)
    assert found[1].address == "https://192.168.1.20:443"


@pytest.mark.parametrize(
    ("name", "address"),
    [("br-1f2e", "172.18.0.1"), ("veth1", "10.9.0.1"), ("utun3", "10.8.0.2"), ("virbr0", "192.168.122.1"),
     ("eth0", "169.254.3.4"), ("", "172.17.0.1"), ("docker0", "10.42.0.1")],
)  # fmt: skip
def test_what_programs_made_is_proposed_behind_every_network(name: str, address: str) -> None:
    assert kind_of(Interface(name=name, address=address)) is ReachKind.MADE_BY_PROGRAMS


@pytest.mark.parametrize("address", ["fe80::1", "0.0.0.0", "::", "224.0.0.1", "::ffff:10.0.0.1", "no address", ""])
def test_what_no_browser_can_open_is_not_proposed(address: str) -> None:
    assert addresses(Interface(name="eth0", address=address)) == []


def test_an_address_that_two_interfaces_have_is_proposed_once() -> None:
    assert addresses(Interface(name="", address="10.0.0.7"), Interface(name="eth0", address="10.0.0.7")) == [
        "http://10.0.0.7:8601"
    ]
