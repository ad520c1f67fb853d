/**
 * The sentence of a rule kind (`words` of movement/rules/rule-kind.ts) taken apart: one pattern both writes rules and
 * reads them, so that what is written is read back alike.
 */
import { type RuleWordsSetting, SLOTS, type Slot } from './rule-slots.ts';

export type RulePiece =
  | { readonly kind: 'text'; readonly text: string }
  /** Alternative wordings; the first is written. */
  | { readonly kind: 'ways'; readonly ways: readonly string[] }
  /** The wording depends on the criterion's direction. */
  | { readonly kind: 'direction'; readonly higher: string; readonly lower: string }
  /** Only where its slots are filled. */
  | { readonly kind: 'optional'; readonly pieces: readonly RulePiece[] }
  /** Left out, it is a code made of the words of the field `madeOf`. */
  | {
      readonly kind: 'slot';
      readonly field: string;
      readonly slot: Slot;
      readonly sample: string;
      readonly madeOf: string | undefined;
    }
  /** A choice of the rule's own words. */
  | { readonly kind: 'choice'; readonly field: string; readonly choices: readonly (readonly [string, string])[] }
  | { readonly kind: 'list'; readonly field: string; readonly pieces: readonly RulePiece[] };

/** Fields of a rule, or of an item of its list. */
export type Fields = Readonly<Record<string, unknown>>;

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '<': '>', '[': ']', '{': '}' };

/** The pieces of a sentence; what is no sentence is an error of ours. */
export function piecesOf(words: string): readonly RulePiece[] {
  const pieces: RulePiece[] = [];
  let at = 0;
  while (at < words.length) {
    const open = words[at] ?? '';
    if (Object.hasOwn(CLOSING, open)) {
      const end = closedAt(words, at);
      pieces.push(pieceOf(open, words.slice(at + 1, end)));
      at = end + 1;
    } else {
      const [text = open] = /^[^(<[{]+/.exec(words.slice(at)) ?? [];
      pieces.push({ kind: 'text', text });
      at += text.length;
    }
  }
  return pieces;
}

function closedAt(words: string, from: number): number {
  const [open = '', close = ''] = [words[from], CLOSING[words[from] ?? '']];
  let depth = 0;
  for (let at = from; at < words.length; at++) {
    if (words[at] === open) depth++;
    if (words[at] === close) depth--;
    if (depth === 0) return at;
  }
  throw new Error(`${words} is not closed`);
}

function pieceOf(open: string, inside: string): RulePiece {
  if (open === '(') return { kind: 'ways', ways: inside.split('|') };
  if (open === '[') return { kind: 'optional', pieces: piecesOf(inside) };
  if (open === '<') {
    const [higher = '', lower = ''] = inside.split('|');
    return { kind: 'direction', higher, lower };
  }
  const [, field = '', sign, rest = ''] = /^(\w*)([:=*])([\s\S]*)$/.exec(inside) ?? [];
  if (sign === '*') return { kind: 'list', field, pieces: piecesOf(rest) };
  if (sign === '=') {
    const choices = rest.split('|').map((choice) => choice.split(':'));
    return { kind: 'choice', field, choices: choices.map(([value = '', words = '']) => [value, words]) };
  }
  const [, name = '', madeOf, sample] = /^(\w+)(?:=(\w+))?(?:~(.+))?$/.exec(rest) ?? [];
  const slot = SLOTS[name];
  if (!slot) throw new Error(`{${inside}} is no slot`);
  return { kind: 'slot', field, slot, sample: sample ?? slot.sample, madeOf };
}

/** The sentence of a rule. */
export function written(pieces: readonly RulePiece[], fields: Fields, setting: RuleWordsSetting): string {
  return pieces.map((piece) => writtenPiece(piece, fields, setting)).join('');
}

function writtenPiece(piece: RulePiece, fields: Fields, setting: RuleWordsSetting): string {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'ways':
      return piece.ways[0] ?? '';
    case 'direction':
      return piece[setting.direction];
    case 'optional': {
      const isEmpty = piece.pieces.some((rulePiece) => 'field' in rulePiece && fields[rulePiece.field] === undefined);
      return isEmpty ? '' : written(piece.pieces, fields, setting);
    }
    case 'slot':
      return piece.slot.write(fields[piece.field], setting);
    case 'choice':
      return piece.choices.find(([value]) => value === fields[piece.field])?.[1] ?? '';
    case 'list': {
      const items = fields[piece.field] as readonly Fields[];
      return items.map((item) => written(piece.pieces, item, setting)).join('; ');
    }
  }
}

/** A sentence as it may be typed; `optional` = with all that may be left out. */
export function sampleOf(pieces: readonly RulePiece[], optional: boolean): string {
  return pieces.map((piece) => samplePiece(piece, optional)).join('');
}

function samplePiece(piece: RulePiece, optional: boolean): string {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'ways':
      return piece.ways[0] ?? '';
    case 'direction':
      return piece.higher;
    case 'optional':
      return optional ? sampleOf(piece.pieces, true) : '';
    case 'slot':
      return piece.sample;
    case 'choice':
      return piece.choices[0]?.[1] ?? '';
    case 'list':
      return sampleOf(piece.pieces, optional);
  }
}

/** What the pieces may look like; with `groups` each slot, choice, direction and list is a group. */
export function sourceOf(pieces: readonly RulePiece[], groups: boolean): string {
  return pieces.map((piece, at) => sourcePiece(piece, pieces[at - 1]?.kind === 'slot', groups)).join('');
}

function sourcePiece(piece: RulePiece, isBehindSlot: boolean, groups: boolean): string {
  const group = (source: string) => `(${groups ? '' : '?:'}${source})`;
  switch (piece.kind) {
    case 'text':
      return plain(piece.text, isBehindSlot);
    case 'ways':
      return `(?:${piece.ways.map((way) => plain(way, false)).join('|')})`;
    case 'direction':
      return group(`${piece.higher}|${piece.lower}`);
    case 'optional':
      return `(?:${sourceOf(piece.pieces, groups)})?`;
    case 'slot':
      return group(piece.slot.source);
    case 'choice':
      return group(piece.choices.map(([, words]) => words).join('|'));
    case 'list': {
      const item = sourceOf(piece.pieces, false);
      return group(`${item}(?: ?; ?${item})*`);
    }
  }
}

/** Text as officers type it: with or without spaces at its marks, and behind a figure. */
function plain(text: string, isBehindSlot: boolean): string {
  const marked = text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replace(/ ?([,;:]) ?/g, ' ?$1 ?');
  return isBehindSlot ? marked.replace(/^ (?!\?)/, ' ?') : marked;
}
