/**
 * Papers out of a workbook, over the host: all of them in one .zip, with what the council wrote there and the office's
 * own settings.
 */
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { DEFAULT_VOTE_RULES } from '../../core/council/vote-rule.ts';
import { docxText } from '../../core/plan/file/docx-text.ts';
import { newBook, readBook } from '../../core/sheet/workbook/file.ts';
import { ledgerSheet } from '../../core/sheets/award-layout.ts';
import { readOwnMark } from '../../core/sheets/own-mark.ts';
import { registerActions } from '../../session/book/register-actions.ts';
import { settingsActions } from '../../session/book/settings-actions.ts';
import { recordVote } from '../../session/council/record-vote.ts';
import { decide } from '../../session/council/review.ts';
import { perform } from '../../session/host/outcome.ts';
import { papersZip } from '../../session/papers/papers-zip.ts';
import { decisionForm, recordDecision } from '../../session/papers/record-decision.ts';
import { resultBook } from '../../session/papers/result-book.ts';
import { collect } from '../../session/received/collect.ts';
import { checkAndScore } from '../../session/run/check-and-score.ts';
import { noteModel, noteVisit } from '../../session/year/journal-actions.ts';
import { yearRound } from '../../session/year/year-round.ts';
import { demoMovement } from '../fixtures/demo/build-demo.ts';
import { demoFiles, demoRegister, openPreview, sure } from './session-hosts.ts';

const NOW = '2025-11-06T08:00:00+07:00';
const text = (value: string) => ({ kind: 'text', text: value }) as const;

/** A workbook with the office's own settings for papers. */
const cover = () =>
  newBook([
    {
      name: 'Văn bản',
      cells: [
        ['Mục', 'Giá trị'],
        ['Người ký', 'Lò Văn Pâng'],
        ['Màu giấy', 'hồng'],
      ].flatMap((row, at) => row.map((value, column) => ({ row: at, column, value: text(value) }))),
    },
    ledgerSheet([{ unit: 'Bản Nà Đắng', form: 'Bằng khen của Chủ tịch UBND tỉnh', year: 2025 }], '', {
      commune: 'xã Ta Ma',
      place: 'Ta Ma',
    }),
  ]);

describe('papers of a workbook', () => {
  test('are refused while no report is in it', async () => {
    const { host } = openPreview();
    const settings = { movement: 'ta-ma-2023-2030', period: null, asOf: null, seals: [] } as const;
    sure(await perform(host, 'Cài đặt', settingsActions(sure(await host.read()), settings)));
    const made = await papersZip(host);
    expect(made.ok ? null : made.refusal.code).toBe('no-reports');
  });

  test('contain the workbook’s content: points, the council’s decisions with their seal, who signs', {
    timeout: 120_000,
  }, async () => {
    const { host } = openPreview(cover());
    const settings = {
      movement: 'ta-ma-2023-2030',
      period: { kind: 'year', year: 2025 },
      asOf: '2025-11-06',
      seals: [],
    } as const;
    const book = sure(await host.read());
    const set = [...settingsActions(book, settings), ...registerActions(book, demoMovement(), demoRegister())];
    sure(await perform(host, 'Cài đặt', set));
    sure(await collect(host, demoFiles(), NOW));
    const scored = sure(await checkAndScore(host));
    if (!('run' in scored)) throw new Error('the demo is scored');
    const flag = scored.run.result.flags.find(({ code }) => code === 'numerator-exceeds-denominator')!;
    const reason = 'Đối chiếu sổ theo dõi của bản';
    const wanted = {
      unit: flag.unit!,
      flag: flag.id,
      criterion: flag.criterion!,
      kind: 'return',
      points: null,
    } as const;
    sure(await decide(host, { ...wanted, who: 'Lò Văn A', reason }, NOW));
    const missing = 'Hội Cựu chiến binh xã';
    const visit = { day: '2025-11-06', kind: 'urging', who: 'Lò Văn A', until: '2025-11-10', outcome: '' } as const;
    sure(await noteVisit(host, { ...visit, unit: missing, what: 'Gửi báo cáo năm' }));
    sure(await noteVisit(host, { ...visit, day: '2025-06-02', unit: '', what: 'Xem việc cập nhật số liệu' }));
    const back = await noteVisit(host, { ...visit, unit: '', what: 'x', until: '2025-11-05' });
    expect(back.ok ? '' : back.refusal.message).toContain('Thời hạn phải sau');
    const adopters = ['Bản Phiêng Cải'];
    sure(
      await noteModel(host, { name: 'Loa số', unit: 'Bản Háng Chua', since: '', summary: 'Nghe ở mọi hộ', adopters }),
    );
    const year = sure(await yearRound(host, '2025-11-08'));
    expect(year.journal.visits.map(({ day }) => day)).toEqual(['2025-06-02', '2025-11-06']);
    expect(year.board?.find(({ unit }) => unit === missing)).toMatchObject({
      state: 'missing',
      daysLate: 4,
      visit: 'Đôn đốc ngày 06/11/2025: Gửi báo cáo năm; hạn 10/11/2025',
    });
    expect(year.board?.find(({ unit }) => unit === flag.unit)?.state).toBe('returned');
    expect(year.registration[0]).toBe('Đăng ký thi đua: 24/24 đơn vị');
    expect(year.days.map(({ last }) => last)).toContain('2025-11-26');
    const before = sure(await host.read());
    const { bytes, message: told, notes } = sure(await papersZip(host));
    const files = unzipSync(bytes);
    expect(told).toBe(`Đã lập ${Object.keys(files).length} văn bản Word vào tệp van-ban.zip.`);
    // A slip for each unit: the older of two reports of a unit was replaced, and gets none.
    expect(
      scored.run.result.reports.map(({ reception }) => reception).filter((text) => text === 'replaced'),
    ).toHaveLength(1);
    expect(scored.run.result.reports).toHaveLength(24);
    expect(Object.keys(files).filter((name) => name.startsWith('phieu-cham/'))).toHaveLength(23);
    const said = docxText(files['to-trinh-cap-tinh.docx']!);
    expect(said.ok && said.value).toContain('Lò Văn Pâng');
    expect(said.ok && said.value).not.toContain('Bản Nà Đắng');
    const report = docxText(files['bao-cao-ket-qua.docx']!);
    expect(report.ok && report.value).toContain('Đã đôn đốc 02 lượt, từ ngày 02/06/2025 đến ngày 06/11/2025:');
    expect(report.ok && report.value).toContain(
      'Loa số (Bản Háng Chua): Nghe ở mọi hộ; nhân rộng tại: Bản Phiêng Cải.',
    );
    const minutes = docxText(files['bien-ban-hop-hoi-dong.docx']!);
    expect(minutes.ok && minutes.value).toContain(reason);
    expect(minutes.ok && minutes.value).toMatch(
      /Sổ quyết định của Hội đồng có 1 dòng, mã đối chiếu (?:[0-9a-f]{4} ){2}[0-9a-f]{4};/,
    );
    expect(notes).toContainEqual(expect.stringMatching(/^Không hiểu mục "Màu giấy" nên bỏ qua; các mục dùng được: /));
    const field = (text: string) =>
      new TextEncoder().encode(`<w:document><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`);
    const own = zipSync({ 'word/document.xml': field('Mẫu tỉnh: {ten_xa}, {Mã bí mật}') });
    const named = [
      { name: 'Bien-ban.docx', bytes: own },
      { name: 'mau moi.docx', bytes: own },
    ];
    const filled = sure(await papersZip(host, named));
    const ours = docxText(unzipSync(filled.bytes)['bien-ban-hop-hoi-dong.docx']!);
    expect(ours.ok && ours.value).toContain('Mẫu tỉnh: xã Ta Ma, {Mã bí mật}');
    expect(filled.notes.join('\n')).toMatch(/Mẫu bien-ban\.docx: chương trình không có trường .*Mã bí mật/);
    expect(filled.notes.join('\n')).toContain('"mau moi.docx" không dùng: tên tệp phải là to-trinh.docx');
    const results = sure(await resultBook(host));
    expect(results.name).toBe('Tong-hop-cham-diem-ta-ma-2025.xlsx');
    expect(readOwnMark(results.bytes)?.kind).toBe('council');
    const saved = sure(readBook(results.bytes));
    const board = saved.sheets.find(({ name }) => name === 'Theo dõi')!;
    const returned = [...board.rows.values()].find((cells) => cells.some(({ value }) => value === 'Trả lại'));
    expect(returned?.map(({ value }) => value)).toContain(flag.unit);
    const units = saved.sheets.find(({ name }) => name === 'Tổng hợp')?.rows.size ?? 0;
    expect(units).toBeGreaterThan(24);
    // Whom the office has in its own ledger is not proposed again.
    const proposals = saved.sheets.find(({ name }) => name === 'Đề nghị khen thưởng')!;
    const lines = [...proposals.rows.values()].map((cells) => cells.map(({ value }) => value).join(' | '));
    expect(lines.filter((line) => line.includes('Bản Nà Đắng') && line.includes('Đã được khen'))).not.toEqual([]);
    expect(sure(await host.read())).toEqual(before);
    // The signed decision: into the ledger in one act, not twice, and back again.
    const form = sure(await decisionForm(host));
    const codes = form.awards.filter((award) => award.preset).map(({ code }) => code);
    const signed = { number: '1875/QĐ-UBND', date: '2025-12-20', codes };
    const written = sure(await recordDecision(host, signed, '2026-01-05'));
    const ledgerRows = async () =>
      [
        ...(sure(await host.read())
          .book.sheets.find(({ name }) => name === 'Khen thưởng')
          ?.rows.values() ?? []),
      ]
        .map((cells) => cells.map(({ value }) => value))
        .filter((values) => values.includes('1875/QĐ-UBND'));
    expect([written.rows, (await ledgerRows()).length]).toEqual([codes.length, codes.length]);
    expect((await ledgerRows())[0]).toEqual(
      expect.arrayContaining(['Tập thể', 'Bằng khen của Chủ tịch UBND tỉnh', 2025, 'Hằng năm']),
    );
    expect(sure(await decisionForm(host)).awards.filter(({ code, preset }) => preset || codes.includes(code))).toEqual(
      [],
    );
    const twice = await recordDecision(host, signed, '2026-01-05');
    expect(twice.ok ? '' : twice.refusal.message).toContain('đã ghi vào sổ');
    if (!written.undo) throw new Error('it can be undone');
    sure(await host.undo(written.undo));
    expect(await ledgerRows()).toEqual([]);
    expect(sure(await decisionForm(host)).awards).toEqual(form.awards);
  });

  test.each(['no ledger', 'the office’s own list'])('a signed decision goes into a workbook with %s', async (kind) => {
    const sheet = (name: string, rows: readonly (readonly string[])[]) => ({
      name,
      cells: rows.flatMap((row, at) => row.map((value, column) => ({ row: at + 2, column, value: text(value) }))),
    });
    const titles = ['Tên đơn vị', 'Hình thức khen thưởng', 'Năm', 'Đợt', 'Thành tích', 'Số quyết định', 'Ngày'];
    const ledger = sheet('Khen thưởng', [titles, ['Bản Pa Cá', 'Giấy khen', '2023']]);
    const person = demoMovement().audiences.find(({ kind: one }) => one === 'individual')!.name;
    const put = sheet('Đề cử', [
      ['Tên đơn vị, cá nhân', 'Đối tượng', 'Thành tích', 'Đột xuất'],
      ['Bà Lò Thị Ba', person, 'Cứu dữ liệu', 'Có'],
    ]);
    const { host } = openPreview(newBook(kind === 'no ledger' ? [put] : [put, ledger]));
    const settings = {
      movement: 'ta-ma-2023-2030',
      period: { kind: 'year', year: 2025 },
      asOf: null,
      seals: [],
    } as const;
    sure(await perform(host, 'Cài đặt', settingsActions(sure(await host.read()), settings)));
    sure(await collect(host, demoFiles().slice(0, 1), NOW));
    expect(sure(await decisionForm(host)).awards).toEqual([]);
    const [rule] = DEFAULT_VOTE_RULES;
    const figures = { members: 5, present: 5, proxies: 0, written: 0, writtenInFavour: 0, chairInFavour: null };
    const count = { kind: 'show', inFavour: 5 } as const;
    const subject = 'Tặng Giấy khen của Chủ tịch UBND xã cho Bà Lò Thị Ba';
    sure(await recordVote(host, { vote: { ...figures, count, subject }, rule: rule!, who: 'Lò Văn A' }, NOW));
    const [award] = sure(await decisionForm(host)).awards;
    expect(award).toMatchObject({ text: 'Bà Lò Thị Ba (Cứu dữ liệu) (đột xuất)', preset: true });
    const before = sure(await host.read());
    const signed = { number: '12/QĐ-UBND', date: '2025-12-20', codes: [award!.code] };
    const { undo } = sure(await recordDecision(host, signed, '2026-01-05'));
    expect(sure(await decisionForm(host)).awards).toEqual([]);
    const rows = sure(await host.read()).book.sheets.find(({ name }) => name === 'Khen thưởng')!.rows;
    const told = [...rows.values()].map((cells) => cells.map(({ value }) => value));
    expect(told.at(-1)).toEqual(
      expect.arrayContaining(['Bà Lò Thị Ba', 'Cứu dữ liệu', 'Đột xuất', 2025, '12/QĐ-UBND']),
    );
    sure(await host.undo(undo!));
    expect(sure(await host.read()).book).toEqual(before.book);
  });

  test('name what cannot be used of the office’s own list of awards, and are written all the same', {
    timeout: 120_000,
  }, async () => {
    const { host } = openPreview(
      newBook([{ name: 'Khen thưởng', cells: [{ row: 0, column: 0, value: text('Ghi chép riêng') }] }]),
    );
    const settings = { movement: 'ta-ma-2023-2030', period: null, asOf: null, seals: [] } as const;
    sure(await perform(host, 'Cài đặt', settingsActions(sure(await host.read()), settings)));
    sure(await collect(host, demoFiles().slice(0, 1), NOW));
    const made = sure(await resultBook(host));
    expect(made.notes.join()).toContain('Không trang nào có cột');
  });
});
