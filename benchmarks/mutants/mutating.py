"""The mutants of a module: each is its source with one small fault, made by the operators of mutmut.

mutmut's own runner leaves out decorated functions, and so every page; its operators know nothing of that. One operator
is added, for the texts in f-strings, because most sentences are f-strings. Left out, because no test should see them:

- docstrings, annotations, names of types, decorators, imports, `__all__`, `if TYPE_CHECKING`, `Field(description=...)`;
- what goes to a log, and the texts of errors, where they are raised or handed to `super().__init__`, with what
  Python's own errors carry;
- the key of a widget (arguments named key, calls of `key`) and `zip(..., strict=True)`: another value changes nothing;
- sizes and distances on screen and paper, which are looked at: a test of 420 pixels would only say 420 once more;
- what mutmut leaves out too: `len`, `isinstance`, and defaults whose mutants fail when the module is imported.
"""

from __future__ import annotations

import ast
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import shorten

import libcst as cst
from libcst import matchers as m
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators, operator_string

CONTEXT_CHARACTERS = 24
LONGEST_CHANGE = 100
SILENT_CALLS = m.Call(
    func=m.Name("len")
    | m.Name("isinstance")
    | m.Name("cast")
    | m.Attribute(value=m.Name("_log") | m.Name("logger"))
    | m.Attribute(attr=m.Name("key"))
)
ORDERING_CALLS = m.Call(func=m.Name("sorted") | m.Name("min") | m.Name("max") | m.Attribute(attr=m.Name("sort")))
OWN_ERRORS = m.Call(func=m.Name("KeyError") | m.Name("ValueError") | m.Name("RuntimeError") | m.Name("TypeError"))
SUPER_INIT = m.Call(func=m.Attribute(value=m.Call(func=m.Name("super")), attr=m.Name("__init__")))
SIZE_ARGUMENTS = frozenset(
    {
        *("width", "height", "row_height", "gap", "vertical_alignment", "dx", "dy", "paddingInner", "labelPadding"),
        *("cornerRadius", "cornerRadiusEnd", "strokeWidth"),
    }
)
SIZE_NAMES = ("_WIDTH", "_WIDTHS", "_HEIGHT")
TEXTS = (cst.SimpleString, cst.FormattedString, cst.ConcatenatedString, cst.FormattedStringText)
SILENT_NODES = (cst.Annotation, cst.Decorator, cst.Import, cst.ImportFrom, cst.TypeAlias)
SIMPLE_DEFAULTS = (cst.Name, cst.BaseNumber, cst.BaseString)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One fault in one file: where it is, what was changed into what, and the file's source with it."""

    file: str
    line: int
    change: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fault:
    """A node and what an operator makes of it; `line` is the node's first."""

    operator: str
    line: int
    node: cst.CSTNode
    mutated: cst.CSTNode


def drawn_mutants(file: str, source: str, count: int, draw: random.Random) -> tuple[Mutant, ...]:
    """At most `count` different mutants of a file, drawn without replacement: first an operator, then one of its
    faults, for most faults are arguments left out, and most of these stop the program at once. Faults that leave the
    program as it was are passed over.

    >>> sorted(one.change for one in drawn_mutants("a.py", "def f(a):\\n    return a < 3\\n", 9, random.Random(1)))
    ['return a < 3 → return a < 4', 'return a < 3 → return a <= 3']
    """
    finder = _FaultFinder()
    module = MetadataWrapper(cst.parse_module(source)).visit(finder)
    mutants: list[Mutant] = []
    seen = {_meaning(source), None}
    for fault in _in_drawn_order(finder.faults, draw):
        if len(mutants) == count:
            break
        changed = module.deep_replace(fault.node, fault.mutated)
        text = changed.code if isinstance(changed, cst.Module) else source
        meaning = _meaning(text)
        if meaning not in seen:
            seen.add(meaning)
            mutants.append(Mutant(file=file, line=fault.line, change=change_in_words(source, text), source=text))
    return tuple(mutants)


def change_in_words(before: str, after: str) -> str:
    """The lines in which two sources differ, without their layout, cut to what is near the difference.

    >>> change_in_words("a = 1\\nb = 2\\n", "a = 1\\nb = 3\\n")
    'b = 2 → b = 3'
    """
    old_lines, new_lines = before.splitlines(), after.splitlines()
    head = _common(old_lines, new_lines)
    tail = _common(old_lines[head:][::-1], new_lines[head:][::-1])
    old, new = (" ".join(" ".join(lines[head : len(lines) - tail]).split()) for lines in (old_lines, new_lines))
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    left = max(0, start - CONTEXT_CHARACTERS)
    shown = (text[left : len(text) - end + CONTEXT_CHARACTERS] for text in (old, new))
    return " → ".join(shorten(text, LONGEST_CHANGE, placeholder=" ...") for text in shown)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many entries two sequences have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _in_drawn_order(faults: Sequence[_Fault], draw: random.Random) -> Iterator[_Fault]:
    by_operator: dict[str, list[_Fault]] = {}
    for fault in draw.sample(faults, len(faults)):
        by_operator.setdefault(fault.operator, []).append(fault)
    while by_operator:
        operator = draw.choice(sorted(by_operator))
        yield by_operator[operator].pop()
        if not by_operator[operator]:
            del by_operator[operator]


def _meaning(source: str) -> str | None:
    """The program without its layout; None where the source is no program."""
    try:
        return ast.dump(ast.parse(source))
    except SyntaxError:
        return None


class _FaultFinder(cst.CSTVisitor):
    """Walks a module and collects what may be changed in it."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[_Fault] = []
        self._line = 1
        self._silent_arguments: set[cst.Arg] = set()
        self._error_depth = 0
        self._function_depth = 0

    def on_visit(self, node: cst.CSTNode) -> bool:
        place = self.get_metadata(PositionProvider, node, None)
        if isinstance(place, CodeRange):
            self._line = place.start.line
        if node in self._silent_arguments or _is_silent(node) or (not self._function_depth and _names_type(node)):
            return False
        if isinstance(node, cst.Call):
            self._silent_arguments |= {argument for argument in node.args if _is_silent_argument(node, argument)}
        self._function_depth += isinstance(node, cst.FunctionDef | cst.Lambda)
        self._error_depth += _raises_text(node)
        if not (self._error_depth and isinstance(node, TEXTS)):
            self._collect(node)
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        # a node whose children were not visited is left, too; none of these changes a depth
        self._function_depth -= isinstance(original_node, cst.FunctionDef | cst.Lambda)
        self._error_depth -= _raises_text(original_node)

    def _collect(self, node: cst.CSTNode) -> None:
        for operator, mutated in _mutations(node):
            argument = _argument_changed(node, mutated)
            is_text_of_error = (
                self._error_depth
                and argument is not None
                and (isinstance(argument.value, TEXTS) or m.matches(node, OWN_ERRORS))
            )
            if argument not in self._silent_arguments and not is_text_of_error:
                self.faults.append(_Fault(operator=operator, line=self._line, node=node, mutated=mutated))


def _mutations(node: cst.CSTNode) -> Iterator[tuple[str, cst.CSTNode]]:
    """What the operators make of a node, with the operator's name."""
    for kind, operator in mutation_operators:
        if isinstance(node, kind):
            for mutated in operator(node):
                yield operator.__name__, mutated
    if isinstance(node, cst.FormattedStringText) and node.value.strip():
        yield operator_string.__name__, node.with_changes(value=f"XX{node.value}XX")


def _is_silent(node: cst.CSTNode) -> bool:
    """Whether nothing in the node is worth changing."""
    match node:
        case cst.Expr(value=cst.SimpleString() | cst.ConcatenatedString()):  # a docstring
            return True
        case cst.Param(default=default) if default is not None:
            return not isinstance(default, SIMPLE_DEFAULTS)
        case cst.If(test=cst.Name(value="TYPE_CHECKING")):
            return True
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value="__all__"))]):
            return True
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))]):
            return f"_{name}".endswith(SIZE_NAMES)
    return isinstance(node, SILENT_NODES) or m.matches(node, SILENT_CALLS)


def _names_type(node: cst.CSTNode) -> bool:
    """Whether an assignment outside of functions names a type: `Pairs = tuple[Pair, ...]` or `T = TypeVar("T")`."""
    match node:
        case cst.Assign(value=cst.Call(func=cst.Name(value="TypeVar"))):
            return True
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))], value=value):
            return name[:1].isupper() and not name.isupper() and isinstance(value, cst.Subscript | cst.BinaryOperation)
    return False


def _raises_text(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.Raise) or m.matches(node, SUPER_INIT)


def _argument_changed(node: cst.CSTNode, mutated: cst.CSTNode) -> cst.Arg | None:
    """The argument that an operator dropped from a call or set to None."""
    if not (isinstance(node, cst.Call) and isinstance(mutated, cst.Call)):
        return None
    pairs: Sequence[cst.Arg | None] = (*mutated.args, None)
    return next((old for old, new in zip(node.args, pairs, strict=False) if old is not new), None)


def _is_silent_argument(call: cst.Call, argument: cst.Arg) -> bool:
    name = "" if argument.keyword is None else argument.keyword.value
    called = call.func.value if isinstance(call.func, cst.Name) else ""
    is_key = name == "key" and not m.matches(call, ORDERING_CALLS)
    is_size = name in SIZE_ARGUMENTS or (not name and m.matches(call.func, m.Attribute(attr=m.Name("columns"))))
    return is_key or is_size or (called, name) in {("zip", "strict"), ("Field", "description")}
