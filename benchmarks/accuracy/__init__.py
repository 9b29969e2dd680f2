"""Accuracy on labelled data: `python -m benchmarks.accuracy FILE.jsonl …` (`make accuracy`)."""
