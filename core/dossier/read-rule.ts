/**
 * Reads the sentence of the column “Cách chấm” as a scoring rule, by the sentences of the rule kinds. A sentence that
 * fits none is refused with an explanation, never guessed.
 */

import type { Result } from '../base/result.ts';
import { RULE_KINDS, type ScoringRule } from '../movement/rule.ts';
import { codeOfWords } from './code-of-words.ts';
import { type Fields, piecesOf, type RulePiece, sampleOf, sourceOf } from './rule-grammar.ts';
import type { RuleWordsSetting } from './rule-slots.ts';
import { clauses, notUnderstood, QUOTED, understood } from './words.ts';

/** No rule is longer. */
const LONGEST = 4000;
/** A quoted text, which stays as it is, or a run of white space. */
const OUTSIDE_QUOTES = new RegExp(String.raw`(${QUOTED})|\s+`, 'gu');

interface Sentence {
  readonly kind: string;
  readonly pieces: readonly RulePiece[];
  readonly whole: RegExp;
  /** Its first words, with the first figure or name and without. */
  readonly begins: readonly RegExp[];
}

const BANDS = sentenceOf('bands');
/** All but bands, which begin in many ways. */
const SENTENCES = (Object.keys(RULE_KINDS) as (keyof typeof RULE_KINDS)[])
  .filter((kind) => kind !== 'bands')
  .map(sentenceOf);

function sentenceOf(kind: keyof typeof RULE_KINDS): Sentence {
  const pieces = piecesOf(RULE_KINDS[kind].words);
  const [head] = pieces;
  const first = head?.kind === 'list' ? head.pieces : pieces;
  const slot = first.findIndex((piece) => piece.kind === 'slot');
  const text = first.slice(0, slot < 0 ? first.length : slot).filter((piece) => piece.kind !== 'optional');
  const begins = [first.slice(0, slot + 1), text].map(
    (start) => new RegExp(`^${sourceOf(start, false) || '(?!)'}`, 'iu'),
  );
  return { kind, pieces, whole: wholeOf(pieces), begins };
}

function wholeOf(pieces: readonly RulePiece[]): RegExp {
  return new RegExp(`^${sourceOf(pieces, true)}$`, 'iu');
}

/** The rule; a composed rule has no parts yet, as they have their own rows. */
export function readRule(text: string, setting: RuleWordsSetting): Result<ScoringRule> {
  if (text.length > LONGEST) return notUnderstood('Cách chấm quá dài.');
  const words = text
    .normalize('NFC')
    .replace(OUTSIDE_QUOTES, (_run, quote: string | undefined) => quote ?? ' ')
    .trim()
    .replace(/\.$/, '');
  if (words === '') return notUnderstood('Ghi cách chấm, ví dụ “từ 80 %: 10; từ 70 %: 7; còn lại: 0”.');
  for (const sentence of SENTENCES) {
    const read = ruleIn(words, sentence, setting);
    if (read !== null) return read;
  }
  const bands = ruleIn(words, BANDS, setting);
  const meant = bands?.ok ? undefined : meantBy(words);
  return !meant && bands ? bands : notUnderstood(advice(words, meant ?? BANDS, setting));
}

/** null = the words are no sentence of this kind; a refusal = they are, and say what cannot be. */
function ruleIn(
  words: string,
  { kind, pieces, whole }: Sentence,
  setting: RuleWordsSetting,
): Result<ScoringRule> | null {
  const read = fieldsIn(words, pieces, whole, setting);
  if (!read?.ok) return read;
  // The sentence of a kind has the fields of its rule: a test reads back a case of each.
  return understood({ kind, ...read.value } as unknown as ScoringRule);
}

function fieldsIn(
  text: string,
  pieces: readonly RulePiece[],
  whole: RegExp,
  setting: RuleWordsSetting,
): Result<Fields> | null {
  const match = whole.exec(text);
  if (!match) return null;
  const fields: Record<string, unknown> = {};
  for (const [at, piece] of grouped(pieces).entries()) {
    const words = match[at + 1];
    const read = words === undefined ? undefined : valueIn(words, piece, setting);
    if (read === undefined) continue;
    if (!read?.ok) return read;
    if ('field' in piece && read.value !== undefined) fields[piece.field] = read.value;
  }
  for (const piece of grouped(pieces))
    if (piece.kind === 'slot' && piece.madeOf) fields[piece.field] ??= codeOfWords(String(fields[piece.madeOf]));
  return understood(fields);
}

/** The pieces that are groups of the pattern, in its order. */
function grouped(pieces: readonly RulePiece[]): readonly RulePiece[] {
  return pieces.flatMap((piece) => {
    if (piece.kind === 'optional') return grouped(piece.pieces);
    return piece.kind === 'text' || piece.kind === 'ways' ? [] : [piece];
  });
}

function valueIn(typed: string, piece: RulePiece, setting: RuleWordsSetting): Result<unknown> | null {
  switch (piece.kind) {
    case 'slot':
      return piece.slot.read(typed, setting);
    case 'choice':
      return understood(piece.choices.find(([, words]) => words.toLowerCase() === typed.toLowerCase())?.[0]);
    case 'direction':
      return rightWay(typed.toLowerCase() === piece.lower, setting);
    case 'list':
      return itemsIn(typed, piece.pieces, setting);
    case 'text':
    case 'ways':
    case 'optional':
      return understood(undefined);
  }
}

function itemsIn(
  words: string,
  pieces: readonly RulePiece[],
  setting: RuleWordsSetting,
): Result<readonly Fields[]> | null {
  const whole = wholeOf(pieces);
  const items: Fields[] = [];
  for (const clause of clauses(words, ';')) {
    const read = fieldsIn(clause, pieces, whole, setting);
    if (!read?.ok) return read;
    items.push(read.value);
  }
  return understood(items);
}

/** The words must fit the way the criterion is judged. */
function rightWay(isLower: boolean, { direction }: RuleWordsSetting): Result<undefined> {
  if (isLower === (direction === 'lower')) return understood(undefined);
  return notUnderstood(
    isLower
      ? 'Cách chấm này dành cho tiêu chí càng thấp càng tốt: sửa cột Chiều hoặc ghi lại cách chấm.'
      : 'Cách chấm này dành cho tiêu chí càng cao càng tốt: sửa cột Chiều hoặc ghi lại cách chấm.',
  );
}

/** The kind whose sentence was begun. */
function meantBy(words: string): Sentence | undefined {
  const begun = SENTENCES.find(({ begins: [withFirst] }) => withFirst?.test(words));
  return begun ?? (words.includes(':') ? undefined : SENTENCES.find(({ begins: [, text] }) => text?.test(words)));
}

/** The part of the sentence that is not understood, and how to write it. */
function advice(words: string, { pieces }: Sentence, setting: RuleWordsSetting): string {
  const samples = new Set([sampleOf(pieces, false), sampleOf(pieces, true)]);
  const like = `ghi như ${[...samples].map((sample) => `“${sample}”`).join(' hoặc ')}.`;
  const [list, ...rest] = pieces;
  if (list?.kind !== 'list') return like.charAt(0).toUpperCase() + like.slice(1);
  const isItem = (clause: string) => itemsIn(clause, list.pieces, setting)?.ok === true;
  const tail = wholeOf(
    rest.map((piece) => (piece.kind === 'text' ? { ...piece, text: piece.text.replace(/^; /, '') } : piece)),
  );
  const wrong = clauses(words, ';').find((clause) => !isItem(clause) && !tail.test(clause));
  if (wrong !== undefined) return `Không hiểu “${wrong}”: ${like}`;
  return `Thiếu “${sampleOf(rest, false).replace(/^; /, '')}” ở cuối: ${like}`;
}
