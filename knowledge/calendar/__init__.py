"""The inspection calendar: pure rules on dates, with the clock passed in."""
