"""Where an entry stands in its file, found only when something is wrong with it: `file:line`, `file:row:id:column`."""

from rightdoor import yamlfile
from rightdoor.tables.channels import channel_rows

ENTRIES = {"statutes": "articles", "parameters": None, "hearsay": None, "watch": None}


class Places:
    """Addresses of entries in the folder `root`; an entry that is in no file is named by its id alone."""

    def __init__(self, root):
        self.root = root
        self.read = {}

    def entry(self, table, id, *keys):
        """`statutes/x.yaml:12`: the entry `id` of `table` (statutes, parameters, hearsay, watch), at `keys` in it."""
        for path in self._files(table, id):
            label = path.relative_to(self.root).as_posix()
            entries = self._entries(path, ENTRIES[table])
            if id in entries:
                lead = [ENTRIES[table]] if ENTRIES[table] else []
                return f"{label}:{yamlfile.line_of(path, [*lead, entries.index(id), *keys])}"
        return f"{table}:{id}"

    def door(self, row, column):
        """`channels.csv:17:police:basis` for a Door."""
        if "channels" not in self.read:
            self.read["channels"] = {
                (cells.get("id"), cells.get("from")): number for number, cells in channel_rows(self.root)
            }
        number = self.read["channels"].get((row.id, str(row.since)), "?")
        return f"channels.csv:{number}:{row.id}:{column}"

    def _files(self, table, id):
        if table == "statutes":
            return [self.root / "statutes" / f"{id.partition('/')[0]}.yaml"]
        return (
            sorted((self.root / "parameters").glob("*.yaml"))
            if table == "parameters"
            else [self.root / f"{table}.yaml"]
        )

    def _entries(self, path, under):
        if path not in self.read:
            try:
                content = yamlfile.read(path)
            except yamlfile.YamlError:
                content = None
            entries = content.get(under) if under and isinstance(content, dict) else content
            self.read[path] = [e.get("id") if isinstance(e, dict) else None for e in entries or ()]
        return self.read[path]
