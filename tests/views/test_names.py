"""What people and answers are called: no two people alike, whatever they are called in the assessment."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.answered.assessment import Respondent, Role
from assessment.domain.answered.entries import AnswerKind
from assessment.views.names import answer_name, known_people, people_listed, people_names, person_name
from tests.builders import tiny_framework


def person(respondent_id: str, name: str | None = None, unit: str | None = None, role: Role = Role.OTHER) -> Respondent:
    return Respondent(id=respondent_id, role=role, name=name, unit=unit)


def test_a_person_alone_of_a_name_is_called_by_name_and_role() -> None:
    people = (person("r1", "Ada", "Board"), person("r2", "Ben"), person("r3c9f1", role=Role.CUSTOMER))

    assert people_names(people) == {
        "r1": "Ada (Other)",
        "r2": "Ben (Other)",
        "r3c9f1": "Customer, anonymous c9f1",
    }
    assert [person_name(one) for one in people] == list(people_names(people).values())


def test_people_of_a_room_without_a_name_are_a_number_in_a_sentence_and_nobodys_to_choose() -> None:
    unnamed = tuple(person(f"a{place:016x}") for place in range(3))
    names = people_names((person("r1", "Ada"), *unnamed))

    assert people_listed(names, names.__getitem__) == "Ada (Other) and 3 anonymous people"
    assert people_listed((unnamed[0].id,), names.__getitem__) == "1 anonymous person"
    assert people_listed(("r1",), names.__getitem__) == "Ada (Other)"
    assert [one.id for one in known_people((person("r1", "Ada"), *unnamed))] == ["r1"]


def test_a_role_tells_two_people_of_one_name_apart_already() -> None:
    people = (person("r1", "Ada", "Board"), person("r2", "Ada", "Board", Role.LEADERSHIP))

    assert people_names(people) == {"r1": "Ada (Other)", "r2": "Ada (Leadership)"}


def test_people_of_one_name_are_told_apart_by_their_units() -> None:
    people = (person("r1", "Ada", "Board"), person("r2", "Ada", "Desk"), person("r3", "Ada"))

    assert people_names(people) == {"r1": "Ada (Other), Board", "r2": "Ada (Other), Desk", "r3": "Ada (Other)"}


def test_people_whom_the_unit_does_not_tell_apart_are_numbered_in_their_order() -> None:
    people = (person("r1", "Ada", "Desk"), person("r2", "Ada"), person("r3", "Ada", "Desk"), person("r4", "Ada"))

    assert people_names(people) == {
        "r1": "Ada (Other), Desk, no. 1",
        "r2": "Ada (Other), no. 1",
        "r3": "Ada (Other), Desk, no. 2",
        "r4": "Ada (Other), no. 2",
    }


def test_anonymous_people_whose_ids_end_alike_are_numbered() -> None:
    people = (person("1-abcd"), person("2-abcd"))

    assert list(people_names(people).values()) == ["Other, anonymous abcd, no. 1", "Other, anonymous abcd, no. 2"]


def test_somebody_who_is_called_like_a_number_of_another_one_is_told_apart_as_well() -> None:
    taken = (person("r5", "X", "U"), person("r6", "X", "U"), person("r7", "X", "U, no. 1"))

    assert people_names(taken) == {
        "r5": "X (Other), U, no. 2",
        "r6": "X (Other), U, no. 3",
        "r7": "X (Other), U, no. 1",
    }


TEXTS = st.sampled_from((None, "A", "A (Other)", "A (Other), B", "B", "B, no. 1", "no. 1", "no. 2"))


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=12))
def test_no_two_people_are_called_alike(drawn: list[tuple[str | None, str | None]]) -> None:
    people = tuple(person(f"same-{number}", name, unit) for number, (name, unit) in enumerate(drawn))

    names = people_names(people)

    assert list(names) == [one.id for one in people]
    assert len(set(names.values())) == len(people)
    assert all(name.startswith(person_name(one)) for one, name in zip(people, names.values(), strict=True))


def test_an_answer_is_called_by_the_point_of_the_scale_or_by_why_there_is_none() -> None:
    framework = tiny_framework()

    assert [answer_name(framework, AnswerKind.RATED, code) for code in (0, 5)] == ["Point 0", "Point 5"]
    assert answer_name(framework, AnswerKind.NOT_APPLICABLE, None) == "Not applicable"
    assert answer_name(framework, AnswerKind.DONT_KNOW, None) == "Don't know"
