"""The words of the page about a class."""

from __future__ import annotations

from ..words import LANGUAGES

TEXTS = {
    "title": ("학급 보고서", "Class report"),
    "other": ("English", "한국어"),
    "handed_in": ("제출 {}명, 미제출 {}명", "{} handed in, {} did not"),
    "nobody": ("아직 채점한 것이 없습니다.", "Nothing has been graded yet."),
    "distribution": ("점수 분포", "Distribution"),
    "bin": ("{}~{}%: 학생 {}명", "{}–{}%: students: {}"),
    "median": ("중앙값은 {}%입니다.", "The median is {}%."),
    "distribution_help": (
        "지금까지 채점한 배점 가운데 얻은 비율입니다.",
        "The share of the points that are graded so far.",
    ),
    "questions": ("문항", "Questions"),
    "question": ("문항", "Question"),
    "points": ("배점", "Points"),
    "answers": ("채점한 답", "Graded"),
    "ease": ("정답률", "Earned"),
    "discrimination": ("변별도", "Discrimination"),
    "questions_help": (
        "정답률은 배점 가운데 얻은 평균 비율입니다. "
        "변별도는 이 문항의 점수와 나머지 문항 점수의 상관계수입니다. "
        "0에 가깝거나 음수이면 문항을 다시 살펴보세요.",
        "Earned: the mean share of the points. Discrimination: the correlation of a question's "
        "points with the points of all others; near zero or below, look at the question again.",
    ),
    "mistakes": ("어떤 오해가 어디에서", "Which mistake, where"),
    "mistakes_help": (
        "칸의 수는 그 오해를 보인 학생 수입니다.",
        "A field counts the students who made the mistake.",
    ),
    "no_mistakes": ("아는 오해는 보이지 않았습니다.", "No known mistake was seen."),
    "again": ("다시 가르칠 것", "What to teach again"),
    "students": ("학생 {}명", "students: {}"),
    "read": ("책에서 읽기", "Read it in the book"),
    "failed": ("채점하지 못한 제출물", "Not graded"),
    "slowest": ("오래 걸린 실행", "Slowest runs"),
    "seconds": ("초", "Seconds"),
    "submission": ("제출물", "Submission"),
    "reason": ("까닭", "Reason"),
    "late": ("늦은 제출", "Handed in late"),
    "minutes": ("{}분", "{} min"),
    "alike": ("구조가 비슷한 제출물", "Submissions of one structure"),
    "alike_help": (
        "이름과 주석을 뺀 구조를 견주었고, 배포한 코드와 여러 학생이 함께 쓴 것은 세지 않았습니다. "
        "비슷하다는 것이 베꼈다는 뜻은 아닙니다. 직접 읽어 보세요.",
        "Names and comments are left out; released code, and what many wrote, does not count. "
        "Alike does not mean copied: read them yourself.",
    ),
    "none": ("없습니다.", "None."),
    "shared": ("드문 구조의 {}%가 같습니다", "{}% of their rare structure is shared"),
}


def text(key: str, language: str) -> str:
    """Return a text in one language."""
    return TEXTS[key][LANGUAGES.index(language)]
