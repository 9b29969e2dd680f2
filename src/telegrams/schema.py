"""The JSON Schema of a document, made from the model; `schemas/document.schema.json` holds it."""

import json
from typing import Any

from telegrams.formats.json import SCHEMA
from telegrams.model.document import SCHEMA_VERSION, Document


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what `json` and `jsonl` write."""
    made = Document.model_json_schema()
    made["properties"] = {
        "schema": {"const": SCHEMA, "description": "The name of this schema."},
        "schema_version": {
            "const": SCHEMA_VERSION,
            "description": "MAJOR.MINOR; a minor step adds optional fields only.",
        },
        **made["properties"],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"tag:telegrams,2026:schema/document/{SCHEMA_VERSION}",
        **made,
    }


def schema_text() -> str:
    """The schema as it stands in the file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
