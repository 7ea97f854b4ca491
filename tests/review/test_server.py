"""Who is let in, what is answered, and what a verdict does; without a browser."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import stories
from stories import PREVIEW

from bioextract.errors import UsageError
from bioextract.review.answers import Answer, Outdated
from bioextract.review.desk import Desk
from bioextract.review.server import DeskServer
from bioextract.review.stores import open_store
from bioextract.verdicts.corpus import Asked
from bioextract.verdicts.file import by_article, read_verdicts, verdicts_path

OpenDesk = Callable[..., DeskServer]
SPONSOR, OSLO = 3, 8


def ask(server: DeskServer, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Any:
    """Status, headers, body; the path as it is, without tidying up."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.putrequest(method, path, skip_host="Host" in headers)
    if body is not None:
        headers = {"Content-Type": "application/json", "Content-Length": str(len(body))} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders(body)
    response = connection.getresponse()
    content = response.read()
    connection.close()
    return response.status, dict(response.getheaders()), content


def judge(server: DeskServer, article: int, **answer: Any) -> tuple[int, Any]:
    body = json.dumps(answer).encode()
    status, _, content = ask(server, f"/{server.token}/api/articles/{article}", "POST", body)
    return status, json.loads(content)


class TestWhoIsLetIn:
    def test_who_has_the_token(self, open_desk: OpenDesk) -> None:
        server = open_desk()
        assert server.url == f"http://127.0.0.1:{server.server_port}/{server.token}/"
        assert server.server_address[0] == "127.0.0.1"
        for path in ("", "desk.js", "desk.css", "api/overview", "api/articles/0"):
            status, headers, _ = ask(server, f"/{server.token}/{path}")
            assert status == 200
            assert "default-src 'none'" in headers["Content-Security-Policy"]
            assert "unsafe" not in headers["Content-Security-Policy"]
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert not [name for name in headers if name.startswith("Access-Control")]
        assert len(open_desk().token) > 30
        assert open_desk().token != server.token

    @pytest.mark.parametrize("path", ["/", "/desk.js", "/x/", "/{}", "/{}x/", "/api/overview", "/%7B/{}/"])
    def test_nobody_else(self, open_desk: OpenDesk, path: str) -> None:
        server = open_desk()
        status, _, content = ask(server, path.format(server.token))
        assert (status, server.token.encode() in content) == (403, False)

    @pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "evil.example:{}", "[::1]:{}", ""])
    def test_no_name_that_leads_here(self, open_desk: OpenDesk, host: str) -> None:
        server = open_desk()
        status, _, _ = ask(server, f"/{server.token}/", Host=host.format(server.server_port))
        assert status == 403
        assert ask(server, f"/{server.token}/", Host=f"localhost:{server.server_port}")[0] == 200

    @pytest.mark.parametrize(
        "path", ["../records.py", "..%2frecords.py", "page/../desk.js", "desk.html", "/etc/passwd"]
    )
    def test_no_other_file(self, open_desk: OpenDesk, path: str) -> None:
        server = open_desk()
        assert ask(server, f"/{server.token}/{path}")[0] == 404

    @pytest.mark.parametrize(
        ("headers", "status"),
        [
            ({"Origin": "http://evil.example"}, 403), ({"Origin": "null"}, 403), ({"Content_Type": "text/plain"}, 415),
            ({"Content_Length": "99999999"}, 413), ({"Content_Length": "-1"}, 413),
        ],
    )  # fmt: skip
    def test_no_verdict_from_elsewhere(
        self, open_desk: OpenDesk, records: Path, headers: dict[str, str], status: int
    ) -> None:
        server = open_desk()
        body = b'{"fact": 0, "verdict": "wrong"}'
        assert ask(server, f"/{server.token}/api/articles/0", "POST", body, **headers)[0] == status
        assert read_verdicts(verdicts_path(records)) == []

    @pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "HEAD"])
    def test_no_other_method(self, open_desk: OpenDesk, method: str) -> None:
        server = open_desk()
        assert ask(server, f"/{server.token}/", method)[0] == 501


class TestVerdicts:
    def test_right_and_wrong_are_kept(self, open_desk: OpenDesk, records: Path) -> None:
        server = open_desk()
        status, article = judge(server, 0, fact=0, verdict="right")
        assert (status, article["facts"][0]["verdict"]) == (200, "right")
        judge(server, 0, fact=SPONSOR, verdict="wrong")
        assert [verdict.verdict for verdict in read_verdicts(verdicts_path(records))] == ["right", "wrong"]
        server = open_desk()
        overview = json.loads(ask(server, f"/{server.token}/api/overview")[2])
        assert overview["articles"][0]["judged"] == [0, SPONSOR]
        assert len(overview["articles"][0]["asked"]) == 10

    def test_mended(self, open_desk: OpenDesk, records: Path) -> None:
        server = open_desk()
        start = PREVIEW.text.index("Nordlys")
        fields = {"name": "Nordlys AS", "status": "former", "start": "2019", "description": ""}
        status, article = judge(server, 0, fact=SPONSOR, verdict="mended", fields=fields, spans=[[start, start + 7]])
        fact = article["facts"][SPONSOR]
        assert status == 200
        assert (fact["main"], fact["details"], fact["quotes"]) == ("Nordlys AS", ["former", "since 2019"], ["Nordlys"])
        assert fact["before"] == "Nordlys"
        judge(server, 0, fact=SPONSOR, verdict="withdrawn")
        assert json.loads(ask(server, f"/{server.token}/api/articles/0")[2])["facts"][SPONSOR]["verdict"] is None

    def test_added_mended_and_taken_back(self, open_desk: OpenDesk, records: Path) -> None:
        server = open_desk()
        start = PREVIEW.text.index("Visby")
        answer = {"person": "Anna Berg", "kind": "residence", "spans": [[start, start + 5]]}
        status, article = judge(server, 0, verdict="added", fields={"value": "Visby"}, **answer)
        assert (status, article["facts"][-1]["main"], len(article["facts"])) == (200, "Visby", 11)
        _, article = judge(
            server, 0, fact=10, verdict="mended", fields={"value": "Visby", "status": "former"}, spans=answer["spans"]
        )
        assert [fact["details"] for fact in article["facts"][10:]] == [["former"]]
        _, article = judge(server, 0, fact=10, verdict="wrong")
        assert len(article["facts"]) == 10

    @pytest.mark.parametrize(
        ("answer", "reason"),
        [
            ({"fact": 0, "verdict": "perhaps"}, "validation error"),
            ({"fact": 0, "verdict": "mended", "fields": {"value": 29}}, "evidence: copy the words"),
            ({"fact": 0, "verdict": "mended", "fields": {"value": 29}, "spans": [[0, 99999]]}, "evidence: copy"),
            ({"fact": 0, "verdict": "mended", "fields": {"value": 29}, "spans": [[5, 5]]}, "evidence: copy"),
            ({"fact": 0, "verdict": "mended", "fields": {"value": 290}, "spans": [[0, 4]]}, "value: Input should be"),
            ({"fact": 0, "verdict": "mended", "fields": {"shoe": 38, "value": 1}, "spans": [[0, 4]]}, "shoe: Extra"),
            ({"fact": OSLO, "verdict": "mended", "spans": [[0, 4]],
              "fields": {"event": "Oslo Marathon", "place": "Nowhere"}}, "place: write it as it is in the article"),
            ({"fact": 0, "verdict": "mended", "fields": {"value": [29]}, "spans": [[0, 4]]}, "validation error"),
            ({"fact": 4, "verdict": "mended", "fields": {"mark": "2" * 9999}, "spans": [[0, 4]]}, "validation error"),
            ({"fact": 4, "verdict": "mended", "spans": [[0, 4]],
              "fields": {"kind": "personal_best", "mark": "2:31:05", "discipline": 5}}, "discipline: Input should be"),
            ({"fact": 0, "verdict": "mended", "fields": {"value": 10**400}, "spans": [[0, 4]]}, "validation error"),
            ({"fact": 0, "verdict": "withdrawn"}, "it has not been judged"),
            ({"verdict": "right"}, "of which fact?"),
            ({"verdict": "added", "kind": "shoe", "person": "Anna Berg", "spans": [[0, 4]]}, "is no kind of fact"),
            ({"verdict": "added", "kind": "age", "person": "Nobody", "fields": {"value": 3}, "spans": [[0, 4]]},
             "is not in the article"),
            ({"verdict": "added", "kind": "sponsor", "person": "Anna Berg", "spans": [[0, 4]]}, "neither name nor"),
        ],
    )  # fmt: skip
    def test_what_makes_no_sense(self, open_desk: OpenDesk, records: Path, answer: Any, reason: str) -> None:
        status, value = judge(open_desk(), 0, **answer)
        assert status == 422
        assert reason in value["error"]
        assert "\n" not in value["error"]
        assert read_verdicts(verdicts_path(records)) == []

    def test_of_nothing(self, open_desk: OpenDesk) -> None:
        server = open_desk()
        assert judge(server, 9, fact=0, verdict="right")[0] == 404
        assert judge(server, 0, fact=999, verdict="right")[0] == 404
        assert ask(server, f"/{server.token}/api/articles/-1")[0] == 404

    def test_without_the_text_facts_are_judged_by_their_evidence(self, open_desk: OpenDesk) -> None:
        server = open_desk()
        _, article = judge(server, 2, fact=0, verdict="mended", fields={"value": "Denmark"})
        assert (article["text"], article["facts"][0]["main"], article["facts"][0]["quotes"]) == (
            None,
            "Denmark",
            ["Norway"],
        )
        status, value = judge(server, 2, verdict="added", kind="age", person="Anna Berg", fields={"value": 3})
        assert (status, "is not at hand" in value["error"]) == (422, True)

    def test_a_fault_is_told(
        self, open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(Desk, "judge", lambda *_: 1 / 0)
        status, value = judge(open_desk(), 0, fact=0, verdict="right")
        assert (status, "ZeroDivisionError" in value["error"]) == (500, True)
        assert "ZeroDivisionError" in capsys.readouterr().err

    def test_a_disk_that_is_full(self, open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
        from bioextract.sinks.jsonl import LineFile

        def fail(self: LineFile) -> None:
            raise OSError(28, "No space left on device", "facts.verdicts.jsonl")

        monkeypatch.setattr(LineFile, "sync", fail)
        status, value = judge(open_desk(), 0, fact=0, verdict="right")
        assert (status, value["error"].startswith("not saved: ")) == (503, True)


def test_what_is_asked_for(open_desk: OpenDesk) -> None:
    server = open_desk(Asked(below=0.5))
    assert [article["asked"] for article in server.desk.overview()["articles"]] == [[SPONSOR]]
    server = open_desk(Asked(kinds=frozenset({"count"})))
    assert [article["title"] for article in server.desk.overview()["articles"]] == [stories.RESULT.title]


def test_an_answer_is_about_what_was_shown(open_desk: OpenDesk, records: Path) -> None:
    """Two pages: what one has added, and taken back, moves the numbers that the other shows."""
    server = open_desk()
    added = {"verdict": "added", "person": "Anna Berg", "kind": "discipline", "spans": [[0, 4]]}
    judge(server, 0, **added, fields={"value": "one"})
    _, shown = judge(server, 0, **added, fields={"value": "two"})
    one, two = [number for number, item in enumerate(shown["facts"]) if item["verdict"] == "added"]
    seen = [shown["facts"][number]["seen"] for number in (one, two)]
    assert judge(server, 0, fact=one, seen=seen[0], verdict="withdrawn")[0] == 200
    for number, mark in ((one, seen[0]), (two, seen[1])):
        status, value = judge(server, 0, fact=number, seen=mark, verdict="wrong")
        assert (status, "meanwhile" in value["error"]) == (409, True)
    assert [
        verdict.fact["value"]
        for verdict in by_article(read_verdicts(verdicts_path(records)))[PREVIEW.id]
        if verdict.fact
    ] == ["two"]


def test_two_desks_on_one_database(tmp_path: Path) -> None:
    from databases import write

    url = f"sqlite:///{tmp_path}/facts.db"
    write(url, [(PREVIEW, stories.preview().model_dump_json().encode() + b"\n")], keep_text=True)
    with open_store(url, None, write=True) as mine, open_store(url, None, write=True) as theirs:
        my_desk, their_desk = (Desk(store, Asked(), store.texts()) for store in (mine, theirs))
        seen = their_desk.article(0)["facts"][SPONSOR]["seen"]
        my_desk.judge(0, Answer(fact=SPONSOR, verdict="wrong"))
        with pytest.raises(Outdated):
            their_desk.judge(0, Answer(fact=SPONSOR, seen=seen, verdict="right"))
        assert their_desk.article(0)["facts"][SPONSOR]["verdict"] == "wrong"
        my_desk.judge(0, Answer(fact=OSLO, verdict="right"))
        assert their_desk.overview()["articles"][0]["judged"] == [SPONSOR, OSLO]


def test_a_port_in_use(open_desk: OpenDesk, records: Path) -> None:
    server = open_desk()
    with open_store(str(records), None, write=False) as store, pytest.raises(UsageError, match="is in use"):
        DeskServer(Desk(store, Asked(), {}), server.server_port)


def test_a_database(tmp_path: Path) -> None:
    """From many threads, as the server has them."""
    from databases import fetch, write

    url = f"sqlite:///{tmp_path}/facts.db"
    record = stories.preview()
    write(url, [(PREVIEW, record.model_dump_json().encode() + b"\n")], keep_text=True)
    with (
        open_store(url, None, write=True) as store,
        DeskServer(Desk(store, Asked(below=0.5), store.texts())) as server,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with ThreadPoolExecutor(4) as pool:
            done = list(pool.map(lambda n: judge(server, 0, fact=n, verdict="wrong")[0], range(10)))
        server.shutdown()
    assert done == [200] * 10
    assert fetch(url, "SELECT COUNT(*) FROM facts") == [(0,)]
    assert fetch(url, "SELECT COUNT(*) FROM verdicts") == [(10,)]
    assert fetch(url, "SELECT COUNT(*) FROM athletes") == [(0,)]
