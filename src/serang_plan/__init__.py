"""serang-plan: how Kota Serang plans its way to a kota metropolis."""

__version__ = "0.1.0"
