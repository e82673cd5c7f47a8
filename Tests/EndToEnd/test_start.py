def test_serves_and_drains(server, redsail):
    listed = redsail("call", "--target", server.target, "DivisionService/ListCities", "{}")
    assert (listed.returncode, listed.stdout) == (0, "{}\n")
    assert server.stop() == 0


def test_second_server_on_a_directory_is_refused(server, redsail):
    second = redsail("serve", "--listen", "127.0.0.1:0", "--data", server.data)
    assert second.returncode == 1
    assert str(server.data) in second.stderr and "in use" in second.stderr
    assert second.stdout == ""
