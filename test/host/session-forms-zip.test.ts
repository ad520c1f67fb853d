/**
 * The forms of all units in a workbook's list as files of their own, with a bundled movement and with a dossier's own.
 */
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Period } from '../../core/base/period/period.ts';
import { dossierBook } from '../../core/dossier/dossier-sheets.ts';
import { readTally } from '../../core/form/read-tally.ts';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import { registerUnitSchema } from '../../core/report/register.ts';
import { newBook, readBook } from '../../core/sheet/workbook/file.ts';
import { listedUnits } from '../../session/book/listed-units.ts';
import { readRegister } from '../../session/book/register.ts';
import { registerActions } from '../../session/book/register-actions.ts';
import { settingsActions } from '../../session/book/settings-actions.ts';
import { followUpZip } from '../../session/forms/follow-up-zip.ts';
import { formsZip } from '../../session/forms/forms-zip.ts';
import { makeForms } from '../../session/forms/make-forms.ts';
import { tallyZip } from '../../session/forms/tally-zip.ts';
import { perform } from '../../session/host/outcome.ts';
import { demoMovement } from '../fixtures/demo/build-demo.ts';
import { demoRegister, openPreview, sure } from './session-hosts.ts';

const YEAR: Period = { kind: 'year', year: 2025 };
const settings = (movement: string, period: Period | null) => ({ movement, period, asOf: null, seals: [] }) as const;

test('a form for each unit of the list, each in a file of its name', async () => {
  const { host } = openPreview();
  const movement = demoMovement();
  const book = sure(await host.read());
  const actions = [
    ...settingsActions(book, settings(movement.id, YEAR)),
    ...registerActions(book, movement, demoRegister()),
  ];
  sure(await perform(host, 'Cài đặt', actions));
  const before = sure(await host.read());
  const made = sure(await formsZip(host));
  const names = Object.keys(unzipSync(made.bytes));
  expect(names.filter((name) => name.endsWith('.xlsx')).sort()).toEqual(
    demoRegister()
      .map(({ name }) => `${name}.xlsx`)
      .sort(),
  );
  expect(made).toMatchObject({ message: expect.stringContaining('24 biểu mẫu năm 2025'), notes: [] });
  expect(sure(await host.read()).book).toEqual(before.book);
});

test('the units of a dossier’s own list, and one sentence while there is no period, no unit, or none of the movement', async () => {
  const movement = { ...demoMovement(), id: 'xa-minh-2025' };
  const units = [registerUnitSchema.parse({ name: 'Bản Nà Đắng', audience: 'village', registered: true })];
  const code = async (bytes: Uint8Array, period: Period | null): Promise<string | undefined> => {
    const { host } = openPreview(bytes);
    const book = sure(await host.read());
    sure(await perform(host, 'Cài đặt', settingsActions(book, settings(movement.id, period))));
    const made = await formsZip(host);
    return made.ok ? Object.keys(unzipSync(made.value.bytes)).at(-1) : made.refusal.code;
  };
  expect(await code(dossierBook(movement, units), YEAR)).toBe('Bản Nà Đắng.xlsx');
  expect(await code(dossierBook(movement, units), null)).toBe('no-period');
  expect(await code(dossierBook(movement), YEAR)).toBe('no-units');
  expect(await code(dossierBook(movement, units), { kind: 'year', year: 2031 })).toBe('outside-movement');
});

test('the short forms of a quarter, and the books of households of one audience', async () => {
  const { host } = openPreview();
  const movement = demoMovement();
  const book = sure(await host.read());
  const actions = [
    ...settingsActions(book, settings(movement.id, YEAR)),
    ...registerActions(book, movement, demoRegister()),
  ];
  sure(await perform(host, 'Cài đặt', actions));
  const before = sure(await host.read());
  const quarter: Period = { kind: 'quarter', year: 2025, quarter: 3 };
  const short = sure(await followUpZip(host, quarter));
  expect(short.message).toMatch(/^Đã lập \d+ biểu theo dõi quý III năm 2025/iu);
  const [form] = Object.entries(unzipSync(short.bytes)).filter(([name]) => name.endsWith('.xlsx'));
  const sheet = sure(readBook(form![1])).sheets[0]!;
  expect([...sheet.rows.values()].flat().some(({ value }) => /theo dõi/iu.test(String(value)))).toBe(true);
  const yearly = await followUpZip(host, YEAR);
  expect(!yearly.ok && yearly.refusal.message).toMatch(/tháng, quý, 6 tháng/);

  const villages = demoRegister().filter(({ audience }) => audience === 'village');
  const books = sure(await tallyZip(host, 'village', YEAR));
  expect(Object.keys(unzipSync(books.bytes)).sort()).toEqual(villages.map(({ name }) => `Sổ hộ ${name}.xlsx`).sort());
  const [, first] = Object.entries(unzipSync(books.bytes))[0]!;
  const set = criteriaSetFor(movement, 'village', YEAR)!;
  expect(readTally(sure(readBook(first)), set)?.about).toContain(villages[0]!.name);
  const none = await tallyZip(host, 'agency', YEAR);
  expect(!none.ok && none.refusal.message).toMatch(/không có chỉ tiêu nào đếm theo hộ/);
  expect(sure(await host.read()).book).toEqual(before.book);
});

test('a list of units from a file: a sheet for each by its own audience, all in “Đơn vị”; what stands there stays', async () => {
  const { host } = openPreview();
  const movement = demoMovement();
  const book = sure(await host.read());
  const [first] = demoRegister().filter(({ audience }) => audience === 'village');
  const actions = [...settingsActions(book, settings(movement.id, YEAR)), ...registerActions(book, movement, [first!])];
  sure(await perform(host, 'Cài đặt', actions));
  const text = `Tên đơn vị;Đối tượng;Tên gọi khác\n${first!.name};Bản;\nBản Thử Nghiệm;Bản;Bản Thử cũ\nTrường Tiểu học Thử;Trường học;\n`;
  const listed = sure(listedUnits(new TextEncoder().encode(text), movement.audiences));
  expect(listed.map(({ audience }) => audience)).toEqual(['village', 'village', 'school']);
  const made = sure(
    await makeForms(host, { audience: 'village', period: YEAR, units: [], listed: new TextEncoder().encode(text) }),
  );
  expect([made.made, made.without]).toEqual([[first!.name, 'Bản Thử Nghiệm', 'Trường Tiểu học Thử'], []]);
  const after = sure(await host.read());
  expect(sure(readRegister(after, movement))?.map(({ name, otherNames }) => [name, ...otherNames])).toEqual([
    [first!.name, ...first!.otherNames],
    ['Bản Thử Nghiệm', 'Bản Thử cũ'],
    ['Trường Tiểu học Thử'],
  ]);
  for (const wrong of ['x', 'Tên đơn vị\n', 'Tên đơn vị;Đối tượng\nBản A;Hội lạ\n'])
    expect(listedUnits(new TextEncoder().encode(wrong), movement.audiences).ok).toBe(false);
  const same = listedUnits(newBook([{ name: 'DS', cells: cellsOf(text) }]), movement.audiences);
  expect(sure(same)).toEqual(listed);
});

function cellsOf(text: string) {
  return text
    .trim()
    .split('\n')
    .flatMap((line, row) =>
      line.split(';').map((part, column) => ({ row, column, value: { kind: 'text', text: part } as const })),
    );
}
