import type { Random } from '../../src/shared/util/random';

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

/** Values that programs forget: none of them is what any field asks for, some are nearly. */
function oddValues(outside: string): readonly unknown[] {
  return [
    ...[null, true, false, 0, -0, -1, 1, 0.1, 1e308, -1e308, 2 ** 31, 2 ** 53, 2 ** 53 + 2],
    ...['', ' ', '\0', 'a', '0', '-1', '1e9', 'null', '__proto__', 'constructor', 'é'.normalize('NFD'), '\ud800', '‮'],
    ...['x'.repeat(10_000), '%s%n', "' or 1=1 --", '"; drop table offer; --', '${7*7}', '<img src=x onerror=1>'],
    ...[
      '../../../etc/passwd',
      '..\\..\\windows',
      outside,
      `${outside}/x`,
      `file://${outside}`,
      'C:\\x',
      '\\\\x\\y',
      'NUL',
    ],
    ...[
      '2026-02-30',
      '0000-00-00',
      '+275760-09-13',
      '9999-12-31T23:59:59.999Z',
      '2026-03-14',
      '(a+)+$',
      'a* NEAR "b',
      '"',
    ],
    ...[
      [],
      {},
      [[]],
      [null],
      { length: 1e9 },
      { toString: 1 },
      { then: 1 },
      nested(60),
      Array.from({ length: 500 }, () => 'a'),
    ],
  ];
}

/**
 * A function that changes values at random: fields taken away, added, renamed, exchanged, of another kind, or doubled.
 * It gives the same for the same `random`. `outside` is a path that nothing may be written to.
 */
export function mutator(random: Random, outside: string): (value: unknown) => unknown {
  const odd = oddValues(outside);
  const anyOf = <T>(values: readonly T[]): T | undefined => values[random.below(values.length)];

  const mutateObject = (value: Readonly<Record<string, unknown>>): unknown => {
    const keys = Object.keys(value);
    const key = anyOf(keys);
    const at = random.next();
    if (key === undefined || at < 0.08)
      return { ...value, [anyOf(['x', 'id', '', 'constructor', 'toString']) ?? 'x']: anyOf(odd) };
    if (at < 0.16) return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
    // As JSON says it: a key of its own, which an assignment would not make.
    if (at < 0.2) return JSON.parse(JSON.stringify(value).replace('{', '{"__proto__":{"isAdmin":true},')) as unknown;
    const other = anyOf(keys);
    if (at < 0.28 && other) return { ...value, [key]: value[other] };
    return { ...value, [key]: mutate(value[key]) };
  };
  const mutateList = (value: readonly unknown[]): unknown => {
    const at = random.next();
    if (value.length === 0 || at < 0.2) return [...value, anyOf(odd)];
    if (at < 0.35) return value.slice(1);
    if (at < 0.5) return [...value, ...value];
    const place = random.below(value.length);
    return value.map((item, index) => (index === place ? mutate(item) : item));
  };
  const mutate = (value: unknown): unknown => {
    if (random.next() < 0.15) return anyOf(odd);
    if (Array.isArray(value)) return mutateList(value);
    if (typeof value === 'object' && value !== null) return mutateObject(value as Readonly<Record<string, unknown>>);
    if (typeof value === 'number' && random.next() < 0.6) return value + random.below(2_000) - 1_000;
    if (typeof value === 'string' && random.next() < 0.5) return `${value.slice(0, 3)}${JSON.stringify(anyOf(odd))}`;
    return anyOf(odd);
  };
  return mutate;
}
