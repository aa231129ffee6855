# Every recipe is a line that a person could type. `make` alone prints what there is.
RUN = runs/immigration-tax.yaml
RAW =
PYTHON = python3
RUNS_IN = .venv/bin/python

.PHONY: help setup report test lab sample bench
help:    ## print this list
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' Makefile | expand -t 16

setup: .venv/ready    ## create .venv with exactly the packages of requirements.lock

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Broadsheet needs Python 3.11 or newer; try: make setup PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(RUNS_IN) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(RUNS_IN) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch .venv/ready

report: setup    ## tables, notebooks, charts and page of RUN (other articles: RAW=folder)
	$(RUNS_IN) -m analysis report $(RUN) $(if $(RAW),--raw "$(RAW)")

test: setup    ## run every test, the notebooks too
	$(RUNS_IN) -m pytest

lab: setup    ## open the notebooks in JupyterLab
	$(RUNS_IN) -m jupyterlab --notebook-dir notebooks

sample: setup    ## find the gold quotes' offsets again after the sample was edited
	$(RUNS_IN) tests/gold/align.py

bench: setup    ## run every benchmark
	for file in benchmarks/*.py; do $(RUNS_IN) $$file || exit 1; done
