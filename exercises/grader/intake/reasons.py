"""Why a submission does not come in, in both languages; the form is that of `faults.FAULTS`."""

from __future__ import annotations

_AGAIN = ("hand in the notebook itself", "노트북 파일을 그대로 내세요.")

REASONS = {
    "link": (
        ("it is a link, not a file", "파일이 아니라 링크입니다."),
        "a plain file / 일반 파일",
        _AGAIN,
    ),
    "special": (
        ("it is no file but a pipe, a socket or a device", "파일이 아니라 파이프나 장치입니다."),
        "a plain file / 일반 파일",
        _AGAIN,
    ),
    "unsafe_path": (
        ("its name leads out of its folder or can't be shown", "이름이 폴더 밖을 가리킵니다."),
        "a plain name inside the folder / 폴더 안의 보통 이름",
        ("pack the files again, by their plain names", "보통의 이름으로 다시 압축하세요."),
    ),
    "bomb": (
        ("all its files together are too large", "풀어 놓은 파일을 모두 더하면 너무 큽니다."),
        "at most 20 GB / 20 GB 이하",
        ("pack the notebooks alone", "노트북만 다시 압축하세요."),
    ),
    "encrypted": (
        ("it is locked with a password", "암호로 잠겨 있습니다."),
        "an archive without a password / 암호가 없는 압축 파일",
        ("pack it without a password", "암호 없이 다시 압축하세요."),
    ),
    "unreadable": (
        ("it can't be read: damaged, or not permitted", "손상되었거나 권한이 없어 읽지 못합니다."),
        "a whole file / 온전한 파일",
        ("download it again, or ask for it again", "다시 내려받거나 다시 내게 하세요."),
    ),
    "too_many": (
        ("it holds too many files", "파일이 너무 많습니다."),
        "at most 200000 / 20만 개 이하",
        ("pack the notebooks alone", "노트북만 다시 압축하세요."),
    ),
    "several": (
        (
            "several notebooks, none under the expected name",
            "노트북이 여럿인데 맞는 이름이 없습니다.",
        ),
        "{name}",
        ("keep the right one and give it this name", "맞는 하나만 이 이름으로 다시 내세요."),
    ),
    "archive_inside": (
        ("an archive was handed in, not a notebook", "노트북이 아니라 압축 파일을 냈습니다."),
        "{name}",
        ("unpack it and hand in the notebook", "압축을 풀어 노트북을 내세요."),
    ),
    "no_student": (
        ("nothing says whose it is", "누구의 것인지 알 수 없습니다."),
        "STUDENT/{name}",
        ("put it into a folder with the student's id", "학생의 아이디로 된 폴더에 넣으세요."),
    ),
    "bad_student": (
        ("this can't be a student's id", "학생의 아이디가 될 수 없는 이름입니다."),
        "letters, digits, '.', '-', '_', '@' and spaces / 글자, 숫자, '.', '-', '_', '@', 빈칸",
        ("rename the folder", "폴더의 이름을 바꾸세요."),
    ),
    "unknown_student": (
        ("this student is not enrolled", "등록되지 않은 학생입니다."),
        "an id, a name or an LMS number of the gradebook / 성적부에 있는 아이디, 이름, LMS 번호",
        (
            "correct the name, or take new students with --enrol",
            "이름을 고치거나 --enrol로 새 학생을 받으세요.",
        ),
    ),
    "two_students": (
        ("several students have this name", "이름이 같은 학생이 여럿입니다."),
        "an id / 아이디",
        ("put it into a folder with the student's id", "학생의 아이디로 된 폴더에 넣으세요."),
    ),
    "bad_stamp": (
        ("its time can't be read", "제출 시각을 읽지 못합니다."),
        "2026-03-10 23:59:00 KST",
        ("correct timestamp.txt", "timestamp.txt를 고치세요."),
    ),
}
