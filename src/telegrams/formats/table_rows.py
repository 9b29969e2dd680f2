"""Tables of records → Documents: what the formats `csv`, `sqlite` and `jsonl` have in common where they are read."""

from telegrams.tables.columns import columns_left_out, columns_of
from telegrams.tables.record import findings_of, record_of
from telegrams.tables.rows import Kind, opened

from .contract import Reading


def read_rows(data: bytes, kind: Kind) -> Reading:
    """The documents of all rows; of a row that cannot be read there is a finding. Raises `ParseError` (TG025)."""
    with opened(data, kind) as table:
        columns = columns_of(table.columns)
        records = [record_of(row, columns) for row in table.rows]
    documents = tuple(each.document for each in records if each.document)
    return Reading(documents, (*columns_left_out(columns), *findings_of(records)))
