"""One article: its text with everything found in it, and what became of that."""

import streamlit as st

from dashboard import escaping, formats, labels, links
from dashboard.client import registry
from dashboard.components import passage, prediction_card
from dashboard.components.state_badge import badge
from registry.client import Client
from registry.schemas.articles import Article
from registry.schemas.candidates import Candidate

CANDIDATES = 200


def show() -> None:
    """The article that the address names."""
    wanted = links.asked("id")
    if wanted is None:
        st.info(labels.text("article.choose"))
        links.link("articles", labels.text("page.articles"), icon="newspaper")
        return
    client = registry()
    article = client.read_article(wanted)
    title = article.title or labels.text("article.untitled")
    links.title(escaping.shortened(title, 60))
    st.title(escaping.plain(title))
    show_facts(article)
    found = client.list_candidates_of_article(article.id, limit=CANDIDATES).items
    left, right = st.columns([3, 2], gap="medium")
    with left:
        passage.show(article.text, [(start, end) for one in found for start, end in one.quotes], whole=True, height=700)
    with right:
        show_found(client, article, found)


def show_facts(article: Article) -> None:
    """Where it is from, and what was noted when it was read."""
    facts = [escaping.plain(fact) for fact in (article.outlet, article.byline) if fact]
    if article.published_on is not None:
        facts.append(formats.day(article.published_on))
    st.markdown(" · ".join(facts) or labels.text("article.no_facts"))
    if article.notes:
        with st.expander(labels.text("article.notes"), icon=":material/info:"):
            st.markdown("\n".join(f"- {escaping.plain(note)}" for note in article.notes))
    for address in article.addresses:
        st.link_button(labels.text("sources.address"), address, icon=":material/open_in_new:")


def show_found(client: Client, article: Article, found: list[Candidate]) -> None:
    """The candidates, waiting ones first, and the predictions that came of it."""
    st.subheader(labels.count("articles.candidates", len(found)))
    if article.n_waiting:
        links.link("inbox", labels.count("articles.waiting", article.n_waiting), icon="inbox", article=article.id)
    for one in sorted(found, key=lambda one: one.state != "waiting"):
        statement = escaping.plain(escaping.shortened(one.statement, 160))
        reason = f" · {escaping.plain(one.rejected_reason)}" if one.rejected_reason else ""
        st.markdown(f"{badge(str(one.state))} {statement}{reason}")
    made = client.list_predictions({"article": str(article.id)}, limit=50).items
    if made:
        today = client.read_health().now.astimezone(formats.reader_zone()).date()
        st.subheader(labels.text("article.predictions"))
        for prediction in made:
            prediction_card.show(prediction, today, act="prediction")


show()
