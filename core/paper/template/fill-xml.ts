/**
 * One XML part of a Word file with its fields filled. Word splits a field over several runs as it likes, so the text of
 * a paragraph is put together first, and what is filled in goes where the field began. Values are text: never markup,
 * never fields themselves.
 */
import { escapeXml } from '../../sheet/workbook/xlsx/excel-text.ts';
import { type Splice, splice } from '../../sheet/workbook/xlsx/outline.ts';
import { CLOSE, END, OPEN, XmlScanner } from '../../sheet/workbook/xlsx/xml-scan.ts';
import { plainText } from '../plain-text.ts';
import type { PaperFields } from './fields.ts';

/** `{ten_xa}`, `{Tên xã}`, `{danh_sach.ten}`. */
const FIELD = /\{([^{}]{1,60})\}/gu;

/** What a part names. */
export interface Met {
  readonly used: Set<string>;
  readonly unknown: Set<string>;
}

type Find = (name: string) => string | undefined;

/** A piece of text with the rows of tables around it, outermost first. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly tag: string;
  readonly text: string;
  readonly rows: readonly Span[];
}

interface Span {
  readonly from: number;
  to: number;
}

export function fillXml(xml: string, { single, lists }: PaperFields, met: Met): string {
  const paragraphs = paragraphsIn(xml);
  const repeated = new Map<Span, string>();
  for (const pieces of paragraphs) {
    const list = namesIn(joined(pieces)).flatMap((name) => (name.includes('.') ? [name.split('.')[0] ?? ''] : []));
    const known = list.find((name) => lists.has(name));
    const row = pieces[0]?.rows.find((span) => repeated.has(span)) ?? pieces[0]?.rows.at(-1);
    if (known !== undefined && row && !repeated.has(row)) repeated.set(row, known);
  }
  const inRow = (pieces: readonly Piece[]) => pieces[0]?.rows.find((row) => repeated.has(row));
  const splices = paragraphs
    .filter((pieces) => inRow(pieces) === undefined)
    .flatMap((pieces) => filled(pieces, (name) => single.get(name), met));
  for (const [row, list] of repeated) {
    const own = paragraphs.filter((pieces) => inRow(pieces) === row);
    const entries = lists.get(list) ?? [];
    met.used.add(list);
    const source = xml.slice(row.from, row.to);
    const text = entries.map((entry) => {
      const find: Find = (name) =>
        name.startsWith(`${list}.`) ? entry.get(name.slice(list.length + 1)) : single.get(name);
      const edits = own.flatMap((pieces) => filled(pieces, find, met));
      return splice(
        source,
        edits.map((edit) => ({ ...edit, from: edit.from - row.from, to: edit.to - row.from })),
      );
    });
    splices.push({ from: row.from, to: row.to, text: text.join('') });
  }
  return splice(xml, splices);
}

/** `Tên xã` and `ten_xa` are one name. */
function nameOf(written: string): string {
  return written
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase()
    .trim()
    .replace(/[\s_-]+/gu, '_');
}

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(FIELD)].map(([, written = '']) => nameOf(written));
}

function joined(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** The pieces of one paragraph that change. A field nobody knows stays as it is written. */
function filled(pieces: readonly Piece[], find: Find, met: Met): readonly Splice[] {
  const whole = joined(pieces);
  const fields = [...whole.matchAll(FIELD)].flatMap(({ 0: text, 1: written = '', index }) => {
    const name = nameOf(written);
    const value = find(name);
    if (value === undefined) {
      met.unknown.add(text);
      return [];
    }
    met.used.add(name);
    return [{ from: index, to: index + text.length, value }];
  });
  if (fields.length === 0) return [];
  let at = 0;
  return pieces.flatMap(({ from, to, tag, text }) => {
    const [start, end] = [at, at + text.length];
    at = end;
    let made = '';
    let done = start;
    for (const field of fields) {
      if (field.to <= start || field.from >= end) continue;
      made += whole.slice(done, Math.max(field.from, start));
      if (field.from >= start) made += plainText(field.value);
      done = Math.min(field.to, end);
    }
    made += whole.slice(done, end);
    return made === text ? [] : [{ from, to, text: `<${tag} xml:space="preserve">${escapeXml(made)}</${tag}>` }];
  });
}

/** Texts by paragraph, in order; a text box's paragraphs are their own. */
function paragraphsIn(xml: string): readonly (readonly Piece[])[] {
  const scanner = new XmlScanner(xml);
  const paragraphs: Piece[][] = [];
  const open: number[] = [];
  const rows: Span[] = [];
  for (let token = scanner.next(); token !== END; token = scanner.next()) {
    if (token === OPEN && scanner.name === 'p') {
      open.push(paragraphs.length);
      paragraphs.push([]);
    } else if (token === OPEN && scanner.name === 'tr') rows.push({ from: scanner.start, to: scanner.end });
    else if (token === CLOSE && scanner.name === 'p') open.pop();
    else if (token === CLOSE && scanner.name === 'tr') {
      const row = rows.pop();
      if (row) row.to = scanner.end;
    } else if (token === OPEN && scanner.name === 't') {
      const paragraph = open.at(-1) ?? -1;
      const { start: from, fullName: tag } = scanner;
      const text = scanner.content();
      paragraphs[paragraph]?.push({ from, to: scanner.end, tag, text, rows: [...rows] });
    }
  }
  return paragraphs.filter((pieces) => pieces.length > 0);
}
