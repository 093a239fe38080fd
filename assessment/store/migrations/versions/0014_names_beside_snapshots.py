"""Snapshots without the names of people, which stand in their own table; claims of sign-off; a key to sign with

The content of each snapshot becomes a document of format version 4: where somebody is named stands a mark. The hash
that it had is kept as a former one, so that a report printed before still finds it.

Revision ID: 0014
Revises: 0013
"""

import hashlib
import json
import secrets

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None

SNAPSHOT = sa.table(
    'snapshot',
    sa.column('assessment_id'),
    sa.column('hash'),
    sa.column('content'),
    sa.column('former_hashes', sa.JSON(none_as_null=True)),
)
KEY = sa.table('installation_key', sa.column('name'), sa.column('secret'))
MARK = '(name)'
NAMED = (('respondents', 'name'), ('targets', 'approver'), ('owners', 'name'), ('owners', 'sponsor'), ('actions', 'owner'))


def upgrade() -> None:
    op.create_table('installation_key',
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('secret', sqlmodel.sql.sqltypes.AutoString(length=128), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_installation_key'))
    )
    op.create_table('sign_off_claim',
    sa.Column('assessment_id', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('updated_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('doubt', sqlmodel.sql.sqltypes.AutoString(length=16), nullable=True),
    sa.Column('approver', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('signed_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['assessment_id'], ['assessment.id'], name=op.f('fk_sign_off_claim_assessment_id_assessment'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('assessment_id', name=op.f('pk_sign_off_claim'))
    )
    with op.batch_alter_table('snapshot', schema=None) as batch_op:
        batch_op.add_column(sa.Column('former_hashes', sa.JSON(none_as_null=True), server_default='[]', nullable=False))
    with op.batch_alter_table('snapshot', schema=None) as batch_op:
        batch_op.alter_column('former_hashes', existing_type=sa.JSON(none_as_null=True), server_default=None)
    op.get_bind().execute(sa.insert(KEY), {'name': 'signing', 'secret': secrets.token_hex(32)})
    _take_names_out()


def downgrade() -> None:
    raise NotImplementedError("go back by restoring the backup taken before the upgrade")


def _take_names_out() -> None:
    connection = op.get_bind()
    ids = connection.scalars(sa.select(SNAPSHOT.c.assessment_id).order_by(SNAPSHOT.c.assessment_id)).all()
    for assessment_id in ids:
        own = SNAPSHOT.c.assessment_id == assessment_id
        former, content = connection.execute(sa.select(SNAPSHOT.c.hash, SNAPSHOT.c.content).where(own)).one()
        if hashlib.sha256(content.encode()).hexdigest() != former:
            continue  # it was altered after it was signed: reading it says so, and nothing here hides it
        nameless = _nameless(content)
        values = {'content': nameless, 'hash': hashlib.sha256(nameless.encode()).hexdigest(), 'former_hashes': [former]}
        connection.execute(sa.update(SNAPSHOT).where(own).values(**values))


def _nameless(content: str) -> str:
    document = json.loads(content)
    document['format_version'] = 4
    for part, field in NAMED:
        for entry in document['assessment'].get(part, ()):
            if entry.get(field) is not None:
                entry[field] = MARK
    return json.dumps(document, ensure_ascii=False, sort_keys=True, indent=2) + '\n'
