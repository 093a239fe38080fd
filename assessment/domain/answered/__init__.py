"""What people answer and decide: an assessment with everything that was entered."""
