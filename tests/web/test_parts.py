"""Parts of the report's own file."""

from __future__ import annotations

import pytest

ADDRESS = "/report/ite/2025/report.pdf"


@pytest.fixture
def whole(client, sample_paths):
    answer = client.get(ADDRESS)
    assert answer.content == sample_paths[-1].read_bytes()
    assert (answer.status_code, answer.headers["accept-ranges"]) == (200, "bytes")
    return answer


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-99", 0, 100),
        ("bytes=100-100", 100, 101),
        ("bytes=5000-", 5000, None),
        ("bytes=-10", -10, None),
        ("bytes=9-99999999", 9, None),
        ("bytes=-99999999", 0, None),
    ],
)
def test_a_range_is_answered_with_it(client, whole, asked, start, end):
    answer = client.get(ADDRESS, headers={"range": asked})
    size = len(whole.content)
    first, last = range(size)[start:end][0], range(size)[start:end][-1]
    assert answer.status_code == 206
    assert answer.content == whole.content[start:end]
    assert answer.headers["content-range"] == f"bytes {first}-{last}/{size}"
    assert answer.headers["content-length"] == str(last - first + 1)
    assert answer.headers["content-type"] == "application/pdf"


@pytest.mark.parametrize("asked", ["bytes=0-9,20-29", "bytes=-", "bytes=9-3", "lines=0-9", "bytes=x-", ""])
def test_what_is_not_one_range_gives_all(client, whole, asked):
    answer = client.get(ADDRESS, headers={"range": asked})
    assert (answer.status_code, answer.content) == (200, whole.content)


@pytest.mark.parametrize("asked", ["bytes=99999999-", "bytes=99999999-999999999", "bytes=-0"])
def test_a_range_beyond_the_end_is_refused(client, whole, asked):
    answer = client.get(ADDRESS, headers={"range": asked})
    assert (answer.status_code, answer.headers["content-range"]) == (416, f"bytes */{len(whole.content)}")


def test_a_range_of_another_file_gives_all(client, whole):
    asked = {"range": "bytes=0-9", "if-range": '"another"'}
    assert client.get(ADDRESS, headers=asked).content == whole.content
    same = client.get(ADDRESS, headers={**asked, "if-range": whole.headers["etag"]})
    assert (same.status_code, same.content) == (206, whole.content[:10])
