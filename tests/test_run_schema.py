"""The JSON schema of run files says what the program itself checks."""

import json

import jsonschema
import pytest
import yaml

from analysis import paths
from analysis.run import notebook_parameters
from analysis.run_schema import run_schema

STORIES = [{"name": "tax", "find": ["tax*"]}]


def test_the_shipped_schema_is_current():
    shipped = json.loads((paths.workspace().runs / "run-file.schema.json").read_text(encoding="utf-8"))
    assert shipped == run_schema(notebook_parameters())  # broadsheet schema > runs/run-file.schema.json


@pytest.mark.parametrize("stories", [STORIES, {"tax": {"find": "tax*"}}, {"tax": ["tax*", 6103]}])
def test_run_files_that_the_program_reads_fit(stories):
    schema = jsonschema.Draft202012Validator(run_schema(notebook_parameters()))
    assert schema.is_valid({"title": "T", "stories": stories})


def test_each_parameter_of_the_notebooks_has_a_form():
    parameters = run_schema(notebook_parameters())["properties"]["parameters"]["properties"]
    assert [name for name, form in parameters.items() if not {"type", "enum", "anyOf"} & form.keys()] == []


def test_the_shipped_run_file_fits():
    shipped = yaml.safe_load((paths.workspace().runs / "immigration-tax.yaml").read_text(encoding="utf-8"))
    assert jsonschema.Draft202012Validator(run_schema(notebook_parameters())).is_valid(shipped)


@pytest.mark.parametrize("content", [
    {"stories": STORIES},
    {"title": "T", "stories": STORIES, "storys": []},
    {"title": "T", "stories": [{"name": "tax"}]},
    {"title": "T", "stories": [{**STORIES[0], "least_score": 1}]},
    {"title": "T", "stories": STORIES, "style": ["a", "b", "c"]},
    {"title": "T", "stories": STORIES, "parameters": {"sinse": "2024-01-01"}},
    {"title": "T", "stories": STORIES, "parameters": {"since": "January 5"}},
    {"title": "T", "stories": STORIES, "parameters": {"every": "month"}},
    {"title": "T", "stories": STORIES, "parameters": {"most_outlets": 0}},
    {"title": "T", "stories": STORIES, "parameters": {"most_outlets": 2.5}},
    {"title": "T", "stories": STORIES, "parameters": {"min_confidence": 25}},
    {"title": "T", "stories": STORIES, "limits": {"second": 120}},
])  # fmt: skip
def test_run_files_that_the_program_refuses_do_not_fit(content):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(content, run_schema(notebook_parameters()))
