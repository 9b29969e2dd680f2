"""`python -m telegrams` is the command `telegrams`."""

from telegrams.cli import main

if __name__ == "__main__":
    main()
