"""Paper: views chosen, put in order and printed. Knows views, charts and the domain; no store, service or page.

`pdf` makes the report and the questionnaire on paper from the templates under reports/; `worker` is the process they
are printed in, `stages` how it tells how far it is. `bundle` makes one HTML file of the same views, `workbook` an Excel
workbook and CSV files, `slides` a PowerPoint deck, `calendar` an iCalendar file. `rereading` reads files back
that left the house.
"""
