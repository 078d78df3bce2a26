"""Sheets: what an OPD is asked goes out as a workbook, and what comes home is read cell by cell."""
