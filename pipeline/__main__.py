"""`python -m pipeline` is `cinpack`."""

from pipeline.cli import main

if __name__ == "__main__":
    main()
