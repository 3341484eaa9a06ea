"""Find answers whose code is nearly the same after renaming: a place to look, never a verdict.

Each answer is turned into tokens in which its own names are all alike, and of these some of the
hashes of K tokens in a row are kept, its fingerprints, by winnowing: from each window of W hashes
the smallest one, so that whatever two answers share for K + W - 1 tokens in a row is found, and
nothing that is shorter than K is (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for
document fingerprinting", SIGMOD 2003). What the release gives to everybody does not count, nor does
what many of the class have.
"""

from __future__ import annotations

import ast
import hashlib
import io
import keyword
import token
import tokenize
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from autograder.cells import answers, read
from autograder.grading import Classroom
from autograder.record import Record
from autograder.words import many
from autograder.written import LONGEST_SOURCE, own_cells, without_magics

K = 12
"""Tokens in a row that make a fingerprint."""

W = 9
"""Hashes in a window, of which one is kept."""

FEWEST_TOKENS = 100
"""Tokens of its own below which an answer says nothing: short right answers are alike by nature."""

ALIKE = 0.8
"""The share of the shorter answer from which on two are listed."""

MANY = 10
"""Submissions that may have a fingerprint before it counts as anybody's, if the class is small."""

MANY_SHARE = 0.1
"""The same as a share of a larger class."""

OWN_NAME = "name"

OWN_CELLS = "(own cells)"
"""What stands for the cells that a student added, as an exercise."""

NO_VERDICT = (
    "A place to look, and not a verdict: a tutor's sketch, a book or pairs who may work together "
    "make answers alike too. Read both before you conclude anything."
)


@dataclass(frozen=True)
class Pair:
    """Two answers to one exercise that are nearly the same.

    Parameters
    ----------
    exercise : str
        The exercise.
    students : tuple of (str, str)
        Whose they are.
    alike : float
        The share of the shorter one's own tokens that both have.
    shared : int
        How many tokens these are.
    """

    exercise: str
    students: tuple[str, str]
    alike: float
    shared: int


@dataclass(frozen=True)
class Print:
    """An answer as it is compared.

    Parameters
    ----------
    hashes : tuple of int
        Of every K tokens in a row.
    kept : frozenset of int
        The ones that winnowing keeps.
    """

    hashes: tuple[int, ...]
    kept: frozenset[int]


def tokens(source: str) -> list[str]:
    r"""Turn a piece of Python into tokens that do not change with names, comments and layout.

    Names that it gives itself, to arguments, variables and functions, are all alike; those that
    it uses, such as `np` or `range`, stay, as do attributes and numbers. Comments, docstrings,
    annotations and superfluous parentheses are dropped. What cannot be parsed is taken as it is
    written.

    Examples
    --------
    >>> tokens("def f(a):  # twice\n    return (a + a)")
    ['def', 'name', '(', 'name', ')', ':', 'return', 'name', '+', 'name']
    """
    own: set[str] | None = None
    source = without_magics(source[:LONGEST_SOURCE])
    try:
        tree = _Plain().visit(ast.parse(source))
        own = _own_names(tree)
        source = ast.unparse(tree)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        pass  # an answer that does not run was copied as well as any other
    return list(_words(source, own))


class _Plain(ast.NodeTransformer):
    """Drops docstrings and annotations."""

    def visit_arg(self, node: ast.arg) -> ast.arg:
        return ast.arg(node.arg)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.stmt:
        self.generic_visit(node)
        if node.value is None:
            return ast.Pass()
        return ast.copy_location(ast.Assign([node.target], node.value), node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        self.generic_visit(node)
        node.returns = None
        node.body = [one for one in node.body if not _is_text(one)] or [ast.Pass()]
        return node


def _is_text(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def _own_names(tree: ast.AST) -> set[str]:
    own: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.arg(name) | ast.Name(name, ast.Store()):
                own.add(name)
            case ast.FunctionDef(name) | ast.AsyncFunctionDef(name) | ast.ClassDef(name):
                own.add(name)
            case ast.ExceptHandler(_, str(name)):
                own.add(name)
            case ast.alias(name, asname):
                own.add(asname or name.partition(".")[0])
    return own


_LAYOUT = {
    token.COMMENT,
    token.NL,
    token.NEWLINE,
    token.INDENT,
    token.DEDENT,
    token.ENCODING,
    token.ENDMARKER,
}


def _words(source: str, own: set[str] | None) -> Iterator[str]:
    """Give the tokens of a source; without its own names, every name that is no keyword is one."""
    before = ""
    try:
        for one in tokenize.generate_tokens(io.StringIO(source).readline):
            if one.type in _LAYOUT:
                continue
            if one.type == token.STRING:
                yield "text"
            elif one.type == token.NAME and not keyword.iskeyword(one.string) and before != ".":
                yield OWN_NAME if own is None or one.string in own else one.string
            else:
                yield one.string
            before = one.string
    except (tokenize.TokenError, SyntaxError):
        return  # what came before the place that cannot be read counts


def fingerprint(words: Sequence[str]) -> Print:
    """Winnow tokens: keep from each window of W hashes the smallest.

    Parameters
    ----------
    words : sequence of str
        The tokens.

    Returns
    -------
    Print
    """
    hashes = [_hash(words[at : at + K]) for at in range(len(words) - K + 1)]
    windows = [hashes[at : at + W] for at in range(max(1, len(hashes) - W + 1))]
    return Print(tuple(hashes), frozenset(min(window) for window in windows if window))


def _hash(words: Sequence[str]) -> int:
    return int.from_bytes(
        hashlib.blake2b("\n".join(words).encode("utf-8", "replace"), digest_size=8).digest()
    )


def alike(
    exercise: str, written: Mapping[str, str], given: Iterable[str], least: float = ALIKE
) -> list[Pair]:
    """Find the answers to one exercise that are nearly the same.

    Parameters
    ----------
    exercise : str
        The exercise.
    written : mapping
        Each student's answer.
    given : iterable of str
        The release's own code.
    least : float
        The share of the shorter answer from which on two are listed.

    Returns
    -------
    list of Pair
        Those that share most tokens first.
    """
    common: set[int] = set()
    for source in given:
        common.update(fingerprint(tokens(source)).hashes)
    prints = {student: fingerprint(tokens(source)) for student, source in written.items()}
    having = Counter(value for one in prints.values() for value in set(one.hashes))
    most = max(MANY, MANY_SHARE * len(prints))
    common |= {value for value, count in having.items() if count > most}

    own = {student: _covered(one, set(one.hashes) - common) for student, one in prints.items()}
    long = {student for student, covered in own.items() if len(covered) >= FEWEST_TOKENS}
    holders: dict[int, list[str]] = defaultdict(list)
    for student in sorted(long):
        for value in prints[student].kept - common:
            holders[value].append(student)
    candidates = {pair for students in holders.values() for pair in combinations(students, 2)}

    found = []
    for first, second in candidates:
        shorter, other = sorted((first, second), key=lambda who: (len(own[who]), who))
        both = set(prints[shorter].hashes) & set(prints[other].hashes)
        shared = len(_covered(prints[shorter], both - common))
        share = shared / len(own[shorter])
        if share >= least:
            found.append(Pair(exercise, (first, second), share, shared))
    return sorted(found, key=lambda one: (-one.shared, -one.alike, one.students))


def _covered(one: Print, values: set[int]) -> set[int]:
    """Return the places of the tokens of an answer that stand in any of some fingerprints."""
    return {
        at + step for at, value in enumerate(one.hashes) if value in values for step in range(K)
    }


# A class


@dataclass(frozen=True)
class Similar:
    """What is alike among the submissions of a unit.

    Parameters
    ----------
    unit : str
        The unit.
    submissions : int
        How many were compared.
    pairs : tuple of Pair
        Every two answers that are nearly the same.
    written : dict
        By exercise and student, the answers as they were written.
    """

    unit: str
    submissions: int
    pairs: tuple[Pair, ...]
    written: Mapping[str, Mapping[str, str]]

    @property
    def together(self) -> list[tuple[tuple[str, str], list[Pair]]]:
        """Every two students with what is alike of theirs, those that share most first."""
        found: dict[tuple[str, str], list[Pair]] = defaultdict(list)
        for pair in self.pairs:
            found[pair.students].append(pair)
        return sorted(found.items(), key=lambda item: -sum(pair.shared for pair in item[1]))

    def __str__(self) -> str:
        """Lines for a terminal."""
        number = len(self.together)
        lines = [
            f"{self.unit}: {many(self.submissions, 'submission')}, {many(number, 'pair')} of "
            "students with answers that are nearly the same after renaming"
        ]
        for (first, second), pairs in self.together:
            lines.append(f"  {first}  {second}")
            lines += [
                f"      {pair.alike:>4.0%}  {pair.exercise}, {pair.shared} tokens" for pair in pairs
            ]
        if self.pairs:
            lines.append(NO_VERDICT)
        return "\n".join(lines)


def similar(room: Classroom, record: Record, unit: str) -> Similar:
    """Compare the graded submissions of a unit with one another.

    Parameters
    ----------
    room : Classroom
        Where they are.
    record : Record
        Its gradebook.
    unit : str
        The unit.

    Returns
    -------
    Similar
    """
    released = read(room.course.release(unit))
    given = [cell.source for cell in released.cells if cell.cell_type == "code"]
    stubs = answers(released)
    written: dict[str, dict[str, str]] = {name: {} for name in [*stubs, OWN_CELLS]}
    students = [
        entry.student
        for entry in record.entries(unit)
        if not (entry.problem or entry.failure)
        and room.path("autograded", entry.student, unit).is_file()
    ]
    for student in students:
        for name, source in _written(room.path("autograded", student, unit), set(given)).items():
            if source != stubs.get(name) and name in written:
                written[name][student] = source
    pairs = [pair for name, found in written.items() for pair in alike(name, found, given)]
    return Similar(unit, len(students), tuple(pairs), written)


def _written(path: Path, given: set[str]) -> dict[str, str]:
    """Return what a student wrote: each answer, and the student's own cells together."""
    found: dict[str, list[str]] = defaultdict(list)
    for source, form in own_cells(path, given):
        if form.get("solution"):
            found[form["grade_id"]].append(source)
        elif not form:
            found[OWN_CELLS].append(source)
    return {name: "\n\n".join(sources) for name, sources in found.items()}
