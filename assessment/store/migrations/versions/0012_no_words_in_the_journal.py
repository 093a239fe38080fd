"""The journal keeps hash and length of what people wrote, in place of the words

Entries from before are rewritten to that form and each chain in which one was is linked anew. A last entry of it says
so, with the end that the chain had before. What did not fit in a chain before does not fit after either.

Revision ID: 0012
Revises: 0011
"""

import hashlib
import json
import re
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None

START = '0' * 64
ROWS_AT_ONCE = 1_000
COLUMNS = ('seq', 'at', 'actor_id', 'operation', 'what', 'before', 'after', 'hash')
JOURNAL = sa.table('journal', sa.column('chain_id'), *map(sa.column, COLUMNS))
CHAIN = sa.table('chain', sa.column('id'), sa.column('revision'), sa.column('head'))
SUMMARY = sa.table('summary', sa.column('assessment_id'), sa.column('head'))
TEXTS = {
    'respondent': ('unit',),
    'answer': ('answer_reason',),
    'agreed value': ('answer_reason', 'note'),
    'note': ('text',),
    'evidence file': ('name', 'caption'),
    'flag': ('reason',),
    'feedback': ('text',),
    'target': ('rationale',),
    'readiness': ('note',),
    'sourcing': ('interface',),
    'linkage rating': ('answer_reason', 'note'),
    'transition': ('note',),
    'action': ('text', 'note'),
    'own text': ('text',),
    'framework of the import': ('file',),
}
OF_PERSON = {
    'respondents': TEXTS['respondent'],
    'ratings': TEXTS['answer'],
    'notes': TEXTS['note'],
    'feedback': TEXTS['feedback'],
}
LAYOUT_FILES = ('client_logo', 'own_logo', 'font', 'bold_font', 'deck_template')
LINE_ENDS = re.compile(r'\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]')
NOT_HELD = re.compile('[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]')


def upgrade() -> None:
    connection = op.get_bind()
    for chain_id in connection.scalars(sa.select(CHAIN.c.id).order_by(CHAIN.c.id)).all():
        _rewrite(connection, chain_id)
    op.create_index(op.f('ix_journal_at'), 'journal', ['at'])


def downgrade() -> None:
    raise NotImplementedError("go back by restoring the backup taken before the upgrade")


def _rewrite(connection, chain_id):
    """Rewrite the entries of a chain, link them anew, and say so in a last one."""
    old_head = head = START
    rewritten_count = last_seq = 0
    while rows := connection.execute(_next_rows(chain_id, last_seq)).all():
        changed = []
        for row in rows:
            fits = row.seq == last_seq + 1 and row.hash == _hash(old_head, chain_id, row[:-1])
            before, after = _without_words(row.what, row.before), _without_words(row.what, row.after)
            rewritten_count += (before, after) != (row.before, row.after)
            content = (row.seq, row.at, row.actor_id, row.operation, row.what, before, after)
            new_hash = _hash(head, chain_id, content) if fits else row.hash  # what was broken stays broken
            if (before, after, new_hash) != (row.before, row.after, row.hash):
                changed.append({'at_seq': row.seq, 'new_before': before, 'new_after': after, 'new_hash': new_hash})
            old_head, head, last_seq = row.hash, new_hash, row.seq
        if changed:
            _update(connection, chain_id, changed)
    if rewritten_count:
        _say_so(connection, chain_id, old_head, head, rewritten_count)


def _say_so(connection, chain_id, old_head, head, rewritten_count):
    chain = connection.execute(sa.select(CHAIN.c.revision, CHAIN.c.head).where(CHAIN.c.id == chain_id)).one()
    content = (
        chain.revision + 1,
        datetime.now(UTC).isoformat(),
        'plumbline',
        'store.upgrade',
        'journal',
        _canonical({'head': chain.head}),
        _canonical({'rewritten': rewritten_count}),
    )
    new_head = _hash(head if chain.head == old_head else chain.head, chain_id, content)
    row = dict(zip(COLUMNS, (*content, new_head), strict=True))
    connection.execute(sa.insert(JOURNAL), {'chain_id': chain_id, **row})
    where = CHAIN.c.id == chain_id
    connection.execute(sa.update(CHAIN).where(where).values(revision=chain.revision + 1, head=new_head))
    of_old_head = (SUMMARY.c.assessment_id == chain_id) & (SUMMARY.c.head == chain.head)
    connection.execute(sa.update(SUMMARY).where(of_old_head).values(head=new_head))


def _next_rows(chain_id, last_seq):
    columns = [JOURNAL.c[name] for name in COLUMNS]
    after = (JOURNAL.c.chain_id == chain_id, JOURNAL.c.seq > last_seq)
    return sa.select(*columns).where(*after).order_by(JOURNAL.c.seq).limit(ROWS_AT_ONCE)


def _update(connection, chain_id, changed):
    where = (JOURNAL.c.chain_id == chain_id, JOURNAL.c.seq == sa.bindparam('at_seq'))
    values = {name: sa.bindparam(f'new_{name}') for name in ('before', 'after', 'hash')}
    connection.execute(sa.update(JOURNAL).where(*where).values(**values), changed)


def _without_words(what, content):
    """The content of an entry in its new form; as it is where it holds no words."""
    noun = next((one for one in TEXTS if what == one or what.startswith(f'{one} ')), what.split(' ')[0])
    if content is None or noun not in (*TEXTS, 'layout'):
        return content
    try:
        row = json.loads(content)
    except ValueError:  # somebody altered it; the chain says so
        return content
    if not isinstance(row, dict):
        return content
    if noun == 'layout':
        _take_out(row, ('confidentiality',))
        for place in LAYOUT_FILES:
            _take_out(row.get(place) or {}, ('name',))
    elif noun == 'respondent' and 'respondents' in row:
        for field, names in OF_PERSON.items():
            for own in row.get(field, ()):
                _take_out(own, names)
    else:
        _take_out(row, TEXTS[noun])
    return _canonical(row)


def _take_out(row, names):
    for name in names:
        if isinstance(row.get(name), str):
            paper = NOT_HELD.sub('', LINE_ENDS.sub('\n', row[name])).strip()
            digest = hashlib.sha256(paper.encode()).hexdigest()
            row[name] = {'sha256': digest, 'characters': len(row[name])}


def _hash(previous, chain_id, content):
    return hashlib.sha256(f'{previous}\n{_canonical([chain_id, *content])}'.encode()).hexdigest()


def _canonical(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(',', ':'), allow_nan=False)
