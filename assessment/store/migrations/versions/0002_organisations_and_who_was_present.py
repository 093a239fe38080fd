"""Organisations and units as rows of their own; who was present when a value was agreed

The default weights of the roadmap change with this release: an assessment that had none of its own keeps those it was
planned with, as rows.

Revision ID: 0002
Revises: 0001
"""

import secrets

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None

ORGANISATION = sa.table('organisation', sa.column('id'), sa.column('name'), sa.column('folded_name'))
UNIT = sa.table('unit', sa.column('organisation_id'), sa.column('id'), sa.column('name'), sa.column('folded_name'))
ASSESSMENT = sa.table(
    'assessment',
    sa.column('id'),
    sa.column('created_at'),
    sa.column('organisation'),
    sa.column('unit'),
    sa.column('organisation_id'),
    sa.column('unit_id'),
)
ASSESSED = sa.table('assessment', sa.column('id'), sa.column('version'), sa.column('updated_at'))
ROADMAP_SETTINGS = sa.table(
    'roadmap_settings',
    sa.column('assessment_id'),
    sa.column('version'),
    sa.column('updated_at'),
    sa.column('pain_weight'),
    sa.column('importance_weight'),
    sa.column('leverage_weight'),
    sa.column('wave_count'),
    sa.column('wave_months'),
    sa.column('currency'),
    sa.column('pins', sa.JSON()),
    sa.column('efforts', sa.JSON()),
    sa.column('linkages', sa.JSON()),
)
FORMER_DEFAULTS = {
    'pain_weight': 0.5,
    'importance_weight': 0.3,
    'leverage_weight': 0.2,
    'wave_count': 4,
    'wave_months': 3,
    'currency': 'EUR',
    'pins': [],
    'efforts': [],
    'linkages': [],
}


def upgrade() -> None:
    op.create_table('organisation',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('folded_name', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisation')),
    sa.UniqueConstraint('folded_name', name=op.f('uq_organisation_folded_name'))
    )
    op.create_table('unit',
    sa.Column('organisation_id', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('folded_name', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_unit_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('organisation_id', 'id', name=op.f('pk_unit')),
    sa.UniqueConstraint('organisation_id', 'folded_name', name=op.f('uq_unit_organisation_id_folded_name'))
    )
    with op.batch_alter_table('assessment', schema=None) as batch_op:
        batch_op.add_column(sa.Column('organisation_id', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=True))
        batch_op.add_column(sa.Column('unit_id', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=True))
    _give_rows_to_names()
    with op.batch_alter_table('assessment', schema=None) as batch_op:
        batch_op.alter_column('organisation_id', existing_type=sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False)
        batch_op.drop_column('organisation')
        batch_op.drop_column('unit')
        batch_op.create_index(batch_op.f('ix_assessment_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_assessment_organisation_id_organisation'), 'organisation', ['organisation_id'], ['id'])
        batch_op.create_foreign_key(batch_op.f('fk_assessment_organisation_id_unit_id_unit'), 'unit', ['organisation_id', 'unit_id'], ['organisation_id', 'id'])

    with op.batch_alter_table('agreed_value', schema=None) as batch_op:
        batch_op.add_column(sa.Column('present_ids', sa.JSON(none_as_null=True), server_default='[]', nullable=False))
    with op.batch_alter_table('agreed_value', schema=None) as batch_op:
        batch_op.alter_column('present_ids', existing_type=sa.JSON(none_as_null=True), server_default=None)
    _keep_the_former_weights()


def downgrade() -> None:
    raise NotImplementedError("go back by restoring the backup taken before the upgrade")


def _give_rows_to_names() -> None:
    """The spelling that was stored first is kept; names that differ in more than case and white space stay apart."""
    connection = op.get_bind()
    organisation_ids, unit_ids = {}, {}
    columns = (ASSESSMENT.c.id, ASSESSMENT.c.organisation, ASSESSMENT.c.unit)
    oldest_first = sa.select(*columns).order_by(ASSESSMENT.c.created_at, ASSESSMENT.c.id)
    for assessment_id, organisation, unit in connection.execute(oldest_first).all():
        key = _folded(organisation)
        if key not in organisation_ids:
            organisation_ids[key] = f'o-{secrets.token_hex(8)}'
            row = {'id': organisation_ids[key], 'name': organisation, 'folded_name': key}
            connection.execute(sa.insert(ORGANISATION), row)
        place = {'organisation_id': organisation_ids[key], 'unit_id': None}
        if unit is not None:
            key = (place['organisation_id'], _folded(unit))
            if key not in unit_ids:
                unit_ids[key] = f'u-{secrets.token_hex(8)}'
                row = {'organisation_id': key[0], 'id': unit_ids[key], 'name': unit, 'folded_name': key[1]}
                connection.execute(sa.insert(UNIT), row)
            place['unit_id'] = unit_ids[key]
        connection.execute(sa.update(ASSESSMENT).where(ASSESSMENT.c.id == assessment_id).values(**place))


def _keep_the_former_weights() -> None:
    connection = op.get_bind()
    with_rows = sa.select(ROADMAP_SETTINGS.c.assessment_id)
    without = sa.select(ASSESSED.c.id, ASSESSED.c.version, ASSESSED.c.updated_at).where(ASSESSED.c.id.not_in(with_rows))
    for assessment_id, version, updated_at in connection.execute(without).all():
        row = {'assessment_id': assessment_id, 'version': version, 'updated_at': updated_at, **FORMER_DEFAULTS}
        connection.execute(sa.insert(ROADMAP_SETTINGS), row)


def _folded(name: str) -> str:
    return ' '.join(name.split()).casefold()
