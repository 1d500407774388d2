"""``guanwei bench screening-quality``: what the check engine finds beside what people marked."""
