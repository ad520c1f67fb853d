/**
 * A unit's report sent again replaces the old report, which stays, hidden; files of old formats are accepted. Over
 * every host.
 */
import { read as readSheetJs, write as writeSheetJs } from '@e965/xlsx';
import { beforeEach, describe, expect, test } from 'vitest';
import { paperLines } from '../../core/paper/paper.ts';
import { returnLetters } from '../../core/paper/papers/return-letters.ts';
import { patchBook, readBook } from '../../core/sheet/workbook/file.ts';
import { readReceived } from '../../session/book/received-files.ts';
import { readReplaced } from '../../session/book/replaced.ts';
import { paneSession } from '../../session/pane/pane.ts';
import type { PaneSession } from '../../session/pane/pane-session.ts';
import { outcomeOf } from '../../session/papers/outcome.ts';
import { demoFiles, HOSTS, sure, type TestHost } from './session-hosts.ts';

const NOW = '2025-11-21T09:00:00+07:00';

/** Of the only sheet of a file. */
const ownName = (bytes: Uint8Array) => sure(readBook(bytes)).sheets[0]!.name;

describe.each(HOSTS)('a report sent anew over %s', (_, open) => {
  let held: TestHost;
  let session: PaneSession;
  const [first, second] = demoFiles();

  beforeEach(async () => {
    held = open();
    session = paneSession(held.host, { now: () => NOW });
    sure(await session.saveSettings({ movement: 'ta-ma-2023-2030', period: null }));
    sure(await session.collect([first!, second!], () => undefined));
  });

  /** The first file with a different first figure. */
  async function corrected() {
    const { workspace } = sure(await session.checkAndScore(() => undefined));
    const { report } = workspace.run!.reports.find(({ report: one }) => one.file === first!.name)!;
    const read = report.entries
      .flatMap(({ numerator, value }) => numerator ?? value ?? [])
      .find((item) => item.reading.kind === 'number')!;
    const at = /^([A-Z])(\d+)$/.exec(read.cell.address)!;
    const [, letter = '', row] = /^([A-Z])(\d+)$/.exec(
      report.entries.find((entry) => entry.evidenceCell)!.evidenceCell!.address,
    )!;
    const place = (column: string, at: string | undefined) => ({
      row: Number(at) - 1,
      column: column.charCodeAt(0) - 65,
    });
    const write = { kind: 'write', sheet: ownName(first!.bytes) } as const;
    const figure = { ...write, ...place(at[1]!, at[2]), value: { kind: 'number', number: 3 } } as const;
    const evidence = { ...write, ...place(letter, row), value: { kind: 'text', text: 'Văn bản bổ sung' } } as const;
    return {
      name: `bản mới ${first!.name}`,
      bytes: sure(patchBook(first!.bytes, [figure, evidence])).bytes,
      sheet: read.cell.sheet,
    };
  }
  const sheets = async () => sure(await held.host.read()).book.sheets.map(({ name, state }) => [name, state] as const);
  const duplicates = async () =>
    sure(await session.checkAndScore(() => undefined)).workspace.run!.flags.filter(
      ({ code }) => code === 'duplicate-report',
    );

  test('each sheet is named after its unit, whatever the file called it, and undo removes it with its run', async () => {
    const found = sure(await session.open(() => undefined)).sheets;
    const names = found.map(({ sheet }) => sheet);
    expect(names).toEqual(found.map(({ unit }) => unit));
    expect(names).not.toContain(ownName(first!.bytes));
    expect(readReceived(sure(await held.host.read())).flatMap((file) => file.sheets)).toEqual(names);
    sure(await session.undo());
    expect((await sheets()).filter(([name]) => names.includes(name))).toEqual([]);
  });

  test('the unit’s file replaces a blank form silently; a filled form waits for an answer', async () => {
    held = open();
    session = paneSession(held.host, { now: () => NOW });
    sure(await session.saveSettings({ movement: 'ta-ma-2023-2030', period: { kind: 'year', year: 2025 } }));
    const units = ['Bản Pa Cá', 'Bản Hua Sát'];
    const audience = 'village';
    sure(await session.makeForms({ audience, period: { kind: 'year', year: 2025 }, units }, () => undefined));
    const item = demoFiles().find(({ name }) => /pa.?ca/i.test(name))!;
    const { workspace, message } = sure(await session.collect([item], () => undefined));
    expect(workspace.resent).toEqual([]);
    expect(message).toBe('Đã nhận 1 tệp. 1 tệp được đưa vào chỗ mẫu chưa điền.');
    expect(workspace.sheets.map(({ unit, state }) => [unit, state])).toEqual([
      ['Bản Hua Sát', 'empty'],
      ['Bản Pa Cá', 'waiting'],
    ]);
    const again = sure(await session.collect([{ ...item, name: 'gửi lại.xlsx' }], () => undefined));
    expect(again.workspace.resent.map(({ file }) => file)).toEqual(['gửi lại.xlsx']);
  });

  test('no name is used twice: a unit’s second sheet has a number, and existing sheets keep their names', async () => {
    const standing = await sheets();
    const wished = ['Bản Mới', 'Bản Mới', standing.at(-1)![0]];
    const answers = await held.host.insertBooks(
      wished.map((name, at) => ({ ...first!, name: `${at}.xlsx`, names: new Map([[ownName(first!.bytes), name]]) })),
    );
    const made = answers.flatMap((answer) => (answer.kind === 'inserted' ? answer.sheets.map(({ name }) => name) : []));
    expect(made).toEqual(['Bản Mới', 'Bản Mới (2)', `${wished[2]} (2)`]);
    expect((await sheets()).map(([name]) => name)).toEqual([...standing.map(([name]) => name), ...made]);
  });

  test('becomes a question with the changes, and nothing is inserted meanwhile', async () => {
    const file = await corrected();
    const before = await sheets();
    const { workspace, message } = sure(await session.collect([file], () => undefined));
    expect(await sheets()).toEqual(before);
    expect(message).toContain('gửi lại');
    expect(workspace.resent).toMatchObject([{ file: file.name, old: [{ sheet: file.sheet, file: first!.name }] }]);
    expect(workspace.resent[0]!.old[0]!.changes.join()).toMatch(/: .* → 3/);
    expect(workspace.resent[0]!.old[0]!.changes.join()).toMatch(/ minh chứng: .+ → Văn bản bổ sung/);
    expect(sure(await session.leaveReports([file.name])).workspace.resent).toEqual([]);
    expect(await duplicates()).toEqual([]);
  });

  test('replaces the old report, which stays in the workbook, hidden and listed; one press undoes it', async () => {
    const file = await corrected();
    const before = await sheets();
    sure(await session.collect([file], () => undefined));
    const { workspace, left } = sure(await session.replaceReports([file.name], () => undefined));
    expect(left).toBe('');
    expect(workspace.resent).toEqual([]);
    expect(workspace.sheets).toHaveLength(2);
    const after = new Map(await sheets());
    expect(after.get(file.sheet)).toBe('hidden');
    expect(readReplaced(sure(await held.host.read()))).toMatchObject([{ sheet: file.sheet, by: file.name, at: NOW }]);
    sure(await session.undo());
    expect((await sheets()).filter(([name]) => name !== 'Tệp đã nhận')).toEqual(
      before.filter(([name]) => name !== 'Tệp đã nhận'),
    );
    sure(await session.collect([file], () => undefined));
    sure(await session.replaceReports([file.name], () => undefined));
    expect(await duplicates()).toEqual([]);
  });

  test('keeps the decisions on what did not change, and asks again about what did; the letter names the cells', async () => {
    const file = await corrected();
    const workspace = sure(await session.open(() => undefined));
    const { report, unit } = workspace.run!.reports.find(({ report: one }) => one.file === first!.name)!;
    const changed = report.entries.find(
      ({ numerator, value }) =>
        (numerator ?? value)?.cell.sheet === file.sheet &&
        [numerator, value].some((item) => item?.reading.kind === 'number'),
    )!.criterion;
    const kept = workspace.queue
      .find((queueSheet) => queueSheet.unit === unit)!
      .items.find((item) => item.flag === null)!;
    const about = { unit, flag: null, points: null, reason: 'Nộp thêm hồ sơ mô hình', who: 'Lò Văn A' } as const;
    sure(
      await session.decideAll([
        { ...about, criterion: kept.criterion, kind: 'return' },
        { ...about, criterion: changed, kind: 'return' },
      ]),
    );
    const { facts } = sure(await outcomeOf(held.host, 'văn bản'));
    const letter = paperLines(returnLetters(facts).find(({ title }) => title.endsWith(unit))!).join('\n');
    expect(letter).toContain('Nộp thêm hồ sơ mô hình');
    expect(letter).toContain('Đang ghi');
    const cell = report.entries.find(({ criterion }) => criterion === changed)!.value?.cell;
    if (cell) expect(letter).toContain(`Ô ${cell.address}`);
    sure(await session.collect([file], () => undefined));
    sure(await session.replaceReports([file.name], () => undefined));
    const after = sure(await session.checkAndScore(() => undefined)).workspace;
    const stale = new Map(after.decisions.map((decision) => [decision.criterion, decision.stale]));
    expect([stale.get(kept.criterion), stale.get(changed)]).toEqual([false, true]);
  });

  test.each(['biff8', 'ods'] as const)('a %s is taken: built from its cells, with a word', async (bookType) => {
    const file = demoFiles()[2]!;
    const bytes = new Uint8Array(writeSheetJs(readSheetJs(file.bytes), { bookType, type: 'buffer' }) as Buffer);
    const name = file.name.replace(/xlsx$/, bookType === 'ods' ? 'ods' : 'xls');
    const { workspace, message, left } = sure(await session.collect([{ name, bytes }], () => undefined));
    expect(left).toBe('');
    expect(message).toContain(`: ${name}.`);
    expect(workspace.sheets).toHaveLength(3);
  });

  test('a damaged old file costs itself only', async () => {
    const bad = { name: 'hỏng.xls', bytes: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2, 3]) };
    const { left, workspace } = sure(await session.collect([bad, demoFiles()[2]!], () => undefined));
    expect(left).toContain('hỏng.xls');
    expect(workspace.sheets).toHaveLength(3);
  });
});
