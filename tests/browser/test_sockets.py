import psutil

from scripts.started_registry import Started


def test_every_process_listens_on_this_machine_alone(installation: Started) -> None:
    head = psutil.Process(installation.pid)
    listening = {
        (process.pid == head.pid, connection.laddr.ip, connection.laddr.port)
        for process in [head, *head.children(recursive=True)]
        for connection in process.net_connections(kind="inet")
        if connection.status == psutil.CONN_LISTEN
    }
    api, dashboard = (int(address.rsplit(":", 1)[1]) for address in (installation.api, installation.dashboard))
    assert listening == {(True, "127.0.0.1", api), (False, "127.0.0.1", dashboard)}
