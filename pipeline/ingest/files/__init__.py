"""The files in the input folders: found, told apart by their bytes, and looked over."""
