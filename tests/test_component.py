from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.util import ignore_error, raise_error

from bioextract.errors import ExtractError, UsageError
from bioextract.kinds import FIELDS
from bioextract.records import Record

TEXT = "Anna Berg, 29, is a Swedish hurdler. On Sunday the 29-year-old from Malmö won the race and was happy with it."
OTHER = "Lars Holm, 31, is a Norwegian skier who was born in Oslo. He did not start on Sunday because of the cold."


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("bioextract", config={"published": "2023-08-26"})
    return nlp


def test_record_and_spans(nlp: Language) -> None:
    doc = nlp(TEXT)
    record = Record.model_validate(doc._.bioextract, context={"text": TEXT})
    assert record.people[0].name == "Anna Berg"
    assert record.people[0].age
    assert record.people[0].age.value == 29
    assert (record.article.published, record.article.published_from) == ("2023-08-26", "option")
    assert set(doc.spans) == {f"bioextract:{kind}" for kind in FIELDS}
    (age,) = doc.spans["bioextract:age"]
    assert "29" in age.text
    assert age.label_ == "age"


def test_spans_are_widened_to_whole_tokens(nlp: Language) -> None:
    for doc in nlp.pipe([TEXT, OTHER]):
        for person in Record.model_validate(doc._.bioextract).people:
            for evidence in person.age.evidence if person.age else []:
                assert any(
                    span.start_char <= evidence.start and evidence.end <= span.end_char
                    for span in doc.spans["bioextract:age"]
                )


def test_what_the_doc_tells_is_stronger_than_the_configuration(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc.user_data["bioextract"] = {"published": "2020-02-03", "title": "A headline", "source": "a.txt"}
    article = nlp(doc)._.bioextract["article"]
    assert (article["published"], article["title"], article["source"]) == ("2020-02-03", "A headline", "a.txt")


@pytest.mark.parametrize("settings", [{"publish": "2020-02-03"}, {"published": "last week"}, "2020-02-03"])
def test_wrong_settings_of_a_doc(nlp: Language, settings: Any) -> None:
    doc = nlp.make_doc(TEXT)
    doc.user_data["bioextract"] = settings
    with pytest.raises(UsageError):
        nlp(doc)


@pytest.mark.parametrize("config", [{"published": "yesterday"}, {"min_confidence": 2.0}])
def test_wrong_configuration(config: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        spacy.blank("en").add_pipe("bioextract", config=config)


@pytest.mark.parametrize(("batch_size", "n_process"), [(1, 1), (3, 1), (100, 1), (3, 2)])
def test_same_for_any_batch_size(nlp: Language, batch_size: int, n_process: int) -> None:
    texts = [TEXT, OTHER] * 4
    expected = [nlp(text)._.bioextract for text in texts]
    assert [doc._.bioextract for doc in nlp.pipe(texts, batch_size=batch_size, n_process=n_process)] == expected


def test_doc_bin_round_trip(nlp: Language) -> None:
    doc = nlp(TEXT)
    data = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (back,) = DocBin(store_user_data=True).from_bytes(data).get_docs(nlp.vocab)
    assert back._.bioextract == doc._.bioextract
    assert {key: [s.text for s in group] for key, group in back.spans.items()} == {
        key: [s.text for s in group] for key, group in doc.spans.items()
    }


def test_pipeline_round_trip(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    assert spacy.load(tmp_path)(TEXT)._.bioextract == nlp(TEXT)._.bioextract


def test_nothing_before_the_component_has_run(nlp: Language) -> None:
    assert nlp.make_doc(TEXT)._.bioextract is None


def test_a_text_that_cannot_be_extracted_raises(nlp: Language) -> None:
    with pytest.raises(ExtractError):
        nlp("")
    nlp.set_error_handler(ignore_error)
    try:
        assert len(list(nlp.pipe([TEXT, "", OTHER]))) == 2
    finally:
        nlp.set_error_handler(raise_error)


def test_registered_once() -> None:
    spacy.blank("en").add_pipe("bioextract")
    before = Doc.get_extension("bioextract")
    spacy.blank("en").add_pipe("bioextract")
    assert Doc.get_extension("bioextract") == before


def test_a_name_that_another_package_has_taken_is_told() -> None:
    code = (
        "import spacy; from spacy.tokens import Doc; Doc.set_extension('bioextract', default=1);"
        "spacy.blank('en').add_pipe('bioextract')"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "UsageError: Doc._.bioextract is already registered by another package" in result.stderr


def test_pipelines_without_the_component_do_not_pay_for_it() -> None:
    code = "import sys, spacy; spacy.blank('en'); print('bioextract.extractor' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"
