"""How what leaves the house looks: colours, logos, font, language of numbers, sections and paper, under a name.

`layout` is what is saved, `colours` what a colour must do on white, `brand` a layout with the contents of its files, as
printers take it.
"""
