"""The checks of tests/service/hostile, which says how to run them."""

import atexit
import concurrent.futures
import contextlib
import gzip
import hashlib
import http.client
import itertools
import json
import math
import os
import pathlib
import re
import resource
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
import typing

import hostile_inputs
from hostile_inputs import KB, MB, again

ROOT = pathlib.Path(__file__).resolve().parents[2]
GIVE_UP_SECONDS = 400  # the short form stands in the gate: three minutes where nothing else runs; later than this it hangs
FILES_SECONDS = 60  # of these, for the inputs
REPLICAS_SECONDS = 20
PATIENCE = 60  # for what must come at all, soon or not: a busy machine checks a whole folder of data in ten seconds
REQUEST_TIMEOUT = 10  # of the server, as it is without option
ANSWER_LIMIT = 3 * MB
MEMORY_LIMIT = 300  # MB
COMMAND_LINE_KB, SERVER_KB = 1_500_000, 1_048_576  # of address space: what would take gigabytes ends at once
AUDITS = "/v1/job-ad-audits?country=FR&lang=en"
GOOD = "Community manager (H/F) en CDI à Lyon. Vos missions : animer la communauté, répondre aux messages. 30 k€.\n".encode()
PROFILE = b'{"presence_stage":"growing","goals":["retention"],"employees":12}'
JSON = {"content-type": "application/json"}
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain",
    "md": "text/markdown",
    "html": "text/html",
    "json": "application/json",
}


# What was found.

counts = {True: 0, False: 0}


def check(what, holds):
    counts[bool(holds)] += 1
    print("ok   " if holds else "FAIL ", what, flush=True)
    return holds


def at_most(what, measured, limit, unit=""):
    return check(f"{what}: {measured:,.4g}{unit} (at most {limit:,g}{unit})", measured <= limit)


def note(what):
    print("note ", what, flush=True)


# Programs that this script starts. It ends each of them, by its id.


children = []  # what runs beside this script
running = set()  # process groups of what it waits for


def spawn(arguments, **more):
    # Ends with this script even if that is killed. Only the main thread starts such programs: it is the thread that counts.
    child = subprocess.Popen(["setpriv", "--pdeathsig", "TERM", *map(str, arguments)], stdin=subprocess.DEVNULL, **more)
    children.append(child)
    return child


def ended(child):
    "Whether a child has ended. Its methods are not asked: they would lose what it used."
    if child.returncode is None:
        pid, status, usage = os.wait4(child.pid, os.WNOHANG)
        if pid:
            child.returncode, child.peak_mb = os.waitstatus_to_exitcode(status), usage.ru_maxrss / 1024
    return child.returncode is not None


def end(child, patience=5.0):
    "Stops a child: politely, then not. Returns its status; negative: a signal."
    until = time.monotonic() + patience
    for number in (signal.SIGCONT, signal.SIGTERM):
        if not ended(child):
            os.kill(child.pid, number)
    while not ended(child):
        if time.monotonic() > until:
            os.kill(child.pid, signal.SIGKILL)
        time.sleep(0.02)
    return child.returncode


def end_all():
    for child in reversed(children):
        end(child, 1.0)
    children.clear()


def clean_up():
    for group in list(running):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(group, signal.SIGKILL)
    end_all()
    if os.environ.get("KEEP"):
        print(f"logs: {TMP}")
    else:
        shutil.rmtree(TMP, ignore_errors=True)


class Run(typing.NamedTuple):
    code: int
    out: bytes
    err: bytes
    seconds: float
    peak_mb: float

    @property
    def said(self):
        return " ".join(self.err.decode(errors="replace").split())


run_numbers = itertools.count()


def run(arguments, patience=30, environment=None):
    "Runs rolecall to its end, within limits of memory and time. The memory is that of the process and its children."
    where = TMP / f"run-{next(run_numbers)}"
    with open(f"{where}.out", "wb") as out, open(f"{where}.err", "wb") as err:
        begun = time.monotonic()
        child = subprocess.Popen(
            ["bash", "-c", f'ulimit -v {COMMAND_LINE_KB}; exec "$@"', "bash", BINARY, *arguments],
            stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=environment, start_new_session=True, cwd=TMP,
        )
        running.add(child.pid)
        kill = threading.Timer(patience, os.killpg, (child.pid, signal.SIGKILL))
        kill.start()
        try:
            _, status, usage = os.wait4(child.pid, 0)
        finally:
            kill.cancel()
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)  # what it may have left behind
            running.discard(child.pid)
        child.returncode = os.waitstatus_to_exitcode(status)
    texts = []
    for name in (f"{where}.out", f"{where}.err"):
        texts.append(pathlib.Path(name).read_bytes())
        os.unlink(name)
    return Run(child.returncode, *texts, time.monotonic() - begun, usage.ru_maxrss / 1024)


# The service, and questions to it.


class Answer(typing.NamedTuple):
    status: int  # 0: none came, `body` says why
    headers: http.client.HTTPMessage | None
    body: bytes
    seconds: float

    def header(self, name):
        return self.headers.get(name, "") if self.headers else ""


def exchange(connection, method, path, body=None, headers=()):
    begun = time.monotonic()
    try:
        try:
            connection.request(method, path, body, dict(headers))
        except (BrokenPipeError, ConnectionResetError):
            pass  # refused before all of it was sent; the answer says why
        answer = connection.getresponse()
        found = answer.status, answer.headers, answer.read()
    except (OSError, http.client.HTTPException) as error:
        connection.close()
        found = 0, None, repr(error).encode()
    return Answer(*found, time.monotonic() - begun)


def ask(port, method, path, body=None, headers=(), timeout=15.0):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    with contextlib.closing(connection):
        return exchange(connection, method, path, body, headers)


def raw(port, request, timeout=10.0):
    "Sends bytes as they are and returns the head of the answer."
    head = b""
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout) as connection:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            connection.sendall(request)
        while b"\r\n\r\n" not in head and (piece := connection.recv(65536)):
            head += piece
    return head.partition(b"\r\n\r\n")[0].decode("latin-1")


def multipart(file, data):
    "The form of the audit page with a file."
    mark = "hostile" + hashlib.sha256(data).hexdigest()[:20]
    field = f'--{mark}\r\nContent-Disposition: form-data; name="country"\r\n\r\nFR\r\n'
    kind = MEDIA_TYPES[file.rsplit(".")[-1]]
    head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{file}"\r\nContent-Type: {kind}\r\n\r\n'
    body = (field + head).encode() + data + f"\r\n--{mark}--\r\n".encode()
    return body, {"content-type": f"multipart/form-data; boundary={mark}"}


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def known(options):
    "The options that this binary has; others are named, and the checks that need them fail by themselves."
    kept = []
    for name, value in zip(options[::2], options[1::2], strict=True):
        if name in HELP:
            kept += [name, value] if value is not True else [name]
        else:
            note(f"{BINARY} has no {name}")
    return kept


def until_true(seconds, holds):
    end = time.monotonic() + seconds
    while not (found := holds()) and time.monotonic() < end:
        time.sleep(0.05)
    return found


class Server:
    def __init__(self, *options, memory_kb="unlimited", stderr=None, redirect="", before=(), data_dir=None):
        self.port = free_port()
        self.log = TMP / f"server-{self.port}.log"
        script = f'ulimit -v {memory_kb}; exec "$@" {redirect}'
        overlay = ["--data-dir", data_dir] if data_dir else []
        serve = [BINARY, "serve", "--listen", f"127.0.0.1:{self.port}", "--lang", "en", *overlay, *known(options)]
        with open(self.log, "wb") as log:
            self.child = spawn([*before, "bash", "-c", script, "bash", *serve], stdout=log, stderr=stderr or log)
        self.pid = self.child.pid
        self.wait()

    def wait(self):
        "Until it answers, whatever it says."
        until_true(PATIENCE, lambda: not self.alive() or self.ask("GET", "/healthz", timeout=1).status)

    def alive(self):
        return not ended(self.child)

    def ask(self, *question, **more):
        return ask(self.port, *question, **more)

    def audit(self, data, kind="txt", **more):
        return self.ask("POST", AUDITS, data, {"content-type": MEDIA_TYPES[kind]}, **more)

    def metric(self, name):
        "The sum of all lines of a measurement; None when there is none."
        lines = self.ask("GET", "/metrics").body.decode().splitlines()
        values = [float(line.rsplit(" ", 1)[1]) for line in lines if line.startswith(name)]
        return sum(values) if values else None

    def memory(self, what="VmHWM"):
        "Memory in MB: the most so far, or what it has (VmRSS)."
        with contextlib.suppress(OSError):
            status = pathlib.Path(f"/proc/{self.pid}/status").read_text()
            for kib in re.findall(rf"{what}:\s+(\d+)", status):  # none of a process that has ended
                return int(kib) / 1024
        return 0.0

    def processor(self):
        "Processor seconds of it and all its children, alive or not."
        total, parents = 0, {self.pid}
        rows = {}
        for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                fields = stat.read_text().rpartition(")")[2].split()
                rows[int(stat.parent.name)] = int(fields[1]), sum(map(int, fields[11:15]))
        for pid in sorted(rows):
            parent, ticks = rows[pid]
            if pid == self.pid or parent in parents:
                parents.add(pid)
                total += ticks
        return total / os.sysconf("SC_CLK_TCK")

    def stop(self, patience=10.0):
        "Returns status and seconds. From then on its `peak_mb` is that of it or a child of it, whichever had more."
        begun = time.monotonic()
        code = end(self.child, patience)
        self.peak_mb = self.child.peak_mb
        return code, time.monotonic() - begun


class Pulse(threading.Thread):
    "A healthy client beside what goes on: asks in turn, a new connection each time, until told to stop."

    def __init__(self, port, questions=(("GET", "/healthz"),), every=0.01, timeout=5.0):
        super().__init__(daemon=True)
        self.port, self.questions, self.every, self.timeout = port, questions, every, timeout
        self.over = threading.Event()
        self.took = {question: [] for question in questions}
        self.failed = []
        self.start()

    def run(self):
        for question in itertools.cycle(self.questions):
            if self.over.wait(self.every):
                return
            answer = ask(self.port, *question, timeout=self.timeout)
            self.took[question].append(answer.seconds * 1000)
            if answer.status != 200:
                self.failed.append(answer.body[:80] if not answer.status else answer.status)

    def stop(self):
        self.over.set()
        self.join()

    def p99(self, question=("GET", "/healthz")):
        took = sorted(self.took[question])
        return took[math.ceil(len(took) * 0.99) - 1] if took else math.inf


def used(server, seconds):
    "Share of one processor, in percent."
    before = server.processor()
    time.sleep(seconds)
    return (server.processor() - before) / seconds * 100


def idle(what, server):
    at_most(f"{what}, processor in a second", used(server, 1), 10, " %")


# files


class Made(typing.NamedTuple):
    "An input as a file on disk."
    name: str
    path: pathlib.Path
    to: str
    profile: bool
    deadly: bool

    @property
    def kind(self):
        return self.name.rsplit(".", 1)[1]

    @property
    def data(self):
        return self.path.read_bytes()


def made():
    "Every input in turn: our own, then those of the folder where there is one."
    folder = TMP / "inputs"
    folder.mkdir(exist_ok=True)
    for item in hostile_inputs.inputs(LONG):
        path = folder / item.name
        if not path.exists():
            path.write_bytes(item.make())
        yield Made(item.name, path, item.to, item.profile, item.deadly)
    given = pathlib.Path(os.environ.get("HOSTILE", ROOT.parent / "shared/hostile"))
    for path in sorted(given.glob("*.*")):
        if path.name != "README.md" and path.suffix[1:] in MEDIA_TYPES and path.suffix != ".json":
            yield Made(f"given_{path.name}", path, "", False, True)


def some(**wanted):
    return [item for item in made() if all(getattr(item, name) == value for name, value in wanted.items())]


def in_time(answer):
    limit = REQUEST_TIMEOUT + 2
    return [] if answer.seconds <= limit else [f"{answer.seconds:.1f} s (at most {limit})"]


def by_command_line(item):
    if item.kind == "json":
        arguments = ["recommend", "--profile", item.path, "--format", "json", "--lang", "en"]
    else:
        arguments = ["audit", item.path, "--format", "json", "--country", "FR", "--lang", "en"]
    it = run(arguments)
    faults = in_time(it)
    if it.code not in (0, 1, 2):
        faults.append(f"status {it.code}: {it.said[-100:]}")
    elif it.code == 2 and not (it.said if item.kind == "json" else item.path.name in it.said):
        faults.append(f"no message with the name of the file: {it.said[:100]!r}")
    elif it.code < 2 and not is_json(it.out):
        faults.append("the answer is no JSON")
    if it.peak_mb > MEMORY_LIMIT:
        faults.append(f"{it.peak_mb:.0f} MB (at most {MEMORY_LIMIT})")
    return f"{it.code} {it.seconds:.2f} s {it.peak_mb:.0f} MB", faults


def is_json(data):
    try:
        json.loads(data)
    except ValueError:
        return False
    return True


def judged(answer, allowed, refusable):
    "What an answer is, and what is wrong with it. One that is too long to be read may be cut off while it is sent."
    faults = in_time(answer)
    if answer.status not in allowed and not (answer.status == 0 and refusable):
        faults.append(f"status {answer.status} {answer.body[:80] if not answer.status else ''}")
    if len(answer.body) > ANSWER_LIMIT:
        faults.append(f"{len(answer.body) / MB:.1f} MB (at most {ANSWER_LIMIT / MB:.0f})")
    return answer, f"{answer.status} {answer.seconds:.2f} s {len(answer.body) / KB:.0f} kB", faults


def by_api(server, item):
    data = item.data
    answer = server.ask("POST", item.to or AUDITS, data, {"content-type": MEDIA_TYPES[item.kind]}, timeout=REQUEST_TIMEOUT + 5)
    return judged(answer, (200, 400, 408, 413, 415, 422, 503), len(data) > 2 * MB)


def by_page(server, item):
    body, headers = multipart(item.name, item.data)
    answer = server.ask("POST", "/en/audit", body, headers, timeout=REQUEST_TIMEOUT + 5)
    return judged(answer, (200, 408, 413, 422, 503), len(body) > 6 * MB)


class Watched:
    "The one server of all inputs, looked at after each. Begun again where it died or no longer answers, so that the rest is tried."

    def __init__(self):
        self.deaths, self.peak_mb, self.server, self.usual = 0, 0.0, None, None
        self.begin()

    def begin(self):
        self.server = Server(memory_kb=SERVER_KB)
        answer = self.server.audit(GOOD)
        if answer.status != 200:
            raise RuntimeError(f"an ordinary audit is not answered: {answer.status} {answer.body[:200]}")
        self.usual = self.usual or answer.body

    def fine(self, slow):
        self.peak_mb = max(self.peak_mb, self.server.memory())
        after = self.server.audit(GOOD, timeout=5)
        if after.body == self.usual and not (slow and self.still_at_work()):
            return []
        time.sleep(0.2 if after.status == 0 else 0)  # a process that dies takes a moment to be gone
        if after.body == self.usual:
            fault = "it still works on what it has answered"
        elif self.server.alive():
            fault = f"an ordinary audit is answered otherwise afterwards (status {after.status}, {after.seconds:.1f} s)"
        else:
            self.deaths += 1
            fault = f"the server died (status {self.server.child.returncode})"
        self.end()
        self.begin()
        return [fault]

    def still_at_work(self):
        time.sleep(0.5)
        return used(self.server, 0.5) > 20

    def end(self):
        self.server.stop(1)
        self.peak_mb = max(self.peak_mb, self.server.peak_mb)


def every_way(item, watched, beside):
    "What an input does by each way, and what is wrong with that. One processor for the command line, one for the server."
    by_hand = beside.submit(by_command_line, item) if item.kind != "json" or item.profile else None
    ways = {}
    for way, asked in {"API": by_api, "page": by_page}.items():
        if way == "API" or item.kind != "json":
            answer, said, faults = asked(watched.server, item)
            ways[way] = said, faults + watched.fine(slow=answer.seconds > 3)
    if by_hand:
        ways["CLI"] = by_hand.result()
    return ways


def files():
    until = time.monotonic() + (math.inf if LONG else FILES_SECONDS)
    watched = Watched()
    everything = [item for item in made() if re.search(os.environ.get("ONLY", ""), item.name)]
    everything.sort(key=lambda item: not item.deadly)
    left = []
    with concurrent.futures.ThreadPoolExecutor(1) as beside:
        for item in everything:
            if time.monotonic() > until:
                left.append(item)
                continue
            ways = every_way(item, watched, beside).items()
            said = "; ".join(f"{way} {said}" + "".join(f" <- {fault}" for fault in faults) for way, (said, faults) in ways)
            check(f"{item.name}: {said}", not any(faults for _, (_, faults) in ways))
    if left:
        note(f"{len(left)} of {len(everything)} inputs were not tried, for want of time; SECTIONS='files all' tries them")
    check("the worst inputs were all tried", not any(item.deadly for item in left))
    check(f"the server was one process all along (died {watched.deaths} times)", not watched.deaths)
    watched.end()
    at_most("most memory of the server", watched.peak_mb, MEMORY_LIMIT, " MB")
    batches()


def batches():
    "A bad file among good ones stops nothing, whether it is one or many."
    good = [TMP / "good-1.txt", TMP / "good-2.txt"]
    for path in good:
        path.write_bytes(GOOD)
    worst = some(deadly=True, kind="pdf")
    groups = {item.name: [item] for item in (worst if LONG else worst[:3])}
    groups[f"all {len(worst)} deadly PDFs"] = worst
    for what, bad in groups.items():
        it = run(["audit", good[0], *(item.path for item in bad), good[1], "--format", "jsonl", "--country", "FR", "--lang", "en"],
                 patience=30 * len(bad))
        lines = [json.loads(line) for line in it.out.splitlines() if is_json(line)]
        wrong = sum("error" in line for line in lines)
        whole = len(lines) == len(bad) + 2 and "audit" in lines[0] and "audit" in lines[-1]
        check(
            f"batch with {what}: status {it.code}, {len(lines)} lines for {len(bad) + 2} files, {wrong} of them errors, {it.seconds:.1f} s",
            whole and it.code in ((2,) if wrong else (0, 1)),
        )
        at_most(f"batch with {what}, memory", it.peak_mb, MEMORY_LIMIT, " MB")


# busy

SLOWEST = ("amas ", "community manager ", "SEO ", "animer ", "25 000 € ")


def at_once(server, questions, timeout):
    with concurrent.futures.ThreadPoolExecutor(len(questions)) as threads:
        return list(threads.map(lambda question: server.audit(*question, timeout=timeout), questions))


def busy():
    texts = [(again(words, 190 * KB), "txt") for words in SLOWEST]
    pdfs = [(item.data, "pdf") for item in some(deadly=True, kind="pdf") if item.path.stat().st_size < 2 * MB]
    worst = list(itertools.islice(itertools.chain.from_iterable(zip(itertools.cycle(texts), itertools.cycle(pdfs))), 32))
    server = Server()
    pulse = Pulse(server.port)
    answers = at_once(server, worst, REQUEST_TIMEOUT + 10)
    pulse.stop()
    statuses = sorted(answer.status for answer in answers)
    said = ", ".join(f"{status}: {statuses.count(status)}" for status in sorted(set(statuses)))
    check(f"32 of the worst audits at once are answered ({said})", set(statuses) <= {200, 408, 422, 503})
    refused = [answer for answer in answers if answer.status == 503]
    check(f"each 503 says when to come back ({len(refused)} of them)", all(answer.header("retry-after") for answer in refused))
    at_most("the slowest of them", max(answer.seconds for answer in answers), REQUEST_TIMEOUT + 2, " s")
    at_most(f"/healthz meanwhile, p99 of {sum(map(len, pulse.took.values()))}", pulse.p99(), 50, " ms")
    check(f"/healthz meanwhile, none failed ({len(pulse.failed)})", not pulse.failed)
    time.sleep(1)
    if check("the process lives", server.alive()):
        idle("a second after the last answer", server)
    server.stop(1)

    server = Server("--request-timeout", "2")
    answers = at_once(server, [(again(SLOWEST[0], 190 * KB), "txt")] * 12, 20)
    statuses = sorted({answer.status for answer in answers})
    check(f"12 audits of 190 kB at once with 2 s of time are answered {statuses}", set(statuses) <= {200, 408, 422, 503})
    at_most("the slowest of them", max(answer.seconds for answer in answers), 4, " s")
    time.sleep(1)
    idle("a second after the last answer", server)
    server.stop(1)


# logs


def answers_in(file):
    while line := file.readline():
        length = 0
        while (header := file.readline()) not in (b"\r\n", b""):
            if header.lower().startswith(b"content-length:"):
                length = int(header.split(b":")[1])
        if len(file.read(length)) < length:
            return
        yield int(line.split()[1])


def flood(port, count, threads=4, window=20):
    "Sends requests, several ahead of the answers, and says how many were answered with 200."
    request = b"GET /v1/roles?lang=en HTTP/1.1\r\nhost: localhost\r\n\r\n"

    def work(mine):
        answered = 0
        with contextlib.suppress(OSError, ValueError, IndexError):
            with socket.create_connection(("127.0.0.1", port), 10) as connection, connection.makefile("rb") as file:
                answers = answers_in(file)
                for start in range(0, mine, window):
                    ahead = min(window, mine - start)
                    connection.sendall(request * ahead)
                    answered += sum(status == 200 for status in itertools.islice(answers, ahead))
        return answered

    with concurrent.futures.ThreadPoolExecutor(threads) as pool:
        return sum(pool.map(work, [count // threads] * threads))


def under_flood(what, server, lost):
    answered = flood(server.port, 20_000)
    check(f"{what}: {answered:,} of 20,000 requests answered", answered == 20_000)
    if check(f"{what}: the process lives", server.alive()) and lost:
        count = server.metric("rolecall_log_lines_lost_total")
        check(f"{what}: rolecall_log_lines_lost_total is {count} (above 0)", count)
    code, seconds = server.stop()
    check(f"{what}: SIGTERM ends it with 0 (was {code}) after {seconds:.1f} s (at most 5)", code == 0 and seconds <= 5)


def tmpfs():
    "The start of a command with a file system of 1 MB of its own: it ends with it, and nothing is left mounted."
    place = TMP / "small"
    place.mkdir()
    mount = ["unshare", "-m", "bash", "-c", f'mount -t tmpfs -o size=1m none "{place}" && exec "$@"', "bash"]
    if os.geteuid() or subprocess.run([*mount, "true"], capture_output=True).returncode:
        return None, place
    return mount, place


def logs():
    under_flood("a pipe that nobody reads", Server(stderr=subprocess.PIPE), lost=True)
    under_flood("a closed stderr", Server(redirect="2>&-"), lost=False)
    under_flood("/dev/full", Server(redirect="2>/dev/full"), lost=True)
    mount, place = tmpfs()
    if mount:
        under_flood("a full disk", Server(before=mount, redirect=f"2>{place}/log"), lost=False)
    else:
        note("a full disk is not tried: that needs root and the right to mount")
    ids()


def ids():
    server = Server()

    def answered(given):
        head = raw(server.port, b"GET /v1/roles HTTP/1.1\r\nhost: a\r\nconnection: close\r\nx-request-id: " + given + b"\r\n\r\n")
        status = re.match(r"HTTP/1\.1 (\d+)", head)
        found = re.search(r"^x-request-id: (.*?)\r?$", head, re.M | re.I)
        return int(status[1]) if status else 0, found[1] if found else ""

    kept = b"Az09-_." * 9 + b"z"
    status, found = answered(kept)
    check(f"an id of 64 safe characters is kept (status {status}, {len(found)} characters)", found == kept.decode())
    strange = {
        "of 380 kB": b"a" * 380_000, "of 10 kB": b"a" * 10_000, "with spaces": b"a b c", "with a tab": b"a\tb",
        "with a control": b"a\x01b", "with an ESC": b"a\x1b[31mb", "with bytes over 127": b"a\xff\xe2\x80\xaeb", "with quotes": b'a"\\b',
        "that is empty": b"",
    }
    for what, given in strange.items():
        status, found = answered(given)
        own = status == 200 and re.fullmatch(r"[A-Za-z0-9._-]{1,64}", found) and found != given.decode("latin-1")
        check(f"an id {what} is refused or replaced (status {status}, {len(found)} characters of at most 64)",
              own or (400 <= status < 500 and len(found) <= 64))
    server.audit(GOOD)
    server.audit(b"\x1b", "pdf")
    server.stop()
    lines = server.log.read_bytes().splitlines()
    broken = [line for line in lines if not is_json(line)]
    check(f"every line of the log is JSON ({len(broken)} of {len(lines)} are not)", lines and not broken)
    at_most("longest line of the log", max(map(len, lines)), 4000, " bytes")


# closed


def closed():
    folder = TMP / "tokens"
    folder.mkdir()
    contents = {"empty": b"", "blank": b" \n\t \n", "short": b"abc\n", "not-utf8": b"\xff\xfe" * 20}
    cases = {}
    for name, data in contents.items():
        (folder / name).write_bytes(data)
        cases[f"a token file that is {name}"] = {}, ["--token-file", folder / name]
    cases["a token file that is missing"] = {}, ["--token-file", folder / "missing"]
    cases["a token file that is a folder"] = {}, ["--token-file", folder]
    for what, value in {"''": b"", "'   '": b"   ", r"$'\xff\xfe'": b"\xff\xfe", "'abc'": b"abc"}.items():
        cases[f"ROLECALL_API_TOKEN={what}"] = {b"ROLECALL_API_TOKEN": value}, []
    cases["ROLECALL_TOKEN_FILE=''"] = {b"ROLECALL_TOKEN_FILE": b""}, []
    for what, (environment, arguments) in cases.items():
        it = run(["serve", "--listen", "127.0.0.1:0", "--lang", "en", *arguments], 4, dict(os.environb) | environment)
        check(f"{what}: status {it.code} (2), {it.said[:80]!r}", it.code == 2 and it.said and '"listening"' not in it.said)


# replicas


def nginx(parts, port):
    "Starts nginx, without rights, with these parts inside `http`. Returns its folder."
    folder = TMP / f"nginx-{port}"
    folder.mkdir()
    temporary = "".join(f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (folder / "nginx.conf").write_text(
        f"daemon off;\nworker_processes 1;\npid {folder}/nginx.pid;\nerror_log {folder}/error.log warn;\n"
        f"events {{ worker_connections 1024; }}\nhttp {{\n{temporary}{parts(folder)}\n}}\n"
    )
    rights = []
    if not os.geteuid():
        subprocess.run(["chown", "-R", "nobody", folder], check=True)
        group = subprocess.run(["id", "-g", "nobody"], check=True, capture_output=True, text=True).stdout.strip()
        rights = ["setpriv", "--reuid=nobody", f"--regid={group}", "--clear-groups", "--pdeathsig", "TERM"]
    with open(TMP / f"nginx-{port}.out", "wb") as out:
        child = spawn([*rights, "nginx", "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "error.log"], stdout=out, stderr=out)
    until_true(PATIENCE, lambda: ended(child) or ask(port, "GET", "/healthz", timeout=1).status)
    if ended(child):
        raise RuntimeError(f"nginx does not start: {(folder / 'error.log').read_text()[-300:]}")
    return folder


def shipped(front, ports):
    "Our file for nginx, with the ports of this run."
    text = (ROOT / ".deploy/nginx.conf").read_text()

    def parts(folder):
        changed = text
        for old, new in {
            "127.0.0.1:8081": f"127.0.0.1:{ports[0]}", "127.0.0.1:8082": f"127.0.0.1:{ports[1]}",
            "listen 80;": f"listen 127.0.0.1:{front};", "/var/log/nginx/rolecall.log": f"{folder}/access.log",
        }.items():
            if old not in changed:
                raise RuntimeError(f".deploy/nginx.conf has changed: there is no {old}")
            changed = changed.replace(old, new)
        return changed

    return parts


def table(port):
    "Rows of the kernel's connections at a local port: state, bytes that wait to be read, port of the other side."
    with open("/proc/net/tcp") as lines:
        next(lines)
        for line in lines:
            _, local, remote, state, queues, *_ = line.split(None, 5)
            if local.endswith(f":{port:04X}"):
                yield state, int(queues.split(":")[1], 16), int(remote[-4:], 16)


def waiting(port):
    return any(state == "01" and queued for state, queued, _ in table(port))


def replicas():
    pair = [Server("--trusted-proxy", "127.0.0.1/32") for _ in range(2)]
    front = free_port()
    folder = nginx(shipped(front, [server.port for server in pair]), front)
    posted(front, pair)
    for path, body, headers in (
        ("/v1/job-ad-audits?country=FR", GOOD, {"content-type": "text/plain"}), ("/en/audit", *multipart("good.txt", GOOD)),
    ):
        for server in pair:
            if not server.alive():
                again_at(server)
        time.sleep(2.5)  # so that nginx believes in both (fail_timeout of its file)
        killing(path, body, headers, front, pair, folder / "access.log")


def posted(front, pair):
    "Hostile PDFs through nginx, three times as API and page, two at a time."
    bad = some(kind="pdf") if LONG else some(kind="pdf", deadly=True)
    until = time.monotonic() + (math.inf if LONG else REPLICAS_SECONDS)

    def post(_, path, item):
        if time.monotonic() > until or not any(server.alive() for server in pair):
            return None
        data = item.data
        body, headers = multipart(item.name, data) if path == "/en/audit" else (data, {"content-type": MEDIA_TYPES["pdf"]})
        return ask(front, "POST", path, body, headers, timeout=40)

    rounds = list(itertools.product(range(3), ("/v1/job-ad-audits?country=FR", "/en/audit"), bad))
    with concurrent.futures.ThreadPoolExecutor(2) as threads:
        answers = list(threads.map(post, *zip(*rounds)))
    sent = [(f"{item.name} at {path}: {answer.status}", answer) for (_, path, item), answer in zip(rounds, answers) if answer]
    if len(sent) < len(rounds):
        note(f"{len(sent)} of {len(rounds)} hostile PDFs were sent: time was over, or nobody was left")
    lost = [what for what, answer in sent if answer.status not in (200, 400, 408, 413, 422, 503)]
    slowest = max(answer.seconds for _, answer in sent)
    check(f"{len(sent)} hostile PDFs through nginx, slowest {slowest:.1f} s, {len(lost)} without answer {lost[:3]}", not lost)
    check("all of them went there at least once", len(sent) >= len(bad) * 2)
    lives = [server.alive() for server in pair]
    check(f"both replicas live ({lives})", all(lives))


def again_at(server):
    "A replica in place of one that is gone, at the same port."
    with open(server.log, "ab") as log:
        server.child = spawn([BINARY, "serve", "--listen", f"127.0.0.1:{server.port}", "--lang", "en"], stdout=log, stderr=log)
    server.pid = server.child.pid
    server.wait()


def killing(path, body, headers, front, pair, access):
    """A request whose replica dies while it has it. Both are frozen, so that the request stays with the one that nginx
    chose, whatever its speed; that one is killed, the other wakes up and must not be given the same."""
    route = path.partition("?")[0]

    def seen(server):
        return server.metric(f'rolecall_http_requests_total{{method="POST",route="{route}"') or 0

    before = {server.port: seen(server) for server in pair}
    for server in pair:
        server.child.send_signal(signal.SIGSTOP)
    with concurrent.futures.ThreadPoolExecutor(1) as threads:
        asked = threads.submit(ask, front, "POST", path, body, headers, 30)
        hit = until_true(5, lambda: [server for server in pair if waiting(server.port)])
        if hit:
            end(hit[0].child, 0)
        time.sleep(0.2)
        for server in pair:
            if server not in hit:
                server.child.send_signal(signal.SIGCONT)
        answer = asked.result()
    if not check(f"POST {route} waits at one replica ({len(hit)})", len(hit) == 1):
        return
    other = next(server for server in pair if server not in hit)
    time.sleep(1.2)  # nginx writes its log every second
    lines = [line for line in access.read_text().splitlines() if f" POST {route} " in line]
    went = re.findall(r"127\.0\.0\.1:\d+", lines[-1]) if lines else []
    extra = seen(other) - before[other.port]
    check(f"POST {route} that kills its replica is not given to the other: went to {len(went)} (1), the other saw {extra:g} (0), "
          f"status {answer.status}", len(went) == 1 and not extra and answer.status in (502, 503, 504))


# connections


def drip(port, source, count, seconds):
    "Run as a program of its own: slow connections that send a byte of a header each second. Says how many the server still has."
    connections = []
    for at in range(count):
        connection = socket.socket()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # leaves nothing behind
        connection.bind((source, 0))
        connection.setblocking(False)
        connection.connect_ex(("127.0.0.1", port))
        connections.append(connection)
        if at % 100 == 99:
            time.sleep(0.02)  # room for the accepting end: it is not the backlog that is tested
    print("ready", flush=True)
    until, text = time.monotonic() + seconds, itertools.chain(b"GET /v1/roles HTTP/1.1\r\nhost: slow\r\nx-slow: ", itertools.repeat(97))
    while time.monotonic() < until:
        byte, begun = bytes([next(text)]), time.monotonic()
        for connection in connections:
            with contextlib.suppress(OSError):
                connection.send(byte)
        time.sleep(max(0, begun + 1 - time.monotonic()))

    def held(connection):
        try:
            return connection.recv(1) != b""
        except BlockingIOError:
            return connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0
        except OSError:
            return False

    print(sum(map(held, connections)), flush=True)


class Drip:
    def __init__(self, port, count, seconds):
        arguments = [sys.executable, "-B", __file__, "--drip", port, "127.0.0.2", count, seconds]
        self.child = spawn(arguments, stdout=subprocess.PIPE, text=True)
        self.child.stdout.readline()

    def held(self):
        return int(self.child.stdout.readline() or 0)


HEALTH, RECOMMEND = ("GET", "/healthz"), ("POST", "/v1/recommendations?lang=en", PROFILE, tuple(JSON.items()))


def connections():
    if resource.getrlimit(resource.RLIMIT_NOFILE)[0] < 5000:
        raise RuntimeError("at least 5000 open files are needed (ulimit -n)")
    server = Server()
    slow = Drip(server.port, 4200, 7)
    pulse = Pulse(server.port, (HEALTH, RECOMMEND))
    time.sleep(5)
    pulse.stop()
    at_most("/healthz beside 4,200 slow connections, p99", pulse.p99(), 50, " ms")
    note(f"POST /v1/recommendations beside them, p99: {pulse.p99(RECOMMEND):.1f} ms")
    asked = sum(map(len, pulse.took.values()))
    check(f"none of {asked} failed ({len(pulse.failed)}: {pulse.failed[:2]}), enough to mean anything (100)",
          not pulse.failed and asked >= 100)
    at_most("connections that one client keeps", slow.held(), 256)
    refused = server.metric("rolecall_connections_refused_total")
    check(f"rolecall_connections_refused_total is {refused} (at least 3,900)", (refused or 0) >= 3900)
    check("the process lives", server.alive())
    server.stop(1)

    server = Server("--trusted-proxy", "127.0.0.2/32")
    held = Drip(server.port, 300, 2).held()
    check(f"a trusted proxy keeps {held} of 300 connections", held == 300)
    server.stop(1)
    slow_readers()
    apart()


def slow_readers():
    patience = 2
    server = Server("--client-timeout", str(patience))
    readers, born = [], time.monotonic()
    for _ in range(10):
        reader = socket.socket()
        reader.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        reader.settimeout(5)
        reader.connect(("127.0.0.1", server.port))
        reader.sendall(b"GET /openapi.json HTTP/1.1\r\nhost: slow\r\n\r\n" * 60)
        reader.setblocking(False)
        readers.append(reader)
    ports = {reader.getsockname()[1] for reader in readers}
    cut, until = None, time.monotonic() + 4 * patience
    while time.monotonic() < until:
        for reader in readers:
            with contextlib.suppress(OSError):
                reader.recv(1)
        # The client does not see the end before it has read everything: ask the kernel whether the server gave up.
        if not ports & {remote for state, _, remote in table(server.port) if state in ("01", "08")}:
            cut = time.monotonic() - born
            break
        time.sleep(1)
    check(f"10 clients that read a byte a second are cut after {cut and round(cut, 1)} s (at most {3 * patience})",
          cut and cut <= 3 * patience + 0.5)
    for reader in readers:
        reader.close()
    server.stop(1)


def apart():
    admin = free_port()
    server = Server("--admin-listen", f"127.0.0.1:{admin}")
    inside, outside = ask(admin, "GET", "/healthz").status, server.ask("GET", "/healthz").status
    check(f"--admin-listen: /healthz answers there ({inside}) and not on the public address ({outside}, 404)", (inside, outside) == (200, 404))
    check("the public address still answers", server.ask("GET", "/v1/roles").status == 200)
    server.stop(1)


# caches


def caches():
    server = Server()
    front = free_port()

    def parts(folder):
        return (
            f"access_log off;\nproxy_cache_path {folder}/cache keys_zone=hostile:1m;\nserver {{ listen 127.0.0.1:{front};\n"
            "proxy_cache hostile; proxy_cache_valid 200 1m; proxy_cache_key $scheme$host$request_uri;\n"
            f"add_header X-Cache $upstream_cache_status always;\nlocation / {{ proxy_pass http://127.0.0.1:{server.port}; }} }}"
        )

    nginx(parts, front)
    fr, en = {"Accept-Language": "fr"}, {"Accept-Language": "en"}
    as_json, as_csv = {"Accept": "application/json"}, {"Accept": "text/csv"}
    small = {"Accept-Encoding": "gzip"}
    for path, series in {
        "/v1/roles": [fr, en, fr, fr | small, en | small, en, fr],
        "/v1/goals": [en, fr, en],
        "/v1/salary-bands/table": [as_json | fr, as_csv | fr, as_json | en, as_csv | en, as_json | fr, as_csv | fr | small],
        "/v1/salary-bands?role=cm&country=FR": [fr, en, fr],
        "/": [fr, en, fr],
        "/docs": [fr, en, fr],
        "/openapi.json": [{}, small, {}],
    }.items():
        mixed, varied, hits = [], set(), 0
        for headers in series * 2:
            direct, cached = (ask(port, "GET", path, None, headers) for port in (server.port, front))
            hits += cached.header("x-cache") == "HIT"
            if told(direct) != told(cached):
                mixed.append(f"{headers} ({cached.header('x-cache')})")
            varied |= {len(answer.headers.get_all("vary", [])) if answer.headers else -1 for answer in (direct, cached)}
        check(f"GET {path} through a shared cache: {len(series) * 2} asked, {hits} kept, {len(mixed)} mixed up {mixed[:2]}", not mixed)
        check(f"GET {path}: at most one Vary line ({sorted(varied)})", varied <= {0, 1})
    kept = []
    for question in (
        ("POST", AUDITS, GOOD, {"content-type": "text/plain"}), ("POST", "/en/audit", *multipart("good.txt", GOOD)),
        ("GET", "/fr/offer?role=cm&level=mid&country=FR&amount=30000&currency=EUR&period=year"),
        ("GET", "/en/pay?role=cm&country=FR"), ("GET", "/en/draft?role=cm"),
    ):
        answers = [ask(front, *question) for _ in range(3)]
        if any(answer.header("x-cache") == "HIT" or answer.status != 200 for answer in answers):
            kept.append((*question[:2], [(answer.status, answer.header("x-cache")) for answer in answers]))
    check(f"audits and pages with a query are not kept {kept}", not kept)
    server.stop(1)


def told(answer):
    "What a reader gets to see, unpacked: nginx may send what it keeps packed only as it was asked for."
    packed = answer.header("content-encoding")
    body = gzip.decompress(answer.body) if packed == "gzip" else answer.body
    return answer.status, packed, *(answer.header(name) for name in ("location", "content-type", "content-language")), body


# same


def questions():
    "Forty ordinary questions, half of them in French."
    day = "as_of=2026-11-21"
    for lang in ("fr", "en"):
        tail = f"{day}&lang={lang}"
        for path in ("roles", "roles/cm", "goals", "sources?limit=20", "rules?limit=20", "comparison?roles=cm,smm"):
            yield "GET", f"/v1/{path}{'&' if '?' in path else '?'}{tail}", None, {}
        for place in ("country=FR", "city=Lyon", "region=US-CO"):
            yield "GET", f"/v1/salary-bands?role=smm&level=mid&{place}&{tail}", None, {}
        for path, body in (
            ("recommendations", '{"presence_stage":"growing","goals":["retention","content-strategy"],"employees":5,"max_hires":1}'),
            ("recommendations", '{"presence_stage":"launching","goals":["awareness"],"country":"FR","employees":9}'),
            ("interview", '{"profile":{"goals":["retention"],"presence_stage":"growing"}}'),
            ("offer-assessments", '{"role":"cm","level":"junior","city":"Paris","amount":25000,"currency":"EUR","period":"year"}'),
            ("employer-costs", '{"country":"FR","gross":32000,"headcount":30}'),
            ("job-descriptions", '{"role":"cm","level":"mid","language":"%s","brief":{"place":{"country":"FR"}}}' % lang),
        ):
            yield "POST", f"/v1/{path}?{tail}", body, JSON
        for text in (GOOD, "You define the social media strategy and run paid social. $60k-$70k a year.".encode()):
            yield "POST", f"/v1/job-ad-audits?country=FR&{tail}", text, {"content-type": "text/plain"}
        yield "POST", f"/v1/job-ad-audits?{tail}", '{"text":"Community manager, modérer les échanges.","country":"FR"}'.encode(), JSON
        for page in ("pay?role=cm&country=FR", "roles/smm"):
            yield "GET", f"/{lang}/{page}{'&' if '?' in page else '?'}{day}", None, {}


def same():
    server = Server()
    asked = list(questions())
    first = [server.ask(*question) for question in asked]
    odd = [(*question[:2], answer.status) for question, answer in zip(asked, first) if answer.status != 200]
    check(f"{len(asked)} questions are answered, {len(odd)} are not {odd[:3]}", len(asked) == 40 and not odd)
    expected = [answer.body for answer in first]
    resident = server.memory("VmRSS")
    wanted = int(os.environ.get("REQUESTS", 10_000))
    turns, faults, begun = iter(range(wanted)), [], time.monotonic()

    def work(_):
        connection, mine = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10), 0
        for turn in turns:
            which = turn * 7 % len(asked)  # 7 and 40 have nothing in common: each comes equally often
            answer = exchange(connection, *asked[which])
            mine += 1
            if answer.body != expected[which]:
                faults.append((*asked[which][:2], answer.status))
            if time.monotonic() - begun > (600 if LONG else 40):
                break
        connection.close()
        return mine

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        done = sum(pool.map(work, range(4)))
    took = time.monotonic() - begun
    check(f"{done:,} of {wanted:,} ordinary requests in {took:.1f} s (at most 40): {len(faults)} answered otherwise {faults[:3]}",
          not faults and done >= wanted and (LONG or took <= 40))
    after = [server.ask(*question).body for question in asked]
    check(f"the questions are answered as before ({sum(map(bytes.__ne__, expected, after))} otherwise)", expected == after)
    note(f"memory: {resident:.0f} MB before, {server.memory('VmRSS'):.0f} MB after")
    server.stop(1)


# output

ESC, BIDI = "\x1b[31m", "\u202e"
RAW = re.compile("\x1b|[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
BRIEF = """date_posted = "2026-11-23"
closing_date = "2026-12-31"
contract = "permanent"
{more}
[company]
name = "{name}"
activity = "a</script>b"
[place]
city = "Lyon"
postal_code = "69003"
country = "FR"
"""


def written(name, text):
    path = TMP / name
    path.write_text(text)
    return path


def output():
    strange = TMP / f"strange{ESC}{BIDI}"
    key = r'"evil\u001b[31m\u202e' + BIDI + '"'
    brief = written("brief.toml", BRIEF.format(more=f"{key} = 1", name="Acme"))
    toml = written("profile.toml", f'presence_stage = "growing"\ngoals = ["retention"]\n{key} = 1\n')
    as_json = written("profile.json", '{"presence_stage":"growing","goals":["retention"],%s:1,"team":{%s:2}}' % (key, key))
    bad, good = written(f"{strange.name}.pdf", "%PDF-nothing"), written(f"{strange.name}.txt", GOOD.decode())
    draft = ["draft", "--role", "cm", "--lang", "en", "--brief"]
    for what, arguments in {
        "an unknown key of a brief": [*draft, brief],
        "an unknown key of a TOML profile": ["recommend", "--profile", toml],
        "an unknown key of a JSON profile": ["recommend", "--profile", as_json],
        "a brief that is not there": [*draft, f"{strange}.toml"],
        "an ad that is not there": ["audit", f"{strange}.none"],
        "a data folder that is not there": ["check", "--data-dir", f"{strange}"],
        **{f"a damaged file, {form}": ["audit", bad, good, "--format", form] for form in ("text", "jsonl", "sarif")},
        **{f"an ad, {form}": ["audit", good, "--format", form] for form in ("text", "md", "json", "jsonl", "sarif")},
    }.items():
        it = run([*map(str, arguments), *([] if "--lang" in arguments else ["--lang", "en"])])
        found = RAW.findall((it.out + it.err).decode(errors="replace"))
        check(f"{what}: nothing raw for the terminal (status {it.code}, {len(found)} found)", it.code in (0, 1, 2) and not found)
    structured(draft)
    tables()
    server = Server()
    for page in ("pay", "offer", "cost", "draft", "compare", "hire/form"):
        answer = server.ask("GET", f"/en/{page}?role=cm&country=FR&evil=%22%3E%3Cx%3E&foo=bar")
        found = [word for word in (b"foo=bar", b"evil=") if word in answer.body]
        check(f"/en/{page} does not carry on a query that it does not know (status {answer.status}, {found})", answer.status == 200 and not found)
    server.stop(1)


def structured(draft):
    name = "Acme </script><script>alert(1)</script>"
    it = run([*draft, written("script.toml", BRIEF.format(more="", name=name)), "--format", "jsonld"])
    check(f"JSON-LD holds no `<` (status {it.code}, {it.out.count(b'<')} found)", it.code == 0 and b"<" not in it.out)
    organisation = json.loads(it.out).get("hiringOrganization", {}) if is_json(it.out) else {}
    check("and still says the name", organisation.get("name") == name)


def tables():
    fresh, old, target, link = (TMP / name for name in ("fresh.csv", "old.csv", "target.csv", "link.csv"))
    it = run(["data", "bands", fresh])
    check(f"data bands writes a new file (status {it.code})", it.code == 0 and fresh.stat().st_size > 1000)
    long = "precious\n" * 200_000
    for path in (old, target):
        path.write_text(long)
    link.symlink_to(target)
    for what, path in {"an existing file": old, "a link": link}.items():
        it = run(["data", "bands", path])
        check(f"data bands refuses {what} (status {it.code}) and leaves it", it.code == 2 and path.read_text() == long)
    old.write_text(long)
    it = run(["data", "bands", old, "--force"])
    check(f"data bands --force replaces it whole (status {it.code})", it.code == 0 and old.read_bytes() == fresh.read_bytes())


# reload

GREEDY = {
    "doubles a string": '{% set ns = namespace(s="xxxxxxxx") %}{% for i in range(40) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}{{ ns.s }}',
    "doubles a string by adding": '{% set ns = namespace(s="xxxxxxxx") %}{% for i in range(40) %}{% set ns.s = ns.s + ns.s %}{% endfor %}{{ ns.s }}',
    "repeats a string": '{% set s = "xxxxxxxx" * 500000000 %}{{ s }}',
    "doubles by replacing": '{% set ns = namespace(s="xx") %}{% for i in range(40) %}{% set ns.s = ns.s|replace("x", "xx") %}{% endfor %}{{ ns.s }}',
    "captures itself": '{% set ns = namespace(s="xxxxxxxx") %}{% for i in range(40) %}{% set t %}{{ ns.s }}{{ ns.s }}{% endset %}'
    "{% set ns.s = t %}{% endfor %}{{ ns.s }}",
}
HOME, REPORT = "templates/web/home.html.j2", "templates/report/recommendation.md.j2"


def put(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def reload():
    folder = TMP / "overlay"
    folder.mkdir()
    server = Server("--watch", True, data_dir=folder)

    def version():
        answer = server.ask("GET", "/healthz")
        return json.loads(answer.body).get("data_version") if answer.status == 200 else None

    def failed():
        return server.metric('rolecall_data_reloads_total{result="failed"}') or 0

    ready, first = server.ask("GET", "/readyz").status, version()
    broken = put(folder, HOME, "{{ there_is_no_such_thing }}")
    refused = until_true(PATIENCE, failed)
    check(f"a broken template raises rolecall_data_reloads_total{{result=\"failed\"}} ({refused:g})", refused)
    pages = [server.ask("GET", page).status for page in ("/en/", "/fr/", "/en/pay")]
    check(f"pages answer as before ({pages})", pages == [200] * 3)
    now = server.ask("GET", "/readyz").status
    check(f"/readyz answers as before ({ready}, {now})", now == ready == 200)
    broken.unlink()
    time.sleep(1)
    shutil.rmtree(folder)
    time.sleep(1.5)
    put(folder, "rules/own.toml", '[[rule]]\nid = "verdict-large-structure"\nstatus = "withdrawn"\n')
    seen = until_true(PATIENCE, lambda: version() not in (None, first))
    check(f"the folder made again is seen ({first}, then {version()})", seen)
    shutil.rmtree(folder / "rules")
    back = until_true(PATIENCE, lambda: version() == first)
    check(f"and watched further ({version()})", back)
    check("the process lives", server.alive())
    server.stop(1)
    for what, template in GREEDY.items() if LONG else list(GREEDY.items())[:3]:
        greedy(what, template)


def greedy(what, template):
    folder = TMP / ("greedy-" + what.replace(" ", "-"))
    for name in (HOME, REPORT):
        put(folder, name, template)

    def spent(way, said, seconds, memory, holds):
        check(f"a template that {what}, {way}: {said}, {seconds:.1f} s (at most 10), {memory:.0f} MB (at most {MEMORY_LIMIT})",
              holds and seconds <= 10 and memory <= MEMORY_LIMIT)

    recommend = ["recommend", "--stage", "growing", "--goal", "retention", "--lang", "en"]
    for command in (["check"], recommend):
        it = run([*command, "--data-dir", folder])
        spent(command[0], f"status {it.code}", it.seconds, it.peak_mb, it.code in (0, 1, 2))
    begun = time.monotonic()
    server = Server(memory_kb=SERVER_KB, data_dir=folder)
    answer = server.ask("GET", "/en/") if server.alive() else None
    lived, seconds, (code, _) = server.alive(), time.monotonic() - begun, server.stop(1)
    if answer:
        spent("serve", f"answers {answer.status}", seconds, server.child.peak_mb, answer.status and lived)
    else:
        spent("serve", f"refuses with {code}", seconds, server.child.peak_mb, code in (1, 2))


# The whole.

SECTIONS = {
    part.__name__: part for part in (files, busy, logs, closed, replicas, connections, caches, same, output, reload)
}


def chosen():
    names = os.environ.get("SECTIONS", "").split()
    unknown = set(names) - set(SECTIONS) - {"all"}
    if unknown:
        print(f"hostile: no section `{', '.join(unknown)}`; there are {', '.join(SECTIONS)} and all", file=sys.stderr)
        sys.exit(2)
    return [name for name in SECTIONS if name in names] or list(SECTIONS), "all" in names


def give_up(number, _):
    "Told to stop, or out of time: no waiting for threads that wait themselves."
    if number == signal.SIGALRM:
        end = f"FAIL  the whole is not done within {GIVE_UP_SECONDS} s\n{counts[True]} passed, {counts[False] + 1} failed\n"
        os.write(1, end.encode())
    clean_up()
    os._exit(1 if number == signal.SIGALRM else 128 + number)


def main():
    os.chmod(TMP, 0o755)  # nginx runs as nobody
    atexit.register(clean_up)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM):
        signal.signal(number, give_up)
    if not LONG:
        signal.alarm(GIVE_UP_SECONDS)
    for name in PARTS:
        print(f"== {name}", flush=True)
        begun = time.monotonic()
        try:
            SECTIONS[name]()
        except Exception as error:  # one part that breaks off says nothing about the others
            check(f"{name}: broke off: {type(error).__name__}: {error}", False)
        finally:
            end_all()
        note(f"{name} took {time.monotonic() - begun:.0f} s")
    signal.alarm(0)
    print(f"{counts[True]} passed, {counts[False]} failed")
    sys.exit(1 if counts[False] else 0)


if __name__ == "__main__":
    if sys.argv[1] == "--drip":
        drip(int(sys.argv[2]), sys.argv[3], int(sys.argv[4]), float(sys.argv[5]))
    else:
        BINARY = sys.argv[1]
        PARTS, LONG = chosen()
        TMP = pathlib.Path(tempfile.mkdtemp(prefix="rolecall-hostile."))
        HELP = subprocess.run([BINARY, "serve", "--help"], capture_output=True, text=True, check=True).stdout
        main()
