"""Which column of a table is what: proposed by its name, said by a person, kept for the next time.

A map is a few lines of YAML that people may edit:

    columns: {title: Headline, date: Datum, killed: [Tote]}
    dates: dmy
    kinds: {Gefecht: incident}
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from generator.authoring.imports.cell_dates import ORDERS
from generator.authoring.yaml_writer import to_yaml
from generator.loading.document import parse_yaml
from generator.model.problems import nearest
from generator.model.records import Measure
from generator.support.fold import fold


class Field(NamedTuple):
    """What a column may be."""

    about: str
    names: tuple[str, ...]
    """How tables call it, in several languages; folded ones are compared."""
    is_several: bool = False
    """Whether several columns may be it."""
    example: str = ""


FIELDS: Mapping[str, Field] = {
    "title": Field("what happened, on one line", (
        "title", "headline", "event", "name", "titel", "ereignis", "überschrift", "titre",
        "événement", "título", "evento", "başlık", "olay", "العنوان", "الحدث"),
        example="The gate opens"),
    "date": Field("when, or when it began", (
        "date", "start", "start date", "event date", "date start", "begin", "when", "day of event",
        "datum", "beginn", "von", "début", "fecha", "inicio", "tarih", "başlangıç", "التاريخ"),
        example="2021-05-06"),
    "end": Field("when it ended", (
        "end", "end date", "date end", "until", "ende", "bis", "fin", "date de fin", "hasta",
        "bitiş", "النهاية")),
    "time": Field("the time of day", (
        "time", "hour", "start time", "uhrzeit", "zeit", "heure", "hora", "saat", "الوقت"),
        example="14:30"),
    "end_time": Field("the time of day at the end", (
        "end time", "endzeit", "heure de fin", "hora de fin", "bitiş saati")),
    "year": Field("the year, where parts of the date have columns of their own", (
        "year", "jahr", "année", "año", "yıl", "السنة")),
    "month": Field("the month", ("month", "monat", "mois", "mes", "ay", "الشهر")),
    "day": Field("the day of the month", ("day", "jour", "día", "gün", "اليوم")),
    "date_basis": Field("how the date is known", (
        "date basis", "date note", "datum woher", "note sur la date", "nota sobre la fecha",
        "tarih notu")),
    "text": Field("what is told of it; each blank line begins a paragraph", (
        "text", "summary", "description", "details", "notes", "beschreibung", "zusammenfassung",
        "texte", "résumé", "texto", "resumen", "descripción", "metin", "açıklama", "özet",
        "الوصف", "النص"), example="What the source says of it."),
    "id": Field("what tells the row from all others, and never changes", (
        "id", "event id", "unique id", "key", "nr", "no", "number", "nummer", "kennung",
        "event id cnty", "identifiant", "numara"), example="1"),
    "kind": Field("the sort of the event", (
        "kind", "type", "category", "event type", "group", "tag", "art", "typ", "kategorie",
        "catégorie", "tipo", "categoría", "tür", "kategori", "النوع"), example="incident"),
    "actor": Field("who takes part; several names are parted by ;", (
        "actor", "actors", "actor1", "actor2", "actor 1", "actor 2", "who", "side a", "side b",
        "akteur", "akteure", "beteiligte", "acteur", "acteurs", "actores", "aktör", "taraf",
        "الجهة"), is_several=True, example="Council; Guild"),
    "place": Field("where", (
        "place", "location", "where", "city", "town", "ort", "lieu", "ville", "lugar", "ciudad",
        "yer", "konum", "şehir", "المكان"), example="River Bend"),
    "country": Field("the country of the place", (
        "country", "land", "staat", "pays", "país", "ülke", "البلد")),
    "lat": Field("degrees north", (
        "lat", "latitude", "breite", "breitengrad", "latitud", "enlem"), example="45.5"),
    "lon": Field("degrees east", (
        "lon", "lng", "long", "longitude", "länge", "längengrad", "longitud", "boylam"),
        example="-12.25"),
    "source": Field("who published what tells of it", (
        "source", "outlet", "publisher", "newspaper", "quelle", "zeitung", "medio", "fuente",
        "kaynak", "المصدر"), example="The Gazette"),
    "source_title": Field("the headline of the source", (
        "source title", "article", "source headline", "titel der quelle", "schlagzeile",
        "titre de la source", "titre de l'article", "título de la fuente", "titular",
        "kaynak başlığı", "haber başlığı", "عنوان المصدر")),
    "source_date": Field("when the source was published", (
        "source date", "published", "veröffentlicht", "erschienen", "datum der quelle",
        "date de publication", "publié le", "date de la source", "fecha de publicación",
        "fecha de la fuente", "yayın tarihi", "kaynak tarihi", "تاريخ النشر")),
    "address": Field("the address of the source; several are parted by blanks", (
        "address", "url", "link", "source url", "web", "adresse", "lien", "enlace", "bağlantı",
        "الرابط"), example="https://gazette.example/gate"),
    "language": Field("the language of the source, such as en or tr", (
        "language", "sprache", "langue", "idioma", "dil")),
    "media": Field("the address of a picture or a film", (
        "media", "image", "photo", "picture", "video", "bild", "foto", "vidéo", "imagen",
        "görsel", "resim", "صورة")),
    "caption": Field("what the picture shows", (
        "caption", "media caption", "bildunterschrift", "légende", "pie de foto", "altyazı")),
    "credit": Field("whose the picture is", (
        "credit", "media credit", "bildnachweis", "crédit", "crédito", "fotoğraf")),
}  # fmt: skip
MEASURES: Mapping[str, tuple[str, ...]] = {
    "killed": ("killed", "deaths", "fatalities", "dead", "tote", "todesopfer", "getötete", "morts",
               "tués", "muertos", "ölü", "ölen", "القتلى"),
    "injured": ("injured", "wounded", "verletzte", "verwundete", "blessés", "heridos", "yaralı",
                "الجرحى"),
    "displaced": ("displaced", "vertriebene", "déplacés", "desplazados", "yerinden edilen"),
    "arrested": ("arrested", "detained", "festgenommene", "arrêtés", "detenidos", "gözaltı"),
}  # fmt: skip
"""What numbers count, by the measure of that name."""
FIGURE = "figure:"
"""Before the name of any other measure: `figure:houses`."""


class MapError(Exception):
    """A map does not fit the table, or says what nobody understands; the text says why."""


@dataclass
class ColumnMap:
    """Which column is what, and how the cells are read."""

    columns: dict[str, list[str]] = field(default_factory=dict)
    """The columns of a table, by what they are: a field, a measure, or `figure:` and a measure."""
    dates: str | None = None
    kinds: dict[str, str] = field(default_factory=dict)
    """The kind of each word that the column of kinds has."""

    def column(self, name: str) -> str | None:
        """Return the column that is a field; None where none is."""
        return next(iter(self.columns.get(name, ())), None)

    @property
    def figures(self) -> list[tuple[str, str]]:
        """Each measure with a column that has numbers of it."""
        return [
            (name.removeprefix(FIGURE), column)
            for name, columns in self.columns.items()
            if name in MEASURES or name.startswith(FIGURE)
            for column in columns
        ]

    @property
    def taken(self) -> set[str]:
        """The columns that are something."""
        return {column for columns in self.columns.values() for column in columns}


def proposed(header: Sequence[str], measures: Mapping[str, Measure] | None = None) -> ColumnMap:
    """Return what the names of columns say; where two say the same, the first is it.

    `measures` are those of the chronology, whose ids and names columns may have. A name that
    several of them bear is kept as it is: the import asks which is meant.
    """
    known = {fold(name): key for key, field in FIELDS.items() for name in (key, *field.names)}
    known |= {fold(name): key for key, names in MEASURES.items() for name in names}
    named: dict[str, list[str]] = {}
    for id, term in (measures or {}).items():
        named.setdefault(fold(term.name), []).append(id)
    for id, term in (measures or {}).items():
        measure = id if id in MEASURES else f"{FIGURE}{id}"
        several = len(named[fold(term.name)]) > 1
        known.setdefault(fold(term.name), f"{FIGURE}{term.name}" if several else measure)
        known.setdefault(fold(id), measure)
    made = ColumnMap()
    for column in header:
        key = known.get(fold(column.replace("_", " ").strip(" .:*"))) if column else None
        is_several = key in FIELDS and FIELDS[key].is_several if key else False
        if key and (is_several or key not in made.columns):
            made.columns.setdefault(key, []).append(column)
    if "month" in made.columns and [fold(c) for c in made.columns.get("kind", ())] == ["tag"]:
        made.columns.setdefault("day", made.columns.pop("kind"))  # as Germans call a day
    if "date" in made.columns:  # then its parts stand there once more
        for part in ("year", "month", "day"):
            made.columns.pop(part, None)
    return made


def with_pairs(column_map: ColumnMap, pairs: Iterable[str], header: Sequence[str]) -> None:
    """Change a map by `field=Column`; without a column, no column is that. Raises MapError."""
    spelled = {fold(column): column for column in header}
    for pair in pairs:
        key, equals, column = (part.strip() for part in pair.partition("="))
        if not equals:
            raise MapError(f"--map {pair!r}: write FIELD=COLUMN, or the name of a file")
        key = _checked_field(key)
        if not column:
            column_map.columns.pop(key, None)
            continue
        if fold(column) not in spelled:
            listed = ", ".join(repr(name) for name in header if name)
            raise MapError(f"--map {pair!r}: there is no such column; there are {listed}")
        taken = spelled[fold(column)]
        for columns in column_map.columns.values():
            if taken in columns:
                columns.remove(taken)
        keeps = FIELDS.get(key, Field("", ())).is_several and key in column_map.columns
        column_map.columns[key] = [*column_map.columns[key], taken] if keeps else [taken]
    column_map.columns = {key: columns for key, columns in column_map.columns.items() if columns}


def _checked_field(key: str) -> str:
    """Return a field or a measure as it is spelled here. Raises MapError where it is neither."""
    if key in FIELDS or key in MEASURES or (key.startswith(FIGURE) and key != FIGURE):
        return key
    near = nearest(key, [*FIELDS, *MEASURES])
    listed = ", ".join([*FIELDS, *MEASURES, f"{FIGURE}NAME"])
    raise MapError(f"{key!r} is nothing that a column can be ({near or f'there are {listed}'})")


def read_map(path: str, content: bytes) -> ColumnMap:
    """Return the map in a file. Raises MapError, with the line, where it is none."""
    document = parse_yaml(path, content)
    if document.problems:
        raise MapError(str(document.problems[0]))
    data: Any = document.data or {}
    if not isinstance(data, dict) or set(data) - {"columns", "dates", "kinds"}:
        raise MapError(f"{path}: a map has the keys columns, dates and kinds")
    columns, kinds = data.get("columns") or {}, data.get("kinds") or {}
    if not isinstance(columns, dict) or not isinstance(kinds, dict):
        raise MapError(f"{path}: write field: column, one on each line, below its key")
    made = ColumnMap(dates=data.get("dates"))
    for key, names in columns.items():
        listed = names if isinstance(names, list) else [names]
        made.columns[_checked_field(key)] = [name for name in listed if isinstance(name, str)]
    made.kinds = {str(word): kind for word, kind in kinds.items() if isinstance(kind, str)}
    if made.dates not in (None, *ORDERS):
        raise MapError(f"{path}: dates are {', '.join(ORDERS)}, not {made.dates!r}")
    return made


def map_text(column_map: ColumnMap) -> str:
    """Return the text of a map, for people to read and change."""
    columns = {
        key: columns[0] if len(columns) == 1 else columns
        for key, columns in column_map.columns.items()
    }
    data = {"columns": columns, "dates": column_map.dates, "kinds": column_map.kinds}
    head = "# Which column is what; `chronology import table` reads this the next time.\n"
    return head + to_yaml({key: value for key, value in data.items() if value})
