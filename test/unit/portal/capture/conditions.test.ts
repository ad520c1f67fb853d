/** Conditions on a page or in a request: known to the reader, or a question in words; harmless ones are neither. */
import { describe, expect, it } from 'vitest';
import { observe } from '../../../../core/portal/capture/observe.ts';
import { readParts } from '../../../../core/portal/capture/read-parts.ts';
import type { Captured } from '../../../../core/portal/capture/reader.ts';
import { readCaptured } from '../../../../core/portal/capture/registry.ts';
import { savedCases } from '../../../fixtures/mutator/mutate.ts';
import { LISTS } from '../../../fixtures/mutator/widgets.ts';

/** What surrounds the figures on most portals and does not concern them. */
const FURNITURE = `
<header class="topbar"><div class="dropdown user-menu"><a class="dropdown-toggle">Nguyễn Văn A</a></div>
<input type="search" placeholder="Tìm kiếm"><select><option selected>Tiếng Việt</option></select></header>
<nav><ul class="nav navbar-nav"><li><a>Trang chủ</a></li><li class="active"><a>Thống kê</a></li></ul></nav>
<aside class="sidebar"><ul class="menu"><li class="active"><a>Báo cáo</a></li><li><a>Hồ sơ</a></li></ul></aside>
<ol class="breadcrumb"><li>Trang chủ</li><li class="active">Thống kê</li></ol>
<label for="f1">Lĩnh vực</label><select id="f1"><option selected>Tất cả lĩnh vực</option><option>Hộ tịch</option></select>
<mat-select><span class="mat-mdc-select-placeholder">Chọn kênh</span></mat-select>
<select name="table_length"><option>10</option><option selected>50</option></select>
<input type="text" placeholder="Nhập tên đơn vị"><label><input type="checkbox"> Chỉ hồ sơ quá hạn</label>
<label><input type="radio" name="k" checked> Tất cả</label><label><input type="radio" name="k"> Trực tuyến</label>
<button class="btn">Xuất Excel</button><button class="carousel-control-next"><span></span></button>
<div class="p-paginator"><button class="p-paginator-next p-disabled" disabled></button></div>`;
const BEHIND = '<footer>Bản quyền © 2021. Xem thêm tại Cổng thông tin. Trang 1/1</footer><a>Xem chi tiết</a>';

describe('what stands around the figures', () => {
  it('raises no question, and changes no reading', () => {
    for (const { name, captured, readings, readers } of savedCases()) {
      if (/^\s*[[{]/.test(captured.body)) continue;
      const body = captured.body.replace('<body>', `<body>${FURNITURE}`).replace('</body>', `${BEHIND}</body>`);
      const { outcome } = readCaptured({ ...captured, body }, readers);
      expect(outcome, name).toMatchObject({ kind: 'found', readings, warnings: [], questions: [] });
    }
  });

  it('leaves every saved page and answer without a question', () => {
    for (const { name, captured, readers } of savedCases()) {
      const { outcome } = readCaptured(captured, readers);
      const isAsked = name === 'national-2026/one-procedure.case.json';
      expect(outcome.kind === 'found' ? (outcome.questions?.length ?? 0) : -1, name).toBe(isAsked ? 1 : 0);
    }
  });
});

const FORM = savedCases().find(({ name }) => name === 'form-06a/fields-ok.case.json')?.captured as Captured;

describe('a choice that no reader understands', () => {
  it.each(Object.keys(LISTS))('raises a question in its own words, whatever draws it: %s', (widget) => {
    const body = FORM.body.replace('<body>', `<body>${LISTS[widget]?.('Hộ tịch', 'Lĩnh vực')}`);
    const { questions, observations } = observe({ ...FORM, body }, null, '');
    expect(questions).toHaveLength(1);
    expect(questions[0]?.about).toMatch(/^Trang đang chọn “(?:Lĩnh vực: )?Hộ tịch”\. Số này là của cả xã\?$/);
    expect(observations).toHaveLength(3);
  });

  it('raises one question, the same for the same state and another for another', () => {
    const keysOf = (url: string) => {
      const { outcome } = readCaptured({ ...FORM, url });
      if (outcome.kind === 'not-found') throw new Error(outcome.reason);
      return outcome.questions?.map(({ key }) => key) ?? [];
    };
    const keys = keysOf(`${FORM.url}?_thongke_WAR_x=1`);
    expect(keys).toHaveLength(1);
    expect(keysOf(`${FORM.url}?_thongke_WAR_x=1`)).toEqual(keys);
    expect(keysOf(`${FORM.url}?_thongke_WAR_x=2`)).not.toEqual(keys);
  });
});

describe('a row of dots', () => {
  it('tells of more rows, but not where the copy of a page has masked people', () => {
    const questionsOn = (cell: string) => {
      const people = `<table><tr><th>Họ và tên</th><th>Số CMND</th></tr><tr>${cell}${cell}</tr></table>`;
      const { outcome } = readCaptured({ ...FORM, body: FORM.body.replace('<table>', `${people}<table>`) });
      return outcome.kind === 'found' ? outcome.questions?.map(({ shown }) => shown) : outcome.reason;
    };
    expect(questionsOn('<td data-person="">…</td>')).toEqual([]);
    expect(questionsOn('<td>…</td>')).toHaveLength(1);
  });
});

describe('two units on one page', () => {
  it('leave the figures without a unit until the officer names it', () => {
    const list = '<select name="donvi"><option selected>UBND xã Mường Giôn</option></select>';
    const { observations, questions } = observe(
      { ...FORM, body: FORM.body.replace('<body>', `<body>${list}`) },
      null,
      '',
    );
    expect(observations).toEqual([]);
    expect(questions).toHaveLength(1);
  });
});

describe('the total beside its groups', () => {
  const answer = (call: string, value: number, max: number): Captured => ({
    url: `https://dichvucong.gov.vn/api/v1/reporting/evaluation/${call}`,
    request: JSON.stringify({ rootDepartmentId: 'tinh', timeType: 'year', year: 2026 }),
    at: '2026-10-01T08:00:00+07:00',
    body: JSON.stringify({
      code: 'OK',
      data: {
        evaluation: [
          { departmentId: 'xa', departmentName: 'UBND xã Ta Ma', totalScore: value, ratio: null, totalMaxScore: max },
        ],
      },
    }),
  });
  const read = (total: number) =>
    readParts([
      answer('service-results', total, 100),
      ...[answer('transparency', 8, 18), answer('dvc-progress-tree', 17, 20), answer('provide-online-tree', 7, 12)],
      ...[answer('formality-online-payment-tree', 6, 10), answer('handling-satisfaction', 9, 18)],
      answer('dossier-digitized', 6.32, 22),
    ]);

  it('raise a question where they do not add up to the total', () => {
    expect(read(53.32)).toMatchObject({ kind: 'found', questions: [] });
    expect(read(52)).toMatchObject({
      questions: [{ unit: 'xa', shown: 'tổng 52, các nhóm cộng lại 53,32' }],
    });
  });
});

/** Between the heading and the table, or below it, on most reports. */
const BESIDE = [
  ...['(Ban hành kèm theo Thông tư số 01/2020/TT-VPCP)', 'Biểu số II.06a/VPCP/KSTT', 'Kỳ báo cáo: Quý III/2025'],
  ...['Đơn vị tính: Số hồ sơ TTHC', 'Đơn vị báo cáo: UBND xã Ta Ma', 'Đơn vị nhận báo cáo: UBND tỉnh Sơn La'],
  ...['Tổng số bản ghi: 2', 'Tìm thấy 2 lĩnh vực', 'Trang 1/1', 'Xuất Excel', 'Nhấn vào số để xem chi tiết'],
  ...['NGƯỜI LẬP BIỂU', '(Ký, ghi rõ họ và tên)', 'KT. CHỦ TỊCH', 'Ta Ma, ngày 05 tháng 10 năm 2025', '© 2025 VNPT'],
  ...[
    'Cập nhật lúc 8:00 ngày 15/10/2025',
    'Ngày in: 05/10/2025',
    'UBND XÃ TA MA',
    'Xã Ta Ma',
    'Từ 01/07/2025 đến 30/09/2025',
  ],
];

describe('a line right beside the table', () => {
  const read = (line: string, isBelow: boolean) => {
    const table = isBelow ? `</table><p>${line}</p>` : `<p>${line}</p><table>`;
    const { outcome } = readCaptured({ ...FORM, body: FORM.body.replace(isBelow ? '</table>' : '<table>', table) });
    if (outcome.kind === 'not-found') throw new Error(outcome.reason);
    return outcome.questions?.map(({ about }) => about) ?? [];
  };

  it.each(BESIDE)('raises no question where it is on every report: %s', (line) => {
    expect([...read(line, false), ...read(line, true)]).toEqual([]);
  });

  it('raises one question where nothing is known of it, whatever it says', () => {
    for (const isBelow of [false, true])
      expect(read('Dữ liệu nguội', isBelow)).toEqual([
        'Cạnh bảng, trang ghi “Dữ liệu nguội” mà cách đọc này chưa biết. Số này vẫn là của cả xã, cả kỳ và đã tải xong?',
      ]);
  });
});

describe('figures that go up to a day before the end of their period', () => {
  const questionsOf = (at: string) => {
    const body = FORM.body.replace('</table>', '</table><p>(Số liệu tự động cập nhật đến 00:00 ngày 05/09/2025)</p>');
    const { outcome } = readCaptured({ ...FORM, at, body });
    return outcome.kind === 'found' ? outcome.warnings : [outcome.reason];
  };

  it('are handed on with that day once the period is over, not while it runs', () => {
    expect(questionsOf('2025-10-16T08:00:00+07:00')).toEqual([
      'Trang ghi số liệu chỉ đến ngày 05/09/2025, chưa hết quý III năm 2025.',
    ]);
    expect(questionsOf('2025-09-06T08:00:00+07:00')).toEqual([]);
  });
});
