"""Who has the newest answer gets 304; who would overwrite a newer article is refused."""

import pytest
from fastapi import Request

from index.problems import Problem
from index.types import Article, WellspringError
from web.page.etags import article_tag, check_unchanged, tagged

ARTICLE = Article("mill-1", "The mill", "It turns.", "town/mill.md", "sha", "2026-01-01T00:00:00")


def request(**headers: str) -> Request:
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "method": "GET", "path": "/", "headers": raw})


def test_the_same_content_has_the_same_tag_and_another_has_another() -> None:
    tags = [tagged(request(), {"total": total}).headers["etag"] for total in (1, 1, 2)]
    assert tags[0] == tags[1] != tags[2]
    assert tagged(request(), {"total": 1}).headers["vary"] == "Accept"


@pytest.mark.parametrize("said", ["{}", "W/{}", '"other", {}', "*"])
def test_who_has_the_newest_answer_is_not_sent_it_again(said: str) -> None:
    tag = tagged(request(), {"total": 1}).headers["etag"]
    again = tagged(request(if_none_match=said.format(tag)), {"total": 1})
    assert (again.status_code, again.body, again.headers["etag"]) == (304, b"", tag)


def test_who_has_an_older_answer_is_sent_the_new_one() -> None:
    tag = tagged(request(), {"total": 1}).headers["etag"]
    assert tagged(request(if_none_match=tag), {"total": 2}).status_code == 200


def test_a_change_of_the_newest_version_or_of_any_is_allowed_and_of_an_older_one_refused() -> None:
    for said in ("", "*", article_tag(ARTICLE), f"W/{article_tag(ARTICLE)}"):
        check_unchanged(request(if_match=said), ARTICLE)
    with pytest.raises(WellspringError, match=r"town/mill\.md was changed meanwhile") as refused:
        check_unchanged(request(if_match='"older"'), ARTICLE)
    assert refused.value.code is Problem.CHANGED_MEANWHILE
