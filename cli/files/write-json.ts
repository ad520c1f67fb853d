/**
 * Writes a JSON document to stdout in pieces: a run over a thousand files is never held as a single text. Each item of
 * a list has its own line.
 */

/** Pieces of the document; a value that is an array or another iterable is written item by item. */
function* jsonPieces(fields: Readonly<Record<string, unknown>>): Generator<string> {
  let opening = '{';
  for (const [key, value] of Object.entries(fields)) {
    yield `${opening}\n  ${JSON.stringify(key)}: `;
    opening = ',';
    if (isIterable(value)) yield* listPieces(value);
    else yield JSON.stringify(value ?? null);
  }
  yield opening === '{' ? '{}\n' : '\n}\n';
}

function* listPieces(items: Iterable<unknown>): Generator<string> {
  let opening = '[';
  for (const item of items) {
    yield `${opening}\n    ${JSON.stringify(item)}`;
    opening = ',';
  }
  yield opening === '[' ? '[]' : '\n  ]';
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

/** Items made when they are written, not before. */
export function mapped<T, U>(items: readonly T[], make: (item: T) => U): Iterable<U> {
  return {
    *[Symbol.iterator]() {
      for (const item of items) yield make(item);
    },
  };
}

/** Writes the document to stdout. */
export function writeJson(fields: Readonly<Record<string, unknown>>): void {
  for (const piece of jsonPieces(fields)) process.stdout.write(piece);
}
