/**
 * A paper as plain data: its blocks, in the order of Nghị định 30/2020/NĐ-CP. Its look in Word is in render/; its words
 * are in papers/. Nothing in a paper is invented: what the program does not know is `BLANK`, for a person to fill in.
 */
import type { PaperKind } from './paper-kinds.ts';
import type { PlacedPages } from './placed-pages.ts';

export { BLANK } from './words.ts';

export interface PaperColumn {
  /** Name of the column as a field: `{danh_sach.ten}`. */
  readonly field: string;
  readonly title: string;
  /** Parts of the width. */
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
}

export type PaperBlock =
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      readonly style?: 'plain' | 'basis' | 'centre' | 'strong-centre' | 'note';
    }
  /** A part's heading on its own line: `I. …`, `1. …`, `Điều 1. …` with the rest of the sentence upright. */
  | { readonly kind: 'heading'; readonly text: string; readonly rest?: string }
  | { readonly kind: 'items'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      /** As a list of fields: `danh_sach`. */
      readonly name: string;
      readonly columns: readonly PaperColumn[];
      readonly rows: readonly (readonly string[])[];
      /** The last row is a sum, in bold. */
      readonly summed?: boolean;
    }
  /** The following stands on a new page. */
  | { readonly kind: 'page' };

export interface Signature {
  /** `TM. ỦY BAN NHÂN DÂN`, `CHỦ TỊCH`: a line each. */
  readonly authority: readonly string[];
  /** Under the title, in italics: `(Ký, ghi rõ họ tên)`. */
  readonly hint?: string;
  readonly name: string;
}

export interface Heading {
  /** Body above, upright capitals; null for a people's committee of a commune, which has none. */
  readonly upper: string | null;
  /** Issuing body, a line each. */
  readonly issuer: readonly string[];
  /** `Số:        /TTr-UBND`; null for a paper without a number. */
  readonly number: string | null;
  /** `Ta Ma, ngày …… tháng …… năm ……`; null where the paper has none. */
  readonly placeAndDate: string | null;
}

export interface Paper {
  readonly kind: PaperKind;
  /** Stem of the file's name, letters without marks. */
  readonly file: string;
  /** As the list of papers calls it. */
  readonly title: string;
  readonly landscape?: boolean;
  /** null for an annex and for what is read aloud. */
  readonly heading: Heading | null;
  /** `TỜ TRÌNH`. */
  readonly type: string;
  /** Trích yếu. */
  readonly about: string;
  /** `Kính gửi:`, one addressee a line. */
  readonly to: readonly string[];
  readonly body: readonly PaperBlock[];
  /** On the right, or two beside each other. */
  readonly signatures: readonly Signature[];
  /** `Nơi nhận:` without dash and full stop; none where two sign. */
  readonly recipients: readonly string[];
  /** A list that goes with it, on pages of its own. */
  readonly annex?: { readonly type: string; readonly about: string; readonly body: readonly PaperBlock[] };
  /** Lines at fixed places of a page that is printed already: then the paper is these, and nothing else. */
  readonly placed?: PlacedPages;
  /** What a template may name, beside the lists (tables of the body). */
  readonly fields: ReadonlyMap<string, string>;
}

export const column = (
  field: string,
  title: string,
  width: number,
  align: PaperColumn['align'] = 'left',
): PaperColumn => ({ field, title, width, align });
export const table = (
  name: string,
  columns: readonly PaperColumn[],
  rows: readonly (readonly string[])[],
  summed = false,
): PaperBlock => ({ kind: 'table', name, columns, rows, summed });
export const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text });
export const basis = (text: string): PaperBlock => ({ kind: 'paragraph', text, style: 'basis' });
/** A remark for the person who finishes the draft, in brackets and italics. */
export const note = (text: string): PaperBlock => ({ kind: 'paragraph', text: `[${text}]`, style: 'note' });
export const heading = (text: string, rest?: string): PaperBlock =>
  rest === undefined ? { kind: 'heading', text } : { kind: 'heading', text, rest };
export const items = (...texts: readonly string[]): PaperBlock => ({ kind: 'items', items: texts });

/** All a reader sees, a line each: for checks and for the list of what a paper still names. */
export function paperLines(paper: Paper): readonly string[] {
  const { heading: head } = paper;
  return [
    ...(head ? [head.upper ?? '', ...head.issuer, head.number ?? '', head.placeAndDate ?? ''] : []),
    ...[paper.type, paper.about, ...paper.to],
    ...paper.body.flatMap(blockLines),
    ...(paper.annex ? [paper.annex.type, paper.annex.about, ...paper.annex.body.flatMap(blockLines)] : []),
    ...(paper.placed?.pages.flat().map(({ text }) => text) ?? []),
    ...paper.recipients,
    ...paper.signatures.flatMap(({ authority, hint, name }) => [...authority, hint ?? '', name]),
  ].filter((line) => line !== '');
}

function blockLines(block: PaperBlock): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.text];
    case 'heading':
      return [block.rest === undefined ? block.text : `${block.text} ${block.rest}`];
    case 'items':
      return block.items;
    case 'table':
      return [...block.columns.map(({ title }) => title), ...block.rows.flat()];
    case 'page':
      return [];
  }
}
