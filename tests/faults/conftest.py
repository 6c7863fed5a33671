"""The scene of the fault tests, made once for all of them."""

import pytest

from tests.faults.scene import Scene, make_scene


@pytest.fixture(scope="session")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """A workspace that was built and has changed since."""
    return make_scene(tmp_path_factory.mktemp("scene") / "工作区")
