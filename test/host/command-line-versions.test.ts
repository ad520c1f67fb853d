/**
 * A dossier whose workbook recorded the criteria sets in use: the command line reports an edit like the pane, scores
 * nobody by it, makes no forms from it, and gives it the next number.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { previewHost } from '../../app/host/preview-host.ts';
import { dossierBook } from '../../core/dossier/dossier-sheets.ts';
import { readDossier } from '../../core/dossier/read-dossier.ts';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { versionAfter, versionWords } from '../../core/movement/set-version.ts';
import { findMovement } from '../../core/movements/index.ts';
import { registerUnitSchema } from '../../core/report/register.ts';
import { readBook } from '../../core/sheet/workbook/file.ts';
import type { ChangedSet } from '../../session/book/own-movement.ts';
import { setsUsed } from '../../session/book/set-versions.ts';
import { paneSession } from '../../session/pane/pane.ts';
import { filled, newFolder, runCli, write, writeReport } from '../cli/command-line.ts';
import { scoreDocument } from '../cli/document.ts';
import { sure } from './session-hosts.ts';

const IN_USE: Movement = { ...findMovement('luc-ba-2024')!, id: 'xa-minh-2024' };
const PERIOD = { kind: 'year', year: 2024 } as const;
const SET = criteriaSetFor(IN_USE, 'village', null)!;
const ONE = SET.criteria[0]!;
const UNITS = ['Xóm A', 'Xóm B'].map((name) =>
  registerUnitSchema.parse({ name, audience: 'village', registered: true }),
);
const folder = newFolder();
const tell = (...args: readonly string[]) => runCli(folder, args);
const AFTER = { ...SET, version: versionAfter(SET.version) };
/** The pane's report on the edited workbook. */
let pane: { readonly faults: readonly string[]; readonly differences: readonly string[]; readonly set: ChangedSet };

beforeAll(async () => {
  const host = sure(previewHost('ho-so.xlsx', dossierBook(IN_USE, UNITS)));
  const session = paneSession(host, { now: () => '2024-12-01T08:00:00+07:00' });
  const quiet = () => undefined;
  sure(await session.makeForms({ audience: 'village', period: PERIOD, units: ['Xóm A'] }, quiet));
  write(folder, 'dang-dung.xlsx', host.save());
  const criteria = sure(await host.read()).book.sheets.find(({ name }) => name === 'Tiêu chí')!;
  const places = [...criteria.rows].flatMap(([row, cells]) =>
    cells.map(({ column, value }) => ({ row, column, value })),
  );
  const { row } = places.find(({ value }) => value === ONE.title)!;
  const { column } = places.find(({ value }) => value === 'Điểm tối đa')!;
  const next = places.find((place) => place.row === row + 1 && place.column === column)!;
  const points = Number(places.find((place) => place.row === row && place.column === column)!.value);
  sure(host.edit('Tiêu chí', row, column, String(points + 1)));
  sure(host.edit('Tiêu chí', row + 1, column, String(Number(next.value) - 1)));
  write(folder, 'da-sua.xlsx', host.save());
  const { faults, dossier } = sure(await session.open(quiet));
  const { differences } = sure(await session.versionChanges());
  pane = { faults, differences, set: dossier!.changed[0]! };
  for (const [unit, seed] of [
    ['Xóm A', 1],
    ['Xóm B', 2],
  ] as const)
    writeReport(join(folder, 'bao-cao'), `${unit}.xlsx`, 'form', filled(IN_USE, 'village', unit, seed));
});

describe('of a dossier edited since its workbook wrote down the sets in use', () => {
  it('movement check reports the same as the pane', () => {
    const { code, stdout } = tell('movement', 'check', 'da-sua.xlsx', '--strict');
    expect(code).toBe(1);
    const [said = '', ...others] = stdout.split('\n');
    expect(pane.faults[0]?.split('. Vào mục')[0]).toBe(said.split('. Lập phiên bản')[0]);
    expect(others.slice(0, pane.differences.length)).toEqual(pane.differences);
    const { changed } = JSON.parse(tell('movement', 'check', 'da-sua.xlsx', '--json').stdout);
    expect(changed).toEqual({ sets: [pane.set], differences: pane.differences });
    expect(tell('movement', 'check', 'dang-dung.xlsx', '--strict')).toMatchObject({ code: 0 });
  });

  it('a score goes by the version in use, and says so', () => {
    const { stdout, stderr } = tell(
      'score',
      'bao-cao',
      '--movement',
      'da-sua.xlsx',
      '--period',
      '2024',
      '-o',
      'kq',
      '--json',
    );
    expect(stderr).toContain('chưa thành phiên bản mới');
    const { sets } = scoreDocument.parse(JSON.parse(stdout));
    expect(sets.map(({ version }) => version)).toEqual([versionWords(SET)]);
  });

  it.each([
    ['--audience', 'village', '--unit', 'Xóm A', '-o', 'mau.xlsx'],
    ['--zip', 'mau.zip'],
  ])('no forms are made: template %s', (...where) => {
    const { code, stderr } = tell('template', 'da-sua.xlsx', '--period', '2024', ...where);
    expect(code).toBe(2);
    expect(stderr).toContain('chưa thành phiên bản mới');
    const made = tell('template', 'dang-dung.xlsx', '--period', '2024', ...where);
    expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining('giữ nguyên dang-dung.xlsx') });
  });

  it('movement version gives it the next number, and leaves all else in the workbook', () => {
    const { code, stdout } = tell('movement', 'version', 'da-sua.xlsx', '-o', 'hai.xlsx');
    expect({ code, said: stdout.split('\n')[0] }).toEqual({
      code: 0,
      said: `${pane.set.name}: ${pane.set.before} → ${pane.set.after}.`,
    });
    const book = sure(readBook(new Uint8Array(readFileSync(join(folder, 'hai.xlsx')))));
    expect(setsUsed({ book, tables: [] })).toEqual({ sets: [SET], faults: [] });
    const { movement } = sure(readDossier(book));
    expect(criteriaSetFor(movement, 'village', null)?.version).toBe(AFTER.version);
    expect(tell('movement', 'check', 'hai.xlsx', '--strict')).toMatchObject({ code: 0 });
    expect(tell('movement', 'version', 'dang-dung.xlsx', '-o', 'ba.xlsx')).toMatchObject({ code: 2 });
  });
});
