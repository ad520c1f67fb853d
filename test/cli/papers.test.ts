/**
 * `papers` as a process: what it writes, what it never overwrites, what it reports on settings, templates and the
 * council's record.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { headsOf } from '../../core/council/ancestry.ts';
import { shortSeal } from '../../core/council/last-seal.ts';
import { entryCells, LOG_TITLES } from '../../core/council/log-columns.ts';
import { VOTE_TITLES, voteCells } from '../../core/council/vote-columns.ts';
import { appendVote } from '../../core/council/vote-log.ts';
import { DEFAULT_VOTE_RULES } from '../../core/council/vote-rule.ts';
import { findMovement } from '../../core/movements/index.ts';
import { docxText } from '../../core/plan/file/docx-text.ts';
import { newBook } from '../../core/sheet/workbook/file.ts';
import type { NewSheet } from '../../core/sheet/workbook/port.ts';
import { numberValue, textValue } from '../../core/sheets/council/look.ts';
import { writeAll } from '../unit/council/logs.ts';
import { filled, newFolder, runCli, write, writeReport } from './command-line.ts';

const TA_MA = findMovement('ta-ma-2023-2030')!;

const folder = newFolder();
writeReport(join(folder, 'in'), 'a.xlsx', 'form', filled(TA_MA, 'village', 'Bản Nà Đắng', 3));
writeReport(join(folder, 'in'), 'b.xlsx', 'form', filled(TA_MA, 'village', 'Bản Háng Chua', 4));
write(
  folder,
  'cai-dat.csv',
  '\ufeffMục,Giá trị\nNgười ký,Lò Văn Thành\nNgày ký,31/02/2025\nSố tờ trình,15/TTr-UBND\nMàu giấy,hồng\n',
);
const given = ['papers', 'in', '--movement', 'ta-ma-2023-2030', '--period', '2025', '--out', 'out'];
const papers = join(folder, 'out/van-ban');

/** The words of a paper, with plain spaces before percent signs. */
const read = (name: string) => {
  const text = docxText(new Uint8Array(readFileSync(join(papers, name))));
  return (text.ok ? text.value : text.reason).replaceAll('\u00a0', ' ');
};

/** A sheet as the council's workbook has it: a heading row and sealed rows. */
function sheetOf(
  name: string,
  titles: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): NewSheet {
  const cells = [titles, ...rows].flatMap((row, at) =>
    row.map((value, column): NewSheet['cells'][number] => ({
      ...{ row: at + 3, column },
      value: typeof value === 'number' ? numberValue(value) : textValue(value),
    })),
  );
  return { name, cells };
}

describe('the council’s record', () => {
  const log = writeAll({ unit: 'Bản Nà Đắng', flag: null, criterion: '1.2', reason: 'Đã xem sổ theo dõi của bản' });
  const [rule] = DEFAULT_VOTE_RULES;
  const vote = {
    ...{ subject: 'Đề nghị khen Bản Nà Đắng', members: 9, present: 8, proxies: 0, written: 0, writtenInFavour: 0 },
    ...{ count: { kind: 'show', inFavour: 7 } as const, chairInFavour: null },
  };
  const cast = appendVote([], vote, rule!, { who: 'Vì Thị Hoa', at: '2025-11-26T09:00:00+07:00' });
  const votes = cast.ok ? cast.value.log : [];
  const rows = log.map(entryCells);
  const book = (decisions: typeof rows) =>
    newBook([sheetOf('Hội đồng', LOG_TITLES, decisions), sheetOf('Biểu quyết', VOTE_TITLES, votes.map(voteCells))]);

  it('goes into the minutes with its last seal; a row changed by hand is named and does not count', () => {
    write(folder, 'so.xlsx', book(rows));
    expect(runCli(folder, [...given, '--council', 'so.xlsx']).code).toBe(0);
    const minutes = read('bien-ban-hop-hoi-dong.docx');
    const seals = [headsOf(log)[0]!, headsOf(votes)[0]!].map(shortSeal);
    for (const text of [log[0]!.reason, votes[0]!.sentence, ...seals]) expect(minutes).toContain(text);
    expect(minutes).not.toMatch(/[0-9a-f]{8}/);
    const forged = rows.map((row) => row.map((cell) => (cell === 'Bản Nà Đắng' ? 'Bản Háng Chua' : cell)));
    write(folder, 'so-sua.xlsx', book(forged));
    const { stdout } = runCli(folder, [...given, '--council', 'so-sua.xlsx']);
    expect(stdout).toContain('không khớp dấu vết');
    expect(read('bien-ban-hop-hoi-dong.docx')).not.toContain(seals[0]);
  });
});

describe('a council’s workbook that holds the year', () => {
  it('gives its nominations, visits and models where no other file is named', () => {
    const person = TA_MA.audiences.find(({ kind }) => kind === 'individual')!.name;
    write(
      folder,
      'so-chung.xlsx',
      newBook([
        sheetOf('Hội đồng', LOG_TITLES, []),
        sheetOf('Đề cử', ['Tên đơn vị, cá nhân', 'Đối tượng', 'Thành tích'], [['Ông Tư', person, 'Dạy dân dùng máy']]),
        sheetOf(
          'Kiểm tra, đôn đốc',
          ['Ngày', 'Hình thức', 'Đơn vị', 'Người thực hiện', 'Nội dung'],
          [['06/03/2025', 'Phổ biến kế hoạch', 'Bản Nà Đắng', 'Vì Thị Hoa', 'Phổ biến']],
        ),
        sheetOf(
          'Mô hình',
          ['Tên mô hình', 'Đơn vị thực hiện', 'Đơn vị học tập, nhân rộng'],
          [['Sổ tay số', 'Bản Nà Đắng', 'Bản Háng Chua']],
        ),
      ]),
    );
    expect(runCli(folder, [...given, '--council', 'so-chung.xlsx']).code).toBe(0);
    const report = read('bao-cao-ket-qua.docx');
    expect(report).toContain('Đã phổ biến, quán triệt Kế hoạch đến: Bản Nà Đắng (06/03/2025)');
    expect(report).toContain('Sổ tay số (Bản Nà Đắng)');
    expect(read('bien-ban-hop-hoi-dong.docx')).toContain('Ông Tư');
  });
});

describe('a file of nominations with a row nobody understands', () => {
  it('stops no paper: the row is set aside with file, row and reason, the others are used', () => {
    const person = TA_MA.audiences.find(({ kind }) => kind === 'individual')!.name;
    const titles = ['Tên đơn vị, cá nhân', 'Đối tượng', 'Thành tích', 'Đơn vị đề cử'];
    const rows = [
      ['Ông Tư', person, 'Dạy dân', 'Bản Nà Đắng'],
      ['Bà Năm', 'Phi hành gia', 'Bay', 'Bản Nà Đắng'],
    ];
    write(folder, 'de-cu-le.xlsx', newBook([sheetOf('Đề cử', titles, rows)]));
    const run = ['in', '--movement', TA_MA.id, '--period', '2025', '--awards', 'de-cu-le.xlsx'];
    const made = runCli(folder, ['papers', ...run, '-o', 'van-ban-le']);
    expect([made.code, made.stderr]).toEqual([0, '']);
    expect(made.stdout).toContain('bao-cao-ket-qua.docx');
    expect(made.stdout.match(/de-cu-le\.xlsx: chưa tính 1 dòng[^\n]*hàng \d+: đối tượng "Phi hành gia"/g)).toHaveLength(
      1,
    );
    const lines = JSON.parse(runCli(folder, ['score', ...run, '-o', 'diem-le', '--json']).stdout).awards;
    const names = new Set(lines.map(({ unit }: { unit: string }) => unit));
    expect([names.has('Ông Tư'), names.has('Bà Năm')]).toEqual([true, false]);
    // The ledger that this command writes would lose the row.
    const signed = ['--decision', '12/QĐ-UBND', '--signed', '20/12/2025', '-o', 'so-le.xlsx'];
    expect(runCli(folder, ['award', ...run, ...signed])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Phi hành gia'),
    });
  });
});

describe('award', () => {
  it('writes whom a signed decision names into a ledger that the next run looks into, and nobody twice', () => {
    const person = TA_MA.audiences.find(({ kind }) => kind === 'individual')!.name;
    const rows = ['Cứu dữ liệu', 'Báo tài khoản giả'].map((deed) => ['Bà Lò Thị Ba', person, deed, 'Có']);
    const titles = ['Tên đơn vị, cá nhân', 'Đối tượng', 'Thành tích', 'Đột xuất'];
    write(folder, 'de-cu.xlsx', newBook([sheetOf('Đề cử', titles, [...rows, ['Ông Tư', person, 'Dạy dân', 'Có']])]));
    const [rule] = DEFAULT_VOTE_RULES;
    const figures = { members: 5, present: 5, proxies: 0, written: 0, writtenInFavour: 0, chairInFavour: null };
    const subject = 'Tặng Giấy khen của Chủ tịch UBND xã cho Ông Tư';
    const cast = appendVote([], { ...figures, subject, count: { kind: 'show', inFavour: 5 } }, rule!, {
      ...{ who: 'Vì Thị Hoa', at: '2025-11-26T09:00:00+07:00' },
    });
    const votes = cast.ok ? cast.value.log.map(voteCells) : [];
    write(folder, 'phieu.xlsx', newBook([sheetOf('Biểu quyết', VOTE_TITLES, votes)]));
    const run = ['award', 'in', '--movement', TA_MA.id, '--period', '2025', '--council', 'phieu.xlsx'];
    const signed = ['--decision', '12/QĐ-UBND', '--signed', '20/12/2025'];
    const asked = (awards: string, ...more: readonly string[]) =>
      runCli(folder, [...run, '--awards', awards, ...signed, ...more]);
    const first = asked('de-cu.xlsx', '-o', 'so-khen.xlsx');
    expect([first.code, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toContain('Ông Tư: Giấy khen của Chủ tịch UBND xã (đột xuất, 2025)');
    expect(first.stdout).not.toContain('Lò Thị Ba');
    const again = asked('so-khen.xlsx', '-o', 'so-khen-2.xlsx');
    expect([again.code, again.stderr]).toEqual([
      ...[2, 'Không còn ai được đề nghị khen mà chưa có trong sổ khen thưởng.\n'],
    ]);
    expect(asked('de-cu.xlsx', '-o', 'de-cu.xlsx').stderr).toContain('là dữ liệu đầu vào');
    expect(asked('de-cu.xlsx', '--only', 'Ông Năm', '-o', 'so.xlsx').stderr).toContain('"Ông Năm" không có');
    expect(existsSync(join(folder, 'so-khen-2.xlsx'))).toBe(false);
  });
});

describe('calendar with the council’s workbook', () => {
  it('knows returned reports, decisions, reports sent again, and the last visit', () => {
    const back = { flag: null, criterion: '1.2', kind: 'return', reason: 'Thiếu sổ theo dõi' } as const;
    const log = writeAll(
      { ...back, unit: 'Bản Nà Đắng', at: '2025-11-05T08:00:00+07:00' },
      { ...back, unit: 'Bản Háng Chua', at: '2025-11-05T08:10:00+07:00' },
      { unit: 'Bản Hua Sát', flag: null, criterion: '1.2', reason: 'Đã xem sổ', at: '2025-11-05T08:20:00+07:00' },
      { ...back, unit: 'Bản Hua Sát', criterion: '1.3', at: '2025-11-20T08:00:00+07:00' },
    );
    const units = [
      ['Bản Nà Đắng', '04/11/2025'],
      ['Bản Háng Chua', '07/11/2025'],
      ['Bản Hua Sát', '03/11/2025'],
      ['Bản Pa Cá', ''],
    ].map(([name = '', day = '']) => [name, 'Bản', 'Có', '15/01/2025', day]);
    const titles = ['Tên đơn vị', 'Đối tượng', 'Đăng ký', 'Ngày đăng ký', 'Ngày nhận báo cáo'];
    const urged = [['06/11/2025', 'Đôn đốc', 'Pa Cá', 'Vì Thị Hoa', 'Gửi báo cáo', '10/11/2025']];
    const visits = ['Ngày', 'Hình thức', 'Đơn vị', 'Người thực hiện', 'Nội dung', 'Thời hạn'];
    write(
      folder,
      'so-nam.xlsx',
      newBook([
        sheetOf('Hội đồng', LOG_TITLES, log.map(entryCells)),
        sheetOf('Đơn vị', titles, units),
        sheetOf('Kiểm tra, đôn đốc', visits, urged),
      ]),
    );
    const args = ['calendar', TA_MA.id, '--as-of', '2025-11-08', '--council', 'so-nam.xlsx'];
    const { units: told, closedOn, notes } = JSON.parse(runCli(folder, [...args, '--json']).stdout);
    expect(told.map(({ unit, state, decided }: Record<string, unknown>) => [unit, state, decided])).toEqual([
      ['Bản Nà Đắng', 'returned', 0],
      ['Bản Háng Chua', 'received', 0],
      // A decision after the requested day does not count on that day.
      ['Bản Hua Sát', 'received', 1],
      ['Bản Pa Cá', 'missing', 0],
    ]);
    expect([told[1].daysLate, told[3].registeredOn, told[3].lastVisit.until, closedOn, notes]).toEqual([
      ...[0, '2025-01-15', '2025-11-10', null],
      [],
    ]);
    expect(told[0].message).toContain('sửa các nội dung');
    const { stdout } = runCli(folder, args);
    expect(stdout).toContain(
      'Trả lại · Bản Nà Đắng: đã trả lại để sửa, chưa nộp lại; Hội đồng trả ngày 05/11/2025: Thiếu',
    );
    expect(stdout).toContain('Bản Háng Chua: nộp lại ngày 07/11/2025, sau khi được trả ngày 05/11/2025');
    expect(stdout).toContain('Đôn đốc ngày 06/11/2025: Gửi báo cáo; hạn 10/11/2025');
  });
});

describe('papers', () => {
  it('writes Word files with what the settings say, and names the lines it could not use', () => {
    write(folder, 'mo-hinh.csv', 'Mô hình;Đơn vị;Hiệu quả;Nhân rộng\nLoa số;Bản Nà Đắng;Nghe ở mọi hộ;Bản Háng Chua\n');
    const journal = ['--journal', 'mo-hinh.csv'];
    const { code, stdout, stderr } = runCli(folder, [...given, '--settings', 'cai-dat.csv', ...journal]);
    expect(read('bao-cao-ket-qua.docx')).toContain(
      'Loa số (Bản Nà Đắng): Nghe ở mọi hộ; nhân rộng tại: Bản Háng Chua.',
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(readdirSync(papers)).toEqual(
      expect.arrayContaining([
        'to-trinh-cap-tinh.docx',
        'bien-ban-hop-hoi-dong.docx',
        'phieu-cham',
        'bao-cao-ket-qua.docx',
      ]),
    );
    expect(readdirSync(join(papers, 'phieu-cham'))).toEqual([
      'phieu-cham-ban-hang-chua.docx',
      'phieu-cham-ban-na-dang.docx',
    ]);
    const text = read('to-trinh-cap-tinh.docx');
    expect(text).toContain('Số: 15/TTr-UBND');
    expect(text).toContain('Lò Văn Thành');
    expect(text).toContain('Ta Ma, ngày …… tháng …… năm ………');
    expect(stdout).toContain('"31/02/2025" không phải là ngày');
    expect(stdout).toContain('Không hiểu mục "Màu giấy"');
  });

  it('tells what units said of their points, in the minutes and with the points of today in --json', () => {
    const rows = [
      '20/11/2025;Kiến nghị;Bản Nà Đắng;;Xem lại hạng;10,5;',
      '22/11/2025;Trả lời;Bản Nà Đắng;;Giữ nguyên;;Lò A',
    ];
    const titles = 'Ngày;Loại;Đơn vị;Tiêu chí;Nội dung;Điểm lúc ghi;Người ghi';
    write(folder, 'giai-trinh.csv', [titles, ...rows].join('\n'));
    const journal = ['--journal', 'giai-trinh.csv'];
    const same = given.slice(1, -2);
    const scored = runCli(folder, ['score', ...same, ...journal, '-o', 'out-score', '--json']);
    expect([scored.code, scored.stderr]).toEqual([0, '']);
    const { appeals, reports } = JSON.parse(scored.stdout);
    const now = reports.find(({ unit }: { unit: string }) => unit === 'Bản Nà Đắng').score.computed;
    expect(appeals).toEqual([
      {
        ...{ kind: 'petition', unit: 'Bản Nà Đắng', criterion: null, day: '2025-11-20', text: 'Xem lại hạng' },
        ...{ who: '', points: 10.5, now, answer: { day: '2025-11-22', text: 'Giữ nguyên', who: 'Lò A', points: null } },
      },
    ]);
    expect(runCli(folder, [...given, ...journal]).code).toBe(0);
    expect(read('bien-ban-hop-hoi-dong.docx')).toContain('Đã nhận 01 giải trình, kiến nghị:');
  });

  it('replaces what it wrote itself, and keeps what people changed', () => {
    expect(runCli(folder, given).code).toBe(0);
    expect(readdirSync(papers).filter((name) => name.includes('bản trước'))).toEqual([]);
    write(papers, 'bao-cao-ket-qua.docx', zipSync({ 'word/document.xml': new TextEncoder().encode('<d>đã sửa</d>') }));
    const { code, stdout } = runCli(folder, given);
    expect(code).toBe(0);
    expect(readdirSync(papers).filter((name) => name.normalize('NFC').includes('bản trước'))).toHaveLength(1);
    expect(stdout).toContain('BẢN ĐÃ SỬA TAY');
  });

  it('ends with one line where it cannot begin', () => {
    for (const [args, words] of [
      [['papers', 'in'], 'Thiếu thư mục ghi kết quả'],
      [[...given, '--templates', 'khong-co'], 'Không đọc được thư mục mẫu'],
      [[...given, '--council', 'in/a.xlsx'], 'không có bảng quyết định, biểu quyết'],
      [['score', 'in', '-o', 'x', '--settings', 'cai-dat.csv'], 'Không có tùy chọn'],
    ] as const) {
      const { code, stderr } = runCli(folder, args);
      expect(code).toBe(2);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stderr).toContain(words);
    }
  });
});
