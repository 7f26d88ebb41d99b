"""Answers as people see them on Telegram."""

from __future__ import annotations


async def test_a_question_is_answered(channel, api, ana):
    """A question gets its answer, with a link to the source and buttons for what to ask next."""
    api.text(ana, "what did Leeds get")
    sent = (await api.wait_for(1, ana))[0]
    assert "outcome 3 of 3" in sent.text
    assert '<a href="https://files.ofsted.gov.uk/v1/file/50304690">Ofsted and CQC report on Leeds</a>' in sent.source
    assert "(18 June 2026)" in sent.text
    assert sent.labels[0] == "What must improve in Leeds?"
    assert all(len(row) == 1 for row in sent.buttons)
