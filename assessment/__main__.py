"""`python -m assessment`: the command line."""

import os
import sys

import structlog

from assessment.cli import main

if __name__ == "__main__":
    os.umask(0o077)  # whatever is written belongs to this account alone
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))  # what is printed is the answer
    try:
        code = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read it, like head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that the last flush finds no pipe either
        code = 0
    sys.exit(code)
