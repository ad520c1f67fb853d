/**
 * The papers to be seen before they are saved: each as plain data with its missing items, and the lines that fill the
 * same blank in all of them. Filling writes the sheet "Văn bản" and nothing else.
 */
import { done, type Result } from '../../core/base/result.ts';
import { bareKey } from '../../core/base/text/text.ts';
import { waitsForNumbers } from '../../core/movement/waits-for-numbers.ts';
import { blanksIn } from '../../core/paper/blanks.ts';
import { makePapers } from '../../core/paper/make-papers.ts';
import type { Paper } from '../../core/paper/paper.ts';
import { type PaperItem, paperItems } from '../../core/paper/settings.ts';
import { cell, HEADER, TEXT, textValue } from '../../core/sheets/council/look.ts';
import { perform, type Outcome as Written } from '../host/outcome.ts';
import type { Host, HostAction, HostBook } from '../host/port.ts';
import { outcomeOf, PAPER_SETTINGS_SHEET } from './outcome.ts';

export interface PaperSeen {
  readonly paper: Paper;
  /** How many places of it a person has to fill in. */
  readonly blanks: number;
}

export interface PapersSeen {
  readonly papers: readonly PaperSeen[];
  readonly items: readonly PaperItem[];
  /** Vietnamese sentences: what to look at before anything of it is signed. */
  readonly notes: readonly string[];
}

/** Changes nothing. */
export async function seePapers(host: Host): Promise<Result<PapersSeen>> {
  const outcome = await outcomeOf(host, 'văn bản');
  if (!outcome.ok) return outcome;
  const { facts, faults } = outcome.value;
  const waits = waitsForNumbers(facts.run.movement, 'lập văn bản');
  if (waits) return waits;
  const { papers, warnings } = makePapers(facts);
  return done({
    papers: papers.map((paper) => ({ paper, blanks: blanksIn(paper) })),
    items: paperItems(
      facts.settings,
      papers.map(({ kind }) => kind),
    ),
    notes: [...faults, ...warnings],
  });
}

/** `values` by the names of the lines; '' empties a line. */
export async function fillPapers(host: Host, values: ReadonlyMap<string, string>): Promise<Result<Written>> {
  const read = await host.read();
  return read.ok ? perform(host, 'Ghi thông tin văn bản', fillActions(read.value, values)) : read;
}

function fillActions({ book }: HostBook, values: ReadonlyMap<string, string>): readonly HostAction[] {
  const sheet = book.sheets.find(({ name }) => name.normalize('NFC') === PAPER_SETTINGS_SHEET);
  const filled = [...values].filter(([, value]) => value !== '');
  if (!sheet) return filled.length === 0 ? [] : [{ kind: 'add-sheet', sheet: settingsSheet(filled) }];
  const rows = new Map<string, number>();
  let last = -1;
  for (const [row, cells] of sheet.rows) {
    const key = bareKey(String(cells.find(({ column }) => column === 0)?.value ?? ''));
    if (key !== '' && !rows.has(key)) rows.set(key, row);
    last = Math.max(last, row);
  }
  return [...values].flatMap(([item, value]): HostAction[] => {
    const row = rows.get(bareKey(item));
    const write = (at: number, column: number, text: string): HostAction => ({
      ...{ kind: 'write', sheet: sheet.name, row: at, column },
      value: text === '' ? { kind: 'empty' } : textValue(text),
    });
    if (row !== undefined) return [write(row, 1, value)];
    if (value === '') return [];
    last += 1;
    return [write(last, 0, item), write(last, 1, value)];
  });
}

function settingsSheet(filled: readonly (readonly [string, string])[]) {
  const head = [cell(0, 0, textValue('Mục'), HEADER), cell(0, 1, textValue('Giá trị'), HEADER)];
  const rows = filled.flatMap(([item, value], at) => [
    cell(at + 1, 0, textValue(item), TEXT),
    cell(at + 1, 1, textValue(value), { ...TEXT, numberFormat: '@' }),
  ]);
  return {
    name: PAPER_SETTINGS_SHEET,
    cells: [...head, ...rows],
    columnWidths: new Map([
      [0, 30],
      [1, 50],
    ]),
  };
}
