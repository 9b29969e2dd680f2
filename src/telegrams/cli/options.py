"""What a configuration may hold: the options whose value is the same for a whole project."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from telegrams.model.layout import Encoding


class Options(BaseModel):
    """The keys are the options' names, with hyphens; what is left out keeps the option's own default."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, alias_generator=lambda name: name.replace("_", "-")
    )

    publisher: str | None = None
    licence: str | None = None
    url: str | None = None
    published: str | None = None
    authority: str | None = None
    encoding: Encoding | None = None
    jobs: Annotated[int, Field(ge=0)] | None = None
    max_bytes: Annotated[int, Field(ge=1)] | None = None
    strict: bool | None = None
    quiet: bool | None = None
    verbose: bool | None = None
    lean: bool | None = None
    layout: bool | None = None
