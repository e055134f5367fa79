"""The files of words of the vocabulary."""

from __future__ import annotations

from analyzer.vocab import common, kind_words, plain_words, word_files


def test_comments_are_no_words_and_marked_lines_stand_apart():
    assert {"the", "of"} <= plain_words.stop()
    assert {"requirements", "regime"} <= plain_words.general()
    assert not plain_words.stop() & plain_words.general()
    every = plain_words.stop() | plain_words.general() | kind_words.kinds() | kind_words.beside() | common.beginnings()
    assert [word for word in every if word.startswith(("#", "+"))] == []


def test_lines_keep_their_marks_and_order():
    lines = word_files.lines("plain_words.txt")
    assert [line for line in lines if line.startswith("#")] == []
    assert any(line.startswith("+") for line in lines)
