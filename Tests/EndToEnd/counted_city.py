"""A small city that is built by hand, so that a person can count what its scoreboard and its reports must say.

A case is a generator: it acts on the city through public calls, as an integrator would, and yields what the figures must
be at that point. What it yields is a dictionary:

    "stations": 1                            the scoreboard's figure (`None`: not measured)
    "grid_stations/grids_with_station": (1, 2)   a report's share, numerator and denominator; or its count
    "grid_stations/stations@street-1": 1     the same of a division (see `DIVISIONS`)
    "promises/promises_kept-": {"merged": 1} what a share leaves out, by reason
    "grid_stations!": ["g2"]                 the records that a report names, by their ids, in any order
    "as_of": "2025-12-31"                    the day that is asked for, instead of the last one
"""

import datetime
import re

from city_api import COLLECTIONS, City

LAST_DAY = "2026-01-31"
SHANGHAI = datetime.timezone(datetime.timedelta(hours=8))
# Credit codes: the alphabet and the weights of GB 32100-2015.
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def credit_code(number):
    """A firm's unified social credit code with its check character."""
    body = f"91370800MA{number:07d}"
    total = sum(ALPHABET.index(character) * pow(3, place, 31) for place, character in enumerate(body))
    return body + ALPHABET[-total % 31]


def snake(name):
    return re.sub("(?<=[a-z])(?=[A-Z])", "_", name).lower()


def day(text):
    """`"2025-03-01"` as a CalendarDate's fields."""
    year, month, date = map(int, text.split("-"))
    return {"year": year, "month": month, "day": date}


def moment(text):
    """`"2025-03-01"`, 09:00 in Shanghai, or `"2025-03-01T10:30"`."""
    return datetime.datetime.fromisoformat(text if "T" in text else f"{text}T09:00").replace(tzinfo=SHANGHAI)


def fields(value):
    """The value with texts that are dates or times as the messages have them, and persons by their references."""
    match value:
        case str() if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return day(value)
        case str() if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d", value):
            return moment(value)
        case dict():
            return {key: fields(part) for key, part in value.items()}
        case list():
            return [fields(part) for part in value]
    return value


def person(reference):
    return {"reference": reference}


class CountedCity:
    """A city of two counties; the first has two streets with a community each. `city / "firms/x"` is a name in it.

    Everything begins on 2024-01-02, so that each day since can be asked for, unless a record says otherwise.
    """

    DIVISIONS = {
        "city": "00", "county-1": "02", "county-2": "03", "street-1": "02001", "street-2": "02002",
        "community-1": "02001001", "community-2": "02002001",
    }
    PLURALS = {single: plural for _, single, plural, _ in COLLECTIONS}
    AREAS = {single: area for area, single, _, _ in COLLECTIONS}

    def __init__(self, stubs, channel, province_and_city):
        self.name = f"cities/{province_and_city}00"
        self._api = City(stubs, channel)
        self._methods = {}
        for area in sorted({area for area, *_ in COLLECTIONS} | {"report", "scoreboard"}):
            [service] = self._api.messages(f"{area}_service").DESCRIPTOR.services_by_name.values()
            self._methods.update((method.name, area) for method in service.methods)
        self.call("CreateCity", city_id=f"{province_and_city}00", city={"display_name": "试点市"})
        for key, end in self.DIVISIONS.items():
            level = key.split("-")[0]
            setattr(self, key.replace("-", "_"), self / f"divisions/{province_and_city}{end}")
            parent = {"city": "", "county": "city", "street": "county-1", "community": f"street-{key[-1]}"}[level]
            self.make(
                "Division", f"{province_and_city}{end}", code=f"{province_and_city}{end}", display_name=key,
                level=f"LEVEL_{level.upper()}", parent_division=self.division(parent) if parent else "",
            )
        self.communities = [self.community_1, self.community_2]

    def __truediv__(self, path):
        return f"{self.name}/{path}"

    def division(self, key):
        return getattr(self, key.replace("-", "_"))

    def call(self, method, /, **values):
        return self._api.call(self._methods[method], method, **fields(values))

    def make(self, kind, id, /, at="2024-01-02", **values):
        """Creates a resource; its name. `at` is the day on which it happened."""
        values = {f"{snake(kind)}_id": id, snake(kind): values}
        return self.call(f"Create{kind}", parent=self.name, event_time=moment(at), **values).name

    def change(self, kind, name, /, **values):
        """Updates fields of a resource."""
        mask = {"paths": list(values)}
        return self.call(f"Update{kind}", **{snake(kind): {"name": name, **values}}, update_mask=mask)

    def act(self, method, name, /, at=None, **values):
        """A custom method."""
        return self.call(method, name=name, **({"event_time": moment(at)} if at else {}), **values)

    # What many cases need. Each is in the first community where its number is odd, else in the second.

    def place(self, number):
        return {"division": self.communities[(number - 1) % 2], "display_name": f"{number}"}

    def grid(self, number):
        return self.make("Grid", f"g{number}", scheme="grid", code=f"G{number}", **self.place(number))

    def compound(self, number, **values):
        return self.make("Compound", f"c{number}", **self.place(number), **values)

    def firm(self, number, **values):
        """A firm of the first county."""
        return self.make("Firm", credit_code(number), division=self.county_1, display_name=f"{number}", **values)

    def project(self, number, compound, **values):
        """A firm's project in a compound."""
        return self.make(
            "Project", f"p{number}", firm=self.firm(number), compounds=[compound], **{**self.place(number), **values})

    def committee(self, number, compound, /, seats=5, party=3, **values):
        """A committee that owners elected for 2024 to 2028."""
        values = {"kind": "KIND_OWNERS", "valid_from": "2024-03-01", "valid_to": "2028-03-01", **values}
        return self.make(
            "Committee", f"w{number}", compounds=[compound], seats=seats, members=self.seats(seats),
            party_member_count=party, **{**self.place(number), **values})

    @staticmethod
    def seats(count):
        return [{"person": person(f"m{number}"), "post": "POST_MEMBER"} for number in range(count)]

    def organisation(self, id, sphere, kind="BRANCH", links=(), **values):
        """A party organisation, in the first county unless said otherwise; links are (subject, from) pairs."""
        return self.make("PartyOrganisation", id, kind=f"KIND_{kind}", sphere=f"SPHERE_{sphere}", **{
            "display_name": id, "division": self.county_1, "full_member_count": 5,
            "links": [{"subject": subject, "valid_from": first} for subject, first in links], **values})

    def event(self, id, kind, on, **values):
        """An event that was held."""
        return self.make("ReceptionDay", id, at=f"{on}T11:00", kind=f"KIND_{kind}", state="STATE_HELD", **{
            "division": self.community_1, "planned_start_time": f"{on}T09:00", "start_time": f"{on}T09:00",
            "end_time": f"{on}T11:00", **values})

    def ticket(self, id, on, source="GRID", **values):
        """A ticket of the first community that came in at 10:00."""
        return self.make("Ticket", id, at=f"{on}T10:00", source=f"SOURCE_{source}", **{
            "title": "楼道灯不亮", "division": self.community_1, **values})

    def handle(self, ticket, on, *, resolution="SOLVED", satisfaction="SATISFIED", until="CallBack", holder=None):
        """Takes a new ticket through the actions of the regular course, hour by hour from 11:00."""
        holder = holder or {"unit": self.community_1, "level": "LEVEL_COMMUNITY"}
        course = {
            "Accept": {}, "Dispatch": {"holder": holder}, "Sign": {"officer": person("officer")}, "Start": {},
            "Resolve": {"resolution": f"RESOLUTION_{resolution}", "public_answer": "已办理。"},
            "CallBack": {"feedback": {"satisfaction": f"SATISFACTION_{satisfaction}"}}, "Close": {},
        }
        for hour, (action, values) in enumerate(course.items(), 11):
            self.act(f"{action}Ticket", ticket, at=f"{on}T{hour}:00", **values)
            if action == until:
                return

    # What is asked.

    def read(self, expected):
        """What the server says where a dictionary says what it must say."""
        as_of = day(expected.get("as_of", LAST_DAY))
        board = None
        reports = {}
        told = {}
        for key in expected:
            if key == "as_of":
                told[key] = expected[key]
            elif "/" in key:
                figure, _, division = key.partition("@")
                if (figure.split("/")[0], division) not in reports:
                    reports[figure.split("/")[0], division] = self.report(figure.split("/")[0], division, as_of)
                told[key] = self._figure(reports[figure.split("/")[0], division], figure.split("/")[1])
            elif key.endswith("!"):
                told[key] = self.findings(key[:-1], as_of)
            else:
                board = board or {row.key: row for row in self.board(as_of)}
                told[key] = None if board[key].not_measured else round(board[key].computed, 2)
        return told

    @staticmethod
    def _figure(figures, key):
        """Of a report's row: a count, a share's two numbers, or (`…-`) what is left out."""
        figure = figures[key.removesuffix("-")]
        if key.endswith("-"):
            return {entry.reason: entry.count for entry in figure.exclusions}
        return (figure.numerator, figure.denominator) if figure.share else figure.numerator

    def board(self, as_of):
        return self.call("GetScoreboard", name=self / "scoreboard", as_of_date=as_of).rows

    def report(self, key, division, as_of):
        """The figures of a report's only row by key, each with whether it is a share."""
        report = self.call(
            "GetReport", name=self / f"reports/{key}", as_of_date=as_of,
            division=self.division(division) if division else "")
        shares = {info.key for info in report.figures if info.share}
        [row] = report.rows
        return {figure.key: Figure(figure, figure.key in shares) for figure in row.figures}

    def findings(self, key, as_of):
        """The ids of the records that a report names; with the reason, where it has several."""
        answer = self.call("ListFindings", name=self / f"reports/{key}", as_of_date=as_of, page_size=1000)
        assert all(finding.message and finding.localized_message for finding in answer.findings)
        return sorted(finding.subject.rsplit("/", 1)[1] for finding in answer.findings)


class Figure:
    def __init__(self, message, share):
        assert not message.suppressed
        self.numerator, self.denominator, self.exclusions = message.numerator, message.denominator, message.exclusions
        self.share = share


def play(case, city):
    """Runs a case; the values that each key took on, in order."""
    seen = {}
    for step, expected in enumerate(case(city), 1):
        expected = {key: sorted(value) if isinstance(value, list) else value for key, value in expected.items()}
        assert city.read(expected) == expected, f"step {step}"
        for key, value in expected.items():
            seen.setdefault(key, []).append(value)
    return seen
