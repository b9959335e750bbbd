"""What the steps hand each other; imports no step and no file format."""
