"""Commands as they are typed: their exit codes and their words, in both languages."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from auditdocs.cli import main
from tests.typed import DAY, change

AUDIT = "records/audits/2026/AUD-2026-001"

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line; its exit code and all it says."""

    def ran(*arguments: object) -> tuple[int, str]:
        with pytest.raises(SystemExit) as ended:
            main([str(one) for one in arguments])
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out + said.err

    return ran


def test_a_good_workspace_passes(run: Run, workspace: Path) -> None:
    code, said = run("-C", workspace, "--lang", "zh", "check", *DAY)
    assert (code, "0 个错误，0 个警告" in said) == (0, True)


def test_an_error_is_told_with_place_sentence_and_advice(run: Run, workspace: Path) -> None:
    change(workspace / AUDIT / "contact_sheet.yaml", "visitor_count: 3", "visitor_count: 4")
    code, said = run("-C", workspace, "--lang", "zh", "check", *DAY)
    assert code == 1
    assert f"{AUDIT}/contact_sheet.yaml:15:16" in said
    assert "来访人数写 4，列出的来访人员有 3 名" in said
    assert "更正 visitor_count" in said


def test_a_program_gets_every_problem_in_both_languages(run: Run, workspace: Path) -> None:
    change(workspace / AUDIT / "contact_sheet.yaml", "audit_type: system", "audit_type: 体系")
    code, said = run("-C", workspace, "check", *DAY, "--format", "json")
    [problem] = json.loads(said)
    assert (code, problem["line"], problem["column"], problem["end_column"]) == (1, 6, 13, 15)
    assert "system" in problem["message"]["zh"]
    assert "choose one of" in problem["message"]["en"]


@pytest.mark.parametrize("style", ["text", "concise", "json", "github", "sarif"])
def test_no_form_for_programs_shows_the_records_own_words(run: Run, workspace: Path, style: str) -> None:
    change(workspace / AUDIT / "contact_sheet.yaml", "planned_start: 2026-03-10", "planned_start: 请打 13800001234 找孙工")
    code, said = run("-C", workspace, "check", *DAY, "--format", style)
    assert code == 1
    assert "13800001234" not in said
    assert "13800001234" in run("-C", workspace, "check", *DAY, "--format", style, "--show-values")[1]


def test_a_path_chooses_what_is_shown_and_counted(run: Run, workspace: Path) -> None:
    change(workspace / AUDIT / "contact_sheet.yaml", "visitor_count: 3", "visitor_count: 4")
    assert run("-C", workspace, "check", "records/people", *DAY)[0] == 0
    assert run("-C", workspace, "check", AUDIT, *DAY)[0] == 1


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        (["chek"], "没有命令 chek；是否想写 check？", "there is no command chek; did you mean check?"),
        (["check", "--frmat", "json"], "没有选项 --frmat；是否想写 --format？", "there is no option --frmat; did you mean --format?"),
        (["check", "--format", "xml"], "--format 可选：text、concise、json", "--format takes one of: text, concise, json"),
        (["check", "--as-of", "2026-13-01"], "--as-of 写成年-月-日，如 2026-09-08", "--as-of takes a date like 2026-09-08"),
        (["check", "--as-of", "2026-02-30"], "并须有这一天", "that the calendar has"),
        (["verify", "nowhere"], "nowhere 不是可读的文件夹", "nowhere is no folder that can be read"),
        (["check", "--as-of", "20261120"], "--as-of 写成年-月-日", "--as-of takes a date like"),
        (["check", "nowhere.yaml"], "工作区里没有 nowhere.yaml", "there is no nowhere.yaml in the workspace"),
        (["todo", "--mine", "P9999"], "没有人员 P9999", "there is no person P9999"),
        (["todo", "--days", "x"], "--days 应是 0 到 3650 的整数", "--days takes a whole number from 0 to 3650"),
        (["new", "audit", "--customer", "C9999"], "没有客户 C9999", "there is no customer C9999"),
        (["new", "car", "AUD-2026-001", "--finding", "F99"], "没有发现项 F99", "no finding F99"),
        (["new", "car", "AUD-2026-099", "--finding", "F01"], "没有审核 AUD-2026-099", "there is no audit AUD-2026-099"),
        (["new", "audt"], "是否想写 audit？", "did you mean audit?"),
        (["new"], "缺少 KIND", "KIND is missing"),
        (["approve", "AUD-2026-001"], "缺少 --role；可选：prepared、", "--role is missing; it takes one of: prepared, "),
        (["approve", "X", "--role", "received", "--at", "2026/6/5"], "--at 写成“日期T时:分”", "--at takes a time like 2026-09-08T09:00"),
        (["explain", "car.due-before-isue"], "是否想写 car.due-before-issue？", "did you mean car.due-before-issue?"),
        (["build", "nothing-like-this"], "nothing-like-this", "nothing-like-this"),
        (["doctor", "now"], "多余的参数 now", "unexpected argument now"),
    ],
)
def test_a_wrong_command_line_is_2_and_says_what_to_type(run: Run, workspace: Path, typed: list[str], zh: str, en: str) -> None:
    for lang, words in (("zh", zh), ("en", en)):
        code, said = run("-C", workspace, "--lang", lang, *typed)
        assert code == 2
        assert words in said


@pytest.mark.parametrize(
    ("line", "zh", "en"),
    [
        ("fromat = 1", "是否想写 format？", "did you mean format?"),
        ("format = 2", "请更新 auditdocs", "update auditdocs"),
        ('format = "1"', "format 应为 1", "format must be 1"),
        ('languages = ["fr"]', 'languages 写成 ["zh"]', 'languages is ["zh"]'),
        ('timezone = "Asia/Shanghai"', 'timezone 写成 "+08:00"', 'timezone is written "+08:00"'),
        ('build = "../out"', "build 应是工作区内的文件夹名", "build names a folder inside the workspace"),
        ('build = "records"', "build 应是工作区内的文件夹名", "build names a folder inside the workspace"),
        ('requires = ">=99"', "此工作区要求 auditdocs >=99", "this workspace wants auditdocs >=99"),
        ('requires = "latest"', "看不懂 requires = latest", "cannot read requires = latest"),
        ("fonts = 1", "fonts 写成", "fonts is written"),
        ("languages = [", "写法有误", "cannot be read"),
    ],
)
def test_a_wrong_configuration_is_2_and_says_what_to_type(run: Run, workspace: Path, line: str, zh: str, en: str) -> None:
    (workspace / "auditdocs.toml").write_text(line + "\n", "utf-8")
    for lang, words in (("zh", zh), ("en", en)):
        code, said = run("-C", workspace, "--lang", lang, "check")
        assert code == 2
        assert words in said


def test_init_touches_no_folder_that_holds_something(run: Run, workspace: Path) -> None:
    code, said = run("--lang", "zh", "init", workspace)
    assert (code, "不是空文件夹，未改动" in said) == (2, True)


def test_a_folder_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    code, said = run("-C", tmp_path / "nowhere", "--lang", "zh", "check")
    assert (code, "没有文件夹" in said) == (2, True)


def test_todo_names_whose_turn_it_is_and_makes_one_line_of_many(run: Run, workspace: Path) -> None:
    plan = workspace / "records/audits/2026/AUD-2026-002/plan.yaml"
    text = plan.read_text("utf-8")
    plan.write_text(
        "\n".join(line.partition(", escorts:")[0] + ("}" if ", escorts:" in line else "") for line in text.splitlines()), "utf-8"
    )
    code, said = run("-C", workspace, "--lang", "zh", "todo", "--as-of", "2026-12-01")
    [line] = [line for line in said.splitlines() if "没有陪同人员" in line]
    assert code == 0
    assert "共 4 处" in line
    assert "杨示例" in line


def test_status_lists_audits_and_cars(run: Run, workspace: Path) -> None:
    code, said = run("-C", workspace, "--lang", "zh", "status", *DAY)
    assert code == 0
    assert "AUD-2026-001" in said
    assert "已归档" in said
    assert "CAR-2026-0001" in said


def test_python_runs_the_program_by_its_package(tmp_path: Path) -> None:
    told = subprocess.run([sys.executable, "-m", "auditdocs", "--version"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert told.stdout.startswith("auditdocs, version ")
