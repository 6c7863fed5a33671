#!/bin/sh
# A fresh checkout → .venv with auditdocs (editable) and all that its tests need, and what PDFs need of the system.
#
#   1. Python 3.11 or newer: the one named in PYTHON, else the first of python3, python3.14 … python3.11.
#   2. .venv, with the versions pinned in constraints.txt. A stamp in it makes the next run instant; it is renewed when
#      pyproject.toml, constraints.txt, this file, the Python or the place of the checkout changes.
#   3. Pango, fonts and pdftotext, through apt-get where we are root or sudo asks for no password. Where they cannot be
#      installed we say what to install and go on: everything but PDF works without them.
set -eu
cd "$(dirname "$0")/.."

STAMP=.venv/auditdocs-stamp
APT_PDF="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk poppler-utils"

# Everything people read is said in both languages.
say() {
  printf '%s\n%s\n' "$1" "$2" >&2
}

give_up() {
  say "$1" "$2"
  exit 3
}

is_new_enough() {
  "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
  for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
    if is_new_enough "$candidate"; then
      printf '%s' "$candidate"
      return
    fi
  done
}

may_use_apt() {
  command -v apt-get >/dev/null 2>&1 || return 1
  [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

# Fails quietly: whoever calls looks afterwards at what is there, and that is what counts.
apt_install() {
  as_root=
  [ "$(id -u)" = 0 ] || as_root="sudo -n"
  say "正在用 apt-get 安装：$*" "installing with apt-get: $*"
  $as_root apt-get -q -o DPkg::Lock::Timeout=120 update >&2 || true
  $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -y -o DPkg::Lock::Timeout=120 install --no-install-recommends "$@" >&2 || true
}

# Debian and Ubuntu cut venv out of Python and put it into a package of its own.
ensure_venv_module() {
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null && may_use_apt; then
    apt_install python3-venv
  fi
  "$python" -c 'import ensurepip, venv' 2>/dev/null || give_up \
    "本机的 Python 缺少 venv。请运行 sudo apt-get install python3-venv，再运行一次本命令。" \
    "This Python has no venv. Run: sudo apt-get install python3-venv, then run this command again."
}

# What decides whether the environment is up to date. The place counts because scripts in .venv name it.
wanted_stamp() {
  "$python" - pyproject.toml constraints.txt tools/setup.sh <<'PYTHON'
import hashlib, pathlib, sys

told = hashlib.sha256()
for name in sys.argv[1:]:
    told.update(pathlib.Path(name).read_bytes() + b"\0")
print(told.hexdigest(), "%d.%d" % sys.version_info[:2], pathlib.Path.cwd())
PYTHON
}

is_usable() {
  [ -x .venv/bin/python ] && is_new_enough .venv/bin/python && .venv/bin/python -m pip --version >/dev/null 2>&1 || return 1
  # A checkout that was moved or copied: its scripts would run the Python of the old place.
  [ ! -f $STAMP ] || [ "$(cut -d ' ' -f 3- $STAMP)" = "${1#* * }" ]
}

install_packages() {
  say "正在建立 .venv（首次约需一分钟）" "setting up .venv (about a minute the first time)"
  if ! is_usable "$1"; then
    ensure_venv_module
    "$python" -m venv --clear .venv
  fi
  rm -f $STAMP
  # hatchling first and no build isolation: so the tool that builds is pinned like everything else.
  { pip_install hatchling editables && pip_install --no-build-isolation --editable '.[test]'; } || give_up \
    "pip 未能装齐所需的包（原因见上）。下载需要网络；如用镜像，请设置 PIP_INDEX_URL，再运行一次本命令。" \
    "pip could not install what is needed (the reason stands above). It needs the network; for a mirror set PIP_INDEX_URL; then run this command again."
  printf '%s\n' "$1" >$STAMP
}

pip_install() {
  PIP_DISABLE_PIP_VERSION_CHECK=1 .venv/bin/python -m pip install --quiet --constraint constraints.txt "$@"
}

missing_here() {
  .venv/bin/python tools/machine.py
}

explain_missing() {
  say "
制作 PDF 和运行测试还缺少：$1。Word 和 Excel 文件不受影响。请安装：" \
    "Missing for PDFs and tests: $1. Word and Excel files are made without it. Please install:"
  cat >&2 <<ADVICE
  Debian, Ubuntu   sudo apt-get install $APT_PDF
  Fedora           sudo dnf install pango harfbuzz google-noto-sans-cjk-fonts poppler-utils
  macOS            brew install pango poppler && brew install --cask font-noto-sans-cjk-sc
  Windows          WSL: wsl --install, then as on Ubuntu · 或 or MSYS2: pacman -S mingw-w64-ucrt-x86_64-pango

ADVICE
}

python=$(find_python)
[ -n "$python" ] || give_up \
  "需要 Python 3.11 或更新版本（Debian 12：sudo apt-get install python3 python3-venv；或设置 PYTHON=路径）。" \
  "Python 3.11 or newer is needed (Debian 12: sudo apt-get install python3 python3-venv; or set PYTHON=path)."

stamp=$(wanted_stamp)
if ! { [ -x .venv/bin/python ] && [ -x .venv/bin/auditdocs ] && [ -f $STAMP ] && [ "$(cat $STAMP)" = "$stamp" ]; }; then
  install_packages "$stamp"
fi

# Written also where the environment forbids it (PYTHONDONTWRITEBYTECODE): without it every start compiles the program anew.
.venv/bin/python -m compileall -q src || true

missing=$(missing_here)
if [ -n "$missing" ] && may_use_apt; then
  # shellcheck disable=SC2086 # a list of packages
  apt_install $APT_PDF
  missing=$(missing_here)
fi
[ -z "$missing" ] || explain_missing "$missing"
