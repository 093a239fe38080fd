"""The method: pure rules from answers to levels, gaps, priorities and waves. No files, clock, database or Streamlit."""
