/**
 * Each fault planted in a real .xlsx is found as exactly its code at exactly its cell, in at least three layouts; the
 * rest is silent.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { reportTemplate } from '../../../../core/form/template.ts';
import { checkFiles } from '../../../../core/judge/check/check.ts';
import type { CheckContext } from '../../../../core/judge/check/context.ts';
import type { Flag } from '../../../../core/judge/flag/flag.ts';
import { MOVEMENTS } from '../../../../core/movements/index.ts';
import { type ReadFile, readReports } from '../../../../core/report/read.ts';
import { toA1 } from '../../../../core/sheet/grid/address.ts';
import { newBook, readBook } from '../../../../core/sheet/workbook/file.ts';
import { correctReport } from '../../../fixtures/correct-report.ts';
import { type LayoutKind, layoutSheet, REAL_LAYOUTS } from '../../../fixtures/layouts.ts';
import { SAMPLE_MOVEMENT, SAMPLE_SET } from '../../../fixtures/sample-movement.ts';
import { PLANTS } from './plants.ts';
import { context } from './reports.ts';

const LAYOUTS: readonly LayoutKind[] = ['form', ...REAL_LAYOUTS];
const correct = correctReport(SAMPLE_SET, SAMPLE_MOVEMENT, 'Bản Nà Đắng', 7);

function readBytes(bytes: Uint8Array, file: string, known: CheckContext): ReadFile {
  const book = readBook(bytes);
  if (!book.ok) throw new Error(book.refusal.message);
  const { movement, register, period } = known;
  return readReports(book.value, { file, movement, register, period });
}

function flagsOf(bytes: Uint8Array, known: CheckContext = context()): Flag[] {
  return checkFiles([readBytes(bytes, 'Bản Nà Đắng.xlsx', known)], known).flags;
}

function shown(flags: readonly Flag[]): unknown {
  return flags.map(({ code, criterion, cell, message }) => [
    code,
    criterion,
    cell && `${cell.sheet}!${cell.address}`,
    message,
  ]);
}

describe('no flag', () => {
  it.each(LAYOUTS)('for a correct file in %s', (layout) => {
    expect(shown(flagsOf(newBook([layoutSheet(layout, correct).sheet])))).toEqual([]);
  });
});

describe('an untouched form', () => {
  const sets = MOVEMENTS.flatMap((movement) =>
    movement.criteriaSets.map((set) => [set.version, movement, set] as const),
  );

  it.each(sets)('of %s misses values and nothing else', (_, movement, set) => {
    const phase = movement.phases.find(({ code }) => code === set.phase);
    const year = Number((phase?.to ?? movement.period.to).slice(0, 4));
    const period = { kind: 'year', year } as const;
    const sheet = reportTemplate({ movement, set, audience: set.audience, period, unit: 'Đơn vị mẫu' });
    const flags = flagsOf(newBook([sheet]), context({ movement, period }));
    expect(new Set(flags.map(({ code }) => code))).toEqual(new Set(['missing-value']));
    const criteria = new Set(flags.map(({ criterion }) => criterion));
    expect(criteria.size).toBe(flags.length);
  });
});

describe.each(PLANTS)('$code: $name', ({ code, layouts, fill, plant, criterion, context: more }) => {
  it.each(layouts)('in %s', (layout) => {
    const laid = layoutSheet(layout, fill ? fill(correct) : correct);
    const { sheet, at } = plant(laid);
    const flags = flagsOf(newBook([sheet]), context(more));
    const cell = at === null ? null : `${sheet.name}!${toA1(at.row, at.column)}`;
    expect(shown(flags)).toEqual([[code, criterion ?? null, cell, flags[0]?.message]]);
  });
});

it('cell-level faults are each proved in three layouts or more', () => {
  const layouts = new Map<string, Set<LayoutKind>>();
  for (const plant of PLANTS) layouts.set(plant.code, new Set([...(layouts.get(plant.code) ?? []), ...plant.layouts]));
  for (const [code, kinds] of layouts) expect([code, kinds.size >= 3]).toEqual([code, true]);
});

/** The package with parts added and the workbook's relations and content types extended. */
function withParts(bytes: Uint8Array, parts: Readonly<Record<string, string>>, relation: string): Uint8Array {
  const entries = unzipSync(bytes);
  const relations = strFromU8(entries['xl/_rels/workbook.xml.rels'] ?? new Uint8Array());
  return zipSync({
    ...entries,
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
    'xl/_rels/workbook.xml.rels': strToU8(relations.replace('</Relationships>', `${relation}</Relationships>`)),
  });
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

describe.each(['form', 'SC-01', 'SC-05'] as const)('faults of the file, in %s', (layout) => {
  const { sheet } = layoutSheet(layout, correct);
  const bytes = newBook([sheet]);

  it('macro-present', () => {
    const relation =
      '<Relationship Id="rIdVba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>';
    const flags = flagsOf(withParts(bytes, { 'xl/vbaProject.bin': 'x' }, relation));
    expect(shown(flags)).toEqual([['macro-present', null, null, flags[0]?.message]]);
    expect(flags[0]?.unit).toBe('Bản Nà Đắng');
  });

  it('external-link', () => {
    const parts = {
      'xl/externalLinks/externalLink1.xml': `<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><externalBook r:id="rId1"/></externalLink>`,
      'xl/externalLinks/_rels/externalLink1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/externalLinkPath" Target="so-lieu.xlsx" TargetMode="External"/></Relationships>`,
    };
    const relation = `<Relationship Id="rIdLink" Type="${OFFICE}/externalLink" Target="externalLinks/externalLink1.xml"/>`;
    const flags = flagsOf(withParts(bytes, parts, relation));
    expect(shown(flags)).toEqual([['external-link', null, null, flags[0]?.message]]);
    expect(flags[0]?.message).toContain('so-lieu.xlsx');
  });

  it('no-report-found', () => {
    const other = newBook([{ name: 'Danh bạ', cells: sheet.cells.slice(0, 2) }]);
    const flags = flagsOf(other);
    expect(shown(flags)).toEqual([['no-report-found', null, null, flags[0]?.message]]);
  });
});
