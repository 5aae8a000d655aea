"""Class body of annotations → a small immutable value class with slots.

    @record
    class Suspect:
        figure: str
        repair: str | None = None

The same contract as `dataclasses.dataclass(frozen=True, slots=True)`, which is what type checkers see. Importing the
real one loads `inspect` and with it a third of the start-up budget of `check article.txt` (docs/decisions/0002), so the
run-time half is written out here. Immutability is enforced by the type checker only.
"""

from __future__ import annotations

__all__ = ["record", "replace"]

TYPE_CHECKING = False

if TYPE_CHECKING:
    from dataclasses import dataclass as record
    from dataclasses import replace
else:
    from operator import attrgetter

    def record(*args, **_options):
        """A class with annotated fields → the same with slots, `__init__`, `__eq__`, `__hash__` and `__repr__`."""
        return _build(args[0]) if args else _build

    def _build(cls):
        names = tuple(cls.__annotations__)
        defaults = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
        members = {k: v for k, v in cls.__dict__.items() if k not in defaults and k not in ("__dict__", "__weakref__")}
        members |= {"__slots__": names, "__match_args__": names, "_fields": names}
        members["_read"] = attrgetter(*names) if len(names) > 1 else None  # reads all fields at once
        members["__init__"] = _init(names, defaults)
        members.setdefault("__repr__", _repr)
        members.setdefault("__eq__", _eq)
        members.setdefault("__hash__", _hash)
        return type(cls.__name__, cls.__bases__, members)

    def _init(names, defaults):
        """Fields and defaults → `__init__`: compiled once for each number of fields, then given the fields' names."""
        if tuple(defaults) != names[len(names) - len(defaults) :]:
            raise TypeError("a field without a default stands after one that has one")
        if len(names) > _MANY:
            return _init_many(names, defaults)
        if len(names) not in _compiled:
            numbered = [f"_{i}" for i in range(len(names))]
            body = "\n ".join(f"self.{name} = {name}" for name in numbered) or "pass"
            scope = {}
            exec(f"def __init__(self, {', '.join(numbered)}):\n {body}", scope)  # noqa: S102  (no text but our own)
            _compiled[len(names)] = scope["__init__"].__code__
        code = _compiled[len(names)].replace(co_varnames=("self", *names), co_names=names)
        return type(_init)(code, {}, "__init__", tuple(defaults.values()))  # the type of functions

    def _init_many(names, defaults):
        """The same for a record of which a run makes a few: nothing to compile, a little slower to call."""

        def init(self, *values, **named):
            given = dict(zip(names, values, strict=False))
            if len(values) > len(names) or named.keys() & given.keys() or named.keys() - set(names):
                raise TypeError(f"{type(self).__name__}() takes its {len(names)} fields, each once")
            given = defaults | given | named
            if missing := [name for name in names if name not in given]:
                raise TypeError(f"{type(self).__name__}() lacks {', '.join(missing)}")
            for name in names:
                setattr(self, name, given[name])

        return init

    _compiled = {}
    _MANY = 20

    def _values(self):
        return self._read(self) if self._read else tuple(getattr(self, name) for name in self._fields)

    def _repr(self):
        shown = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, _values(self), strict=True))
        return f"{type(self).__name__}({shown})"

    def _eq(self, other):
        return _values(self) == _values(other) if type(other) is type(self) else NotImplemented

    def _hash(self):
        return hash(_values(self))

    def replace(self, **changes):
        """A record and changed fields → a new record."""
        values = tuple(map(changes.pop, self._fields, _values(self)))
        return type(self)(*values, **changes)  # what is left of the changes is no field
