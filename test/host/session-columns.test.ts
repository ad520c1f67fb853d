/**
 * Columns of an odd sheet: shown, corrected, stored for the next file with the same headings, undone. Over every host.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import { previewHost } from '../../app/host/preview-host.ts';
import { newBook } from '../../core/sheet/workbook/file.ts';
import { paneSession } from '../../session/pane/pane.ts';
import type { PaneSession } from '../../session/pane/pane-session.ts';
import type { Workspace } from '../../session/pane/workspace-data.ts';
import { newFolder, type Outcome, runCli, write } from '../cli/command-line.ts';
import { demoMovement } from '../fixtures/demo/build-demo.ts';
import { ODD_HEADINGS, oddColumnsBook } from '../fixtures/odd-columns-book.ts';
import { HOSTS, sure, type TestHost } from './session-hosts.ts';

const NOW = '2025-11-21T09:00:00+07:00';
const SET = demoMovement().criteriaSets.find(({ audience }) => audience === 'village')!;
const SHEET = 'Cách hiểu cột';
const go = () => undefined;

describe.each(HOSTS)('columns of an odd sheet over %s', (_, open) => {
  let held: TestHost;
  let session: PaneSession;
  const file = (unit: string, figure: number, headings?: readonly string[]) => ({
    name: `${unit}.xlsx`,
    bytes: oddColumnsBook(SET, unit, figure, headings),
  });
  const figures = ({ sheets }: Workspace, unit: string) =>
    sheets.find((sheet) => sheet.unit === unit)?.report?.entries.map(({ value }) => value?.raw);
  const all = (figure: number) => SET.criteria.map(() => figure);
  /** The right word: the results stand in E. */
  async function wanted() {
    const [table] = sure(await session.columnsOn('Bản Nà Đắng'));
    const meanings = table!.map.meanings.map((meaning, at) =>
      at === 4 ? 'value' : meaning === 'value' ? 'none' : meaning,
    );
    return { sheet: 'Bản Nà Đắng', headings: table!.map.headings, meanings };
  }

  beforeEach(async () => {
    held = open();
    session = paneSession(held.host, { now: () => NOW });
    sure(await session.saveSettings({ movement: demoMovement().id, period: null }));
    sure(await session.collect([file('Bản Nà Đắng', 80)], go));
  });

  test('is shown, tried, stored, used for the next file with the same headings only, and undone in one act', async () => {
    const { workspace } = sure(await session.checkAndScore(go));
    expect(figures(workspace, 'Bản Nà Đắng')).toEqual(all(1));
    const [table] = sure(await session.columnsOn('Bản Nà Đắng'));
    expect(table?.isKept).toBe(false);
    expect(table?.columns.map(({ letters, heading, meaning, isSure }) => [letters, heading, meaning, isSure])).toEqual(
      ['index', 'title', 'max', 'value', 'none', 'self', 'evidence'].map((meaning, at) => [
        'ABCDEFG'[at],
        ODD_HEADINGS[at],
        meaning,
        meaning !== 'none',
      ]),
    );
    const question = await wanted();
    const changes = sure(await session.columnChanges(question));
    expect(changes).toHaveLength(SET.criteria.length);
    expect(changes[0]).toMatch(/ kết quả: 1.* → 80/);
    const before = sure(await held.host.read());
    const done = sure(await session.keepColumns(question, go));
    expect(done.left).toBe('');
    expect(figures(done.workspace, 'Bản Nà Đắng')).toEqual(all(80));
    expect(done.workspace.run?.reports[0]?.report.layout.isKept).toBe(true);
    expect(done.workspace.undo?.label).toBe('Cách hiểu cột');
    const next = sure(
      await session.collect(
        [file('Bản Na Sang', 60), file('Bản Pá Sẳng', 70, ODD_HEADINGS.with(6, 'Tài liệu kiểm chứng'))],
        go,
      ),
    );
    expect(figures(next.workspace, 'Bản Na Sang')).toEqual(all(60));
    expect(figures(next.workspace, 'Bản Pá Sẳng')).toEqual(all(1));
    sure(await session.undo());
    const undone = sure(await session.undo());
    expect(figures(undone.workspace, 'Bản Nà Đắng')).toEqual(all(1));
    const after = sure(await held.host.read());
    expect(after.tables.find(({ name }) => name === 'TDS_XepHang')?.rows).toEqual(
      before.tables.find(({ name }) => name === 'TDS_XepHang')?.rows,
    );
  });

  test('a file with unknown headings is taken in, its figures read only after the officer names the columns', async () => {
    const strange = ['Mục', 'Việc cần xét', 'Trần', 'Hồi trước', 'Bây giờ', 'Phần mình', 'Xem ở đâu'];
    const done = sure(await session.collect([file('Bản Na Sang', 60, strange)], go));
    expect(done.left).toBe('');
    expect(figures(done.workspace, 'Bản Na Sang')).toEqual(SET.criteria.map(() => undefined));
    const { run } = sure(await session.checkAndScore(go)).workspace;
    const codes = run?.reports.find(({ unit }) => unit === 'Bản Na Sang')?.flags.map(({ code }) => code);
    expect(codes).toContain('missing-column');
    const [table] = sure(await session.columnsOn('Bản Na Sang'));
    expect(table?.isKept).toBe(false);
    expect(table?.columns.map(({ meaning, isSure }) => [meaning, isSure])).toEqual(
      strange.map((_heading, at) => [at === 1 ? 'title' : 'none', false]),
    );
    const meanings = ['index', 'title', 'max', 'none', 'value', 'self', 'evidence'] as const;
    const question = { sheet: 'Bản Na Sang', headings: strange, meanings };
    expect(sure(await session.columnChanges(question))).toContain(`${SET.criteria[0]!.code} kết quả: trống → 60`);
    const workspace = sure(await session.keepColumns(question, go)).workspace;
    expect(figures(workspace, 'Bản Na Sang')).toEqual(all(60));
    expect(figures(workspace, 'Bản Nà Đắng')).toEqual(all(1));
    const list = newBook([
      { name: 'Họp', cells: [{ row: 0, column: 0, value: { kind: 'text', text: SET.criteria[0]!.title } }] },
    ]);
    expect(await session.collect([{ name: 'Họp.xlsx', bytes: list }], go)).toMatchObject({ ok: false });
  });

  test('is withdrawn again; a table that cannot be understood is reported, not used and not overwritten', async () => {
    const question = await wanted();
    const twice = await session.keepColumns({ ...question, meanings: question.meanings.with(3, 'value') }, go);
    expect(twice).toMatchObject({ ok: false, refusal: { message: expect.stringContaining('“Kết quả”') } });
    sure(await session.keepColumns(question, go));
    const table = sure(await held.host.read()).tables.find(({ name }) => name === 'TDS_CachHieuCot')!;
    const { top, left } = table.range;
    await held.type(SHEET, top + 5, left + 3, 'Điểm tối da');
    const { workspace } = sure(await session.checkAndScore(go));
    expect(workspace.faults.join()).toContain(`Trang "${SHEET}", ô D${top + 6}: không hiểu “Điểm tối da”`);
    expect(figures(workspace, 'Bản Nà Đắng')).toEqual(all(1));
    expect(await session.keepColumns(question, go)).toMatchObject({ ok: false });
    await held.type(SHEET, top + 5, left + 3, 'kết quả');
    expect(figures(sure(await session.checkAndScore(go)).workspace, 'Bản Nà Đắng')).toEqual(all(80));
    const gone = sure(await session.keepColumns({ ...question, meanings: null }, go));
    expect(figures(gone.workspace, 'Bản Nà Đắng')).toEqual(all(1));
    expect(gone.workspace.faults).toEqual([]);
  });
});

describe('the officer’s word on odd columns', () => {
  test('counts for its own workbook, and by --columns for files with the same headings only', async () => {
    const folder = newFolder();
    const book = sure(previewHost('so.xlsx', oddColumnsBook(SET, 'Bản A', 80)));
    const session = paneSession(book);
    sure(await session.saveSettings({ movement: demoMovement().id, period: null }));
    const { headings, meanings } = sure(await session.columnsOn('Bản A'))[0]!.map;
    const right = meanings.with(3, 'none').with(4, 'value');
    sure(await session.keepColumns({ sheet: 'Bản A', headings, meanings: right }, go));
    write(folder, 'so.xlsx', Buffer.from(book.save()));
    write(folder, 'bc/b.xlsx', Buffer.from(oddColumnsBook(SET, 'Bản B', 60)));
    write(folder, 'bc/c.xlsx', Buffer.from(oddColumnsBook(SET, 'Bản C', 70, ODD_HEADINGS.with(5, 'Điểm đơn vị chấm'))));
    const check = (...args: readonly string[]) =>
      runCli(folder, ['check', ...args, '--movement', demoMovement().id, '--json']);
    const read = (outcome: Outcome) => {
      const { reports, notes } = JSON.parse(outcome.stdout) as {
        readonly reports: readonly { readonly unit: string; readonly entries: readonly { readonly value: number }[] }[];
        readonly notes: readonly { readonly file: string; readonly reason: string }[];
      };
      const reasons = notes.filter(({ reason }) => reason.includes('cách hiểu đã giữ')).map(({ file }) => file);
      return { values: reports.map(({ unit, entries }) => [unit, entries[0]?.value]), said: reasons };
    };
    expect(read(check('so.xlsx'))).toEqual({ values: [['Bản A', 80]], said: ['so.xlsx'] });
    const by = read(check('bc', '--columns', 'so.xlsx'));
    expect(by).toEqual({
      values: [
        ['Bản B', 60],
        ['Bản C', 1],
      ],
      said: ['b.xlsx'],
    });
    const none = check('bc', '--columns', 'bc/b.xlsx');
    expect([none.code, none.stderr]).toEqual([2, expect.stringMatching(/không có bảng nào có các cột Bảng, Cột/)]);
  });
});
