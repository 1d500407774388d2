"""The clauses of all ledgers, what serves and proves each, as ``guanwei clauses`` and the reference print them."""

from collections.abc import Mapping
from typing import Any

from guanwei import registry
from guanwei.api import Clause, Room, Strength
from guanwei.registry import Catalogue
from guanwei.registry.proofs import NONE, Proof, packaged, status
from guanwei.registry.sources import COUNTY

Row = dict[str, Any]


def clauses(plugin: str = "", proofs: Mapping[str, Proof] | None = None) -> Row:
    """Each clause in its ledger's order, and totals. ``proofs`` are a test run's, instead of the packages' own."""
    catalogue = registry.catalogue()
    known = packaged(catalogue.plugins) if proofs is None else proofs
    rows = [
        _row(catalogue, each.name, clause, known.get(clause.id, NONE))
        for each in catalogue.plugins
        if plugin in ("", each.name)
        for clause in catalogue.of(each.name).clauses
    ]
    kinds = {
        "where": list(dict.fromkeys(each["where"] for each in rows)),
        "room": [each.value for each in Room],
        "strength": [each.value for each in Strength],
    }
    by_kind = {
        kind: {name: _counted(rows, kind, name) for name in names if any(each[kind] == name for each in rows)}
        for kind, names in kinds.items()
    }
    return {"clauses": rows, "totals": {"all": _counted(rows), **by_kind}}


def _row(catalogue: Catalogue, plugin: str, clause: Clause, proof: Proof) -> Row:
    serving = catalogue.serving(clause.id)
    return {
        "id": clause.id,
        "where": "core" if plugin == COUNTY else f"plugin:{plugin}",
        "article": clause.article,
        "summary": clause.summary,
        "room": clause.room.value,
        "strength": clause.strength.value,
        "status": status(clause, bool(serving), proof),
        "rules": list(dict.fromkeys(each.id for each in serving)),
        "laws": list(proof.laws),
        "tests": list(proof.tests),
    }


def _counted(rows: list[Row], kind: str = "", name: str = "") -> dict[str, int]:
    """How many clauses, and how many of each status."""
    counted = [each["status"] for each in rows if not kind or each[kind] == name]
    return {"clauses": len(counted), **{each: counted.count(each) for each in sorted(set(counted))}}
