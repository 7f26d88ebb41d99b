"""Places named side by side."""

import pytest


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Newport, Isle of Wight", ["Isle of Wight"]),
        ("Ashford in Surrey", ["Surrey"]),
        ("Ashford Kent", ["Kent"]),
        ("Washington, Tyne and Wear", ["Sunderland"]),
        ("Newcastle, Staffs", ["Staffordshire"]),
        ("Bolton, Greater Manchester", ["Bolton"]),
        ("London Camden", ["Camden"]),
        ("Romford, Essex", ["Havering"]),
        ("Richmond, Surrey", ["Richmond upon Thames"]),
        ("Kingston, Surrey", ["Kingston upon Thames"]),
        ("Gillingham, Kent", ["Medway"]),
        ("Grimsby, Lincolnshire", ["North East Lincolnshire"]),
        ("Derby, Derbyshire", ["Derby", "Derbyshire"]),
        ("Kent, Medway", ["Kent", "Medway"]),
        ("Kent and Medway", ["Kent", "Medway"]),
        ("Newport or Isle of Wight", None),
    ],
)
def test_the_area_beside_a_place_says_which_is_meant(areas, codes_in, text, names):
    """An area named right after a place, or the county of its address, settles it; two areas both stay."""
    by_code = {area.gss_code: area.name for area in areas}
    found = [[by_code[code] for code in codes] for codes in codes_in(f"what did {text} get")]
    assert found == [[name] for name in names] if names else len(found) == 2


@pytest.mark.parametrize("text", ["Newport, Wales", "newport in wales", "Perth, Scotland"])
def test_a_nation_beside_a_place_says_it_is_not_england(finder, text):
    """ "Newport, Wales" is not one of England's Newports."""
    assert {bool(mention.nation) for mention in finder.find(text)} == {True}
