/**
 * The few formulas our own sheets use: arithmetic, comparison, text joining, references, ranges and the functions
 * below. Anything else is
 * `undefined`: the host then keeps the value the cell has, as a file read without its calculator would.
 */
import { rangeFromA1 } from '../../core/sheet/grid/address.ts';
import type { CellValue, Range } from '../../core/sheet/grid/sheet.ts';

type Value = CellValue | null;

/** What a formula can refer to; `sheet` null = its own sheet. */
export type Lookup = (sheet: string | null, range: Range) => readonly Value[] | undefined;

interface Operand {
  readonly values: readonly Value[];
  readonly range: boolean;
}

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?(?:E[+-]?\d+)?)|("(?:[^"]|"")*")|((?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![\p{L}\p{N}(_])|([\p{L}_][\p{L}\p{N}_.]*)|(<>|<=|>=|[-+*/^&=<>(),;%]))/uy;

/** The result of a formula (without `=`), or undefined when it uses what is not known here. */
export function evaluate(formula: string, lookup: Lookup): CellValue | undefined {
  const tokens = tokenize(formula);
  if (!tokens) return undefined;
  try {
    const reader = new Reader(tokens, lookup);
    const result = single(reader.comparison());
    return reader.atEnd() ? (result ?? 0) : undefined;
  } catch (error) {
    if (error instanceof Unknown) return undefined;
    throw error;
  }
}

class Unknown extends Error {}

interface Token {
  readonly kind: 'number' | 'text' | 'reference' | 'name' | 'sign';
  readonly text: string;
  readonly sheet: string | null;
}

function tokenize(formula: string): readonly Token[] | null {
  const tokens: Token[] = [];
  const text = formula.trimEnd();
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < text.length; ) {
    const match = TOKEN.exec(text);
    if (!match) return null;
    const [, number, quoted, sheet, reference, name, sign] = match;
    if (number !== undefined) tokens.push({ kind: 'number', text: number, sheet: null });
    else if (quoted !== undefined)
      tokens.push({ kind: 'text', text: quoted.slice(1, -1).replaceAll('""', '"'), sheet: null });
    else if (reference !== undefined) tokens.push({ kind: 'reference', text: reference, sheet: sheetName(sheet) });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name.toUpperCase(), sheet: null });
    else tokens.push({ kind: 'sign', text: sign ?? '', sheet: null });
  }
  return tokens;
}

function sheetName(prefix: string | undefined): string | null {
  if (prefix === undefined) return null;
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** Recursive descent, loosest binding first. */
class Reader {
  private at = 0;
  private readonly tokens: readonly Token[];
  private readonly lookup: Lookup;

  constructor(tokens: readonly Token[], lookup: Lookup) {
    this.tokens = tokens;
    this.lookup = lookup;
  }

  atEnd(): boolean {
    return this.at === this.tokens.length;
  }

  comparison(): Operand {
    let left = this.joined();
    for (let sign = this.sign('=', '<>', '<', '>', '<=', '>='); sign; sign = this.sign('=', '<>', '<', '>', '<=', '>='))
      left = compare(sign, single(left), single(this.joined()));
    return left;
  }

  private joined(): Operand {
    let left = this.sum();
    while (this.sign('&')) left = lift(single(left), single(this.sum()), (a, b) => asText(a) + asText(b));
    return left;
  }

  private sum(): Operand {
    let left = this.product();
    for (let sign = this.sign('+', '-'); sign; sign = this.sign('+', '-')) {
      const plus = sign === '+';
      left = arithmetic(single(left), single(this.product()), (a, b) => (plus ? a + b : a - b));
    }
    return left;
  }

  private product(): Operand {
    let left = this.power();
    for (let sign = this.sign('*', '/'); sign; sign = this.sign('*', '/')) {
      const times = sign === '*';
      left = arithmetic(single(left), single(this.power()), (a, b) =>
        times ? a * b : b === 0 ? { error: '#DIV/0!' } : a / b,
      );
    }
    return left;
  }

  /** Excel's minus binds tighter than its power: -2^2 is 4. */
  private power(): Operand {
    let left = this.signed();
    while (this.sign('^')) left = arithmetic(single(left), single(this.signed()), (a, b) => a ** b);
    return left;
  }

  private signed(): Operand {
    if (this.sign('-')) return arithmetic(0, single(this.signed()), (a, b) => a - b);
    if (this.sign('+')) return this.signed();
    let left = this.primary();
    while (this.sign('%')) left = arithmetic(single(left), 100, (a, b) => a / b);
    return left;
  }

  private primary(): Operand {
    const token = this.tokens[this.at++];
    if (token?.kind === 'number') return value(Number(token.text));
    if (token?.kind === 'text') return value(token.text);
    if (token?.kind === 'reference') return this.reference(token);
    if (token?.kind === 'name') return this.name(token.text);
    if (token?.text !== '(') throw new Unknown();
    const inner = this.comparison();
    if (!this.sign(')')) throw new Unknown();
    return inner;
  }

  private reference(token: Token): Operand {
    const range = rangeFromA1(token.text.replaceAll('$', ''));
    const values = range && this.lookup(token.sheet, range);
    return values ? { values, range: true } : value({ error: '#REF!' });
  }

  private name(name: string): Operand {
    if (name === 'TRUE' || name === 'FALSE') return value(name === 'TRUE');
    const run = FUNCTIONS.get(name);
    if (!run || !this.sign('(')) throw new Unknown();
    const args: Operand[] = [];
    while (!this.sign(')')) {
      args.push(this.comparison());
      if (!this.sign(',', ';') && this.tokens[this.at]?.text !== ')') throw new Unknown();
    }
    return value(run(args));
  }

  private sign(...wanted: readonly string[]): string | null {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sign' || !wanted.includes(token.text)) return null;
    this.at++;
    return token.text;
  }
}

function value(it: Value): Operand {
  return { values: [it], range: false };
}

function single(operand: Operand | undefined): Value {
  const [first = null] = operand?.values ?? [];
  return operand && operand.values.length > 1 ? { error: '#VALUE!' } : first;
}

function isError(it: Value): it is { readonly error: string } {
  return typeof it === 'object' && it !== null;
}

function lift(a: Value, b: Value, run: (a: Value, b: Value) => Value): Operand {
  return value(isError(a) ? a : isError(b) ? b : run(a, b));
}

function arithmetic(a: Value, b: Value, run: (a: number, b: number) => Value): Operand {
  return lift(a, b, (x, y) => {
    const [left, right] = [asNumber(x), asNumber(y)];
    return left === null || right === null ? { error: '#VALUE!' } : run(left, right);
  });
}

function asNumber(it: Value): number | null {
  if (it === null || it === false) return 0;
  if (it === true) return 1;
  if (typeof it === 'number') return it;
  return typeof it === 'string' && /^-?\d+(\.\d+)?$/.test(it) ? Number(it) : null;
}

function asText(it: Value): string {
  if (it === null || isError(it)) return '';
  return typeof it === 'boolean' ? String(it).toUpperCase() : String(it);
}

/** Excel's order: numbers before text before booleans; text without regard to case; empty is 0 or `""`. */
function compare(sign: string, a: Value, b: Value): Operand {
  return lift(a, b, (x, y) => {
    const left = x ?? (typeof y === 'string' ? '' : 0);
    const right = y ?? (typeof x === 'string' ? '' : 0);
    const rank = (it: Value): number => ['number', 'string', 'boolean'].indexOf(typeof it);
    const [l, r] = [left, right].map((it) => (typeof it === 'string' ? it.toLowerCase() : Number(it)));
    const order = rank(left) - rank(right) || (l === r ? 0 : (l ?? 0) < (r ?? 0) ? -1 : 1);
    const equal = order === 0;
    if (sign === '=') return equal;
    if (sign === '<>') return !equal;
    return sign[0] === '<' ? order < 0 || (equal && sign === '<=') : order > 0 || (equal && sign === '>=');
  });
}

/** Numbers of the arguments; text and empty cells of ranges do not count. The first error wins. */
function numbers(args: readonly Operand[]): number[] | { readonly error: string } {
  const all: number[] = [];
  for (const { values, range } of args)
    for (const it of values) {
      if (isError(it)) return it;
      const number = range ? (typeof it === 'number' ? it : null) : asNumber(it);
      if (number !== null) all.push(number);
    }
  return all;
}

function fold(run: (all: readonly number[]) => Value): (args: readonly Operand[]) => Value {
  return (args) => {
    const all = numbers(args);
    return Array.isArray(all) ? run(all) : all;
  };
}

const truth = (operand: Operand | undefined): boolean => {
  const it = single(operand);
  return typeof it === 'number' ? it !== 0 : it === true;
};

const FUNCTIONS = new Map<string, (args: readonly Operand[]) => Value>([
  ['SUM', fold((all) => all.reduce((sum, it) => sum + it, 0))],
  [
    'AVERAGE',
    fold((all) => (all.length > 0 ? all.reduce((sum, it) => sum + it, 0) / all.length : { error: '#DIV/0!' })),
  ],
  ['MIN', fold((all) => Math.min(...all, ...(all.length > 0 ? [] : [0])))],
  ['MAX', fold((all) => Math.max(...all, ...(all.length > 0 ? [] : [0])))],
  ['ABS', fold(([it = 0]) => Math.abs(it))],
  ['ROUND', fold(([it = 0, digits = 0]) => (Math.sign(it) * Math.round(Math.abs(it) * 10 ** digits)) / 10 ** digits)],
  ['COUNT', (args) => args.flatMap((it) => it.values).filter((it) => typeof it === 'number').length],
  ['COUNTA', (args) => args.flatMap((it) => it.values).filter((it) => it !== null).length],
  ['ISNUMBER', ([it]) => typeof single(it) === 'number'],
  ['ISBLANK', ([it]) => single(it) === null],
  ['AND', (args) => args.every(truth)],
  ['OR', (args) => args.some(truth)],
  ['NOT', ([it]) => !truth(it)],
  [
    'IF',
    ([test, yes, no]) => (isError(single(test)) ? single(test) : truth(test) ? single(yes) : no ? single(no) : false),
  ],
  ['IFERROR', ([it, other]) => (isError(single(it)) ? single(other) : single(it))],
]);
