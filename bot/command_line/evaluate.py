"""placeholder"""


def evaluate() -> None:
    """placeholder"""
