import pytest

from registry.domain.extraction.dismissals import dismissals_of
from tests.extraction_texts import passage


@pytest.mark.parametrize(
    ("code", "text", "reason"),
    [
        ("de", "Wird die Koalition halten?", "a question"),
        ("de", "Ob das Geld reichen wird, ist offen.", "an open question"),
        ("en", "It is unclear whether the money will last.", "an open question"),
        ("de", "Er hofft, dass sein Team gewinnen wird.", "a hope or wish"),
        ("en", "She hopes he will call.", "a hope or wish"),
        ("de", "Er spart, damit er ein Haus kaufen kann.", "a purpose"),
        ("en", "He rings a bell so that the bees may find the hive.", "a purpose"),
        ("en", "The harvest is in line with forecasts.", "a forecast only mentioned"),
        ("en", "Our writers give their predictions on page four.", "a forecast only mentioned"),
        ("en", "Lamps were hung so that walkers could find the gate.", "a purpose"),
        ("en", "The clerk asked her which of the brothers would speak.", "an open question"),
        ("de", "Er tut so, als würde er gehen.", "only as if"),
        ("en", "They will be hoping to win.", "a hope or wish"),
        ("en", "The experts say how the season will end.", "an open question"),
        ("de", "Der Rat sollte jetzt eingreifen.", "a demand"),
        ("en", "Everyone should want that.", "a demand"),
        ("de", "Es war klar, dass er scheitern würde.", "seen from the past"),
        ("en", "She knew that the road would be closed.", "seen from the past"),
        ("de", "Hätte er den Brief gelesen, wäre das Haus vermutlich nicht abgebrannt.", "about the past"),
        ("de", "Sie hält es für denkbar, dass das Alter eine Rolle spielt.", "a set phrase"),
        ("en", "In our street it was assumed that the eldest would take over the bakery.", "seen from the past"),
        ("en", "He took the spoons, telling himself that he would bring them back.", "seen from the past"),
        ("en", "The abbot would not say who had sold the bells.", "a refusal to speak"),
        ("en", "Her lawyers won't comment on the letters.", "a refusal to speak"),
        ("en", "The bill would oblige bakers to list every flour.", "what a rule provides"),
        ("en", "An ordinance that would bar wood stoves is before the council.", "what a rule provides"),
        ("en", "He won't say if the shop is for sale.", "a refusal to speak"),
        ("en", "Hunters may not go within a mile of the nest.", "leave to do something"),
        ("en", "Copies may be ordered from the museum shop.", "leave to do something"),
        ("en", "Visitors must wear a badge and may not touch the looms.", "leave to do something"),
        ("en", "In old age he could no longer thread a needle.", "a habit or ability"),
        ("en", "My aunt would often leave the lamp on for us.", "a habit or ability"),
        ("en", "A shopkeeper should be able to live from his till.", "a demand"),
        ("en", "You'd better count the change.", "a set phrase"),
        ("de", "1987 sagte der Wirt, der Fluss werde nie wieder über die Mauer treten.", "told long ago"),
        ("de", "Vor zwanzig Jahren hatte die Bank behauptet, dass sie bleiben würde.", "told long ago"),
        ("de", "Auf die Nachfrage, ob er zurücktreten würde, schwieg er.", "an open question"),
        ("de", "Niemand habe ahnen können, dass der Damm brechen würde.", "seen from the past"),
        ("de", "Man habe fest damit gerechnet, dass hier ein Bad entstehe.", "seen from the past"),
        ("de", "Das könnte darauf hindeuten, dass die Pumpe seit Jahren leckt.", "a set phrase"),
        ("de", "Mit dem neuen Wirt könnte man reden.", "a suggestion"),
        (
            "de",
            "Rechnete man ihre Fahrten in Meilen um, käme wohl heraus, dass sie zweimal um die Erde reiste.",
            "a set phrase",
        ),
        ("de", "Wäre es nicht klüger, den Laden zu verkaufen, solange er etwas wert ist, sagte er.", "a set phrase"),
        ("de", "Der Umbau lohnt sich auch dann, wenn die Miete höher ausfallen würde.", "only a condition"),
        ("en", "It would be unwise to hurry, said the abbot.", "a set phrase"),
        ("en", "Some may wonder whose idea the fountain was.", "a set phrase"),
        ("en", "A win there is often expected before the last card is played.", "a set phrase"),
        ("en", "A juror will sometimes nod off after lunch.", "a habit or ability"),
        ("en", "Drivers who park on the verge could be fined.", "what a rule provides"),
        ("en", "She sent a bill that would cap rents to the committee.", "what a rule provides"),
        ("en", "The two brothers had no opinion about which horse will win.", "an open question"),
        ("en", "He hopes that the plan will work.", "a hope or wish"),
        ("en", "The old hands will tell you otherwise.", "a set phrase"),
        ("en", "The list will be updated as results come in.", "a set phrase"),
        ("en", "The damp is the likely cause of the stains.", "a set phrase"),
        ("en", "He would later become harbour master.", "a habit or ability"),
        ("en", "In those years a miner could feed six children.", "a habit or ability"),
        ("en", "I feared I would miss the boat.", "seen from the past"),
        ("en", "Members may bring two guests.", "leave to do something"),
    ],
)
def test_what_is_no_prediction_is_dismissed_with_its_reason(code: str, text: str, reason: str) -> None:
    read = passage(code, text)
    assert reason in {found for unit in read.units() for found in dismissals_of(read, unit)}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Der Preis wird steigen."),
        ("en", "I fear it will rain."),
        ("en", "Prices should fall by spring."),
        ("en", "I am not sure of much, but if this goes on it is bound to end badly."),
        ("de", "Am Abend sollte der Regen nachlassen."),
        ("de", "Der Betrieb, der vor zwanzig Jahren begann, wird im Herbst schließen."),
        ("de", "Auf die Frage nach dem Damm sagte er, er werde noch lange halten."),
        ("de", "Im nächsten Jahr könnte man wieder im Fluss baden."),
        ("de", "Die Pumpe könnte im Winter ausfallen."),
        ("de", "Im Rathaus rechnet man mit einem Abschluss noch vor Weihnachten."),
        ("de", "Der Verein wird absteigen, wenn er am Samstag verlieren sollte."),
        ("de", "Hätte er den Brief gelesen, würde er das Haus verkaufen."),
        ("en", "The bill would cost the county ten thousand jobs."),
        ("en", "We should be able to cross the new bridge by May."),
        ("en", "If fares go up again, pensioners could no longer pay for the ferry."),
        ("en", "The mayor may not go quietly."),
        ("en", "The harvest will be in line with forecasts."),
        ("en", "More than three hundred guests are expected on Sunday."),
        ("en", "The likely winner will be known by Sunday."),
        ("en", "Members may desert the club by the dozen."),
        ("en", "The chairman could be fined before the month is out."),
        ("en", "Next year the ferry will sometimes leave at night."),
    ],
)
def test_a_plain_prediction_is_not(code: str, text: str) -> None:
    read = passage(code, text)
    assert not [reason for unit in read.units() for reason in dismissals_of(read, unit)]
