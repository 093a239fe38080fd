"""Sheets printed, as an Excel workbook and as CSV files in one ZIP, and read. The same input gives the same bytes.

| module | what |
|---|---|
| `book` | a workbook of some sheets |
| `page` | one page of it: tables, widths, colours, what may be entered |
| `formats` | how cells of each kind look |
| `cell_text` | texts that a file can hold |
| `csv_files` | the CSV files |
| `reading` | the way back: a file that was filled in, as rows with the addresses of their cells |
"""

from assessment.reporting.workbook.book import answers_workbook_bytes, portfolio_workbook_bytes, workbook_bytes
from assessment.reporting.workbook.csv_files import csv_zip_bytes

__all__ = ["answers_workbook_bytes", "csv_zip_bytes", "portfolio_workbook_bytes", "workbook_bytes"]
