"""Own routes beside the pages: health for now; the phone page and downloads will live here."""
