"""Forecast: how many indicators are met by when."""
