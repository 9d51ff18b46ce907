"""The verb of a claim's sentence, by type and measure, "things" or "denied" ("" for any other); {be} agrees with the number."""

Verbs = dict[tuple[str, str], str]
