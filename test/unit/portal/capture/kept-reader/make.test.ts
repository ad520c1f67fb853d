/** From a page to the questions for the officer, and from her answers to a tested reader. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../../../core/portal/capture/parse-page.ts';
import { makeReader, nextVersion } from '../../../../../core/portal/capture/taught-reader/make.ts';
import { columnProposals, proposedAddress } from '../../../../../core/portal/capture/taught-reader/propose.ts';
import { periodProposals } from '../../../../../core/portal/capture/taught-reader/propose-period.ts';
import { readTaught } from '../../../../../core/portal/capture/taught-reader/read.ts';
import { proposedMeaning } from '../../../../../core/portal/capture/taught-reader/vocabulary.ts';
import { readingsOf } from '../../../../../extension/panel/point/answers.ts';
import { CAPTION, HEADERS, kept, outlines, PAGE, pageOf, TABLE, tableHtml, URL } from './pages.ts';

function proposals(headers: readonly string[], ...rows: readonly (readonly string[])[]) {
  const [outline] = outlines(
    pageOf(
      tableHtml(
        ['Đơn vị', ...headers],
        rows.map((row, at) => [`Xã ${'ABCDE'[at]}a`, ...row]),
      ),
    ),
  );
  if (!outline) throw new Error('no table');
  return columnProposals(outline, 0, 0).map(({ header, problem, meaning }) => [
    header,
    problem ?? meaning.indicator,
    meaning.kind,
  ]);
}

describe('what the columns probably mean', () => {
  it('knows the headers of the portals', () => {
    expect(
      proposals(['Tỷ lệ hồ sơ nộp trực tuyến', 'Tỷ lệ số hóa (%)', 'Tỷ lệ hài lòng'], ['12,5%', '98', '100%']),
    ).toEqual([
      ['Tỷ lệ hồ sơ nộp trực tuyến', 'ho-so-truc-tuyen', 'percent'],
      ['Tỷ lệ số hóa (%)', 'so-hoa-ho-so', 'percent'],
      ['Tỷ lệ hài lòng', 'hai-long', 'percent'],
    ]);
    expect(
      proposals(
        ['Công khai, minh bạch', 'Thanh toán trực tuyến', 'Tổng điểm', 'Ghi chú'],
        ['15.64', '9,05', '91.7', 'tốt'],
      ),
    ).toEqual([
      ['Công khai, minh bạch', 'CKMB', 'score'],
      ['Thanh toán trực tuyến', 'TTTT', 'score'],
      ['Tổng điểm', 'TONG', 'score'],
    ]);
  });

  it('takes points beyond the maximum of a group for no such points', () => {
    expect(proposals(['Công khai, minh bạch'], ['81.5'])).toEqual([['Công khai, minh bạch', null, 'score']]);
  });

  it('asks where the figures can be read in two ways', () => {
    expect(proposals(['Tỷ lệ đúng hạn', 'Kết quả'], ['0,955', '1.234'])).toEqual([
      ['Tỷ lệ đúng hạn', 'dung-han', null],
      ['Kết quả', null, null],
    ]);
  });

  it('names no column it does not know, and none twice', () => {
    expect(
      proposals(['Số thẻ', 'Tỷ lệ đúng hạn', 'Tỷ lệ trả đúng hạn', 'Tỷ lệ quá hạn'], ['5', '9%', '8%', '1%']),
    ).toEqual([
      ['Số thẻ', null, 'count'],
      ['Tỷ lệ đúng hạn', 'dung-han', 'percent'],
      ['Tỷ lệ trả đúng hạn', null, 'percent'],
      ['Tỷ lệ quá hạn', null, 'percent'],
    ]);
  });

  it('cannot keep a column without a name of its own', () => {
    expect(proposals(['Số', 'Số', ''], ['1', '2', '3'])).toEqual([
      ['Số', 'repeated', 'count'],
      ['Số', 'repeated', 'count'],
      ['', 'unnamed', 'count'],
    ]);
  });

  it('uses two columns of one name, each beside what it is the share of', () => {
    expect(
      proposals(
        ['Hồ sơ đúng hạn', 'Tỷ lệ', 'Hồ sơ số hóa', 'Tỷ lệ'],
        ['90', '90%', '80', '80,5%'],
        ['9', '9%', '8', '8%'],
      ),
    ).toEqual([
      ['Hồ sơ đúng hạn', null, 'count'],
      ['Hồ sơ đúng hạn › Tỷ lệ', 'dung-han', 'percent'],
      ['Hồ sơ số hóa', null, 'count'],
      ['Hồ sơ số hóa › Tỷ lệ', 'so-hoa-ho-so', 'percent'],
    ]);
    const page = pageOf(
      tableHtml(
        ['Đơn vị', 'Đúng hạn', 'Tỷ lệ', 'Số hóa', 'Tỷ lệ'],
        [['Xã Long Thạnh', '90', '90%', '80', '80,5%']],
        CAPTION,
      ),
    );
    const definition = kept(page, {
      ...TABLE,
      figures: [
        { kind: 'percent', header: 'Đúng hạn › Tỷ lệ', indicator: 'dung-han', sign: true },
        { kind: 'percent', header: 'Số hóa › Tỷ lệ', indicator: 'so-hoa-ho-so', sign: true },
      ],
    });
    const read = readTaught(definition, parsePage(page.body), page);
    expect(read.kind === 'found' && read.readings.map(({ value }) => value)).toEqual([90, 80.5]);
  });

  it.each(['Hồ sơ tiếp nhận', 'Số hồ sơ đã tiếp nhận', 'Tổng số tiếp nhận', 'Tiếp nhận › Tổng số'])(
    'takes “%s” for all that was received',
    (header) => {
      expect(proposedMeaning(header, 'grouped', 1234)).toEqual({ indicator: 'tiep-nhan', kind: 'count' });
    },
  );

  it.each([
    'Tổng số hồ sơ tiếp nhận trực tuyến',
    'Hồ sơ tiếp nhận › Trực tuyến',
    'Hồ sơ tiếp nhận trong kỳ',
    'Mới tiếp nhận',
  ])('takes “%s” for a part of it', (header) => {
    expect(proposedMeaning(header, 'grouped', 1234).indicator).toBeNull();
  });

  it('offers a count of dossiers as no percent', () => {
    const offered = (text: string) => readingsOf('own', text).map(({ reading }) => reading);
    expect(offered('1.100')).not.toContain('percent');
    expect(offered('1.100')).toContain('count');
    expect(offered('98,5')).toContain('percent');
    expect(offered('1.100%')).toContain('percent');
  });

  it('puts counts of a grouped header together only when both are there', () => {
    const table = (
      total: string,
    ) => `<table><tr><th rowspan="2">STT</th><th rowspan="2">Đơn vị</th><th colspan="3">Hồ sơ đã giải quyết</th></tr>
      <tr><th>${total}</th><th>Trước hạn</th><th>Quá hạn</th></tr><tr><td>1</td><td>Xã Aa</td><td>1.130</td><td>1.120</td><td>10</td></tr></table>`;
    const of = (total: string) => {
      const [outline] = outlines(pageOf(table(total)));
      return outline
        ? columnProposals(outline, 1, 0).map(({ header, meaning }) => [header, meaning.indicator, meaning.kind])
        : [];
    };
    expect(of('Tổng số')).toEqual([
      ['Hồ sơ đã giải quyết › Tổng số', 'dung-han', 'denominator'],
      ['Hồ sơ đã giải quyết › Trước hạn', 'dung-han', 'numerator'],
      ['Hồ sơ đã giải quyết › Quá hạn', null, 'count'],
    ]);
    expect(of('Đã trả')[1]).toEqual(['Hồ sơ đã giải quyết › Trước hạn', null, 'count']);
  });
});

describe('where the period and the page are', () => {
  const [outline] = outlines(PAGE);
  if (!outline) throw new Error('no table');

  it('offers what names a period now, and asking last', () => {
    const places = (url: string) => periodProposals(outline, parsePage(''), url, 0).map(({ place }) => place.from);
    expect(places(URL)).toEqual(['heading', 'asked']);
    expect(places(`${URL}&thang=2&nam=2026`)).toEqual(['heading', 'address', 'asked']);
    const dated = outlines(pageOf(tableHtml(['Đơn vị', 'Kỳ', 'Số'], [['Xã Aa', '02/2026', '5']])))[0];
    expect(dated && periodProposals(dated, parsePage(''), URL, 0)).toEqual([
      { place: { from: 'column', header: 'Kỳ' }, period: { kind: 'month', year: 2026, month: 2 } },
      { place: { from: 'asked' }, period: null },
    ]);
  });

  it('keeps the parameters that say what is shown, not the page, the time or the visit', () => {
    expect(
      proposedAddress(
        'https://A.gov.vn:8443/x/?loai=xa&trang=2&thang=2&tuNgay=1&token=abc&q=a%20b&sid=1#/bao-cao/so?y=1',
      ),
    ).toEqual({
      host: 'a.gov.vn',
      path: '/x',
      query: [{ name: 'loai', value: 'xa' }],
      fragment: '#/bao-cao/so',
    });
    expect(proposedAddress('file:///C:/trang.html')).toMatchObject({ host: 'tep', path: '' });
    expect(proposedAddress('about:blank')).toBeUndefined();
  });
});

describe('making a reader', () => {
  const before = kept();
  const pointed = { ...before, before: null };

  it('goes on from the version it takes the place of', () => {
    expect(nextVersion(undefined, '2026-03-01')).toBe('2026-03-01.1');
    expect(nextVersion('2026-03-01.9', '2026-03-01')).toBe('2026-03-01.10');
    expect(nextVersion('2026-03-02.1', '2026-03-01')).toBe('2026-03-02.2');
  });

  it('tries it on the page, and returns the figures of her unit', () => {
    const made = makeReader({ ...pointed, before }, parsePage(PAGE.body), PAGE, '2026-03-02');
    expect(made).toMatchObject({ ok: true, definition: { version: '2026-03-02.1', id: before.id } });
    expect(made.ok && made.readings.map(({ value }) => value)).toEqual([1234, 98.5, 7.25]);
  });

  it.each([
    [
      'a figure that cannot be read so',
      [{ kind: 'count', header: HEADERS[4] ?? '', indicator: 'A' }],
      /^Cột “Điểm chất lượng” có 2 ô không đọc được chắc chắn/,
    ],
    [
      'a number that can be told in two ways',
      [{ kind: 'score', header: HEADERS[2] ?? '', indicator: 'A', max: null, decimal: null }],
      /“1.234” của Xã Long Thạnh/,
    ],
    [
      'half a share',
      [{ kind: 'numerator', header: HEADERS[2] ?? '', indicator: 'Tỷ lệ A' }],
      /Chưa giữ được: chỉ số “Tỷ lệ A” phải có cả tử số và mẫu số/,
    ],
    ['no column chosen', [], /^Chưa giữ được: hãy chọn ít nhất một cột số\.$/],
  ] as const)('keeps nothing with %s', (_, figures, reason) => {
    const made = makeReader(
      { ...pointed, tables: [{ ...TABLE, figures: [...figures] }] },
      parsePage(PAGE.body),
      PAGE,
      '2026-03-01',
    );
    expect(made).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });

  it('reads the table of any portal case we have a reader for the same way', () => {
    const body = readFileSync('core/portal/capture/readers/tan-dan/cases/ok.html', 'utf8');
    const page = { ...PAGE, url: 'https://dichvucong.example.gov.vn/thong-ke?thang=9&nam=2025', body };
    const [outline] = outlines(page);
    if (!outline) throw new Error('no table');
    const row = outline.rows.findIndex(({ cells }) => cells[1]?.text === 'Xã Nông Cống');
    const headers = columnProposals(outline, 1, row).map(
      ({ header, text, meaning }) => `${header}: ${text} ${meaning.indicator}`,
    );
    expect(headers).toEqual([
      'Tổng số tiếp nhận: 1.234 tiep-nhan',
      'Hồ sơ đã xử lý › Trước hạn: 1.000 null',
      'Hồ sơ đã xử lý › Đúng hạn: 120 null',
      'Hồ sơ đã xử lý › Quá hạn: 10 null',
      'Hồ sơ đã xử lý › Tỷ lệ trước hạn và đúng hạn: 99,12% dung-han',
      'Hồ sơ đang xử lý › Trong hạn: 104 null',
      'Hồ sơ đang xử lý › Quá hạn: 0 null',
    ]);
  });
});
