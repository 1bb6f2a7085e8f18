#!/usr/bin/env python3
"""Makes google-description.json: the facts of Google's API descriptions, none of their prose.

    python3 generate.py FOLDER

FOLDER holds the discovery documents gmail.v1.json, calendar.v3.json and oauth2.v2.json, as published in
https://github.com/googleapis/discovery-artifact-manager (folder discoveries).
"""
import json
import pathlib
import sys

DOCUMENTS = ["gmail.v1.json", "calendar.v3.json", "oauth2.v2.json"]
FACTS = ["type", "format", "required", "repeated", "enum", "minimum", "maximum", "pattern"]

# Fields that Google added after the revision of the documents, read from the typings of @googleapis/gmail 22 and @googleapis/calendar 20.
STRING = {"type": "string"}
STRINGS = {"type": "array", "items": STRING}
CLASSIFICATION_LABELS = {"type": "array", "items": {"$ref": "ClassificationLabelValue"}}
LATER_SCHEMAS = {
    "gmail": {
        "ClassificationLabelFieldValue": {"fieldId": STRING, "selection": STRING},
        "ClassificationLabelValue": {"labelId": STRING, "fields": {"type": "array", "items": {"$ref": "ClassificationLabelFieldValue"}}},
        "BatchModifyMessagesRequest": {"addClassificationLabels": CLASSIFICATION_LABELS, "removeClassificationLabelIds": STRINGS},
        "ModifyMessageRequest": {"addClassificationLabels": CLASSIFICATION_LABELS, "removeClassificationLabelIds": STRINGS},
        "Message": {"classificationLabelValues": CLASSIFICATION_LABELS},
    },
    "calendar": {
        "EventBirthdayProperties": {"contact": STRING, "customTypeName": STRING, "type": STRING},
        "Event": {"birthdayProperties": {"$ref": "EventBirthdayProperties"}, "eventLabelId": STRING},
        "Calendar": {"autoAcceptInvitations": {"type": "boolean"}, "dataOwner": STRING},
        "CalendarListEntry": {"autoAcceptInvitations": {"type": "boolean"}, "dataOwner": STRING},
    },
}
LATER_PARAMETERS = {
    f"calendar.events.{verb}": {"eventLabelVersion": {"type": "integer", "format": "int32", "location": "query"}}
    for verb in ["import", "insert", "patch", "update"]
}
LATER_PARAMETERS["gmail.users.settings.cse.keypairs.create"] = {"chainValidation": {"type": "string", "location": "query"}}


def facts(parameter):
    kept = {name: parameter[name] for name in FACTS if name in parameter}
    if parameter.get("location") == "path":
        kept["path"] = True
    return kept


def field(definition):
    if "$ref" in definition:
        return {"ref": definition["$ref"]}
    kept = {name: definition[name] for name in ["type", "format", "enum"] if name in definition}
    if "items" in definition:
        kept["items"] = field(definition["items"])
    if "properties" in definition:
        kept["properties"] = {name: field(value) for name, value in definition["properties"].items()}
    if "additionalProperties" in definition:
        kept["values"] = field(definition["additionalProperties"])
    return kept


def methods(document, resource):
    for method in resource.get("methods", {}).values():
        parameters = method.get("parameters", {}) | LATER_PARAMETERS.get(method["id"], {})
        fact = {
            "id": method["id"],
            "verb": method["httpMethod"],
            "path": "/" + document["servicePath"] + method["path"],
            "parameters": {name: facts(value) for name, value in sorted(parameters.items())},
            "scopes": method.get("scopes", []),
        }
        for part in ["request", "response"]:
            if part in method:
                fact[part] = method[part]["$ref"]
        if "mediaUpload" in method:
            fact["uploads"] = sorted(protocol["path"] for protocol in method["mediaUpload"]["protocols"].values())
        yield fact
    for child in resource.get("resources", {}).values():
        yield from methods(document, child)


def api(document):
    schemas = {
        name: {key: field(value) for key, value in schema.get("properties", {}).items()}
        for name, schema in document["schemas"].items()
    }
    for name, added in LATER_SCHEMAS.get(document["name"], {}).items():
        schemas.setdefault(name, {}).update({key: field(value) for key, value in added.items()})
    return {
        "name": document["name"],
        "revision": document["revision"],
        "parameters": {name: facts(value) for name, value in sorted(document["parameters"].items())},
        "methods": sorted(methods(document, document), key=lambda method: method["id"]),
        "schemas": dict(sorted(schemas.items())),
    }


def main(folder):
    apis = [api(json.loads((pathlib.Path(folder) / name).read_text("utf-8"))) for name in DOCUMENTS]
    target = pathlib.Path(__file__).with_name("google-description.json")
    # One method or schema a line keeps a regenerated table readable as a diff.
    lines = ['{"apis":[']
    for index, each in enumerate(apis):
        lines.append('{"name":%s,"revision":%s,' % (json.dumps(each["name"]), json.dumps(each["revision"])))
        lines.append('"parameters":%s,' % compact(each["parameters"]))
        lines.append('"methods":[')
        lines.append(",\n".join(compact(method) for method in each["methods"]))
        lines.append('],"schemas":{')
        lines.append(",\n".join(f"{json.dumps(name)}:{compact(schema)}" for name, schema in each["schemas"].items()))
        lines.append("}}" + ("," if index + 1 < len(apis) else ""))
    lines.append("]}")
    target.write_text("\n".join(lines) + "\n", "utf-8")


def compact(value):
    return json.dumps(value, separators=(",", ":"))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
