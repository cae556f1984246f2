"""A trainee gets a kernel that answers, whatever happened to the one that was meant for her."""

import asyncio
import os
import signal
import sys

import pytest
from traitlets.config import Config

from rightdoor.server import class_kernels, settings
from rightdoor.server.home import JupyterHome

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kernels are copied on Linux")


@pytest.fixture
def kernels(tmp_path, monkeypatch):
    monkeypatch.setattr(class_kernels, "SOON", 2)
    config = Config()
    config.SeatKernels.kernel_manager_class = "rightdoor.server.forked.SeatKernelManager"
    home = JupyterHome("en")
    settings._kernels(config, tmp_path, "en", home)
    config.WarmKernels.update(watched=[], warm_up="", pool_size=1, refill_after=60)

    def made():
        return class_kernels.SeatKernels(
            config=config, root_dir=str(tmp_path), connection_dir=str(home.folder / "runtime")
        )

    yield made
    home.remove()


def run(kernels, scenario):
    async def whole():
        manager = kernels()
        try:
            await scenario(manager)
        finally:
            await manager.shutdown_all()

    asyncio.run(whole())


def pid_of(manager, kernel_id):
    return manager.get_kernel(kernel_id).provisioner.pid


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGSTOP], ids=["dead", "hanging"])
@pytest.mark.parametrize("path", ["", "zh-Hant"])
def test_a_warm_kernel_that_does_not_answer_is_replaced(kernels, tmp_path, end, path):
    (tmp_path / "zh-Hant").mkdir()

    async def scenario(manager):
        manager.fill()
        warm = await manager._pool[0][1]
        os.kill(pid_of(manager, warm), end)
        seat = await asyncio.wait_for(manager.seat("trainee/ann", {"A": "1"}, path), 30)
        assert seat != warm and manager.owns("trainee/ann", seat) and await manager.lives(seat)

    run(kernels, scenario)


def test_a_kernel_that_dies_while_it_is_asked_is_replaced_at_once(kernels, monkeypatch):
    monkeypatch.setattr(class_kernels, "SOON", 60)

    async def scenario(manager):
        tell, asked = manager._told, []

        async def told(environ, path, within):
            if not asked:
                asked.append(path)
                kernel_id = await manager.start_kernel(path=path)
                await manager._run(kernel_id, "import os, signal; os.kill(os.getpid(), signal.SIGKILL)", within)
            return await tell(environ, path, within)

        monkeypatch.setattr(manager, "_told", told)
        seat = await asyncio.wait_for(manager.seat("trainee/ann", {}, ""), 20)
        assert asked and await manager.lives(seat)

    run(kernels, scenario)


def test_where_no_kernel_answers_it_is_said(kernels, monkeypatch):
    monkeypatch.setattr(class_kernels, "ANSWERS_WITHIN", 2)

    async def scenario(manager):
        async def stopped(**kwargs):
            kernel_id = await start(**kwargs)
            os.kill(pid_of(manager, kernel_id), signal.SIGSTOP)
            return kernel_id

        start = manager.start_kernel
        monkeypatch.setattr(manager, "start_kernel", stopped)
        with pytest.raises(TimeoutError):
            await manager.seat("trainee/ann", {}, "")
        assert not manager.has_seat("trainee/ann")

    run(kernels, scenario)


def test_no_port_is_needed_between_server_and_kernel(kernels):
    async def scenario(manager):
        seat = await manager.seat("trainee/ann", {}, "")
        about = manager.get_kernel(seat).get_connection_info()
        assert about["transport"] == "ipc"
        assert os.stat(os.path.dirname(os.path.dirname(about["ip"]))).st_mode & 0o077 == 0
        sockets = [path for path in os.listdir(os.path.dirname(about["ip"])) if "-ipc-" in path]
        assert len(sockets) >= 5

    run(kernels, scenario)


def test_a_home_too_deep_for_a_socket_uses_ports(tmp_path):
    home = JupyterHome("en")
    try:
        home.folder = home.folder / ("x" * 60)
        config = Config()
        settings._kernels(config, tmp_path, "en", home)
        assert "transport" not in config.KernelManager and config.WarmKernels.transport_encryption == "auto"
    finally:
        home.folder = home.folder.parent
        home.remove()
