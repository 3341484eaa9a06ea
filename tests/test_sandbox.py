"""Hostile code in real sandboxed kernels: what it could not do.

None of it does harm should a wall be missing.
"""

import contextlib
import errno
import functools
import json
import os
import queue
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
import uuid
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import pytest
from jupyter_client import KernelManager
from nbclient import NotebookClient
from traitlets.config import Config

from autograder.sandbox import KERNEL_NAME, Limits, Unavailable, require, syscalls, walls, warm
from autograder.sandbox.advice import explain
from autograder.sandbox.usage import find_excess
from autograder.sandbox.warden import Warden

ROOT = Path(__file__).parents[1]
MIB = 2**20
TOKEN = f"token-{uuid.uuid4().hex}"
SMALL = {"memory": 600 * MIB, "processes": 96, "file_size": MIB, "storage": 4 * MIB}

PRELOAD = {"cold": [], "warm": ["numpy", "matplotlib.pyplot", "cnnbasics"]}
"""How a kernel starts: by itself, or forked from a process that has loaded these."""

linux = pytest.mark.skipif(sys.platform != "linux", reason="the sandbox is made of Linux")


def in_kernel(test):
    return linux(pytest.mark.slow(test))


class Kernel:
    """A sandboxed kernel and a client that talks to it."""

    def __init__(self, preload=(), **limits):
        config = Config({"SandboxProvisioner": {"limits": limits, "preload": list(preload)}})
        self.manager = KernelManager(kernel_name=KERNEL_NAME, config=config)

    def __enter__(self):
        self.manager.start_kernel()
        self.connect()
        return self

    def __exit__(self, *error):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def connect(self):
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=30)

    @property
    def reason(self):
        return self.manager.provisioner.reason

    def send(self, code):
        return self.client.execute(textwrap.dedent(code))

    def run(self, code, seconds=30):
        """What a cell prints, with the error's name if it ends in one; "dead" if it kills."""
        return self.hear(self.send(code), seconds)

    def hear(self, request, seconds=30):
        said = ""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                message = self.client.get_iopub_msg(timeout=0.1)
            except queue.Empty:
                if not self.manager.is_alive():
                    return "dead"
                continue
            if message["parent_header"].get("msg_id") != request:
                continue
            content = message["content"]
            if message["msg_type"] == "stream" and content["name"] == "stdout":
                said += content["text"]
            elif message["msg_type"] == "error":
                said += content["ename"]
            elif content.get("execution_state") == "idle":
                return said.strip()
        raise TimeoutError(f"no answer in {seconds} s")

    def errors(self, **statements):
        """Run each statement on its own; the name of the error it ended in, or "none"."""
        code = f"""
        import json
        errors = {{}}
        for name, statement in {statements!r}.items():
            try:
                exec(statement, {{}})
                errors[name] = "none"
            except BaseException as error:
                errors[name] = type(error).__name__
        print(json.dumps(errors))
        """
        return json.loads(self.run(code))


def leave_behind(mark):
    """Code that starts a child, and a grandchild that cut all ties; both are deaf to signals."""
    deaf = "import signal, time; signal.signal(2, 1); signal.signal(15, 1); time.sleep(600)"
    return f"""
    import os, subprocess, sys
    child = [sys.executable, "-c", {deaf!r}, {mark!r}]
    subprocess.Popen(child)
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.execv(child[0], child)
        os._exit(0)
    """


def marked(mark):
    """The processes of this machine with a mark in their command line."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if mark.encode() in (folder / "cmdline").read_bytes():
                found.append(folder.name)
    return found


def wait_for(condition, seconds=10):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.02)
    return condition()


@pytest.fixture(scope="module", params=PRELOAD)
def start(request):
    return functools.partial(Kernel, PRELOAD[request.param])


@pytest.fixture(scope="module")
def kernel(start):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TOKEN_OF_THE_GRADER", TOKEN)
        with start(**SMALL) as kernel:
            yield kernel


# What it sees.


@in_kernel
def test_there_is_no_network_not_even_the_machine_s_own(kernel):
    abstract = f"\0{TOKEN}"
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket(socket.AF_UNIX) as local:
        local.bind(abstract)
        local.listen()
        address = ("127.0.0.1", server.getsockname()[1])
        errors = kernel.errors(
            loopback=f"import socket; socket.create_connection({address}, 5)",
            outside="import socket; socket.create_connection(('192.0.2.1', 80), 5)",
            names="import socket; socket.getaddrinfo('example.org', 80)",
            datagrams="import socket; s = socket.socket(type=socket.SOCK_DGRAM); "
            "s.sendto(b'x', ('192.0.2.1', 53))",
            abstract=f"import socket; socket.socket(socket.AF_UNIX).connect({abstract!r})",
        )
    assert errors == {
        "loopback": "ConnectionRefusedError",
        "outside": "OSError",
        "names": "gaierror",
        "datagrams": "OSError",
        "abstract": "ConnectionRefusedError",
    }


@in_kernel
def test_no_file_of_the_grader_is_there(kernel, tmp_path):
    needed = [Path(sys.prefix), Path(sys.base_prefix).resolve(), ROOT / "data"]
    grader = [*ROOT.iterdir(), *Path.home().iterdir(), tmp_path, Path("/etc/passwd"), Path("/var")]
    hidden = [str(path) for path in grader if not any(has.is_relative_to(path) for has in needed)]
    hidden.remove(str(ROOT / "cnnbasics"))
    assert {str(ROOT / name) for name in ("solutions", "tests", "autograder")} <= set(hidden)
    assert kernel.run(f"import os; print([p for p in {hidden} if os.path.lexists(p)])") == "[]"


@in_kernel
def test_no_variable_of_the_grader_is_there(kernel):
    assert os.environ["TOKEN_OF_THE_GRADER"] == TOKEN
    code = """
    import contextlib, glob, os
    texts = [repr(os.environ)]
    for path in glob.glob("/proc/[0-9]*/environ"):
        with contextlib.suppress(PermissionError):
            texts.append(open(path).read())
    print(len(texts) > 1, any("TOKEN_OF" in text for text in texts))
    """
    assert kernel.run(code) == "True False"


@in_kernel
def test_no_process_but_its_own_is_there(kernel):
    assert int(kernel.run("import os; print(os.getpid())")) == 2
    said = kernel.run(
        "import os; print(sorted(int(p) for p in os.listdir('/proc') if p.isdigit()))"
    )
    assert json.loads(said)[:2] == [1, 2]
    assert len(json.loads(said)) < 10
    assert kernel.errors(kill=f"import os; os.kill({os.getpid()}, 0)") == {
        "kill": "ProcessLookupError"
    }


@in_kernel
def test_the_course_its_data_and_its_packages_are_there_but_cannot_be_changed(kernel):
    import cnnbasics

    code = "from cnnbasics import datasets; print(datasets.load('digits').x_train.shape)"
    assert kernel.run(code) == "(1297, 8, 8, 1)"
    errors = kernel.errors(
        course=f"open({cnnbasics.__file__!r}, 'a')",
        data=f"open({str(ROOT / 'data' / 'digits.npz')!r}, 'r+b')",
        package="import numpy; open(numpy.__file__, 'a')",
        python="import os, sys; open(os.path.realpath(sys.executable), 'r+b')",
        new="import numpy, os; open(os.path.join(os.path.dirname(numpy.__file__), 'x.py'), 'w')",
        touched=f"import os; os.utime({cnnbasics.__file__!r})",
        mode=f"import os; os.chmod({cnnbasics.__file__!r}, 0o644)",
        root="open('/x', 'w')",
        devices="open('/dev/x', 'w')",
        settings="open('/etc/x', 'w')",
        kernel="open('/proc/sys/kernel/core_pattern', 'w')",
    )
    assert {name: error for name, error in errors.items() if error == "none"} == {}
    assert set(errors.values()) <= {"OSError", "PermissionError"}
    # Not by permissions alone, which are different for root and for the owner of the files.
    code = f"""
    import cnnbasics, numpy, os, sys
    files = cnnbasics.__file__, numpy.__file__, os.__file__, sys.executable, "/usr/bin/env", "/"
    for file in (*files, {str(ROOT / "data")!r}):
        print(bool(os.statvfs(file).f_flag & os.ST_RDONLY))
    """
    assert kernel.run(code).split() == ["True"] * 7


# What it may use.


@in_kernel
def test_each_folder_that_can_be_written_to_is_bounded_and_nobody_else_s(kernel):
    code = f"""
    import errno, os
    for folder in {walls.PRIVATE}:
        written = 0
        try:
            while written < {64 * MIB}:
                with open(f"{{folder}}/{TOKEN}-{{written}}", "wb") as file:
                    written += file.write(bytes({MIB // 2}))
        except OSError as error:
            print(errno.errorcode[error.errno], written <= {SMALL["storage"]})
        for name in os.listdir(folder):
            if name.startswith("token"):
                os.remove(f"{{folder}}/{{name}}")
        open(f"{{folder}}/{TOKEN}", "w").close()
    """
    assert kernel.run(code).splitlines() == ["ENOSPC True"] * 3
    assert not any(Path(folder, TOKEN).exists() for folder in walls.PRIVATE)


@in_kernel
def test_a_file_that_is_too_large_is_refused(kernel):
    code = f"import pathlib; pathlib.Path('large').write_bytes(bytes({MIB + 1}))"
    assert kernel.errors(large=code) == {"large": "OSError"}
    assert kernel.run("import os; print(os.path.getsize('large'))") == str(MIB)


@in_kernel
def test_too_many_open_files_are_refused(kernel):
    code = """
    files = []
    try:
        while len(files) < 5000:
            files.append(open("/dev/null"))
    except OSError as error:
        print(error.strerror, len(files) < 256)
    for file in files:
        file.close()
    """
    assert kernel.run(code) == "Too many open files True"


@in_kernel
def test_too_many_processes_are_refused(kernel):
    code = f"""
    import os, time
    children = []
    try:
        while len(children) < 500:
            child = os.fork()
            if child == 0:
                time.sleep(60)
                os._exit(0)
            children.append(child)
    except OSError as error:
        print(error.strerror, 10 < len(children) < {SMALL["processes"]})
    for child in children:
        os.kill(child, 9)
        os.waitpid(child, 0)
    """
    assert kernel.run(code) == "Resource temporarily unavailable True"


@in_kernel
def test_a_demand_for_far_too_much_memory_is_an_error_and_costs_only_the_cell(kernel):
    assert kernel.run("import numpy; x = numpy.ones(2**30)").endswith("MemoryError")
    assert kernel.run("print('alive')") == "alive"


@in_kernel
def test_what_linux_should_not_be_asked_for_is_refused(kernel):
    code = """
    import ctypes, errno, mmap, os
    libc = ctypes.CDLL(None, use_errno=True)

    def call(number):
        if number == -1:
            raise OSError(ctypes.get_errno(), "")

    asked = {
        "unmapped memory": lambda: os.memfd_create("x"),
        "shared memory": lambda: mmap.mmap(-1, 4096),
        "memory of a device": lambda: mmap.mmap(os.open("/dev/zero", os.O_RDWR), 4096),
        "segments": lambda: call(libc.shmget(0, 4096, 0o1600)),
        "namespaces": lambda: call(libc.unshare(0x10000000)),
        "mounts": lambda: call(libc.mount(b"x", b"/tmp", b"tmpfs", 0, 0)),
        "root folders": lambda: os.chroot("/tmp"),
        "other processes": lambda: call(libc.ptrace(16, 1, 0, 0)),
    }
    for name, ask in asked.items():
        try:
            ask()
            print(name)
        except OSError as error:
            if error.errno not in (errno.EPERM, errno.ENODEV, errno.EINVAL):
                print(name, error)
    """
    assert kernel.run(code) == ""


@in_kernel
def test_ordinary_shared_memory_and_child_processes_work(kernel):
    code = """
    import multiprocessing, subprocess, sys
    context = multiprocessing.get_context("fork")
    queue = context.SimpleQueue()
    child = context.Process(target=lambda: queue.put(context.Value("i", 3).value))
    child.start(); print(queue.get()); child.join()
    print(subprocess.run(["echo", "hello"], capture_output=True, text=True).stdout)
    """
    assert kernel.run(code).split() == ["3", "hello"]


GREEDY = {
    "memory": (
        {"memory": 400 * MIB},
        """
        import os, time
        for _ in range(4):
            if os.fork() == 0:
                keep = [bytearray(os.urandom(2**20)) for _ in range(150)]
                time.sleep(60)
        time.sleep(60)
        """,
        "used more than 419,430,400 bytes of memory",
    ),
    "time": ({"seconds": 6}, "while True: pass", "ran for more than 6 s"),
    "output": (
        {"output": 4 * MIB},
        "while True: print('x' * 10_000)",
        "said more than 4,194,304 bytes",
    ),
    "one large message": (
        {"output": 4 * MIB},
        "from IPython.display import display; display({'text/plain': 'x' * 2**26}, raw=True)",
        "said more than 4,194,304 bytes",
    ),
    "output past Jupyter": (
        {"output": 4 * MIB},
        """
        import os, sys
        # What the kernel's output was before Jupyter took it over.
        while True: os.write(sys.stdout._original_stdstream_copy, bytes(65536))
        """,
        "said more than 4,194,304 bytes",
    ),
    "files": (
        {"files": 500},
        "for n in range(10**6): open(f'/tmp/{n}', 'w').close()",
        "made more than 500 files",
    ),
    "sockets": (
        {"open_files": 100},
        """
        import os, socket, time
        for _ in range(8):
            if os.fork() == 0:
                keep = [socket.socketpair() for _ in range(10)]
                time.sleep(60)
        time.sleep(60)
        """,
        "had more than 100 sockets",
    ),
}


@in_kernel
@pytest.mark.parametrize("greed", GREEDY)
def test_a_kernel_that_goes_past_a_limit_is_stopped_and_it_is_said_why(start, greed, caplog):
    limits, code, why = GREEDY[greed]
    with start(**limits) as kernel:
        assert kernel.run(code) == "dead"
        assert kernel.reason == f"The kernel was stopped because it {why}."
    assert kernel.reason in caplog.text


def looks_like_a_sandbox(folder, *processes):
    """A folder in which /proc says what is given of each process."""
    for path in (*walls.PRIVATE, walls.SOCKETS, "/proc/1/net"):
        (folder / path[1:]).mkdir(parents=True)
    (folder / "proc/1/net/sockstat").write_text("sockets: used 16\n", encoding="ascii")
    for number, (resident, shared, threads) in enumerate(processes, start=1):
        process = folder / f"proc/{number}"
        process.mkdir(exist_ok=True)
        status = f"VmRSS:\t{resident} kB\nVmSwap:\t0 kB\nVmPTE:\t4 kB\nThreads:\t{threads}\n"
        (process / "status").write_text(status, encoding="ascii")
        rollup = f"Rss:  {resident} kB\nPss:  {resident - shared} kB\nSwapPss:  0 kB\n"
        (process / "smaps_rollup").write_text(rollup, encoding="ascii")
    return str(folder)


@linux
def test_memory_that_processes_share_counts_once(tmp_path):
    limits = Limits(memory=MIB, files=10**15)
    assert find_excess(looks_like_a_sandbox(tmp_path, *[(600, 400, 1)] * 3), limits) == ""
    limits = Limits(memory=MIB // 2, files=10**15)
    assert find_excess(str(tmp_path), limits) == "used more than 524,288 bytes of memory"


@linux
def test_threads_count_as_processes_where_linux_does_not_count_them(tmp_path):
    root = looks_like_a_sandbox(tmp_path, (10, 0, 1), (10, 0, 50), (10, 0, 50))
    assert find_excess(root, Limits(processes=100, files=10**15)) == ""
    excess = find_excess(root, Limits(processes=99, files=10**15))
    assert excess == "had more than 99 processes and threads"


# How it ends.


@in_kernel
def test_an_interrupt_breaks_a_loop_that_holds_the_interpreter(kernel):
    request = kernel.send("import re; re.match('(a+)+$', 'a' * 60 + 'b')")
    time.sleep(0.5)
    kernel.manager.interrupt_kernel()
    assert kernel.hear(request) == "KeyboardInterrupt"
    assert kernel.run("print('alive')") == "alive"


@in_kernel
@pytest.mark.parametrize("now", [True, False])
def test_a_kernel_that_is_shut_down_leaves_no_process_however_deaf(start, now):
    mark = uuid.uuid4().hex
    with start() as kernel:
        folder = Path(kernel.manager.ip).parent
        kernel.run(leave_behind(mark))
        assert wait_for(lambda: len(marked(mark)) == 2)
        kernel.send("import signal; signal.pthread_sigmask(0, range(1, 65)); sum(range(10**15))")
        time.sleep(0.3)
        start = time.monotonic()
        kernel.manager.shutdown_kernel(now=now)
        assert marked(mark) == []
        assert time.monotonic() - start < 2
        assert not folder.exists()


@in_kernel
@pytest.mark.parametrize("death", ["os._exit(0)", "os.kill(os.getpid(), 11)"])
def test_a_kernel_that_dies_leaves_no_process(start, death):
    mark = uuid.uuid4().hex
    with start() as kernel:
        kernel.run(leave_behind(mark))
        assert wait_for(lambda: len(marked(mark)) == 2)
        assert kernel.run(f"import os; {death}") == "dead"
        assert wait_for(lambda: marked(mark) == [])
        assert kernel.reason == ""


AS_A_PROGRAM = f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})"


@in_kernel
def test_a_grader_that_is_killed_leaves_no_process(start):
    mark = uuid.uuid4().hex
    code = f"""{AS_A_PROGRAM}
from test_sandbox import Kernel, leave_behind
with Kernel({start.args[0]}) as kernel:
    kernel.run(leave_behind(sys.stdin.readline().strip()))
    print("ready", flush=True)
    sys.stdin.read()
"""
    command = [sys.executable, "-c", code]
    pipe = subprocess.PIPE
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"TMPDIR": folder}
        with subprocess.Popen(
            command, env=environment, stdin=pipe, stdout=pipe, text=True
        ) as grader:
            grader.stdin.write(f"{mark}\n")
            grader.stdin.flush()
            assert grader.stdout.readline() == "ready\n"
            assert wait_for(lambda: len(marked(mark)) == 2)
            grader.kill()
    assert wait_for(lambda: marked(mark) == [])


@linux
def test_a_sandbox_outlives_the_thread_that_asked_for_it():
    warden = Warden(["sleep", "60"], b"", {}, Limits(), {})
    asking = threading.Thread(target=warden.start)
    asking.start()
    asking.join()
    assert not warden.gone.wait(0.3)
    warden.end()
    assert warden.gone.wait(10)


@in_kernel
def test_a_link_in_the_place_of_a_kernel_s_socket_is_not_followed(start):
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as host:
        host.bind(f"{folder}/host")
        host.listen()
        host.setblocking(False)
        code = f"""
        import os
        for name in os.listdir({walls.SOCKETS!r}):
            if name.startswith("s-"):
                os.remove(f"{walls.SOCKETS}/{{name}}")
                os.symlink("{folder}/host", f"{walls.SOCKETS}/{{name}}")
        print("done")
        """
        with start() as kernel:
            assert kernel.run(code) == "done"
            with socket.socket(socket.AF_UNIX) as client:
                client.settimeout(10)
                client.connect(f"{kernel.manager.ip}-{kernel.manager.shell_port}")
                assert client.recv(1) == b""
            with pytest.raises(BlockingIOError):
                host.accept()


@in_kernel
def test_a_restarted_kernel_starts_from_nothing(start):
    with start() as kernel:
        assert kernel.run("x = 1; open('x', 'w').close(); print(x)") == "1"
        kernel.client.stop_channels()
        kernel.manager.restart_kernel(now=True)
        kernel.connect()
        assert kernel.run("import os; print(os.path.exists('x')); x") == "False\nNameError"


# What kernels that are forked from one process know of each other, and of it.


FORKED = functools.partial(Kernel, PRELOAD["warm"])


@in_kernel
def test_forked_kernels_do_not_see_and_cannot_signal_each_other_nor_what_they_were_forked_from():
    with FORKED() as one, FORKED() as other:
        assert one.run("open('/tmp/mine', 'w').close(); open('mine', 'w').close()") == ""
        assert one.run("import socket; s = socket.socket(); s.bind(('127.0.0.1', 4444))") == ""
        listen = "a = socket.socket(socket.AF_UNIX); a.bind('\\0mine'); s.listen(); a.listen()"
        assert one.run(listen) == ""
        code = """
        import os, signal, socket
        print(sorted(int(name) for name in os.listdir("/proc") if name.isdigit())[:3])
        print(os.path.exists("/tmp/mine"), os.path.exists("mine"))
        for address in (("127.0.0.1", 4444), "\\0mine"):
            kind = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
            print(socket.socket(kind).connect_ex(address) != 0)
        os.kill(1, signal.SIGKILL); os.kill(1, signal.SIGINT); os.kill(1, signal.SIGTERM)
        """
        assert other.run(code).splitlines() == ["[1, 2]", "False False", "True", "True"]
        assert other.errors(all="import os; os.kill(-1, 9)") == {"all": "ProcessLookupError"}
        assert one.run("print('alive')") == "alive"
        numbers = "import numpy; print(numpy.random.random(), os.urandom(4).hex())"
        assert one.run("import os; " + numbers) != other.run(numbers)


@in_kernel
def test_what_a_forked_kernel_does_to_a_module_ends_with_it():
    with FORKED() as kernel:
        assert kernel.run("import sys; print('numpy' in sys.modules)") == "True"
        assert kernel.run("import numpy; numpy.allclose = None; print(numpy.allclose)") == "None"
    with FORKED() as kernel:
        assert kernel.run("import numpy; print(numpy.allclose(1, 1))") == "True"


@in_kernel
def test_a_forked_kernel_has_no_file_open_but_its_own_and_no_rights(start):
    code = """
    import contextlib, os
    open_files = []
    for fd in os.listdir("/proc/self/fd"):
        with contextlib.suppress(FileNotFoundError):  # closed since, as is the folder itself
            open_files.append(os.readlink(f"/proc/self/fd/{fd}"))
    kinds = {file.split(":")[0] for file in open_files if not file.startswith("/student")}
    print(sorted(kinds - {"pipe", "socket", "anon_inode", "/dev/null"}))
    status = dict(line.split(":", 1) for line in open("/proc/self/status"))
    print(*(int(status[name], 16) for name in ("CapInh", "CapPrm", "CapEff", "CapAmb")))
    print(status["NoNewPrivs"].strip(), status["Seccomp"].strip())
    """
    with start() as kernel:
        assert kernel.run(code).splitlines() == ["[]", "0 0 0 0", "1 2"]


@in_kernel
def test_a_process_to_fork_from_that_was_killed_is_replaced():
    modules = ["numpy"]
    with Kernel(modules) as kernel:
        assert kernel.run("print('before')") == "before"
        warm.zygote(modules).end()
        assert wait_for(lambda: not kernel.manager.is_alive())
    with Kernel(modules) as kernel:
        assert kernel.run("print('after')") == "after"


@linux
def test_threads_that_wait_for_one_forked_kernel_close_its_descriptor_once():
    with subprocess.Popen(["sleep", "60"], stdout=subprocess.PIPE) as kernel:
        handle = os.pidfd_open(kernel.pid)
        forked = warm.Forked(kernel.pid, handle, kernel.stdout)
        with ThreadPoolExecutor(8) as threads:
            ended = [threads.submit(forked.wait, 10) for _ in range(8)]
            time.sleep(0.2)  # until all of them wait
            forked.kill()
            assert [one.result() for one in ended] == [-signal.SIGKILL] * 8
        os.close(handle)
    assert forked.poll() == -signal.SIGKILL
    forked.kill()


@in_kernel
def test_where_none_can_be_forked_kernels_start_by_themselves_and_it_is_said(caplog):
    with Kernel(["no_such_module"]) as kernel:
        assert kernel.run("print('alive')") == "alive"
    assert "Kernels are not forked" in caplog.text
    assert "No module named 'no_such_module'" in caplog.text


# Where it can be used.


@in_kernel
@pytest.mark.parametrize("tool", ["nbclient", "nbgrader"])
def test_jupyter_tools_run_honest_notebooks_in_it(tool):
    cells = [
        "import matplotlib.pyplot as plt\nfrom cnnbasics import layers\nprint(layers.__name__)",
        "plt.plot([1, 2]);",
        "1 / 0",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    if tool == "nbclient":
        NotebookClient(notebook, kernel_name=KERNEL_NAME, allow_errors=True).execute()
    else:
        # Here, as two tests import this module in programs of their own, and this takes a second.
        from nbgrader.preprocessors import Execute

        Execute(kernel_name=KERNEL_NAME, allow_errors=True).preprocess(notebook, {})
    first, second, third = (cell.outputs for cell in notebook.cells)
    assert first[0].text == "cnnbasics.layers\n"
    assert "image/png" in second[-1].data
    assert third[0].ename == "ZeroDivisionError"


@in_kernel
def test_tensorflow_trains_within_the_limits():
    code = """
    import keras, numpy
    x = numpy.random.default_rng(0).random((64, 32, 32, 3))
    conv, pool = keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.MaxPooling2D()
    model = keras.Sequential([conv, pool, keras.layers.Flatten(), keras.layers.Dense(2)])
    model.compile("adam", "mse")
    model.fit(x, x[:, 0, 0, :2], epochs=2, verbose=0)
    model.save("model.keras")
    print(keras.models.load_model("model.keras").predict(x, verbose=0).shape)
    """
    with Kernel() as kernel:
        assert kernel.run(code, seconds=120).splitlines()[-1] == "(64, 2)"


def as_ordinary_user():
    """What comes before a command that root lets someone else run, to whom its home is closed."""
    home = Path.home()
    shown = []
    for path in map(Path, (sys.prefix, sys.base_prefix, ROOT)):
        if path.is_relative_to(home):
            for parent in reversed(path.relative_to(home).parents):
                shown += ["--perms", "0755", "--dir", str(home / parent)]
            shown += ["--ro-bind", str(path), str(path)]
    become = ["setpriv", "--reuid=1234", "--regid=1234", "--clear-groups", "--inh-caps=-all"]
    empty = ["--perms", "1777", "--tmpfs", str(home)]
    return ["bwrap", "--dev-bind", "/", "/", *empty, *shown, *become]


@in_kernel
def test_an_ordinary_user_is_enough_and_its_environment_is_as_hidden(start):
    mark = uuid.uuid4().hex
    inside = """
    import contextlib, glob, os, sys
    print("numpy" in sys.modules)
    read = []
    for path in glob.glob("/proc/[0-9]*/environ"):
        with contextlib.suppress(PermissionError):
            read.append(open(path).read())
    status = dict(line.split(":") for line in open("/proc/self/status"))
    print(len(read) > 1, "TOKEN_OF" in str(read), int(status["CapPrm"], 16))
    print(os.system("unshare --user true 2> /dev/null") != 0)
    """
    code = f"""{AS_A_PROGRAM}
import os
from test_sandbox import Kernel, leave_behind
print(os.geteuid() > 0)
with Kernel({start.args[0]}) as kernel:
    print(kernel.run({inside!r}))
    kernel.run(leave_behind({mark!r}))
"""
    command = [sys.executable, "-c", code]
    if os.geteuid() == 0:
        command = [*as_ordinary_user(), *command]
    environment = os.environ | {"TOKEN_OF_THE_GRADER": TOKEN}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    forked = str(start.args[0] != [])
    assert done.stdout.split() == ["True", forked, "True", "False", "0", "True"], done.stderr
    assert marked(mark) == []


@pytest.mark.slow
def test_an_installed_wheel_brings_the_kernel_and_its_provisioner(tmp_path):
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, capture_output=True, check=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        names = wheel.namelist()
        entries = next(wheel.read(name) for name in names if name.endswith("entry_points.txt"))
    kernel = f"data/share/jupyter/kernels/{KERNEL_NAME}/kernel.json"
    assert any(name.endswith(kernel) for name in names)
    assert b"sandbox = autograder.sandbox.provisioner:SandboxProvisioner" in entries


# Where it cannot be.


@pytest.fixture
def untried():
    require.cache_clear()
    yield
    require.cache_clear()


def test_off_linux_it_says_what_to_do(untried, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(Unavailable, match=r"needs Linux.*WSL 2.*--no-sandbox.*can read and change"):
        require()


@linux
def test_without_bubblewrap_it_says_what_to_install(untried, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unavailable, match=r"apt-get install bubblewrap.*--no-sandbox.*the network"):
        require()


@linux
def test_without_namespaces_a_kernel_does_not_start_and_says_what_to_allow(monkeypatch, tmp_path):
    program = tmp_path / "bwrap"
    says = "bwrap: No permissions to create new namespace"
    program.write_text(f"#!/bin/sh\necho '{says}' >&2\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unavailable, match=rf"`{says}`.*make namespaces.*--privileged.*--no-sandb"):
        KernelManager(kernel_name=KERNEL_NAME).start_kernel()


def test_the_setting_that_forbids_namespaces_is_named(tmp_path):
    settings = {"kernel/unprivileged_userns_clone": "0\n", "user/max_user_namespaces": "9999\n"}
    for name, value in settings.items():
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text(value, encoding="ascii")
    said = explain("bwrap: setting up uid map: Permission denied\n", tmp_path)
    assert "`bwrap: setting up uid map: Permission denied`" in said
    assert "sysctl -w kernel.unprivileged_userns_clone=1." in said
    assert "max_user_namespaces" not in said


def test_an_old_bubblewrap_is_recognized():
    assert "older than 0.8" in explain("bwrap: Unknown option --disable-userns")


def test_where_namespaces_are_not_the_problem_they_are_not_spoken_of():
    says = "bwrap: execvp setpriv: No such file or directory"
    assert explain(says) == f"bubblewrap says `{says}`."


@linux
def test_a_machine_whose_system_calls_are_not_known_is_refused(untried, monkeypatch):
    monkeypatch.setattr("platform.machine", lambda: "riscv64")
    with pytest.raises(Unavailable, match="knows the system calls of x86_64 and aarch64, not"):
        require()


@pytest.mark.parametrize("name", Limits.__dataclass_fields__)
def test_a_limit_of_nothing_is_refused(name):
    with pytest.raises(ValueError, match=f"`{name}` must be above 0, but it is 0"):
        Limits(**{name: 0})


# The filter of system calls, worked out by hand: the tests run on one machine, it is for two.


def decide(program, architecture, number, *arguments):
    """What the filter answers: the number of an error, "allowed" or "killed"."""
    six = [*arguments, *[0] * (6 - len(arguments))]
    data = struct.pack("=IIQ6Q", number, architecture, 0, *six)
    value = at = 0
    while True:
        code, yes, no, operand = struct.unpack_from("=HBBI", program, 8 * at)
        at += 1
        if code == 0x20:
            (value,) = struct.unpack_from("=I", data, operand)
        elif code == 0x54:
            value &= operand
        elif code == 0x06:
            return {0x7FFF0000: "allowed", 0x80000000: "killed"}.get(operand, operand - 0x50000)
        else:
            tests = {0x15: value == operand, 0x35: value >= operand, 0x45: value & operand != 0}
            at += yes if tests[code] else no


@pytest.mark.parametrize("machine", syscalls.MACHINES)
def test_the_filter_refuses_what_it_should_and_nothing_else(machine):
    column = list(syscalls.MACHINES).index(machine)
    architecture = syscalls.MACHINES[machine]
    program = syscalls.make_filter(machine)
    refused = {numbers[column]: errno.EPERM for numbers in syscalls.REFUSED.values()}
    refused[syscalls.CLONE3[column]] = errno.ENOSYS
    for number in range(600):
        expected = refused.get(number, "allowed")
        assert decide(program, architecture, number) == expected, number
    clone, mmap = syscalls.CLONE[column], syscalls.MMAP[column]
    assert decide(program, architecture ^ 1, mmap) == "killed"
    assert decide(program, architecture, clone, 0x10000000 | 17) == errno.EPERM
    assert decide(program, architecture, clone, 0x003D0F00) == "allowed"
    for flags, expected in {0x21: errno.EPERM, 0x23: errno.EPERM, 0x22: "allowed"}.items():
        assert decide(program, architecture, mmap, 0, 4096, 3, flags) == expected
    assert decide(program, architecture, mmap, 0, 4096, 3, 1) == "allowed"


def test_the_second_numbering_of_x86_64_is_no_way_round_the_filter():
    program = syscalls.make_filter("x86_64")
    assert decide(program, syscalls.MACHINES["x86_64"], 0x40000000 + 319) == "killed"
