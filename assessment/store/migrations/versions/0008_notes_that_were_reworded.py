"""A note whose words changed since it was released waits for its new words to be released

Revision ID: 0008
Revises: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('note', schema=None) as batch_op:
        batch_op.add_column(sa.Column('is_reworded', sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table('note', schema=None) as batch_op:
        batch_op.alter_column('is_reworded', existing_type=sa.Boolean(), server_default=None)


def downgrade() -> None:
    raise NotImplementedError("go back by restoring the backup taken before the upgrade")
