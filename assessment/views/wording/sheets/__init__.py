"""The words of the workbook and its CSV files: names of sheets, headings and what each column holds."""
