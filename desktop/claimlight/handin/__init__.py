"""Work that travels without internet: what is signed, what is sealed, and the folder through which it goes."""
