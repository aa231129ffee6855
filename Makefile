# Every recipe is a line that a person could type. `make` alone prints what there is.
RUN = runs/immigration-tax.yaml
RAW =
PYTHON = python3
OUT = ../checkpoints
DEVICE = cpu
RUNS_IN = .venv/bin/python

.PHONY: help setup report test test-fast lint format lab sample train bench bench-corpus bench-quotes bench-terms bench-topics bench-events bench-copies bench-stories bench-truth bench-report
help:    ## print this list
	@sed -n 's/^\([a-z-]*\):.*## /make \1\t/p' Makefile | expand -t 20

setup: .venv/ready    ## create .venv with exactly the packages of requirements.lock

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Broadsheet needs Python 3.11 or newer; try: make setup PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(RUNS_IN) -m pip install --quiet --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(RUNS_IN) -m pip install --quiet --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch .venv/ready

report: setup    ## tables, notebooks, charts and page of RUN (other articles: RAW=folder)
	$(RUNS_IN) -m analysis report $(RUN) $(if $(RAW),--raw "$(RAW)")

test: setup    ## run every test, the notebooks too
	$(RUNS_IN) -m pytest --numprocesses auto

test-fast: setup    ## run the tests that take no more than seconds, in under a minute
	$(RUNS_IN) -m pytest --numprocesses auto -m "not slow"

lint: setup    ## check style, types and notebooks; change nothing
	$(RUNS_IN) -m ruff check
	$(RUNS_IN) -m ruff format --check
	$(RUNS_IN) -m mypy
	$(RUNS_IN) -m nbstripout --verify --keep-id notebooks/*.ipynb

format: setup    ## put code and notebooks in the form that `make lint` asks for
	$(RUNS_IN) -m ruff check --fix
	$(RUNS_IN) -m ruff format
	$(RUNS_IN) -m nbstripout --keep-id notebooks/*.ipynb

lab: setup    ## open the notebooks in JupyterLab
	$(RUNS_IN) -m jupyterlab --notebook-dir notebooks

sample: setup    ## find the gold quotes' offsets again after the sample was edited
	$(RUNS_IN) tests/gold/align.py

train: setup    ## train every model that ships from nothing: hours (on a GPU: DEVICE=cuda)
	$(RUNS_IN) training/train_all.py --out $(OUT) --device $(DEVICE)

bench: bench-corpus bench-quotes bench-terms bench-topics bench-events bench-copies bench-stories bench-truth bench-report    ## run every benchmark

bench-corpus: setup    ## copied and saved pages, exports, ingest again
	for name in corpus pages exports ingest; do $(RUNS_IN) benchmarks/$$name.py || exit 1; done

bench-quotes: setup    ## attributions, speakers, speed, peers
	for name in quotes speakers peers; do $(RUNS_IN) benchmarks/$$name.py || exit 1; done

bench-terms: setup    ## counts, TF-IDF, keyness
	$(RUNS_IN) benchmarks/terms.py

bench-topics: setup    ## clusters on labelled sets, their number
	$(RUNS_IN) benchmarks/topics.py

bench-events: setup    ## articles on one event put together
	$(RUNS_IN) benchmarks/events.py

bench-copies: setup    ## edited copies found again
	$(RUNS_IN) benchmarks/copies.py

bench-stories: setup    ## precision and recall of the shipped stories on articles that people read
	$(RUNS_IN) benchmarks/stories.py

bench-truth: setup    ## outlets dealt at random, intervals of shares, corrected shares
	$(RUNS_IN) benchmarks/truth.py

bench-report: setup    ## seconds and memory of the whole report
	$(RUNS_IN) benchmarks/report.py
