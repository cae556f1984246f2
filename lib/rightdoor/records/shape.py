"""The tables of the log and its numbered migrations, the same for SQLite and PostgreSQL."""

from datetime import UTC, datetime

import sqlalchemy as sa

META = sa.MetaData()


def _first_shape(meta):
    """The table of events as m001 makes it. Never changed: a later shape is another migration."""
    return sa.Table(
        "events",
        meta,
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
        sa.Column("id", sa.String(80), nullable=False, unique=True),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("learner", sa.String(40), nullable=False),
        sa.Column("case", sa.String(80), nullable=False),
        sa.Column("walk", sa.String(80), nullable=False),
        sa.Column("version", sa.String(80), nullable=False),
        sa.Column("seed", sa.String(80), nullable=False),
        sa.Column("snapshot", sa.String(80), nullable=False),
        sa.Column("lang", sa.String(20), nullable=False),
        sa.Column("step", sa.String(80), nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("response", sa.JSON(none_as_null=True)),
        sa.Column("offered", sa.JSON, nullable=False),
        sa.Column("score", sa.Float),
        sa.Column("certainty", sa.String(20)),
        sa.Column("seconds", sa.Float),
        sa.Index("events_by_learner", "learner", "case", "walk"),
    )


EVENTS = _first_shape(META)
EVENTS.append_column(sa.Column("basis", sa.String(400), nullable=False, server_default=""))
EVENTS.append_column(sa.Column("drill", sa.String(80), nullable=False, server_default=""))
COLUMNS = [column for column in EVENTS.columns if column.name != "seq"]
CONTROLS = sa.Table(
    "controls",
    META,
    sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
    sa.Column("id", sa.String(80), nullable=False, unique=True),
    sa.Column("at", sa.String(40), nullable=False),
    sa.Column("drill", sa.String(80), nullable=False, index=True),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("learner", sa.String(40), nullable=False),
    sa.Column("data", sa.JSON, nullable=False),
)
SETTINGS = sa.Table(
    "settings",
    META,
    sa.Column("name", sa.String(80), primary_key=True),
    sa.Column("value", sa.String(200), nullable=False),
)
MIGRATIONS = sa.Table(
    "migrations",
    META,
    sa.Column("name", sa.String(80), primary_key=True),
    sa.Column("at", sa.String(40), nullable=False),
)


class NewerStore(Exception):
    """The store was written by a newer version of the program."""


# ---- migrations: named, in order, each applied once --------------------------------------------------------


def m001_events(connection):
    """The first shape of the log."""
    _first_shape(sa.MetaData()).create(connection)


def m002_basis(connection):
    """What each answer leaned on, so that a change of the law can be noticed."""
    connection.execute(sa.text("ALTER TABLE events ADD COLUMN basis VARCHAR(400) DEFAULT '' NOT NULL"))


def m003_settings(connection):
    """The retention date."""
    SETTINGS.create(connection)


def m004_no_statistics_of_codes(connection):
    """PostgreSQL keeps samples of a column's values elsewhere; a forgotten code must not survive there."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("ALTER TABLE events ALTER COLUMN learner SET STATISTICS 0"))


def m005_drills(connection):
    """Which run of a class an answer belongs to, and what its instructors did. Answers outside a class pay nothing."""
    connection.execute(sa.text("ALTER TABLE events ADD COLUMN drill VARCHAR(80) DEFAULT '' NOT NULL"))
    connection.execute(sa.text("CREATE INDEX events_by_drill ON events (drill) WHERE drill <> ''"))
    CONTROLS.create(connection)
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("ALTER TABLE controls ALTER COLUMN learner SET STATISTICS 0"))


STEPS = (m001_events, m002_basis, m003_settings, m004_no_statistics_of_codes, m005_drills)


def migrate(connection):
    """Apply what has not been applied. NewerStore if a newer program has been here."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(7402312)"))  # two classrooms may open it at once
    MIGRATIONS.create(connection, checkfirst=True)
    done = set(connection.scalars(sa.select(MIGRATIONS.c.name)))
    if done - {step.__name__ for step in STEPS}:
        raise NewerStore
    for step in STEPS:
        if step.__name__ not in done:
            step(connection)
            connection.execute(
                MIGRATIONS.insert().values(name=step.__name__, at=datetime.now(UTC).isoformat(timespec="seconds"))
            )
