"""Plans saved by name, how their steps are going, budgets and lengths of waves

Revision ID: 0016
Revises: 0015
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0016'
down_revision = '0015'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('running_step',
    sa.Column('assessment_id', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('updated_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('process_id', sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
    sa.Column('to_level', sa.Integer(), nullable=False),
    sa.Column('owner', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('start', sa.Date(), nullable=True),
    sa.Column('due', sa.Date(), nullable=True),
    sa.Column('status', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('done_on', sa.Date(), nullable=True),
    sa.Column('evidence', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['assessment_id'], ['assessment.id'], name=op.f('fk_running_step_assessment_id_assessment'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('assessment_id', 'process_id', 'to_level', name=op.f('pk_running_step'))
    )
    op.create_table('saved_plan',
    sa.Column('assessment_id', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('updated_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('saved_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('saved_by', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('state_hash', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    *_settings(),
    sa.Column('steps', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('at_target_counts', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('process_count', sa.Integer(), nullable=False),
    sa.Column('is_chosen', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['assessment_id'], ['assessment.id'], name=op.f('fk_saved_plan_assessment_id_assessment'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('assessment_id', 'id', name=op.f('pk_saved_plan'))
    )
    with op.batch_alter_table('planned_action', schema=None) as batch_op:
        batch_op.add_column(sa.Column('done_on', sa.Date(), nullable=True))
    with op.batch_alter_table('roadmap_settings', schema=None) as batch_op:
        batch_op.add_column(sa.Column('budget_unit', sqlmodel.sql.sqltypes.AutoString(), server_default='points', nullable=False))
        batch_op.add_column(sa.Column('budgets', sa.JSON(none_as_null=True), nullable=True))
        batch_op.add_column(sa.Column('wave_lengths', sa.JSON(none_as_null=True), nullable=True))
    with op.batch_alter_table('roadmap_settings', schema=None) as batch_op:
        batch_op.alter_column('budget_unit', existing_type=sqlmodel.sql.sqltypes.AutoString(), server_default=None)


def downgrade() -> None:
    raise NotImplementedError("go back by restoring the backup taken before the upgrade")


def _settings() -> tuple[sa.Column, ...]:
    return (
        sa.Column('settings_pain_weight', sa.Float(), nullable=False),
        sa.Column('settings_importance_weight', sa.Float(), nullable=False),
        sa.Column('settings_leverage_weight', sa.Float(), nullable=False),
        sa.Column('settings_wave_count', sa.Integer(), nullable=False),
        sa.Column('settings_capacity', sa.JSON(none_as_null=True), nullable=True),
        sa.Column('settings_wave_months', sa.Integer(), nullable=False),
        sa.Column('settings_start', sa.Date(), nullable=True),
        sa.Column('settings_person_days_per_point', sa.Float(), nullable=True),
        sa.Column('settings_cost_per_point', sa.Float(), nullable=True),
        sa.Column('settings_currency', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column('settings_pins', sa.JSON(none_as_null=True), nullable=False),
        sa.Column('settings_efforts', sa.JSON(none_as_null=True), nullable=False),
        sa.Column('settings_linkages', sa.JSON(none_as_null=True), nullable=False),
        sa.Column('settings_budget_unit', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column('settings_budgets', sa.JSON(none_as_null=True), nullable=True),
        sa.Column('settings_wave_lengths', sa.JSON(none_as_null=True), nullable=True),
    )
