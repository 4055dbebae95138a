"""What the stock checks cannot know about rolecall: see README in tests/api."""
import io
import json
import zipfile

import schemathesis
from schemathesis.core.parameters import ParameterLocation

ZIP_TYPES = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)


@schemathesis.deserializer(*ZIP_TYPES)
def office_file(_context, response):
    """An Office file is a sound archive that holds XML parts."""
    with zipfile.ZipFile(io.BytesIO(response.content)) as archive:
        if archive.testzip() is not None or "[Content_Types].xml" not in archive.namelist():
            raise ValueError("not a sound Office file")
    return response.content.decode("latin-1")


# What a schema cannot say, because the data or another field decides: fault code -> last step of its pointer.
# Anything else that refuses data which the document allows is a fault of the document or of the server.
PLACE = {"country", "region", "city"}
FRANCE_ONLY = {"agreement", "executive", "mobility_rate", "accident_rate", "health_cover", "apprentice"}
BY_MEANING = {
    "unknown-value": PLACE | {"agreement", "currency", "after", "week", "leave_out"},
    "unknown-code": {"country", "region", "currency"},
    "place-mismatch": {"region", "city"},
    "ambiguous-city": {"city"},
    "missing-field": {"country", "min", "text"},
    "wrong-value": PLACE
    | FRANCE_ONLY
    | {"level", "community", "currency", "rate", "payments", "closing_date", "duration_months", "remote_days", "min", "amount", "hours_per_week", "posts_per_week", "fte_percent", "week"},
    "implausible-pay": {"pay"},
    "required-by-law": None,
    "job-posting": None,
}


@schemathesis.hook
def filter_case(_context, case):
    """Every text is an ad: what is no string for a schema, `null` say, is a string as soon as it is sent as text."""
    body = case.meta and case.meta.components.get(ParameterLocation.BODY)
    as_text = (case.media_type or "").startswith("text/")
    return not (as_text and body and body.mode.is_negative)


@schemathesis.check
def refusals_are_about_meaning(_context, response, case):
    """Data that the document allows is refused (422) for its meaning only, never for its form."""
    meta = case.meta
    if response.status_code != 422 or meta is None or not meta.generation.mode.is_positive:
        return
    problem = response.json()
    if problem["type"].endswith("problem-not-covered"):
        return
    faults = problem.get("errors", [])
    if not faults:
        # The text of a file that is none cannot be read.
        assert case.path == "/v1/job-ad-audits", f"refused without saying what is wrong: {problem}"
    for fault in faults:
        # An item of a list is refused as the list is named.
        steps = [step for step in fault["pointer"].split("/") if not step.isdigit()]
        code, last = fault["code"], steps[-1]
        fields = BY_MEANING.get(code, set())
        assert fields is None or last in fields, f"the document allows what is refused: {json.dumps(fault, ensure_ascii=False)}"


@schemathesis.check
def errors_are_problem_documents(_context, response, case):
    """Every error is an RFC 9457 document that agrees with its response."""
    if response.status_code < 400 or response.request.method == "HEAD":
        return
    media_type = response.headers.get("content-type", [""])[0]
    assert media_type == "application/problem+json", f"an error as {media_type!r}"
    problem = response.json()
    assert problem["status"] == response.status_code, "the status in the body is another one"
    assert problem["type"].startswith("/docs#problem-") and problem["title"] and problem["detail"], "an empty field"
    assert problem["instance"] == response.headers["x-request-id"][0], "the instance is not the request id"
    for fault in problem.get("errors", []):
        assert fault["code"] and fault["detail"] and (fault["pointer"] == "" or fault["pointer"][0] == "/")


@schemathesis.check
def no_name_twice(_context, response, _case):
    """No object of an answer holds a name twice: readers disagree on which value counts."""
    if not response.headers.get("content-type", [""])[0].endswith("json"):
        return

    def pairs(items):
        names = [name for name, _ in items]
        twice = sorted({name for name in names if names.count(name) > 1})
        assert not twice, f"twice in one object: {', '.join(twice)}"
        return dict(items)

    json.loads(response.content, object_pairs_hook=pairs)
