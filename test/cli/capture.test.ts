/** The `capture` command on saved pages: the contract's document, and one line when something is missing. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { taughtReaderFile } from '../../core/portal/capture/taught-reader/file.ts';
import { capturesFileSchema } from '../../core/portal/indicator/observation.ts';
import { printedReport } from '../fixtures/printed-report.ts';
import { kept, PAGE as POINTED } from '../unit/portal/capture/kept-reader/pages.ts';
import { runCli } from './command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'capture-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PAGE = 'core/portal/capture/readers/form-06a/cases/fields-ok.html';
const URL = 'https://motcua.example.gov.vn/bao-cao/06a';

describe('capture', () => {
  it('prints the document of the contract and writes the captures file', () => {
    const output = join(folder, 'captures.json');
    const run = runCli('.', ['capture', PAGE, '--url', URL, '--at', '2025-10-16', '--json', '-o', output]);
    expect(run.code).toBe(0);
    const document = JSON.parse(run.stdout);
    expect(Object.keys(document)).toEqual(['observations', 'reader', 'warnings', 'questions']);
    expect(document.reader).toEqual({ id: 'form-06a', version: expect.any(String) });
    expect(document.observations[1]).toMatchObject({
      indicator: 'dung-han',
      unit: { name: 'UBND xã Ta Ma' },
      period: '2025-Q3',
      value: 99.9,
      numerator: 10410,
      denominator: 10420,
      provenance: { url: URL, capturedAt: '2025-10-16T00:00:00+07:00' },
    });
    expect(capturesFileSchema.parse(JSON.parse(readFileSync(output, 'utf8'))).observations).toHaveLength(3);
  });

  it('reads nothing from a page that was changed, and says so', () => {
    const run = runCli('.', [
      'capture',
      'core/portal/capture/readers/form-06a/cases/changed.html',
      '--url',
      URL,
      '--json',
    ]);
    // A script must see that nothing was read; the document still says why, and so does the one line.
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/^Không tìm thấy: [^\n]+\n$/);
    expect(JSON.parse(run.stdout)).toMatchObject({ observations: [], warnings: [run.stderr.trim()] });
  });

  it('reads with a taught reader of the extension, for a unit found by name', () => {
    const [page, reader] = [join(folder, 'trang.html'), join(folder, 'cach-doc.json')];
    writeFileSync(page, POINTED.body);
    writeFileSync(reader, taughtReaderFile(kept()));
    const args = ['capture', page, '--url', POINTED.url, '--at', POINTED.at, '--unit', 'xã Long Thạnh', '--json'];
    expect(JSON.parse(runCli('.', args).stdout).observations).toEqual([]);
    const document = JSON.parse(runCli('.', [...args, '--reader', reader]).stdout);
    expect(document.reader).toEqual({ id: 'kept-0123abcd', version: '2026-03-01.1' });
    expect(document.observations.map((observation: { value: number }) => observation.value)).toEqual([
      1234, 98.5, 7.25,
    ]);
  });

  it('adds up several reports of a period, and names the file that cannot be added', () => {
    const head = [
      ...['Tiếp nhận', 'Tiếp nhận trực tuyến', 'Tiếp nhận trực tiếp', 'Tiếp nhận kỳ trước', 'Đã giải quyết'],
      ...['Đã giải quyết trước hạn', 'Đã giải quyết đúng hạn', 'Đã giải quyết quá hạn', 'Đang giải quyết'],
      ...['Đang giải quyết trong hạn', 'Đang giải quyết quá hạn'],
    ];
    const report = (name: string, title: string, figures: string) => {
      const path = join(folder, name);
      writeFileSync(path, `BÁO CÁO ${title}\nSTT,Đơn vị,${head.join(',')}\n1,UBND xã Ta Ma,${figures}\n`);
      return path;
    };
    const province = report('tinh.csv', 'QUÝ III NĂM 2025', '120,100,15,5,110,80,20,10,10,8,2');
    const ministry = report('bo.csv', 'QUÝ III NĂM 2025', '40,30,10,0,40,30,10,0,0,0,0');
    const older = report('cu.csv', 'QUÝ II NĂM 2025', '40,30,10,0,40,30,10,0,0,0,0');
    const at = ['--at', '2025-10-16', '--json'];
    const document = JSON.parse(runCli('.', ['capture', province, ministry, ...at]).stdout);
    expect(document.observations.map((observation: { value: number }) => observation.value)).toEqual([
      160, 93.33, 83.87,
    ]);
    const refused = runCli('.', ['capture', province, older, ...at]);
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain('“cu.csv” ghi quý II năm 2025');
    expect(runCli('.', ['capture', province, PAGE, ...at]).stderr).toContain('chỉ gộp các tệp báo cáo');
  });

  it('reads a report printed to PDF by the grid drawn on it', () => {
    const figures = ['120', '100', '15', '5', '110', '80', '20', '10', '10', '8', '2'];
    const path = join(folder, '06a.pdf');
    const rows = [
      ['1', 'Ho tich', ...figures],
      ['', 'TONG CONG', ...figures],
    ];
    writeFileSync(path, printedReport('BAO CAO QUY III NAM 2025', rows));
    const args = ['capture', path, '--at', '2025-10-16', '--unit', 'xã Ta Ma', '--json'];
    const document = JSON.parse(runCli('.', args).stdout);
    expect(document.questions).toEqual([]);
    expect(
      document.observations.map((observation: { period: string; value: number }) => [
        observation.period,
        observation.value,
      ]),
    ).toEqual([
      ['2025-Q3', 120],
      ['2025-Q3', 90.91],
      ['2025-Q3', 86.96],
    ]);
  });

  it.each([
    [['capture', PAGE, '--url', URL, '--reader', PAGE], 'không phải tệp cách đọc'],
    [['capture'], 'Thiếu tệp trang đã lưu'],
    [['capture', PAGE], 'Thiếu --url'],
    [['capture', PAGE, '--url', 'motcua'], 'không phải địa chỉ trang web'],
    [['capture', 'khong-co.html', '--url', URL], 'Không đọc được tệp'],
    [['capture', PAGE, '--url', `${URL}/a b`], 'không phải địa chỉ trang web'],
    [['capture', PAGE, '--url', URL, '--unit', ' '], '--unit cần tên hoặc mã'],
    [['capture', PAGE, '--url', URL, '--at', 'hôm qua'], 'không đúng dạng'],
    [['capture', PAGE, '--url', URL, '--at', '2026-02-30'], 'không có thật'],
    [['capture', PAGE, '--url', URL, '--at', '2026'], 'không đúng dạng'],
    [['capture', PAGE, '--url', URL, '--at', '2026-10-01T25:00'], 'không có thật'],
  ])('refuses %j in one line', (args, output) => {
    const run = runCli('.', args);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stderr).toContain(output);
  });
});
