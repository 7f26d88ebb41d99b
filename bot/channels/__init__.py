"""Ways in: each channel takes messages and renders reply objects."""
