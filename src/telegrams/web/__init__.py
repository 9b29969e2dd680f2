"""The archive's page of a record, as a browser saves it → a Document.

HTML → the parts of the page (`page`), their words (`words`) → a document of them (`record`). Nothing is fetched.
"""
