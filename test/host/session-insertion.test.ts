/** Files that the host refuses: each rebuilt from its cells, always recorded, always undoable, never inserted twice. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { reportTemplate } from '../../core/form/template.ts';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import { newBook, readBook } from '../../core/sheet/workbook/file.ts';
import { excelHost } from '../../excel-addin/host/excel/excel-host.ts';
import { readReceived } from '../../session/book/received-files.ts';
import { paneSession } from '../../session/pane/pane.ts';
import { openExcel } from '../excel-host/client.ts';
import type { ExcelHost, HostOptions } from '../excel-host/excel-host.ts';
import { demoMovement } from '../fixtures/demo/build-demo.ts';
import { coverBook, demoFiles, sure } from './session-hosts.ts';

const NOW = '2025-11-21T09:00:00+07:00';
const FILES = demoFiles().slice(0, 5);

/** The file as a file with macros: a part for them, listed in the content types. */
function withMacros({ name, bytes }: (typeof FILES)[number]) {
  const parts = unzipSync(bytes);
  parts['xl/vbaProject.bin'] = strToU8('macro');
  return { name: name.replace(/\.xlsx$/, '.xlsm'), bytes: zipSync(parts) };
}

/** A form of ours: formulas, rules for typing, merges. */
function form() {
  const movement = demoMovement();
  const set = criteriaSetFor(movement, 'village', { kind: 'year', year: 2025 })!;
  const wanted = { movement, set, audience: 'village', period: { kind: 'year', year: 2025 }, unit: 'Bản Mới' } as const;
  return { name: 'mẫu.xlsx', bytes: newBook([reportTemplate(wanted, [])]) };
}

/** The file with a part that Excel on the web does not insert. */
function withComments({ name, bytes }: (typeof FILES)[number]) {
  const parts = unzipSync(bytes);
  parts['xl/comments9.xml'] = strToU8('<comments/>');
  return { name, bytes: zipSync(parts) };
}

async function open(options: HostOptions = {}) {
  const excel = openExcel({ name: 'Thi đua 2025.xlsx', from: coverBook(), ...options });
  const host = excelHost();
  const session = paneSession(host, { now: () => NOW });
  sure(await session.saveSettings({ movement: 'ta-ma-2023-2030', period: null }));
  return { excel, host, session };
}

const tabs = ({ book }: ExcelHost) => book.sheets.map(({ name }) => name);

describe('files that come together', () => {
  test.each(['InvalidArgument', 'UnsupportedFeature', 'GeneralException'])(
    'the second of five fails with %s: all five are there once, noted, and undone by one press',
    async (code) => {
      const { excel, host, session } = await open();
      const before = tabs(excel);
      excel.faults.failInsertion(2, code);
      const { workspace, left } = sure(await session.collect(FILES, () => undefined));
      expect(left).toBe('');
      expect(workspace.sheets).toHaveLength(5);
      const received = readReceived(sure(await host.read()));
      expect(received.map(({ name }) => name).sort()).toEqual(FILES.map(({ name }) => name).sort());
      expect(new Set(received.flatMap(({ sheets }) => sheets)).size).toBe(5);
      sure(await session.undo());
      expect(tabs(excel)).toEqual(before);
      sure(await session.collect(FILES, () => undefined));
      expect(tabs(excel)).toHaveLength(before.length + 6);
    },
  );

  test('the connection goes in the middle: what came stays noted, the rest is named, and a second try adds only it', async () => {
    const { excel, host, session } = await open();
    excel.faults.failInsertion(3, 'ServiceNotAvailable');
    const { left, workspace } = sure(await session.collect(FILES, () => undefined));
    expect(left.split('\n')).toHaveLength(3);
    expect(left).toContain(FILES[2]!.name);
    expect(workspace.sheets).toHaveLength(2);
    sure(await session.collect(FILES.slice(2), () => undefined));
    expect(readReceived(sure(await host.read()))).toHaveLength(5);
    expect(sure(await session.open(() => undefined)).sheets).toHaveLength(5);
  });

  test('what cannot be noted is taken out again', async () => {
    const { excel, session } = await open();
    sure(await session.collect(FILES.slice(0, 1), () => undefined));
    const before = tabs(excel);
    excel.book.sheets.find(({ name }) => name === 'Tệp đã nhận')!.protection = { password: '' };
    const refused = await session.collect(FILES.slice(1), () => undefined);
    expect(refused.ok || refused.refusal.message).toContain('được bảo vệ');
    expect(tabs(excel)).toEqual(before);
  });
});

describe('files Excel does not insert', () => {
  test('.xlsm is built from its cells: formulas, looks and widths, with a word', async () => {
    const { excel, session } = await open();
    const { message, left, workspace } = sure(await session.collect([withMacros(form()), FILES[1]!], () => undefined));
    expect(left).toBe('');
    expect(message).toContain('Dựng lại từ ô');
    expect(message).toContain('mẫu.xlsm');
    expect(workspace.sheets).toHaveLength(2);
    const [original] = sure(readBook(form().bytes)).sheets;
    const made = excel.book.sheets.find(({ name }) => name === original!.name)!;
    const formulas = [...original!.rows.values()].flat().filter(({ formula }) => formula !== undefined);
    expect(formulas.length).toBeGreaterThan(3);
    for (const { row, column, formula } of formulas) expect(made.rows.get(row)?.get(column)?.formula).toBe(formula);
    expect(made.merges).toHaveLength(original!.merges.length);
    expect(made.columnWidths.size).toBeGreaterThan(3);
    expect(made.validations.length).toBeGreaterThan(0);
    sure(await session.undo());
    expect(tabs(excel)).not.toContain(original!.name);
  });

  test('the same report scores the same whether inserted or built', async () => {
    const score = async (files: readonly (typeof FILES)[number][]) => {
      const { session } = await open();
      sure(await session.collect(files, () => undefined));
      const { workspace } = sure(await session.checkAndScore(() => undefined));
      return workspace.run!.reports.map(({ unit, score: sheet }) => [unit, sheet?.total, sheet?.low, sheet?.high]);
    };
    expect(await score(FILES.map(withMacros))).toEqual(await score(FILES));
  });

  test('on the web comments are no reason to refuse a report; the others come in as they are', async () => {
    const { session } = await open({ platform: 'OfficeOnline' });
    const files = [FILES[0]!, withComments(FILES[1]!), FILES[2]!];
    const { message, left, workspace } = sure(await session.collect(files, () => undefined));
    expect(left).toBe('');
    expect(workspace.sheets).toHaveLength(3);
    expect(message).toMatch(new RegExp(`Dựng lại từ ô.*${FILES[1]!.name}`));
    expect(message).not.toContain(`: ${FILES[0]!.name}`);
  });
});
