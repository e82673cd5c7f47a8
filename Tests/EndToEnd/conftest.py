import pytest

pytest.register_assert_rewrite("counted_city", "feed_replay", "playing")

from city_api import City  # noqa: E402


@pytest.fixture
def city(stubs):
    """Opens Jining through a channel, or on a server: `city(server)`."""
    channels = []

    def open_city(server, *options):
        channels.append(server.channel(*options))
        return City(stubs, channels[-1])

    yield open_city
    for channel in channels:
        channel.close()
