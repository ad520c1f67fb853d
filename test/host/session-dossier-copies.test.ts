/** A dossier for another year or a joined commune, and the units of old communes; over every host. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dossierBook } from '../../core/dossier/dossier-sheets.ts';
import { proposeMovement } from '../../core/dossier/propose/propose-movement.ts';
import { readDossier } from '../../core/dossier/read-dossier.ts';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import { readPlan } from '../../core/plan/read-plan.ts';
import { matchUnit } from '../../core/report/match-unit.ts';
import { type Register, type RegisterUnit, unitNamed } from '../../core/report/register.ts';
import { readBook } from '../../core/sheet/workbook/file.ts';
import { paneSession } from '../../session/pane/pane.ts';
import { HOSTS, sure } from './session-hosts.ts';

const PLAN = readFileSync(join(import.meta.dirname, '../fixtures/plans/nghia-tru-2026.txt'), 'utf8');
const PERIOD = { kind: 'year', year: 2026 } as const;
const quiet = () => undefined;

const read = readPlan(PLAN);
if (!read.ok) throw new Error(read.reason);
const movement = proposeMovement(read.value, { year: 2026 });
const audience = movement.audiences.find(({ kind }) => criteriaSetFor(movement, kind, PERIOD))!;

function dossierIn(bytes: Uint8Array) {
  return sure(readDossier(sure(readBook(bytes))));
}

const unitList = (...names: readonly string[]) =>
  ['Tên đơn vị,Đối tượng', ...names.map((name) => `${name},${audience.name}`)].join('\n');

describe.each(HOSTS)('a dossier over %s', (_, open) => {
  const start = async (bytes = dossierBook(movement)) => {
    const { host } = open(bytes);
    const pane = paneSession(host, { now: () => '2026-12-01T08:00:00+07:00' });
    const book = async () => sure(await host.read());
    sure(await pane.open(quiet));
    return { pane, book };
  };

  test('is copied to the next year as a file of its own, with its units and what is to be confirmed', async () => {
    const { pane, book } = await start();
    sure(await pane.makeForms({ audience: audience.kind, period: PERIOD, units: ['Thôn Đông'] }, quiet));
    const before = await book();
    const asked = { kind: 'copy', year: 2027, commune: '', province: '', since: '', from: [] } as const;
    const made = sure(await pane.makeFile(asked, quiet));
    expect(made.name).toBe(`Hồ sơ phong trào ${movement.issuer.commune} 2027.xlsx`);
    const { movement: copy, units } = dossierIn(made.bytes);
    expect(copy.period.to).toBe('2027-12-31');
    expect(copy.plan).toMatchObject({ number: null, date: null });
    expect(units?.map(({ name, registered }) => [name, registered])).toEqual([['Thôn Đông', false]]);
    expect(made.notes).toContainEqual(expect.stringMatching(/^Số và ngày ban hành của kế hoạch mới để trống/));
    expect((await book()).book).toEqual(before.book);
    const same = await pane.makeFile({ ...asked, year: 2026 }, quiet);
    expect(same.ok ? '' : same.refusal.message).toMatch(/không có gì để sao chép/);
    const day = await pane.makeFile({ ...asked, since: 'hôm qua' }, quiet);
    expect(day.ok ? '' : day.refusal.message).toContain('“hôm qua”');
  });

  const unit = (name: string, more: Partial<RegisterUnit> = {}): RegisterUnit => ({
    ...unitNamed(name, audience.kind),
    ...more,
  });
  const oldFile = (commune: string, units: Register) => ({
    name: `${commune} cũ.xlsx`,
    bytes: dossierBook({ ...movement, issuer: { ...movement.issuer, commune } }, units),
  });

  test('is copied to the commune several were joined into, with the units of all', async () => {
    const { pane } = await start(dossierBook(movement, [unit('Thôn 1', { awards: ['Giấy khen 2025'] })]));
    const from = [oldFile('xã Ao Sen', [unit('Thôn 1'), unit('Thôn Gò')])];
    const where = { year: 2027, commune: 'Sông Mới', province: 'tỉnh Hưng Yên', since: '01/7/2026' };
    const made = sure(await pane.makeFile({ kind: 'copy', ...where, from }, quiet));
    const { movement: copy, units } = dossierIn(made.bytes);
    const own = movement.issuer.commune;
    expect(copy).toMatchObject({
      issuer: { commune: 'xã Sông Mới', province: 'tỉnh Hưng Yên', district: null },
      predecessors: [own, 'xã Ao Sen'],
      validFrom: '2026-07-01',
    });
    expect(units?.map(({ name }) => name)).toEqual([`Thôn 1 (${own})`, 'Thôn 1 (xã Ao Sen)', 'Thôn Gò']);
    expect(units?.[0]?.awards).toEqual(['Giấy khen 2025']);
    expect(matchUnit('Thôn 1 xã Ao Sen', units!)?.name).toBe('Thôn 1 (xã Ao Sen)');
    expect(made.notes).toContainEqual(expect.stringMatching(/^“Thôn 1” có ở/));
  });

  test('takes in the units of old communes, known by their old names, once', async () => {
    const { pane, book } = await start(dossierBook(movement, [unit('Thôn Đông', { registered: true })]));
    const list = { name: 'Đơn vị xã Bãi Dâu 2025.csv', bytes: new TextEncoder().encode(unitList('Thôn Bến')) };
    const files = [oldFile('xã Ao Sen', [unit('Thôn Đông', { awards: ['Giấy khen 2025'] }), unit('Thôn Gò')]), list];
    const { message, left } = sure(await pane.takeOldUnits(files));
    expect(message).toBe('Đã nhận 3 đơn vị của xã Ao Sen, xã Bãi Dâu vào trang “Đơn vị”.');
    expect(left).toMatch(/^“Thôn Đông” có ở/m);
    const read = sure(readDossier((await book()).book));
    expect(read.faults).toEqual([]);
    expect(read.units?.map(({ name, registered }) => [name, registered])).toEqual([
      ['Thôn Đông', true],
      ['Thôn Đông (xã Ao Sen)', false],
      ['Thôn Gò', false],
      ['Thôn Bến', false],
    ]);
    expect(matchUnit('Thôn Đông xã Ao Sen', read.units!)?.awards).toEqual(['Giấy khen 2025']);
    expect(matchUnit('Thôn Bến xã Bãi Dâu', read.units!)?.name).toBe('Thôn Bến');
    expect(read.movement.predecessors).toEqual(['xã Ao Sen', 'xã Bãi Dâu']);
    expect(read.movement.warnings.at(-1)?.message).toMatch(/^“Thôn Đông” có ở/);
    const again = await pane.takeOldUnits(files);
    expect(again.ok ? '' : again.refusal.message).toMatch(/^Không có đơn vị nào mới/);
    const nameless = await pane.takeOldUnits([{ ...list, name: 'danh-sach.csv' }]);
    expect(nameless.ok ? '' : nameless.refusal.message).toMatch(/“danh-sach.csv”: chưa rõ là danh sách của xã nào/);
    sure(await pane.undo());
    const undone = sure(readDossier((await book()).book));
    expect([undone.units?.length, undone.movement.predecessors]).toEqual([1, movement.predecessors]);
  });
});
