"""`auditdocs init`: a workspace of one's own that builds at once, with what editors, Git and CI need."""

import json
from collections.abc import Iterator
from pathlib import Path

from auditdocs import __version__
from auditdocs.commands.schema import files, refresh_ids
from auditdocs.console import Console
from auditdocs.examine import examine
from auditdocs.problem import AuditdocsError, Words
from auditdocs.store import write_file

TAKEN_OVER = (
    "org/access.yaml",
    "org/departments.yaml",
    "org/deadlines.yaml",
    "org/forms.yaml",
    "org/grading.yaml",
    "org/parameters.yaml",
    "org/retention.yaml",
    "criteria/ISO9001-2015.yaml",
    "criteria/VDA63-2023.yaml",
    "checklists/CL-ISO9001-2015.yaml",
)

CONFIGURATION = """# 工作区设置 Settings of this workspace（六个键 six keys）
format = 1                 # 记录格式 the records' format
languages = ["zh"]         # 文件语言 languages of documents: ["zh"], ["en"], ["zh", "en"]
timezone = "+08:00"        # 时区 time zone of times without an offset
# build = "build"          # 输出文件夹 where documents are made
# fonts = {regular = "字体.ttc", bold = "字体.ttc"}   # 默认用本机的 Noto Sans CJK SC
requires = ">=VERSION"
"""
ORGANIZATION = """# 公司资料 The company. 请改成自己的 make it your own
name: {zh: 示例公司, en: Sample Company}
short_code: XY
document_prefix: XY
sites:
  SZ1:
    name: {zh: 一厂, en: Plant 1}
"""
PERSON = """# 人员 A person: 一人一个文件 one file each. 姓名和岗位请改成自己的
name: {zh: 示例人员, en: Sample Person}
posts:
  - {department: QA, title: {zh: 质量经理, en: Quality Manager}, roles: [quality], head: true, from: 2026-01-01}
nda_ref: NDA-2026-001
"""
EXTERNAL_DOCUMENTS = """# 外来文件 External documents: 标准、法规、客户文件 standards, laws, what customers give us
# 每年核对一次是否有效，写 checked_on；客户文件写 customer
# look once a year whether each is in force, and write checked_on; a customer's document names its customer
EXT-001:
  title: {zh: 质量管理体系 要求, en: "Quality management systems: requirements"}
  kind: standard
  number: ISO 9001
  edition: "2015"
  publisher: ISO
  criterion: ISO9001-2015
  owner_department: QA
EXT-002:
  title: {zh: 过程审核, en: Process audit}
  kind: standard
  number: VDA 6.3
  edition: "2023"
  publisher: VDA QMC
  criterion: VDA63-2023
  owner_department: QA
"""
GITIGNORE = """/build/
/.auditdocs/
/schemas/ids.schema.json
~$*
"""
GITATTRIBUTES = """* text=auto eol=lf
*.docx binary
*.xlsx binary
*.pdf binary
*.png binary
*.jpg binary
"""
EDITORCONFIG = """root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true

[*.{yaml,yml,md}]
indent_style = space
indent_size = 2
"""
PRE_COMMIT = """# pre-commit install 之后，每次提交前检查 after `pre-commit install`, checks before each commit
repos:
  - repo: local
    hooks:
      - id: auditdocs
        name: auditdocs check
        entry: auditdocs check
        language: system
        pass_filenames: false
        files: ^(records/|auditdocs\\.toml$)
"""
CODEOWNERS = """# 谁的记录谁批准 whose record, whose approval. 把 @xxx 换成自己的组 replace the groups by your own
records/org/                                @quality
records/people/                             @general-affairs
records/customers/                          @sales
records/audits/**/contact_sheet.yaml        @sales
records/audits/                             @quality
records/policies/                           @quality
templates/                                  @document-control
auditdocs.toml                              @document-control
"""
WORKFLOW = """name: auditdocs
on: [push, pull_request]
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with: {fetch-depth: 0}   # 文件上印的是提交号，需要完整历史 documents print the commit: the whole history is needed
      - run: sudo apt-get update && sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk
      - run: pip install auditdocs
      - run: auditdocs check --format github
      - run: auditdocs build
      - uses: actions/upload-artifact@v4
        with: {name: documents, path: build}
"""
EXTENSIONS = {"recommendations": ["redhat.vscode-yaml"]}
TASKS = {
    "version": "2.0.0",
    "tasks": [
        {
            "label": "auditdocs check",
            "type": "shell",
            "command": "auditdocs check --format concise",
            "group": {"kind": "build", "isDefault": True},
            "problemMatcher": {
                "owner": "auditdocs",
                "fileLocation": ["relative", "${workspaceFolder}"],
                "pattern": {
                    "regexp": "^(.+?):(\\d+):(\\d+): (error|warning) (\\S+) (.*)$",
                    "file": 1, "line": 2, "column": 3, "severity": 4, "code": 5, "message": 6,
                },
            },
        }
    ],
}  # fmt: skip
SNIPPETS = {
    "发现项 finding": {
        "scope": "yaml",
        "prefix": "finding",
        "body": ["F${1:01}:", "  type: ${2|nc,observation,improvement,good_practice|}", "  grade: ${3:minor}", "  statement: $0"],
    },
    "场次 session": {
        "scope": "yaml",
        "prefix": "session",
        "body": [
            "S${1:01}:",
            "  stage: ${2|opening,process,interview,closing|}",
            "  start: ${3}",
            "  end: ${4}",
            "  escorts: [$5]",
            "  guides: [$0]",
        ],
    },
}


def run_init(target: Path, console: Console) -> int:
    """Write the workspace; a folder that holds something is not touched."""
    if target.exists() and (not target.is_dir() or any(one.name != ".git" for one in target.iterdir())):
        raise AuditdocsError(f"{target} 不是空文件夹，未改动", f"{target} is not an empty folder; nothing was changed")
    written = tuple(_files())
    for name, content in written:
        write_file(target / name, content)
    for name, _ in written:  # said at the end: a listener who goes away leaves no half workspace
        console.result(name)
    refresh_ids(examine(target))
    console.say(
        Words(
            f"工作区已建好：cd {target}，改 records/org/ 和 records/people/P0001.yaml，再 auditdocs new customer",
            f"the workspace is ready: cd {target}, edit records/org/ and records/people/P0001.yaml, then auditdocs new customer",
        )
    )
    return 0


def _files() -> Iterator[tuple[str, bytes]]:
    own = {
        "auditdocs.toml": CONFIGURATION.replace("VERSION", ".".join(__version__.split(".")[:2])),
        "records/org/organization.yaml": ORGANIZATION,
        "records/org/external_documents.yaml": EXTERNAL_DOCUMENTS,
        "records/people/P0001.yaml": PERSON,
        ".gitignore": GITIGNORE,
        ".gitattributes": GITATTRIBUTES,
        ".editorconfig": EDITORCONFIG,
        ".pre-commit-config.yaml": PRE_COMMIT,
        "CODEOWNERS": CODEOWNERS,
        ".github/workflows/auditdocs.yml": WORKFLOW,
        ".vscode/extensions.json": _json(EXTENSIONS),
        ".vscode/tasks.json": _json(TASKS),
        ".vscode/auditdocs.code-snippets": _json(SNIPPETS),
    }
    yield from ((name, text.encode()) for name, text in own.items())
    yield from ((f"records/{name}", (_start() / name).read_bytes()) for name in TAKEN_OVER)
    yield from files().items()


def _start() -> Path:
    """The records a new workspace takes over: beside the program in a checkout, inside it in a package."""
    package = Path(__file__).resolve().parents[1]
    packaged = package / "_start"
    return packaged if packaged.is_dir() else package.parents[1] / "records"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
