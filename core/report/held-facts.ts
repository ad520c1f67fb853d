/**
 * The column "Trường hợp xét riêng" of the register, read once for scoring and for awards: each item of the list is a
 * knock-out or a class cap of the unit's criteria set, or not understood. An item that is not understood is never
 * dropped: it holds the class open until the council has looked at it.
 */
import { foldKey } from '../base/text/text.ts';
import type { CriteriaSet } from '../movement/criteria-set.ts';

type Clauses = Pick<CriteriaSet, 'knockOuts' | 'classCaps'>;

type HeldFact =
  | { readonly kind: 'knock-out'; readonly code: string; readonly label: string; readonly text: string }
  | {
      readonly kind: 'cap';
      readonly code: string;
      readonly label: string;
      /** Code of the best class still allowed. */
      readonly atMost: string;
      readonly text: string;
    }
  /** It says that nothing is held against the unit. */
  | { readonly kind: 'none'; readonly text: string }
  /** Words that match no clause of the set, or more than one. */
  | { readonly kind: 'unknown'; readonly text: string };

/** One result an item, in their order. `clauses` undefined = the unit has no set: nothing can be understood. */
export function heldFacts(facts: readonly string[], clauses: Clauses | undefined): readonly HeldFact[] {
  return facts.map((text) => heldFact(text, clauses));
}

function heldFact(text: string, clauses: Clauses | undefined): HeldFact {
  const words = wordsOf(text);
  if (isNothing(text)) return { kind: 'none', text };
  const all = [
    ...(clauses?.knockOuts ?? []).map((knockOut) => ({ kind: 'knock-out' as const, ...knockOut })),
    ...(clauses?.classCaps ?? []).map((classCap) => ({ kind: 'cap' as const, ...classCap })),
  ];
  const key = foldKey(text);
  const exact = all.find(({ code, label }) => foldKey(code) === key || foldKey(label) === key);
  if (exact) return { ...exact, text };
  // "Không bị cảnh cáo" speaks of the clause and does not say that it holds.
  if (NEGATED.test(key)) return { kind: 'unknown', text };
  const meant = all.filter(({ label }) => speakOfTheSame(words, wordsOf(label)));
  const [only] = meant;
  return only && meant.length === 1 ? { ...only, text } : { kind: 'unknown', text };
}

const NEGATED = /(?<![\p{L}])(?:không|ko|chưa|hết|thôi|xoá|miễn)(?![\p{L}])(?! gửi)/u;

/** Dashes, "Không", "Không có". */
function isNothing(text: string): boolean {
  return /^(?:[-–—.]*|không|ko|không có|ko có|không phát sinh|kps)$/.test(foldKey(text));
}

/** Words that any clause has and that tell none from another. */
const COMMON = new Set('bị trong kì của và hoặc để cho người là có do với về năm ngày tháng số'.split(' '));

function wordsOf(text: string): readonly string[] {
  return foldKey(text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !COMMON.has(word));
}

/** Neighbouring words that two texts must share. */
const LEAST_SHARED = 2;

/**
 * All significant words of one text occur in the other, in their order, and there are at least two: "cảnh cáo" ⊂ "Bị kỷ
 * luật cảnh cáo".
 */
function speakOfTheSame(entry: readonly string[], other: readonly string[]): boolean {
  return standsIn(entry, other) || standsIn(other, entry);
}

function standsIn(short: readonly string[], long: readonly string[]): boolean {
  if (short.length < LEAST_SHARED) return false;
  let at = 0;
  for (const word of long) if (word === short[at]) at += 1;
  return at === short.length;
}
