"""What the assistant knows: areas, inspections, surveys, services and topics. Plain Python, no Rasa."""
