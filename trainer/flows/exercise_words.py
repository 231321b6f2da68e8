"""Words for exercises that several front ends show: message ids, translated where they are shown."""

from __future__ import annotations

from trainer.kernel.problems import N_

_REQUIREMENTS = {
    "min_customer_types": N_("types of customer"),
    "of_which_non_native_italian": N_("a customer who is no native speaker of Italian"),
    "min_request_types": N_("kinds of request"),
    "of_which_complaint": N_("a complaint"),
    "min_channels": N_("channels"),
    "channel_kind": N_("attempts on the channels asked for"),
    "min_situations": N_("situations"),
    "situation_kind": N_("attempts in the situations asked for"),
    "of_which_conflict": N_("a conflict"),
    "of_which_foreign_language": N_("an attempt in a foreign language"),
    "min_products": N_("types of product or service"),
    "min_relationship_types": N_("types of relationship"),
    "min_customer_or_activity_types": N_("types of customer or of activity"),
    "min_hw_sw_resources": N_("hardware and software resources"),
    "must_cover_hardware": N_("a hardware resource"),
    "must_cover_software": N_("a software resource"),
    "min_crm_applications": N_("a CRM application"),
    "operations": N_("operations carried out"),
    "phases": N_("stages covered"),
    "span_from": N_("attempts from the first contact on"),
    "span_to": N_("attempts up to the closing"),
    "mode": N_("attempts of the kind asked for"),
    "given_characteristics": N_("attempts from given characteristics"),
    "given_case_set": N_("attempts on a given set of cases"),
    "given_information_set": N_("attempts with a given set of information"),
    "given_technology_set": N_("attempts with a given set of technology"),
    "must_identify_key_information": N_("attempts that recognise the key information"),
    "must_set_up_back_office_operations": N_("attempts that set up the back-office operations"),
    "must_use_digital_tools": N_("attempts with digital tools"),
    "must_work_autonomously": N_("attempts without any help"),
    "must_explain_workstation_organisation": N_("attempts that explain how the workstation is organised"),
    "must_justify_choices": N_("attempts with a complete rationale"),
    "must_cite_norms": N_("attempts that refer to the rules"),
    "time_limited": N_("attempts finished in time"),
}
_PARTS = {
    "choices": N_("Choices"),
    "approach": N_("Approach"),
    "procedure": N_("Procedure"),
    "tools": N_("Tools"),
    "forms": N_("Forms"),
    "references": N_("References to the rules"),
}
_KINDS = {"dialogue": N_("Conversation"), "desk": N_("Back-office desk"), "workstation": N_("Workstation")}
_LACKS = {
    "missing": N_("nothing written yet"),
    "too-short": N_("too short to give a reason"),
    "no-moment": N_("no link to a moment of what happened"),
    "no-citation": N_("names nothing that was used or that applies"),
    "did-not-happen": N_("speaks of a moment that did not happen"),
    "was-not-used": N_("names something that was not used"),
}

_MOMENTS = {
    # a talk
    "said": N_("You"), "heard": N_("Customer"), "opened": N_("Opened"), "found": N_("Found out"), "mood": N_("Mood"),
    "ended": N_("How it ended"), "left": N_("You broke off"),
    # a desk
    "arrived": N_("Came in"), "replied": N_("Your reply"), "registered": N_("Registered"), "linked": N_("Linked"),
    "classified": N_("Classified"), "prioritised": N_("Prioritised"), "routed": N_("Routed"),
    "deadline": N_("Deadline set"), "closed": N_("Closed"), "filled": N_("Form filled in"), "reported": N_("Reported"),
    "new-card": N_("New card"), "merged": N_("Merged"), "corrected": N_("Corrected"), "searched": N_("Searched"),
    "archived": N_("Archived"), "deleted": N_("Deleted"), "waited": N_("Waited"),
    "finished": N_("Finished"), "closed-desk": N_("The desk closed"),
    # a workstation
    "set": N_("Set"), "tested": N_("Tested"), "acted": N_("Done"), "did": N_("Done"), "incident": N_("Incident"),
    "ignored": N_("Not dealt with"), "break": N_("Break planned"), "unbreak": N_("Break taken out"),
}  # fmt: skip


def requirement_words(requirement: str) -> str:
    """The message that names a requirement; a key nobody can evaluate is its own name."""
    return _REQUIREMENTS.get(requirement, requirement)


def part_words(part: str) -> str:
    """The message that names a part of the rationale."""
    return _PARTS[part]


def lack_words(lack: str) -> str:
    """The message that says what a part of the rationale lacks."""
    return _LACKS[lack]


def kind_words(kind: str) -> str:
    """The message that names a kind of exercise; one nobody knows is its own name."""
    return _KINDS.get(kind, kind)


def moment_words(kind: str) -> str:
    """The message that says who spoke or what was done at a moment; a kind nobody named is its own name."""
    return _MOMENTS.get(kind, kind)
