"""Tables: sheets as CSV and as a workbook."""
