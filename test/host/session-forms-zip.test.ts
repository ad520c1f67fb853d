/**
 * The forms of all units in a workbook's list as files of their own, with a bundled movement and with a dossier's own.
 */
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { dossierBook } from '../../core/dossier/dossier-sheets.ts';
import type { Period } from '../../core/period/period.ts';
import { registerUnitSchema } from '../../core/report/register.ts';
import { registerActions } from '../../session/book/register-actions.ts';
import { settingsActions } from '../../session/book/settings-actions.ts';
import { formsZip } from '../../session/forms/forms-zip.ts';
import { perform } from '../../session/host/outcome.ts';
import { demoMovement } from '../fixtures/demo/build-demo.ts';
import { demoRegister, openPreview, sure } from './session-hosts.ts';

const YEAR: Period = { kind: 'year', year: 2025 };
const settings = (movement: string, period: Period | null) => ({ movement, period, asOf: null, seals: [] }) as const;

test('a form for each unit of the list, each in a file of its name', async () => {
  const { host } = openPreview();
  const movement = demoMovement();
  const book = sure(await host.read());
  const told = [
    ...settingsActions(book, settings(movement.id, YEAR)),
    ...registerActions(book, movement, demoRegister()),
  ];
  sure(await perform(host, 'Cài đặt', told));
  const before = sure(await host.read());
  const made = sure(await formsZip(host));
  const names = Object.keys(unzipSync(made.bytes));
  expect(names.filter((name) => name.endsWith('.xlsx')).sort()).toEqual(
    demoRegister()
      .map(({ name }) => `${name}.xlsx`)
      .sort(),
  );
  expect(made).toMatchObject({ said: expect.stringContaining('24 biểu mẫu năm 2025'), notes: [] });
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
