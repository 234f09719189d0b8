"""Scores that others have published for the data sets in the shared folder."""

BUZZFEED_2016 = {
    "Princeton E.C.": (0.0744, -0.2471, 47),
    "Kremp/Slate": (0.0766, -0.2595, 46),
    "PredictWise Markets": (0.0767, -0.2523, 46),
    "PredictWise Overall": (0.0783, -0.2705, 46),
    "PollSavvy": (0.0794, -0.2488, 46),
    "NYT/Upshot": (0.0801, -0.2554, 46),
    "DeSart and Holbrook": (0.0825, -0.2708, 44),
    "Daily Kos": (0.0864, -0.5629, 46),
    "Huffington Post": (0.0892, -0.3910, 46),
}
"""Of each forecaster: the Brier score, the log score, and how many states were called right. Source: BuzzFeed News."""
