"""``python -m exercises.grader COMMAND [ASSIGNMENT]``: release, grade and report an assignment."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
from pathlib import Path

from .words import language_of_terminal

COMMANDS = {
    "release": "make the Korean and the English notebook / 한국어와 영어 배포본을 만듭니다",
    "collect": "take in what was handed in / 제출물을 받아들입니다",
    "class": "grade what was handed in, or a sample class / 제출물이나 예제 학급을 채점합니다",
    "autograde": "grade what was handed in / 제출물을 채점합니다",
    "feedback": "write the pages for students / 학생에게 줄 결과를 씁니다",
    "report": "print the table, write the page about the class / 표와 학급 보고서를 만듭니다",
    "export": "write CSV, Canvas, Moodle, Gradescope / 다른 시스템의 표도 씁니다",
    "import": "take points corrected in the CSV / CSV에서 고친 점수를 받습니다",
    "restore": "list the gradebook's copies; NUMBER brings one back / 성적부 사본을 되돌립니다",
}


def arguments(argv: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    lines = [f"{name:10} {text}" for name, text in COMMANDS.items()]
    parser = argparse.ArgumentParser(
        prog="python -m exercises.grader",
        description="\n".join(lines),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND")
    parser.add_argument("assignment", nargs="?", metavar="ASSIGNMENT", help="default: all / 전부")
    parser.add_argument(
        "--from",
        dest="place",
        type=Path,
        help="collect: a folder, an exchange, a zip or a tar; import: a CSV / 가져올 곳",
    )
    parser.add_argument(
        "--enrol", action="store_true", help="collect: take new students / 새 학생도 받습니다"
    )
    parser.add_argument(
        "--names", action="store_true", help="report: with the students' ids / 아이디를 적습니다"
    )
    parser.add_argument("--json", action="store_true", help="print JSON / JSON으로 씁니다")
    parser.add_argument("--course", type=Path, help="another course folder / 다른 과목 폴더")
    parser.add_argument(
        "--force", action="store_true", help="replace a release / 배포본을 바꿉니다"
    )
    parser.add_argument("--regrade", action="store_true", help="grade again / 다시 채점합니다")
    parser.add_argument("--jobs", type=int, default=2, help="workers / 동시에 채점할 수")
    parser.add_argument(
        "--no-sandbox",
        action="store_true",
        help="run students' code unconfined / 학생의 코드를 가두지 않고 실행합니다",
    )
    parser.add_argument("--language", choices=("ko", "en"), default=language_of_terminal())
    return parser.parse_args(argv)


def outside(error: OSError) -> int:
    """Say what the machine refused; a closed pipe is no news."""
    if isinstance(error, BrokenPipeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    from rnnkit.errors import explain

    what, ko = "the file can't be read or written", "파일을 읽거나 쓸 수 없습니다."
    place, fix = (
        str(error.filename or "file"),
        "check permissions and disk / 권한과 디스크를 확인하세요",
    )
    expected = "a folder of your own with room / 쓸 수 있고 자리가 있는 폴더"
    print(explain(place, what, ko, given=error, expected=expected, fix=fix), file=sys.stderr)
    return 2


def printing_json(run, options) -> int:
    """Run a command whose words go to stderr; print what it found as one JSON document."""
    with contextlib.redirect_stdout(sys.stderr):
        status = run(options)
    said = {"command": options.command, "status": status, "assignments": options.documents}
    print(json.dumps(said, ensure_ascii=False, indent=1))
    return status


def main(argv: list[str] | None = None) -> int:
    """Do what the command line says; return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")
    options = arguments(argv)
    from .commands import run
    from .refusal import RefusalError

    try:
        return printing_json(run, options) if options.json else run(options)
    except RefusalError as refusal:
        print(refusal, file=sys.stderr)
        return 2
    except OSError as error:
        return outside(error)
    except KeyboardInterrupt:
        print(
            "stopped; what is graded stays / 멈추었습니다. 채점한 것은 남습니다.", file=sys.stderr
        )
        return 130


if __name__ == "__main__":
    sys.exit(main())
