/**
 * Tests of plain data by hand, for what is read by the thousand: an entry, a result of a commune. Schemas of zod for
 * them take two thirds of the time that reading an entry takes, and most of the first reading of a process.
 */

export type Test = (value: unknown) => boolean;

/** An object with exactly these fields, each as its test wants it. */
export function shaped(fields: Readonly<Record<string, Test>>): Test {
  const names = Object.keys(fields);
  const tests = Object.values(fields);
  return (value) => {
    if (!isObject(value) || Object.keys(value).length !== names.length) return false;
    return names.every((name, at) => Object.hasOwn(value, name) && tests[at]?.(value[name]));
  };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text of so many UTF-16 units. */
export function textOf(least: number, most: number): Test {
  return (value) => typeof value === 'string' && value.length >= least && value.length <= most;
}

/** A text that the expression matches. */
export function matching(expression: RegExp): Test {
  return (value) => typeof value === 'string' && expression.test(value);
}

export function orNull(test: Test): Test {
  return (value) => value === null || test(value);
}

/** A list of so many items, each as the test wants it. */
export function listOf(test: Test, least: number, most: number): Test {
  return (value) => Array.isArray(value) && value.length >= least && value.length <= most && value.every(test);
}

/** An integer from `least` to `most`. */
export function integerOf(least: number, most: number): Test {
  return (value) => Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;
}
