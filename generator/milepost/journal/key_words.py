"""Other people's words for our keys, and for the states of a goal.

In: nothing. Out: tables that say for each word our key, and the part of it that is meant. They
stand here alone, so that a word is added in one place.
"""

from __future__ import annotations

import re

_TAGS = ("labels", "label", "schlagwörter", "schlagworte", "stichwörter", "stichworte")

GOAL_WORDS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(
        (
            "deadline", "due", "due_date", "by", "until", "till", "end", "ends", "end_date",
            "target_date", "finish", "finish_by", "finish_date", "complete_by", "completion_date",
            "timeline", "timeframe", "time_frame", "when", "wann", "timebound", "period",
            "duration",
            "frist", "fällig", "fällig_am", "bis", "ende", "termin", "stichtag", "terminiert",
        ),
        ("time_bound", "due"),
    ),
    **dict.fromkeys(
        (
            "start", "starts", "start_date", "starting_date", "since", "begin", "begins", "began",
            "started", "started_on", "from", "von", "beginn", "anfang", "ab", "seit",
        ),
        ("time_bound", "start"),
    ),
    **dict.fromkeys(
        (
            "target", "metric", "measure", "kpi", "goal", "target_value", "amount",
            "success_metric", "measured_by", "messbar", "ziel", "zielwert", "frequency",
            "how_often", "häufigkeit", "habit", "gewohnheit", "betrag", "targets", "metrics",
            "measures", "kpis", "measure_of_success", "success_measure", "messgröße", "kennzahl",
        ),
        ("measurable", "to"),
    ),
    **dict.fromkeys(
        (
            "baseline", "current", "starting_point", "start_value", "initial", "initial_value",
            "starting_value", "current_value", "startwert", "ausgangswert",
        ),
        ("measurable", "from"),
    ),
    **dict.fromkeys(("unit", "units", "einheit"), ("measurable", "unit")),
    **dict.fromkeys(
        (
            "why", "because", "purpose", "reason", "reasons", "motivation", "rationale",
            "relevance", "warum", "wozu", "weshalb", "wieso", "weil", "grund", "attraktiv",
        ),
        ("relevant", "because"),
    ),
    **dict.fromkeys(
        (
            "serves", "parent", "parents", "supports", "part_of", "up", "parent_goal",
            "contributes_to", "aligned_with", "dient", "oberziel", "teil_von", "trägt_bei_zu",
        ),
        ("relevant", "serves"),
    ),
    **dict.fromkeys(("value", "values", "core_value", "wert", "werte"), ("relevant", "values")),
    **dict.fromkeys(
        ("what", "description", "details", "was", "beschreibung", "spezifisch"), ("specific", "")
    ),
    **dict.fromkeys(
        (
            "effort", "time", "resources", "attainable", "realistic", "aufwand", "erreichbar",
            "realistisch", "how", "wie",
        ),
        ("achievable", ""),
    ),
    **dict.fromkeys(
        ("hours", "hours_per_week", "weekly_hours", "stunden", "stunden_pro_woche"),
        ("achievable", "hours_per_week"),
    ),
    **dict.fromkeys(
        (
            "budget", "money", "cost", "costs", "price", "kosten", "geld", "preis",
        ),
        ("achievable", "money"),
    ),
    **dict.fromkeys(("confidence", "zuversicht"), ("achievable", "confidence")),
    **dict.fromkeys(
        (
            "obstacle", "if_then", "if_then_plan", "hindernis", "hindernisse", "wenn_dann",
            "wenn_dann_plan",
        ),
        ("obstacles", ""),
    ),
    **dict.fromkeys(
        (
            "steps", "checkpoints", "tasks", "subtasks", "sub_tasks", "todo", "todos", "to_do",
            "actions", "action_items", "action_steps", "next_steps", "checklist", "key_results",
            "key_result", "krs", "schlüsselergebnisse", "meilensteine", "schritte",
            "nächste_schritte", "aufgaben",
        ),
        ("milestones", ""),
    ),
    **dict.fromkeys(("name", "objective", "titel"), ("title", "")),
    **dict.fromkeys(
        ("life_area", "domain", "category", "bereich", "lebensbereich", "kategorie"), ("area", "")
    ),
    **dict.fromkeys(_TAGS, ("tags", "")),
    **dict.fromkeys(("celebration", "belohnung"), ("reward", "")),
    **dict.fromkeys(
        ("accountability", "accountability_partner", "supporters", "unterstützung"), ("support", "")
    ),
    **dict.fromkeys(("state", "stage", "zustand"), ("status", "")),
    **dict.fromkeys(("pausen", "auszeiten"), ("breaks", "")),
    **dict.fromkeys(("horizont",), ("horizon", "")),
    **dict.fromkeys(("messwerte", "ablesungen"), ("readings", "")),
    **dict.fromkeys(("änderungen",), ("changes", "")),
    **dict.fromkeys(("setzt_voraus", "voraussetzungen"), ("requires", "")),
    **dict.fromkeys(("ersetzt_durch",), ("replaced_by", "")),
    **dict.fromkeys(("gewichtung",), ("weight", "")),
}  # fmt: skip
"""By the word that people use, in small letters: our key, and its part."""
STEP_WORDS: dict[str, str] = {
    **dict.fromkeys(
        (
            "name", "what", "step", "task", "milestone", "text", "description", "titel", "was",
        ),
        "title",
    ),
    **{word: "due" for word, ours in GOAL_WORDS.items() if ours == ("time_bound", "due")},
    **dict.fromkeys(("date", "day", "on", "datum", "am", "target"), "due"),
    **dict.fromkeys(
        ("completed", "finished", "reached", "checked", "erledigt", "fertig"), "done"
    ),
}  # fmt: skip
"""The same for the parts of a milestone."""
ENTRY_WORDS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("week_of", "week_number", "woche", "kw", "weekly"), ("week", "")),
    **dict.fromkeys(("day", "on", "datum", "tag", "entry_date"), ("date", "")),
    **dict.fromkeys(
        (
            "readings",
            "numbers",
            "metrics",
            "goals",
            "results",
            "done",
            "tracker",
            "fortschritt",
            "fortschritte",
            "messwerte",
        ),
        ("progress", ""),
    ),
    **dict.fromkeys(
        ("time_spent", "time", "hours_spent", "stunden", "zeit", "zeitaufwand"), ("hours", "")
    ),
    **dict.fromkeys(
        (
            "money",
            "money_spent",
            "cost",
            "costs",
            "expenses",
            "ausgaben",
            "ausgegeben",
            "kosten",
            "geld",
        ),
        ("spent", ""),
    ),
    **dict.fromkeys(
        ("skipped", "skips", "missed", "ausgelassen", "ausgefallen", "ausgesetzt", "übersprungen"),
        ("skip", ""),
    ),
    **dict.fromkeys(("feeling", "mood_score", "stimmung", "laune"), ("mood", "")),
    **dict.fromkeys(("energie", "energy_level"), ("energy", "")),
    **dict.fromkeys(("confident", "zuversicht"), ("confidence", "")),
    **dict.fromkeys(_TAGS, ("tags", "")),
    **dict.fromkeys(("headline", "summary", "titel", "überschrift"), ("title", "")),
    **dict.fromkeys(("life_areas", "wheel_of_life", "bereiche", "lebensbereiche"), ("areas", "")),
}
PROFILE_WORDS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("full_name", "author", "me"), ("name", "")),
    **dict.fromkeys(
        (
            "motto",
            "word",
            "word_of_the_year",
            "theme_of_the_year",
            "yearly_theme",
            "leitwort",
            "jahresmotto",
        ),
        ("theme", ""),
    ),
    **dict.fromkeys(("core_values", "value", "my_values", "werte"), ("values", "")),
    **dict.fromkeys(("life_areas", "area", "domains", "bereiche", "lebensbereiche"), ("areas", "")),
    **dict.fromkeys(
        ("hours", "weekly_hours", "time", "stunden", "stunden_pro_woche"), ("hours_per_week", "")
    ),
    **dict.fromkeys(("money", "yearly_budget", "jahresbudget", "geld"), ("budget", "")),
    **dict.fromkeys(("skill", "fähigkeiten"), ("skills", "")),
    **dict.fromkeys(("strength", "stärken"), ("strengths", "")),
    **dict.fromkeys(("personality_notes", "character", "persönlichkeit"), ("personality", "")),
    **dict.fromkeys(("job_satisfaction", "contentment", "zufriedenheit"), ("satisfaction", "")),
    **dict.fromkeys(("bucket_list", "experiences_wanted", "erlebnisse"), ("experiences", "")),
    **dict.fromkeys(("break", "time_off", "pausen", "auszeiten"), ("breaks", "")),
    **dict.fromkeys(("aktive_ziele",), ("active_goals", "")),
}
RECORD_WORDS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(
        ("cause", "reason", "why", "because_of", "grund", "ursache", "weil", "wegen"),
        ("because", ""),
    ),
    **dict.fromkeys(
        (
            "by", "with", "who", "whom", "source", "author", "came_from", "asked_by", "von", "mit",
            "woher", "quelle", "gefragt_von", "thanks_to", "durch", "dank",
        ),
        ("from", ""),
    ),
    **dict.fromkeys(("response", "action", "reaction", "vorhaben"), ("plan", "")),
    **dict.fromkeys(("lesson", "learnt", "änderung"), ("change", "")),
    **dict.fromkeys(("cost", "price", "costs", "spent", "kosten", "preis", "geld"), ("money", "")),
    **dict.fromkeys(("time", "time_spent", "stunden", "duration"), ("hours", "")),
    **dict.fromkeys(
        ("finished", "completed", "passed", "fertig", "bestanden", "erledigt", "abgeschlossen"),
        ("done", ""),
    ),
    **dict.fromkeys(
        ("valid_until", "expiry", "expiry_date", "gültig_bis", "until"), ("expires", "")
    ),
    **dict.fromkeys(
        (
            "next_time", "again", "renew", "renewal", "wieder", "nächstes", "nächstes_mal",
            "als_nächstes",
        ),
        ("next", ""),
    ),
    **dict.fromkeys(("thanks", "thank_you", "gedankt", "bedankt"), ("thanked", "")),
    **dict.fromkeys(("goal", "for_goal", "ziel", "ziele"), ("goals", "")),
    **dict.fromkeys(("changed", "goal_revised"), ("revised", "")),
    **dict.fromkeys(("day", "on", "when", "datum", "am"), ("date", "")),
    **dict.fromkeys(("topic", "subject", "thema", "worum", "notes"), ("about", "")),
    **dict.fromkeys(("celebration", "celebrated", "belohnung"), ("reward", "")),
    **dict.fromkeys(("getroffen",), ("met", "")),
    **dict.fromkeys(("skill", "fähigkeit", "fähigkeiten"), ("skills", "")),
    **dict.fromkeys(("name", "what", "was", "titel"), ("title", "")),
    **dict.fromkeys(("takeaway", "lesson_learned", "gelernt"), ("learned", "")),
    **dict.fromkeys(_TAGS, ("tags", "")),
}  # fmt: skip
"""The same for records; a word counts only where the record has the key."""
SETTINGS_WORDS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("name", "site_title", "site_name", "journal", "titel"), ("title", "")),
    **dict.fromkeys(("base_url", "baseurl", "site_url", "address", "link"), ("url", "")),
    **dict.fromkeys(("lang", "locale", "sprache"), ("language", "")),
    **dict.fromkeys(("time_zone", "tz", "zone", "zeitzone"), ("timezone", "")),
    **dict.fromkeys(
        ("week_start", "week_starts_on", "first_day_of_week", "weekstart"), ("week_starts", "")
    ),
    **dict.fromkeys(("hours", "weekly_hours", "stunden_pro_woche"), ("hours_per_week", "")),
    **dict.fromkeys(("life_areas", "bereiche", "lebensbereiche"), ("areas", "")),
    **dict.fromkeys(("checks", "rules"), ("check", "")),
    **dict.fromkeys(("nav", "navigation"), ("menu", "")),
    **dict.fromkeys(("aktive_ziele",), ("active_goals", "")),
}
ASIDE = frozenset({"priority", "prio", "importance", "rank", "owner", "assignee", "priorität"})
"""Keys of a goal that other tools keep for themselves and that ask for nothing of ours."""
STATES = {
    **dict.fromkeys(
        (
            "in_progress", "doing", "started", "open", "ongoing", "current", "on_track", "at_risk",
            "behind", "wip", "aktiv", "laufend", "läuft", "offen", "begonnen", "in_arbeit",
        ),
        "active",
    ),
    **dict.fromkeys(
        (
            "todo", "to_do", "not_started", "backlog", "idea", "planned", "planning", "pending",
            "not_yet_started", "geplant", "idee", "in_planung",
        ),
        "someday",
    ),
    **dict.fromkeys(("on_hold", "waiting", "blocked", "hold", "pausiert", "wartet"), "paused"),
    **dict.fromkeys(
        (
            "complete", "completed", "finished", "achieved", "closed", "erledigt", "fertig",
            "abgeschlossen", "erreicht",
        ),
        "done",
    ),
    **dict.fromkeys(
        (
            "cancelled", "canceled", "abandoned", "stopped", "failed", "abgebrochen", "aufgegeben",
        ),
        "dropped",
    ),
}  # fmt: skip
"""Words of other tools for the state of a goal."""
STATE = re.compile(
    r"(?i:"
    + "|".join(word.replace("_", "[ _-]") for word in sorted(STATES, key=len, reverse=True))
    + r")(?=$|[,:;]|\s+(?:since|on|from|until|because|[0-9]|[–—-]\s))"
)
"""Such a word, alone or before a day or a reason."""
HORIZONS = {"short": "short", "mid": "mid", "medium": "mid", "long": "long", "vision": "vision"}
HORIZONS |= {"kurz": "short", "mittel": "mid", "lang": "long"}
HORIZONS |= {"kurzfristig": "short", "mittelfristig": "mid", "langfristig": "long"}
