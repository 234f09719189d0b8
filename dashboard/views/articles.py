"""Articles: what was read and what came of it."""

import streamlit as st

from dashboard import escaping, formats, labels, links
from dashboard.client import registry
from dashboard.components import article_form, failure
from registry.schemas.articles import ArticleBrief

ROWS = 20


def show() -> None:
    """A way to add one, then those on record, the latest first."""
    client = registry()
    st.title(labels.text("articles.title"))
    failure.show_waiting()
    with st.expander(labels.text("articles.add"), icon=":material/add:", expanded=links.asked("add") is not None):
        article = article_form.show("articles")
        if article is not None:
            links.go("article", id=article.id)
    text = st.text_input(
        labels.text("filter.text"), type="search", live="300ms", key="articles-search",
        placeholder=labels.text("articles.search_hint"),
    )  # fmt: skip
    page = client.list_articles(text or None, cursor=links.asked("cursor"), limit=ROWS)
    if not page.items:
        st.info(labels.text("articles.none_fit" if text else "articles.none"))
    for one in page.items:
        show_one(one)
    if page.next_cursor:
        links.link("articles", labels.text("predictions.next"), icon="navigate_next", cursor=page.next_cursor)


def show_one(article: ArticleBrief) -> None:
    """An article in two lines, with the way to it."""
    with st.container(border=True), st.container(horizontal=True, vertical_alignment="center"):
        title = escaping.plain(article.title or labels.text("article.untitled"))
        st.markdown(f"**{title}**  \n{told(article)}", width="stretch")
        if article.n_waiting:
            links.link("inbox", labels.count("articles.waiting", article.n_waiting), icon="inbox", article=article.id)
        links.link("article", labels.text("card.prediction"), icon="arrow_forward", id=article.id)


def told(article: ArticleBrief) -> str:
    """Where it is from and what was found, as Markdown."""
    facts = [escaping.plain(fact) for fact in (article.outlet, article.byline) if fact]
    if article.published_on is not None:
        facts.append(formats.day(article.published_on))
    facts.append(labels.count("articles.candidates", article.n_candidates))
    return " · ".join(facts)


show()
