"""Ctrl-C stops what runs, also where Python drops the interruption, and leaves alone what is being tidied up."""

import signal
import subprocess
import sys

import pytest

from auditdocs import cli
from auditdocs.command_line import app

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="a process that sends itself signals")

HEAD = """
import os, signal, sys, time, weakref
from auditdocs.interruption import heed, heeded

signal.signal(signal.SIGINT, signal.default_int_handler)  # who runs the tests in the background has it ignored
heed()
press = lambda *_: os.kill(os.getpid(), signal.SIGINT)

def at(moment, happens):
    def trace(frame, event, argument):
        nonlocal moment
        moment -= 1
        if moment == 0:
            happens()
        return trace
    return trace
"""


def run(program: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-c", HEAD + program], capture_output=True, text=True, timeout=60, check=False)


def test_an_interruption_that_was_dropped_is_raised_again() -> None:
    """What a callback of a weak reference raises is dropped, as in the import of a module."""
    ended = run(
        """
class Thing: pass
thing = Thing()
kept = weakref.ref(thing, press)
try:
    del thing
    print("dropped", flush=True)
    time.sleep(30)
except KeyboardInterrupt:
    heeded()
    print("stopped", flush=True)
    time.sleep(0.5)
    print("and once only", flush=True)
"""
    )
    assert ended.stdout.split("\n")[:-1] == ["dropped", "stopped", "and once only"]
    assert "Exception ignored" in ended.stderr


def test_what_is_tidied_up_is_not_interrupted_again() -> None:
    ended = run(
        """
try:
    try:
        press()
        time.sleep(30)
    finally:
        try:
            os.unlink("/nowhere")
        except OSError:
            press()
            time.sleep(0.5)
        print("tidy", flush=True)
except KeyboardInterrupt:
    heeded()
"""
    )
    assert (ended.returncode, ended.stdout) == (0, "tidy\n"), ended.stderr


def test_pressed_again_at_any_moment_of_the_first_it_does_not_hang() -> None:
    ended = run(
        """
stopped = 0
for moment in range(1, 61):
    sys.settrace(at(moment, press))
    try:
        press()
        time.sleep(30)
    except KeyboardInterrupt:
        heeded()
        sys.settrace(None)
        stopped += 1
print(stopped)
"""
    )
    assert (ended.returncode, ended.stdout) == (0, "60\n"), ended.stderr


def test_once_it_is_heeded_it_is_not_raised_again_whenever_its_time_comes() -> None:
    ended = run(
        """
for moment in range(1, 21):
    heed()
    try:
        press()
    except KeyboardInterrupt:
        sys.settrace(at(moment, lambda: os.kill(os.getpid(), signal.SIGALRM)))
        heeded()
        sys.settrace(None)
    time.sleep(0.25)
    signal.signal(signal.SIGINT, signal.default_int_handler)
print("once only")
"""
    )
    assert (ended.returncode, ended.stdout) == (0, "once only\n"), ended.stderr


def test_who_has_it_ignored_is_not_interrupted() -> None:
    ended = run("signal.signal(signal.SIGINT, signal.SIG_IGN)\nheed()\npress()\ntime.sleep(0.3)\nprint('went on')\n")
    assert (ended.returncode, ended.stdout) == (0, "went on\n"), ended.stderr


def test_what_ctrl_c_became_in_a_library_is_still_an_interruption(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def dropped(*arguments: object, **named: object) -> None:
        raise TypeError("expected a message argument")  # as it came out of an import

    monkeypatch.setattr(app, "main", dropped)
    monkeypatch.setattr(cli, "is_pressed", lambda: True)
    assert cli.run(["--lang", "en", "check"]) == 130
    assert capsys.readouterr().err == "interrupted\n"
