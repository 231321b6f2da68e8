"""What a signed record and a signed status list are made of, member by member, and the reading of both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from trainer.kernel.problems import N_
from trainer.records import credential, status_list
from trainer.records.contexts import CREDENTIALS
from trainer.records.proofs import JCS, RDFC
from trainer.records.reading import LARGEST_BYTES, NotIntact, UnknownFormat
from trainer.records.record import Did, Moment, Uuid
from trainer.records.shape import Check, exactly, flag, many, node, text
from trainer.records.strict import Form

_text = text()
#: Evidence may hold the whole record.
_long = text(Form(longest=LARGEST_BYTES))


def _form(annotated: Any) -> Check:
    """A text of the form an annotation of the record asks for."""
    return text(get_args(annotated)[1])


_did, _moment, _uuid = _form(Did), _form(Moment), _form(Uuid)
_place = text(Form(r"urn:uuid:[0-9a-f-]{36}(?:#\w{1,8})?"))

_PROFILE = node(
    {
        "id": _did, "type": exactly(["Profile"]), "name": _text, "description": _text,
        "address": node({"type": exactly(["Address"]), "addressCountryCode": _text}),
    },
    {"url": _text},
)  # fmt: skip
_IDENTITY = node(
    {"type": exactly("IdentityObject"), "hashed": flag, "identityHash": _text, "identityType": _text}, {"salt": _text}
)
_ALIGNMENT = node(
    {
        "type": exactly(["Alignment"]), "targetType": _text, "targetName": _text, "targetFramework": _text,
        "targetCode": _text, "targetUrl": _text,
    },
    {"targetDescription": _text},
)  # fmt: skip
_DESCRIPTION = node(
    {
        "id": _place, "type": exactly(["ResultDescription"]), "resultType": _text, "name": _text, "valueMin": _text,
        "valueMax": _text,
    }
)  # fmt: skip
_ACHIEVEMENT = node(
    {
        "id": _place, "type": exactly(["Achievement"]), "achievementType": exactly("MicroCredential"), "name": _text,
        "description": _text, "criteria": node({"narrative": _text}), "humanCode": _text, "inLanguage": _text,
        "version": _text, "alignment": many(_ALIGNMENT), "resultDescription": many(_DESCRIPTION, 1),
    }
)  # fmt: skip
_SUBJECT = node(
    {
        "type": exactly(["AchievementSubject"]), "identifier": many(_IDENTITY), "achievement": _ACHIEVEMENT,
        "result": many(node({"type": exactly(["Result"]), "resultDescription": _place, "value": _text})),
    }
)  # fmt: skip
_EVIDENCE = node({"type": exactly(["Evidence"]), "genre": _text, "narrative": _long}, {"id": _place, "name": _text})
_STATUS = node(
    {
        "id": _place, "type": exactly("BitstringStatusListEntry"), "statusPurpose": _text, "statusListIndex": _text,
        "statusListCredential": _uuid,
    }
)  # fmt: skip
_RECORD: dict[str, Check] = {
    "@context": exactly(credential.CONTEXT), "id": _uuid, "type": exactly(credential.TYPE), "name": _text,
    "description": _text, "issuer": _PROFILE, "validFrom": _moment, "awardedDate": _moment,
    "credentialSubject": _SUBJECT, "evidence": many(_EVIDENCE), "credentialStatus": many(_STATUS, 2),
}  # fmt: skip
_LIST: dict[str, Check] = {
    "@context": exactly([CREDENTIALS]), "id": _uuid, "type": exactly(status_list.TYPE), "issuer": _did,
    "validFrom": _moment, "validUntil": _moment,
    "credentialSubject": node(
        {"id": _place, "type": exactly("BitstringStatusList"), "statusPurpose": _text, "encodedList": _text}
    ),
}  # fmt: skip


def check_record(document: dict[str, Any]) -> None:
    """Raises :class:`UnknownFormat` for what is no record of this program, :class:`NotIntact` for a wrong form."""
    _check(document, credential.TYPE[-1], _RECORD, {"validUntil": _moment})
    named = list(_ids(document))
    if len(set(named)) < len(named):
        # To linked data they are one node: members could be told again, or moved from one to the other.
        raise NotIntact(N_("Two parts of the record have one name."))
    if document["proof"]["verificationMethod"].partition("#")[0] != document["issuer"]["id"]:
        raise NotIntact(N_("The key that signed is not the issuer's."))


def _ids(value: Any) -> Iterator[str]:
    """The names of all nodes."""
    if isinstance(value, dict):
        for name, one in value.items():
            if name == "id":
                yield one
            else:
                yield from _ids(one)
    elif isinstance(value, list):
        for one in value:
            yield from _ids(one)


def check_lists(document: dict[str, Any]) -> None:
    """The same for a file of status lists."""
    if document.get("type") != status_list.BUNDLE:
        raise UnknownFormat(N_("The file holds no status lists."))
    bundle: dict[str, Check] = {
        "@context": exactly([CREDENTIALS]), "type": exactly(status_list.BUNDLE),
        "verifiableCredential": many(_listed, 2),
    }  # fmt: skip
    node(bundle)(document, "")
    if len(document["verifiableCredential"]) != len(status_list.PURPOSES):
        raise NotIntact(N_("The status lists in the file do not belong together."))


def _listed(document: Any, where: str) -> None:
    if not isinstance(document, dict):
        raise UnknownFormat(N_("The file holds no status lists."))
    _check(document, status_list.TYPE[-1], _LIST, {})
    if document["proof"]["verificationMethod"].partition("#")[0] != document["issuer"]:
        raise NotIntact(N_("The key that signed is not the issuer's."))


def _check(document: dict[str, Any], kind: str, members: dict[str, Check], optional: dict[str, Check]) -> None:
    types = document.get("type")
    if not isinstance(types, list) or kind not in types:
        raise UnknownFormat(N_("The file is JSON, but no record."))
    if "proof" not in document:
        raise NotIntact(N_("The file is not signed."))
    node({**members, "proof": _proof(document)}, optional)(document, "")


def _proof(document: dict[str, Any]) -> Check:
    """One proof; with canonical JSON it holds the document's context once more."""
    proof = document["proof"]
    suite = proof.get("cryptosuite") if isinstance(proof, dict) else None
    method = text(Form(r"did:key:(z[1-9A-HJ-NP-Za-km-z]{47})#\1"))
    members: dict[str, Check] = {
        "type": exactly("DataIntegrityProof"), "cryptosuite": exactly(JCS if suite == JCS else RDFC),
        "created": _moment, "verificationMethod": method, "proofPurpose": exactly("assertionMethod"),
        "proofValue": text(Form(r"z[1-9A-HJ-NP-Za-km-z]{80,90}")),
    }  # fmt: skip
    return node(
        members | ({"@context": exactly(document["@context"])} if suite == JCS and "@context" in document else {})
    )
