"""Settings from the environment; read at the edges only (command line, API, jobs, migrations)."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from registry.domain.errors import Fault, Unready
from registry.schemas.fields import Line, TimeZone

if TYPE_CHECKING:
    from registry.outbound.model import ModelEndpoint

Port = Annotated[int, Field(ge=1, le=65535)]


class Settings(BaseSettings):
    """How this installation runs. Every field is an environment variable with the prefix `REGISTRY_`."""

    model_config = SettingsConfigDict(env_prefix="REGISTRY_", env_ignore_empty=True)

    data_dir: Path = Field(default=Path("var"), description="Holds registry.db and local.key.")
    database_url: str = Field(default="", description="Where the data is; SQLite in data_dir if empty.")
    time_zone: TimeZone = Field(default="UTC", description="Days of predictions without a zone of their own.")
    host: str = Field(default="127.0.0.1", description="Interface that the processes listen on.")
    api_port: Port = 8000
    dashboard_port: Port = 8501
    api_url: str = Field(default="", description="Where clients find the API; this machine if empty.")
    api_key: str = Field(default="", description="Key that clients use; the one in data_dir if empty.")
    public_read: bool = Field(default=False, description="Let everyone read without a key.")
    dashboard_url: str = Field(default="", description="Where links in messages lead; this machine if empty.")
    smtp_host: str = Field(default="", description="Mail server that sends reminders; none if empty.")
    smtp_port: Port = 587
    smtp_security: Literal["starttls", "tls", "none"] = Field(
        default="starttls", description="`none` only for a server on this machine."
    )
    smtp_user: str = ""
    smtp_password: str = Field(default="", repr=False)
    mail_from: str = Field(default="registry@localhost", description="Sender of reminders by e-mail.")
    private_webhooks: bool = Field(default=False, description="Let webhooks of users lead into the private network.")
    hedges_file: Path | None = Field(default=None, description="Your own entries of the hedge table, in TOML.")
    model_url: str = Field(default="", description="Language model for the extractor `model`, up to /v1.")
    model_name: Line = Field(default="", description="Its name at that address.")
    model_key: str = Field(default="", repr=False, description="Key for it, if it asks for one.")
    model_seconds: float = Field(default=120.0, gt=0, le=3600, description="Longest wait for one answer of it.")
    model_input_price: float | None = Field(default=None, ge=0, le=1e6, description="Of a million tokens read.")
    model_output_price: float | None = Field(default=None, ge=0, le=1e6, description="Of a million tokens written.")
    max_body_bytes: int = Field(default=20_000_000, ge=1_000, description="Largest request body taken.")

    @field_validator("database_url")
    @classmethod
    def _supported(cls, url: str) -> str:
        if url and not url.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
            raise ValueError("must start with sqlite:/// or postgresql://")
        return url

    @field_validator("model_url")
    @classmethod
    def _of_the_web(cls, url: str) -> str:
        if url and not url.startswith(("http://", "https://")):
            raise ValueError("must start with http:// or https://, as in http://localhost:11434/v1")
        return url

    def model_post_init(self, _context: object) -> None:
        """Fill what follows from the rest."""
        if not self.database_url:
            self.database_url = f"sqlite:///{self.data_dir / 'registry.db'}"
        if not self.api_url:
            self.api_url = f"http://127.0.0.1:{self.api_port}"
        if not self.dashboard_url:
            self.dashboard_url = f"http://127.0.0.1:{self.dashboard_port}"

    def model_endpoint(self) -> "ModelEndpoint | None":
        """Where the language model answers, None where address or name is missing."""
        # Most commands read the settings and ask no model; they need not wait for what asks it.
        from registry.outbound.model import ModelEndpoint

        if not self.model_url or not self.model_name:
            return None
        return ModelEndpoint(
            url=self.model_url,
            name=self.model_name,
            key=self.model_key,
            seconds=self.model_seconds,
            input_price=self.model_input_price,
            output_price=self.model_output_price,
        )

    @property
    def key_file(self) -> Path:
        """Where the key of the person who runs this installation is kept."""
        return self.data_dir / "local.key"


def read_settings() -> Settings:
    """The settings in force. Unready when a variable holds what it cannot mean."""
    try:
        return Settings()
    except ValidationError as problem:
        faults = [
            Fault(f"REGISTRY_{'_'.join(str(part) for part in error['loc']).upper()}", error["msg"])
            for error in problem.errors()
        ]
        named = "; ".join(f"{fault.where}: {fault.message}" for fault in faults)
        raise Unready(f"The environment holds settings that cannot be used. {named}", faults) from problem
