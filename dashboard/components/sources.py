"""Where a prediction was said: each quote in its passage, or by itself."""

import streamlit as st

from dashboard import escaping, formats, labels, links
from dashboard.components import passage
from registry.client import Client
from registry.schemas.mentions import Mention


def show(client: Client, mentions: list[Mention], *, blind: bool = False) -> None:
    """Every place; when blind, without who reported it and where it can be found."""
    if not mentions:
        st.caption(labels.text("sources.none"))
        return
    st.markdown(f"**{labels.count('sources.title', len(mentions))}**")
    for mention in mentions:
        with st.container(border=True):
            _show_quote(client, mention, blind=blind)
            if not blind:
                st.markdown(origin(mention))
                _show_links(mention)
            elif mention.said_on is not None:
                st.caption(labels.text("sources.said", day=formats.day(mention.said_on)))


def _show_quote(client: Client, mention: Mention, *, blind: bool) -> None:
    if mention.article_id is None or mention.quote_start is None or mention.quote_end is None or blind:
        if mention.quote:
            st.html(f"<blockquote class='passage'>{escaping.markup(mention.quote)}</blockquote>")
        return
    article = client.read_article(mention.article_id)
    passage.show(article.text, [(mention.quote_start, mention.quote_end)], height=230)


def origin(mention: Mention) -> str:
    """Who reported it, where and when, as Markdown."""
    facts = [mention.outlet, mention.source]
    told = [escaping.plain(fact) for fact in facts if fact]
    if mention.reported_by:
        told.insert(0, labels.text("sources.reported_by", name=escaping.plain(mention.reported_by)))
    if mention.said_on is not None:
        told.append(labels.text("sources.said", day=formats.day(mention.said_on)))
    if mention.quote_checked:
        told.append(f":material/verified: {labels.text('sources.checked')}")
    return " · ".join(told) or labels.text("sources.unknown")


def _show_links(mention: Mention) -> None:
    with st.container(horizontal=True):
        if mention.article_id is not None:
            links.link("article", labels.text("sources.article"), icon="description", id=mention.article_id)
        for name, address in (("address", mention.address), ("archived", mention.archived_address)):
            if address:
                st.link_button(labels.text(f"sources.{name}"), address, icon=":material/open_in_new:")
