"""A value may be agreed without a reason, where it is near what people answered

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('agreed_value', schema=None) as batch_op:
        batch_op.alter_column('note', existing_type=sa.Text(), nullable=True)


def downgrade() -> None:
    raise NotImplementedError("go back by restoring the backup taken before the upgrade")
