"""Many documents: plan the files, run the work, write what comes out so that nothing is ever half written.

    names on the command line ── plan ──> sources ── work ──> outcomes (in the order of the sources) ── atomic ──> files

`plan` finds the files, `names` gives each output its file name, `work` turns one source into one outcome, `run`
does that on several processors, `atomic` writes files, `journal` remembers what is done.
`many` is all of this for programs that embed the library.
"""

from .many import convert_many

__all__ = ["convert_many"]
