"""Replays a city's change feed and holds it against the records, the lists and the histories."""

CREATED, UPDATED, DELETED, UNDELETED = 1, 2, 3, 4

# Records about persons in the party, of which the feed tells only that they changed.
UNTOLD = {"redsail/Member", "redsail/Candidate"}


class FeedReplay:
    """What the feed has told of each record, in its order."""

    def __init__(self):
        self.revision = 0
        self.cursor = ""
        # The last state of each record (none where the feed does not tell it), and the etags of all its states.
        self.records = {}
        self.etags = {}
        # For each ticket the state that each version had: as many as entries of its history, and that of the intake.
        self.ticket_states = {}

    def add(self, change):
        """Takes one more change, which must fit what came before."""
        assert change.revision > self.revision, f"{change.name}: {change.revision} comes after {self.revision}"
        self.revision, self.cursor = change.revision, change.cursor
        etags = self.etags.setdefault(change.name, [])
        assert (change.kind == CREATED) == (not etags), f"{change.name}: change {change.kind} after {len(etags)}"
        assert change.kind in (CREATED, UPDATED, DELETED, UNDELETED)
        told = change.WhichOneof("resource")
        assert (told is None) == (change.resource_type in UNTOLD), change.name
        if told is None:
            etags.append(change.revision)
            self.records[change.name] = None
            return
        record = getattr(change, told)
        assert record.name == change.name
        if "delete_time" in record.DESCRIPTOR.fields_by_name:
            assert record.HasField("delete_time") == (change.kind == DELETED), change.name
        assert record.etag not in etags, f"{change.name} had the etag {record.etag} before"
        etags.append(record.etag)
        self.records[change.name] = record
        if change.resource_type == "redsail/Ticket":
            states = self.ticket_states.setdefault(change.name, [])
            assert record.event_count == len(states), f"{change.name}: a version is missing"
            states.append(record.state)

    def follow(self, city):
        """Takes all changes that are new; returns the names of the records that they concern."""
        names = set()
        for change in city.changes(self.cursor):
            self.add(change)
            names.add(change.name)
        return names

    def check_records(self, city, names=None):
        """The lists hold exactly the feed's records as it last told them, and so does the Get of each (of `names`)."""
        listed = city.records()
        assert listed.keys() == self.records.keys()
        for name, record in listed.items():
            assert self.records[name] in (None, record), f"the list and the feed differ in {name}"
        for name, record in city.get(self.records if names is None else names).items():
            assert record == listed[name], f"Get and the list differ in {name}"

    def check_histories(self, city, names=None):
        """Each ticket's history tells the same as its versions in the feed."""
        tickets = self.ticket_states if names is None else self.ticket_states.keys() & names
        for name, events in city.events(sorted(tickets)):
            states = self.ticket_states[name]
            assert self.records[name].event_count == len(events) == len(states) - 1, name
            assert [event.name for event in events] == [f"{name}/events/{n + 1}" for n in range(len(events))]
            assert [event.state_before for event in events] == states[:-1], name
            assert [event.state_after for event in events] == states[1:], name

    def check(self, city, names=None):
        self.check_records(city, names)
        self.check_histories(city, names)
