"""One string → one value: pure, total functions that know nothing of documents and are useful on their own."""
