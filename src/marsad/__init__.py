"""What is happening to civilians in a war, read from reports, every figure with the sentence that carries it."""

__version__ = "0.1.0"
