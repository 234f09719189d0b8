"""Inbox: one candidate beside its article, until none waits."""

from typing import Any

import streamlit as st

from dashboard import escaping, formats, labels, links, session
from dashboard.client import registry
from dashboard.components import (
    author_search,
    candidate_reading,
    claim_fields,
    failure,
    grouping,
    inbox_decisions,
    passage,
    repetitions,
    undo,
)
from registry.client import Client, Invalid, Missing
from registry.schemas.articles import Article
from registry.schemas.candidates import Candidate

SEEN_AT_ONCE = 50


def show() -> None:
    """The candidate that the address names, else the first that waits."""
    client = registry()
    st.title(labels.text("inbox.title"))
    failure.show_waiting()
    undo.show()
    queue = client.list_candidates(state="waiting", article=links.asked("article"), sort="latest", limit=SEEN_AT_ONCE)
    candidate = wanted(client, queue.items)
    if candidate is None:
        show_empty()
        return
    article = client.read_article(candidate.article_id)
    n = article.n_waiting if links.asked("article") else client.list_due(limit=1).counts.candidates
    st.caption(labels.text("inbox.waiting", n=formats.number(n)))
    left, right = st.columns([5, 6], gap="medium")
    with left:
        show_article(article, candidate)
    with right:
        decide(client, candidate, article, [one for one in queue.items if one.id != candidate.id])


def wanted(client: Client, queue: list[Candidate]) -> Candidate | None:
    """The candidate that the address asks for if it still waits, else the first of the queue.

    The address then names it, so that another does not take its place unseen when someone decides meanwhile.
    """
    asked = links.asked("candidate")
    found = next((one for one in queue if str(one.id) == asked), None)
    if asked and found is None:
        named = look_up(client, asked)
        if named is not None and named.state == "waiting":
            found = named
        elif named is not None:
            st.info(labels.text("inbox.decided", state=labels.text(f"state.{named.state}")), icon=":material/info:")
    found = found or next(iter(queue), None)
    if found is not None:
        st.query_params["candidate"] = str(found.id)
    return found


def look_up(client: Client, candidate_id: str) -> Candidate | None:
    """The candidate of that id; None where there is none."""
    try:
        return client.read_candidate(candidate_id)
    except (Missing, Invalid):
        return None


def show_empty() -> None:
    """What to do when nothing waits."""
    st.info(labels.text("inbox.empty"), icon=":material/inbox:")
    links.link("articles", labels.text("today.to_articles"), icon="newspaper")


def show_article(article: Article, candidate: Candidate) -> None:
    """Where the candidate was found, highlighted in place."""
    facts = [article.outlet, article.byline, article.published_on and formats.day(article.published_on)]
    told = " · ".join(escaping.plain(fact) for fact in facts if fact)
    title = escaping.plain(article.title or labels.text("article.untitled"))
    st.markdown(f"**{title}**  \n{told or labels.text('article.no_facts')}")
    whole = st.toggle(labels.text("inbox.whole"), key="whole-article")
    passage.show(article.text, candidate.quotes, whole=whole, height=620)
    links.link("article", labels.text("inbox.to_article"), icon="description", id=article.id)


def decide(client: Client, candidate: Candidate, article: Article, others: list[Candidate]) -> None:
    """The fields, what is missing, and the acts."""
    key = f"candidate-{candidate.id}-{candidate.version}"
    acts = st.container()
    candidate_reading.show(candidate)
    alike = st.container()
    choice = author_search.show(client, key, speaker(candidate, article))
    changes = claim_fields.show(key, known_of(candidate, article))
    reported_by = st.text_input(
        labels.text("field.reported_by"),
        value=(article.byline or "") if candidate.attributed else "",
        key=f"{key}-reported_by",
        help=labels.text("help.reported_by"),
    )
    statement = str(changes.get("statement") or candidate.statement)
    groups = grouping.show(client, key, statement=statement)
    link = None
    if choice is not None and choice.new_authors == "refuse":
        with alike:
            found = repetitions.find(client, choice.author, {**candidate.model_dump(), **changes})
            link = repetitions.choose(found, f"{key}-repeats")
    body = inbox_decisions.acceptance(choice, changes, reported_by, link, groups)
    with acts:
        inbox_decisions.show(candidate, body, key, others)
    if others:
        inbox_decisions.show_bulk([candidate, *others])


def speaker(candidate: Candidate, article: Article) -> str | None:
    """Who predicts, as far as the text says."""
    return candidate.speaker or (None if candidate.attributed else article.byline)


def known_of(candidate: Candidate, article: Article) -> dict[str, Any]:
    """What a prediction made of the candidate would begin with."""
    known = {name: getattr(candidate, name) for name in type(candidate).model_fields}
    known["made_on"] = known["made_on"] or article.published_on
    return session.keep(f"known-{candidate.id}-{candidate.version}", known)  # type: ignore[no-any-return]


show()
