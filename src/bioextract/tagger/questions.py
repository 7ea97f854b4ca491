"""Questions: which (node, person) pairs and which (node, node) links of a window the model is asked about.

Each comes with its features and with what the rules say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import NamedTuple

from bioextract.facts.claim import Claim, Reading
from bioextract.tagger.features import Context, Features, Here, Surroundings, distance
from bioextract.tagger.nodes import ROLES, Node
from bioextract.tagger.priors import Priors
from bioextract.tagger.window import Anchor, Placed, Window

MOST_PEOPLE = 8
MOST_BEFORE = 2
MOST_SEEN = 8
MOST_LISTED = 14
MOST_BESIDE = 2  # people asked about beside those in the sentence: the main subject, who was mentioned last before
ASKED_OF_ABSENT = frozenset({"age", "country", "discipline", "event", "mark", "name", "rank"})
"""What may be said of somebody who is neither in the sentence nor the main subject.

Of 70,637 other such pairs in annotated articles (`train`, `synthetic`, a quarter of the pool's) 75 say something.
"""
HUBS: dict[str, tuple[str, ...]] = {
    "event": ("rank", "date", "place", "discipline", "mark", "count", "event"),
    "place": ("rank", "date", "discipline", "mark", "count"),
    "name": ("rank", "date", "place", "count"),
    "description": ("count",),
    "rank": ("discipline", "mark", "date"),
    "discipline": ("mark", "count"),
}
COUNTED_BY = tuple(hub for hub, spokes in HUBS.items() if "count" in spokes)  # what can name what is counted
NAMED = ("name", "main", "carried")
NOBODY = Here()
MOST_TIMES = 3  # dates spoken of before
_NUMBERS = {role: number for number, role in enumerate(ROLES)}
TOLD_OF = frozenset({"event", "rank"})  # what a date or discipline spoken of before can belong to


class Pair(NamedTuple):
    """What does this node say of this person? `sentence`: where, for a carried node.

    `anchor` is the mention nearest to the node, `named` the last one by name up to there, if the window has any.
    """

    node: Placed
    anchor: Anchor
    named: Anchor | None
    sentence: int
    features: list[float]
    prior: Mapping[int, float]


class Link(NamedTuple):
    """Do these two nodes belong to one fact?"""

    hub: Placed
    spoke: Placed
    sentence: int
    features: list[float]


class Questions:
    """Asks about the windows of one article."""

    def __init__(self, reading: Reading, nodes: Sequence[Node], claims: Sequence[Claim]) -> None:
        self._reading, self._nodes = reading, nodes
        self._priors, self._features = Priors(reading, nodes, claims), Features(reading)
        self._window: Window | None = None
        self._spoken: dict[int, list[Placed]] = {}

    def pairs(self, window: Window) -> Iterator[Pair]:
        """The pairs of the nodes of a window with the people near them, then of its carried nodes."""
        people = _People(window.anchors)
        for node in window.nodes:
            yield from self._pairs_of(node, people)
        for sentence in dict.fromkeys(window.targets):
            here = people.here(sentence)
            listed = _first_of_each(here.anchors or people.before(sentence), MOST_LISTED)
            for place, node in enumerate(self._spoken_of(window, sentence)):
                back, event = self._back(node, sentence, place), self._event(node)
                told = self._features.of_pairs(node, listed, here, back=back)
                for anchor, features in zip(listed, told, strict=True):
                    prior = self._priors.of_event(event, anchor.person, sentence)
                    yield Pair(node, anchor, people.named(anchor), sentence, features, prior)

    def links(self, window: Window) -> Iterator[Link]:
        """The links between nodes of one sentence, and of what was told before: its events with nodes of the sentence,
        its dates with events and ranks, its disciplines with those of the sentence alone: of 30,742 links of a
        discipline to an event that were both told before, the network found 34 likely.
        """
        by_sentence: dict[int, list[Placed]] = {}
        for node in window.nodes:
            by_sentence.setdefault(node.sentence, []).append(node)
        text = self._reading.page.text
        for sentence, nodes in by_sentence.items():
            around = Surroundings(nodes, text)
            for hub in nodes:
                roles = HUBS.get(hub.role, ())
                for spoke in nodes if roles else ():
                    if spoke.role in roles and (spoke.end <= hub.start or hub.end <= spoke.start):
                        yield Link(hub, spoke, sentence, around.of_link_within(hub, spoke))
            spoken = [n for n in self._spoken_of(window, sentence) if n.role == "event"]
            for place, hub in enumerate(spoken):
                back = self._back(hub, sentence, place)
                for spoke in nodes:
                    if spoke.role in HUBS["event"]:
                        yield Link(hub, spoke, sentence, around.of_link(hub, spoke, back))
            told_here = [n for n in nodes if n.role in TOLD_OF]
            hubs = [*told_here, *spoken]
            for place, spoke in enumerate(self._told_before(window, sentence)):
                back = self._back(spoke, sentence, place)
                for hub in hubs if spoke.role == "date" else told_here:
                    yield Link(hub, spoke, sentence, around.of_link(hub, spoke, back))

    def _back(self, node: Placed, sentence: int, place: int) -> list[float]:
        """How far back a carried node stands: from the title, in the same paragraph, sentences, order of the choice."""
        sentences = self._reading.page.sentences
        same = node.sentence >= 0 and sentences[node.sentence].block == sentences[sentence].block
        distance = min(sentence - node.sentence, 6) / 6 if node.sentence >= 0 else 1.0
        return [1.0, node.start < 0, same, distance, place / 6]

    def _spoken_of(self, window: Window, sentence: int) -> list[Placed]:
        """As `_find_spoken_of`, found once for the pairs and the links of a window."""
        if window is not self._window:
            self._window, self._spoken = window, {}
        if sentence not in self._spoken:
            self._spoken[sentence] = self._find_spoken_of(window, sentence)
        return self._spoken[sentence]

    def _find_spoken_of(self, window: Window, sentence: int) -> list[Placed]:
        """What may be meant in a sentence without being named there: the events named last before it in the window,
        that of the heading, then what the prefix carries.
        """
        found: dict[str, Placed] = {}
        for node in islice(self._last_before(window, sentence, "event"), MOST_SEEN):
            if len(found) < MOST_BEFORE:
                found.setdefault(self._event(node), node)
        headed = {self._event(n): n for n in window.headings.get(sentence, []) if n.role == "event"}
        found = headed | found
        events = [c for c in window.carried if c.role == "event" and self._event(c) not in found]
        teams = [c for c in window.carried if c.role == "name"]
        return [*found.values(), *events, *self._disciplines_before(window, sentence), *teams]

    def _told_before(self, window: Window, sentence: int) -> list[Placed]:
        """The dates and disciplines that a result may have from before: of the heading, then those told last."""
        headed = [n for n in window.headings.get(sentence, []) if n.role == "date"]
        dates = islice(self._last_before(window, sentence, "date"), MOST_TIMES)
        return [*headed, *dates, *self._disciplines_before(window, sentence)]

    def _disciplines_before(self, window: Window, sentence: int) -> list[Placed]:
        """The disciplines told last before a sentence, then those that the prefix carries."""
        found: dict[str, Placed] = {}
        for node in islice(self._last_before(window, sentence, "discipline"), MOST_SEEN):
            if len(found) < MOST_BEFORE:
                found.setdefault(node.text.lower(), node)
        carried = [c for c in window.carried if c.role == "discipline" and c.text.lower() not in found]
        return [*found.values(), *carried]

    def _last_before(self, window: Window, sentence: int, role: str) -> Iterator[Placed]:
        """The nodes of a role in the sentences before, the last first, as named elsewhere."""
        for node in chain(reversed(window.nodes), reversed(window.context)):
            if node.role == role and node.sentence < sentence:
                yield node._replace(node=None)

    def _event(self, node: Placed) -> str:
        if node.role != "event":
            return node.text
        return self._reading.page.name_event(node.text).name

    def _pairs_of(self, node: Placed, people: _People) -> Iterator[Pair]:
        assert node.node is not None
        own, here = self._nodes[node.node].person, people.here(node.sentence)
        chosen: dict[int, Anchor] = {}
        absent = people.before(node.sentence) if node.role in ASKED_OF_ABSENT else people.main
        for anchor in chain(sorted(here.anchors, key=lambda a: distance(a, node)), absent):
            if len(chosen) > MOST_PEOPLE:
                break
            chosen.setdefault(id(anchor.person), anchor)
        asked = [a for a in chosen.values() if a.person is not own][:MOST_PEOPLE]
        if not asked:
            return
        told = self._features.of_pairs(node, asked, here, context=Context(self._reading, node))
        for anchor, features in zip(asked, told, strict=True):
            prior = self._priors.of_node(node.node, anchor.person)
            yield Pair(node, anchor, people.named(anchor), node.sentence, features, prior)


class _People:
    """The mentions of a window; what is asked of them is found once."""

    def __init__(self, anchors: Sequence[Anchor]) -> None:
        self._anchors = anchors
        self.main = _first_of_each((anchor for anchor in anchors if anchor.kind == "main"), 1)
        by_sentence: dict[int, list[Anchor]] = {}
        for anchor in anchors:
            by_sentence.setdefault(anchor.sentence, []).append(anchor)
        self._here = {sentence: Here(told) for sentence, told in by_sentence.items()}
        self._before: dict[int, list[Anchor]] = {}
        self._named: dict[tuple[int, int], Anchor | None] = {}

    def here(self, sentence: int) -> Here:
        """The mentions of a sentence."""
        return self._here.get(sentence, NOBODY)

    def before(self, sentence: int) -> list[Anchor]:
        """The main subject and who was mentioned last before a sentence, also if they are in it."""
        if sentence not in self._before:
            earlier = (a for a in reversed(self._anchors) if a.sentence < sentence)
            self._before[sentence] = _first_of_each(chain(self.main, earlier), MOST_BESIDE)
        return self._before[sentence]

    def named(self, anchor: Anchor) -> Anchor | None:
        """The last mention of the same person by name, up to an anchor."""
        if anchor.kind in NAMED:
            return anchor
        key = anchor.first, id(anchor.person)
        if key not in self._named:
            names = (a for a in reversed(self._anchors) if a.kind in NAMED and a.first <= anchor.first)
            self._named[key] = next((a for a in names if a.person is anchor.person), None)
        return self._named[key]


def _first_of_each(anchors: Iterable[Anchor], most: int) -> list[Anchor]:
    """The first mention of each person, of so many people."""
    found: dict[int, Anchor] = {}
    for anchor in anchors:
        found.setdefault(id(anchor.person), anchor)
        if len(found) == most:
            break
    return list(found.values())


def role_index(node: Placed) -> int:
    """The number of a node's role, for the model."""
    return _NUMBERS[node.role]
