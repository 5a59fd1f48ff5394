# Every verb sets up what it needs (requirements/setup_venv.py) and then calls Python.
# Works with GNU make 3.81 and newer.

# Which Python to use. Empty: the one of .venv, else python3, python3.13, python3.12, python3.11.
PYTHON =
CHAPTER =
ASSIGNMENT =
SANDBOX =
FROM =
BACKUP =
URL =

export PYTHONUTF8 = 1
unexport PYTHONPATH
unexport PYTHONHOME

venv = .venv/bin/python
candidates = $(if $(PYTHON),"$(PYTHON)",.venv/bin/python python3 python3.13 python3.12 python3.11)

# $(call with_python,SCRIPT): run it with the first candidate of a tested version, else with a newer
# one, else with any Python at all, so that the script can say that it is too old.
define with_python
@for versions in "(3, 11) <= v < (3, 14)" "(3, 11) <= v" "v"; do \
	for python in $(candidates); do \
		"$$python" -ESc "import sys; v = sys.version_info; sys.exit(not ($$versions))" \
			2>/dev/null && exec "$$python" -ES $(1); \
	done; \
done; \
echo "set-up: no Python was found; install Python 3.11 to 3.13, or name one: make … PYTHON=/path/to/python3" \
	"/ 파이썬이 없습니다. 파이썬 3.11~3.13을 설치하거나 PYTHON=/경로/python3 으로 알려 주세요." >&2; exit 1
endef
set_up = $(call with_python,requirements/setup_venv.py $(1))

.PHONY: help book test check stamp figures pages run release collect grade report restore bench bench-grading lint format lock clean
.DEFAULT_GOAL := help

help: ## this list / 이 목록을 보입니다
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{ printf "make %-13s %s\n", $$1, $$2 }' Makefile

book: ## build both books and print the page to open / 두 언어의 책을 만들고 열 곳을 알려 줍니다
	$(call set_up,book)
	@$(venv) book/publish.py $(if $(URL),--url "$(URL)")

test: ## check everything: style, tests, each notebook's outputs / 전부 검사합니다
	$(call set_up,test)
	@sh requirements/programs.sh test
	$(venv) -m ruff check .
	$(venv) -m ruff format --check .
	$(venv) -m codespell_lib
	$(venv) -m pytest tests book --nbval -n 2 --dist loadfile

check: ## check what an author changes, fast, no TensorFlow / 글을 고친 뒤 빨리 검사합니다
	$(call set_up,book)
	@$(venv) book/stamp.py --check
	@$(venv) -m exercises.grader.form
	$(venv) -m ruff check .
	$(venv) -m ruff format --check .
	$(venv) -m codespell_lib
	$(venv) -m pytest -q --tb=short -m "not slow" tests/book tests/rnnkit tests/exercises

stamp: ## CHAPTER=03-batching  both texts were read: renew stamps / 두 글을 읽고 나서 도장을 찍습니다
	$(call set_up,book)
	@$(venv) $(if $(ASSIGNMENT),-m exercises.stamp $(ASSIGNMENT),book/stamp.py $(CHAPTER))

figures: ## draw every figure again / 그림을 모두 다시 그립니다
	$(call set_up,book)
	@$(venv) -m book.figures

pages: ## rewrite the glossary, and where mistakes are met / 용어집과 오해 쪽을 다시 씁니다
	$(call set_up,book)
	@$(venv) -m book.glossary_page
	@$(venv) -m exercises.where
	@$(venv) -m tests.exercises.proof

run: ## CHAPTER=03-batching  run its cells and store the outputs / 셀을 실행해 출력을 저장합니다
	$(call set_up,test)
	@$(venv) book/run.py $(CHAPTER)

release: ## [ASSIGNMENT=02-unfolding]  make what students get / 학생에게 줄 노트북을 만듭니다
	$(call set_up,grade)
	@$(venv) -m exercises.grader release $(ASSIGNMENT)

collect: ## ASSIGNMENT=02-unfolding FROM=class.zip  take in what was handed in / 제출물을 받아들입니다
	$(call set_up,grade)
	@$(venv) -m exercises.grader collect $(ASSIGNMENT) $(if $(FROM),--from "$(FROM)")

grade: ## grade what was handed in, or a sample class / 제출물이나 예제 학급을 채점합니다
	$(call set_up,grade)
	@sh requirements/programs.sh grade
	@$(venv) -m exercises.grader class $(ASSIGNMENT) $(if $(filter no,$(SANDBOX)),--no-sandbox)

report: ## ASSIGNMENT=02-unfolding  write the page about the class / 학급 보고서를 씁니다
	$(call set_up,grade)
	@$(venv) -m exercises.grader report $(ASSIGNMENT)

restore: ## [BACKUP=1]  list the gradebook's copies, or bring one back / 성적부 사본을 되돌립니다
	$(call set_up,grade)
	@$(venv) -m exercises.grader restore $(BACKUP)

bench: ## measure against peers / 다른 도구와 견주어 잽니다
	$(call set_up,test)
	@$(venv) -m benchmarks

bench-grading: ## time a class beside stock nbgrader / 학급 하나의 채점 시간을 nbgrader와 견줍니다
	$(call set_up,test)
	@$(venv) -m benchmarks.grading

lint: ## look for faults in the code / 코드의 흠을 찾습니다
	$(call set_up,book)
	$(venv) -m ruff check .

format: ## bring code and notebooks into the house format / 코드와 노트북의 모양을 맞춥니다
	$(call set_up,book)
	@$(venv) book/run.py --tidy
	$(venv) -m ruff check --fix-only --quiet .
	$(venv) -m ruff format .

lock: ## choose versions anew; UPGRADE=1 takes the newest / 잠금 파일을 다시 씁니다
	$(call with_python,requirements/lock.py $(if $(UPGRADE),--upgrade))

clean: ## delete what commands made, not grades, not .venv / 만든 것을 지웁니다(성적, .venv 제외)
	rm -rf _build dist .pytest_cache .ruff_cache
	find . -name .venv -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +
