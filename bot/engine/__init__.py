"""Rasa inside one process: model, agent, actions, memory."""
