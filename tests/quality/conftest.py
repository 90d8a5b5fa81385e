import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the shared folder with the gold that isn't ours, or skip."""
    folder = Path(os.environ.get("KG_SHARED") or Path(__file__).parents[3] / "shared")
    if not (folder / "gold").is_dir():
        pytest.skip(f"no shared gold in {folder}; KG_SHARED names another folder")
    return folder
