"""What the tests against a running server share."""

import pathlib

import pytest

pytest.register_assert_rewrite("redsail_api", "owners")

import redsail_api  # noqa: E402
import small_city  # noqa: E402


@pytest.fixture
def connect(stubs):
    """Makes the client of a server; the channel is closed at the end of the test."""
    channels = []

    def connect(server, *options):
        channels.append(server.channel(*options))
        return redsail_api.Api(stubs, channels[-1])

    yield connect
    for channel in channels:
        channel.close()


@pytest.fixture(scope="module")
def api(module_server, stubs):
    """The client of the module's server, on which the small city stands."""
    with module_server.channel() as channel:
        api = redsail_api.Api(stubs, channel)
        small_city.build(api)
        small_city.furnish(api)
        yield api


def pytest_collection_modifyitems(items):
    """That every method has answered can be told at the end, and only where all of this folder runs."""
    every = {path.name for path in pathlib.Path(__file__).parent.glob("test_*.py")}
    for item in [item for item in items if item.name == "test_every_method_has_answered"]:
        items.remove(item)
        items.append(item)
        if not every <= {item.path.name for item in items}:
            item.add_marker(pytest.mark.skip(reason="counts on all of Tests/Interop"))
