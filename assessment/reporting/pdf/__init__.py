"""The PDF: views chosen, put in order and printed; nothing is computed or phrased here."""
