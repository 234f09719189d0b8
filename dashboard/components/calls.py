"""Single predictions of a record: the best and worst calls with their quotes, and what could not be scored."""

from collections.abc import Sequence

import streamlit as st

from dashboard import escaping, formats, labels, links
from dashboard.components.state_badge import badge
from registry.schemas.resolved import QuotedPrediction, ResolvedPredictions, UnscoredCount

_LOOKS = {True: ("check", "green"), False: ("close", "red")}


def show_extremes(found: ResolvedPredictions) -> None:
    """Best calls beside the worst."""
    sides = (("best", found.best, found.n_hits), ("worst", found.worst, found.n_misses))
    for column, (name, some, n) in zip(st.columns(2, gap="medium"), sides, strict=True):
        with column:
            st.subheader(labels.text(f"author.{name}"))
            st.caption(labels.text(f"author.{name}_help", shown=formats.number(len(some)), n=formats.number(n)))
            if not some:
                st.info(labels.text(f"author.no_{name}"))
            for one in some:
                _card(one)


def show_unscored(found: ResolvedPredictions) -> None:
    """How many could not be scored and why, then the latest of them."""
    st.subheader(labels.text("author.unscored"))
    if not found.n_unscored:
        st.markdown(labels.text("author.all_scored", n=formats.number(found.n_scored)))
        return
    resolved = found.n_scored + found.n_unscored
    share = formats.percent(round(found.n_unscored / resolved, 3))
    st.markdown(
        labels.text(
            "author.unscored_share", n=formats.number(found.n_unscored), resolved=formats.number(resolved), share=share
        )
    )
    st.markdown("\n".join(f"- {reason(one)}: {formats.number(one.n)}" for one in found.reasons))
    with st.expander(labels.text("author.unscored_latest", n=formats.number(len(found.unscored)))):
        for one in found.unscored:
            _card(one)


def reason(one: UnscoredCount | QuotedPrediction) -> str:
    """Why something was not scored."""
    if one.annul_reason is not None:
        return labels.text("unscored.annulled_since", reason=labels.text(f"annul.{one.annul_reason}"))
    return labels.text(f"unscored.{one.unscored}")


def _card(one: QuotedPrediction) -> None:
    with st.container(border=True):
        st.markdown(lines(one))
        links.link("prediction", labels.text("card.prediction"), icon="arrow_forward", id=one.id)


def lines(one: QuotedPrediction) -> str:
    """The card's words as Markdown: statement, quote and where it stood, what was said and what happened."""
    said = [f"**{escaping.plain(escaping.shortened(one.statement, 280))}**"]
    if one.quote:
        said.append(f"_{formats.quoted(escaping.shortened(one.quote, 300))}_")
    place = _place(one)
    if place:
        said.append(place)
    facts = [
        labels.text("call.said", day=formats.day(one.made_on)),
        formats.probability(one.probability, one.probability_low, one.probability_high),
        labels.text("call.known", day=formats.day(one.known_on or one.due_on)),
    ]
    if one.brier is not None:
        facts.append(labels.text("call.brier", brier=formats.number(one.brier, 3)))
    return "  \n".join([*said, " · ".join(facts), " ".join(_badges(one))])


def _place(one: QuotedPrediction) -> str:
    if one.said_in is None and one.quote is None:
        return labels.text("call.no_place")
    parts = [escaping.plain(escaping.shortened(one.said_in, 120))] if one.said_in else []
    if one.reported_by:
        parts.append(labels.text("sources.reported_by", name=escaping.plain(one.reported_by)))
    if one.quote is None:
        parts.append(labels.text("call.no_quote"))
    return " · ".join(parts)


def _badges(one: QuotedPrediction) -> Sequence[str]:
    told = badge(str(one.outcome))
    if one.hit is None:
        why = [f":gray[{reason(one)}]"] if one.unscored is not None else []
        return [told, *why]
    icon, colour = _LOOKS[one.hit]
    word = labels.text(f"call.{'hit' if one.hit else 'miss'}")
    return [f":{colour}-badge[:material/{icon}: {word}]", told]
