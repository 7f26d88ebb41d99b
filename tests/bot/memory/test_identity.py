"""Names and sealed addresses of people."""

from bot.memory.identity import Seal, person_key

SECRET, OTHER = "a secret of sixteen or more", "another secret, as long as that"


def test_a_person_is_the_same_on_one_channel_only():
    """The key depends on secret, channel and address, and shows none of them."""
    key = person_key(SECRET, "telegram", "4711")
    assert key == person_key(SECRET, "telegram", "4711")
    assert len({key, person_key(SECRET, "web", "4711"), person_key(OTHER, "telegram", "4711")}) == 3
    assert len(key) == 64
    assert "4711" not in key


def test_a_sealed_address_opens_with_its_secret_only():
    """What was sealed comes back; with another secret, or damaged, nothing does."""
    sealed = Seal(SECRET).close("4711")
    assert "4711" not in sealed
    assert Seal(SECRET).open(sealed) == "4711"
    assert Seal(OTHER).open(sealed) is None
    assert Seal(SECRET).open(sealed[:-4] + "AAAA") is None
