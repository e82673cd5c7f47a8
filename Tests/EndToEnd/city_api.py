"""A city's records through the API, as a program in another language sees them."""

import uuid

NAME = "cities/370800"

# Service, the resource's name in its methods, the plural there, and the field of a list that holds them.
COLLECTIONS = [
    ("division", "Division", "Divisions", "divisions"),
    ("division", "Grid", "Grids", "grids"),
    ("compound", "Compound", "Compounds", "compounds"),
    ("firm", "Firm", "Firms", "firms"),
    ("party", "PartyOrganisation", "PartyOrganisations", "party_organisations"),
    ("party", "InstructorAssignment", "InstructorAssignments", "instructor_assignments"),
    ("project", "Project", "Projects", "projects"),
    ("reception_day", "ReceptionDay", "ReceptionDays", "reception_days"),
    ("ticket", "Ticket", "Tickets", "tickets"),
    ("service_area", "ServiceArea", "ServiceAreas", "service_areas"),
    ("service_area", "Building", "Buildings", "buildings"),
    ("service_area", "Unit", "Units", "units"),
    ("contract", "Contract", "Contracts", "contracts"),
    ("personnel", "KeyPost", "KeyPosts", "key_posts"),
    ("personnel", "Appointment", "Appointments", "appointments"),
    ("member", "Member", "Members", "members"),
    ("committee", "Committee", "Committees", "committees"),
    ("committee", "Election", "Elections", "elections"),
    ("committee", "Candidate", "Candidates", "candidates"),
    ("committee", "OwnersVote", "OwnersVotes", "owners_votes"),
    ("committee", "Rectification", "Rectifications", "rectifications"),
    ("station", "Station", "Stations", "stations"),
    ("station", "Venue", "Venues", "venues"),
    ("station", "Booking", "Bookings", "bookings"),
    ("recognition", "Honour", "Honours", "honours"),
    ("recognition", "Programme", "Programmes", "programmes"),
    ("recognition", "SatisfactionSurvey", "SatisfactionSurveys", "satisfaction_surveys"),
    ("policy", "PolicyDocument", "PolicyDocuments", "policy_documents"),
    ("policy", "DutyList", "DutyLists", "duty_lists"),
    ("policy", "Disclosure", "Disclosures", "disclosures"),
    ("improvement", "RenovationProject", "RenovationProjects", "renovation_projects"),
    ("improvement", "Takeover", "Takeovers", "takeovers"),
    ("improvement", "Subsidy", "Subsidies", "subsidies"),
    ("safety", "Inspection", "Inspections", "inspections"),
    ("safety", "Hazard", "Hazards", "hazards"),
    ("safety", "ChargingFacility", "ChargingFacilities", "charging_facilities"),
    ("hotline", "HotlineTotal", "HotlineTotals", "hotline_totals"),
    ("rule", "Parameter", "Parameters", "parameters"),
    ("rule", "HolidayCalendar", "HolidayCalendars", "holiday_calendars"),
    ("rule", "ServiceLevelRule", "ServiceLevelRules", "service_level_rules"),
    ("indicator", "Indicator", "Indicators", "indicators"),
    ("attachment", "Attachment", "Attachments", "attachments"),
    ("record", "Succession", "Successions", "successions"),
]


class City:
    """Calls by name: `city.call("ticket", "GetTicket", name=…)`. Methods that write get a request id."""

    def __init__(self, stubs, channel):
        self._modules = stubs
        self._channel = channel
        self._services = {}

    def messages(self, area):
        """The module of an area's messages, such as `ticket` or `ticket_service`."""
        return self._modules(f"redsail.v1.{area}_pb2")

    def service(self, area):
        if area not in self._services:
            module = self._modules(f"redsail.v1.{area}_service_pb2_grpc")
            kind = "".join(word.capitalize() for word in area.split("_"))
            self._services[area] = getattr(module, f"{kind}ServiceStub")(self._channel)
        return self._services[area]

    def request(self, area, method, **fields):
        request = getattr(self.messages(f"{area}_service"), f"{method}Request")(**fields)
        if "request_id" in request.DESCRIPTOR.fields_by_name and not request.request_id:
            request.request_id = str(uuid.uuid4())
        return request

    def call(self, area, method, **fields):
        return getattr(self.service(area), method)(self.request(area, method, **fields), timeout=30)

    def pages(self, area, method, field, **fields):
        """All items of a list, page by page."""
        token = ""
        while True:
            answer = self.call(area, method, page_size=1000, page_token=token, **fields)
            yield from getattr(answer, field)
            token = answer.next_page_token
            if not token:
                return

    def tickets(self, **fields):
        return list(self.pages("ticket", "ListTickets", "tickets", parent=NAME, **fields))

    def records(self):
        """Every record of the city by name, deleted ones too."""
        records = {NAME: self.call("division", "GetCity", name=NAME)}
        for area, _, plural, field in COLLECTIONS:
            for record in self.pages(area, f"List{plural}", field, parent=NAME, show_deleted=True):
                assert record.name not in records, f"{record.name} is listed twice"
                records[record.name] = record
        return records

    def get(self, names):
        """The records of these names, each with the Get of its kind; tickets in batches."""
        areas = {plural[0].lower() + plural[1:]: (area, single) for area, single, plural, _ in COLLECTIONS}
        records, tickets = {}, []
        for name in names:
            parts = name.split("/")
            if len(parts) == 2:
                records[name] = self.call("division", "GetCity", name=name)
            elif parts[2] == "tickets":
                tickets.append(name)
            else:
                area, single = areas[parts[2]]
                records[name] = self.call(area, f"Get{single}", name=name)
        for start in range(0, len(tickets), 1000):
            batch = tickets[start : start + 1000]
            answer = self.call("ticket", "BatchGetTickets", parent=NAME, names=batch)
            records.update({ticket.name: ticket for ticket in answer.tickets})
        return records

    def events(self, tickets, at_a_time=64):
        """The histories of tickets: (name, entries) pairs, with some calls under way at once."""
        method, waiting = self.service("ticket").ListTicketEvents, []
        for name in tickets:
            request = self.request("ticket", "ListTicketEvents", parent=name, page_size=1000)
            waiting.append((name, method.future(request, timeout=30)))
            if len(waiting) >= at_a_time:
                name, call = waiting.pop(0)
                yield name, list(call.result().ticket_events)
        for name, call in waiting:
            yield name, list(call.result().ticket_events)

    def changes(self, cursor="", page=1000, **selection):
        """The changes after a cursor up to the latest one."""
        while True:
            answer = self.call(
                "change_feed", "ListChanges", parent=NAME, cursor=cursor, max_changes=page, **selection
            )
            yield from answer.changes
            cursor = answer.next_cursor
            if not answer.more:
                return

    def watch(self, cursor="", **selection):
        """Follows the changes: the call, whose items are its messages."""
        request = self.request("change_feed", "WatchChanges", parent=NAME, cursor=cursor, **selection)
        return self.service("change_feed").WatchChanges(request, timeout=90)

    def scoreboard(self, **fields):
        return self.call("scoreboard", "GetScoreboard", name=f"{NAME}/scoreboard", **fields)

    def figures(self, **fields):
        """The computed figures by key."""
        return {row.key: row.computed for row in self.scoreboard(**fields).rows}
