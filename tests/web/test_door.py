"""Tokens and names that a server takes."""

from __future__ import annotations

import pytest

from analyzer.errors import AnalyzerError
from analyzer.web.door import COOKIE, Door


@pytest.mark.parametrize("token", ["", " ", "\t\n", " s3cret", "s3cret\n", "пароль", "a\x00b", "x" * 201])
def test_a_token_that_is_empty_or_cannot_be_carried_is_refused(token):
    with pytest.raises(AnalyzerError, match="a token has 1 to 200 characters"):
        Door(token)


@pytest.mark.parametrize("token", ["s", "two words", "x" * 200, "a;b=c,d"])
def test_who_carries_the_token_comes_in_and_nobody_else(token):
    door = Door(token)
    assert door.opens({"authorization": f"Bearer {token}"})
    assert door.opens({"cookie": f'{COOKIE}="{token}"'})
    for headers in ({}, {"cookie": f"{COOKIE}="}, {"authorization": "Bearer "}, {"authorization": f"Bearer {token}."}):
        assert not door.opens(headers)


def test_without_a_token_it_answers_to_this_machines_names_alone():
    assert Door().answers_to("localhost:8765")
    assert not Door().answers_to("evil.example")
    with pytest.raises(AnalyzerError, match="needs a token"):
        Door(names=["evil.example"])
