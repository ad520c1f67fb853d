/**
 * Compares the request with the conditions its reader knows. An unknown condition may have filtered out most of the
 * units or files, so the officer confirms it once.
 */

import { addressPairs, ROUTE } from './address-pairs.ts';
import type { Captured, Question } from './reader.ts';
import { requestBody } from './request-body.ts';
import { pairsIn } from './taught-reader/address.ts';

/**
 * Condition (lower case) → the values it is understood with. Nothing (``, `null`, an empty list) is always understood.
 */
export type KnownConditions = ReadonlyMap<string, RegExp>;

/** Of an address only: they keep copies from being reused or count visitors. */
const PASSING = /^(?:_|utm_\w+|fbclid|gclid|lang|locale|ver)$/;

/** `fault` = one Vietnamese sentence: nothing can be read. */
type Conditions =
  | { readonly kind: 'fault'; readonly fault: string }
  | { readonly kind: 'understood'; readonly questions: readonly Question[] };

/** Conditions stand in the address and in the body of the request. */
export function requestConditions({ url, request, body }: Captured, known: KnownConditions): Conditions {
  const answers = new Map<string, string>();
  const questions: Question[] = [];
  for (const [name, value, isAddress] of conditions(url, request)) {
    const key = name.toLowerCase();
    if (value === '' || (isAddress && PASSING.test(key))) continue;
    // The reader of an answer knows the whole address it came from.
    if (name === ROUTE && /^\s*[[{]/.test(body)) continue;
    const held = answers.get(key);
    if (held === value) continue;
    if (held !== undefined) return faulty(`Yêu cầu ghi “${name}” hai lần khác nhau, nên không đọc số nào.`);
    answers.set(key, value);
    const understood = known.get(key);
    if (!understood) questions.push(conditionQuestion(name, value));
    else if (!understood.test(value)) {
      return faulty(
        `Yêu cầu có điều kiện “${shown(name)}” với giá trị “${shown(value)}” không hiểu được, nên không đọc số nào.`,
      );
    }
  }
  return { kind: 'understood', questions };
}

function faulty(fault: string): Conditions {
  return { kind: 'fault', fault };
}

/** Session tokens change with each visit, so the key of the question has only the parameter's name. */
const OPAQUE = /^(?=.*\d)(?=.*[a-z])[\w-]{16,}$/i;

/** `?k=1`: nobody knows what it does, but the officer sees whether the page shows all. */
function conditionQuestion(name: string, value: string): Question {
  const text = `${shown(name)} = ${shown(value)}`;
  return {
    key: `dieu-kien:${name.toLowerCase()}:${OPAQUE.test(value) ? '' : value.slice(0, 100)}`,
    about: `Trang được hỏi với điều kiện “${text}” mà cách đọc này chưa biết. Số này là của cả xã?`,
    shown: text,
    isKept: true,
  };
}

type Condition = readonly [name: string, value: string, isAddress: boolean];

function conditions(url: string, request: string | null): readonly Condition[] {
  const inUrl = addressPairs(url).map(([name, value]): Condition => [name, value.trim(), true]);
  if (request === null || request.trim() === '') return inUrl;
  const body = requestBody(request);
  const beside = /(?:^|&)params=/.test(request) ? request.replace(/(?:^|&)params=[^&]*/, '') : body ? '' : request;
  const form = pairsIn(beside);
  return [
    ...inUrl,
    ...form.map(([name, value]): Condition => [name, value.trim(), false]),
    ...Object.entries(body ?? {}).map(([name, value]): Condition => [name, textOf(value), false]),
  ];
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value).trim();
  const inner = Object.values(value)
    .map(textOf)
    .filter((text) => text !== '');
  return inner.length === 0 ? '' : JSON.stringify(value);
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
