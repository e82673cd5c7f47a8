"""What the tests against a running server share."""

import pytest
import redsail_api
import small_city


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
