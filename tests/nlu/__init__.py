"""Tests of the room `nlu`: reading messages."""
