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

  it('raises a question once: after the answer it is known', () => {
    const url = `${FORM.url}?_thongke_WAR_x=1`;
    const { outcome } = readCaptured({ ...FORM, url });
    if (outcome.kind === 'not-found') throw new Error(outcome.reason);
    const keys = outcome.questions?.map(({ key }) => key) ?? [];
    expect(keys).toHaveLength(1);
    const again = readCaptured({ ...FORM, url, answered: new Set(keys) });
    expect(again.outcome).toMatchObject({ kind: 'found', questions: [] });
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
