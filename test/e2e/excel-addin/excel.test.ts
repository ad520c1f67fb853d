/**
 * A day of the office in Excel: forms, filling in, the check, the flags, the council, the ranking, and taking the run
 * back.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formGrid } from '../../../core/form/form-grid.ts';
import { criteriaSetFor } from '../../../core/movement/criteria-set-for.ts';
import { toA1 } from '../../../core/sheet/grid/address.ts';
import { demoMovement } from '../../fixtures/demo/build-demo.ts';
import { heldActs } from '../acts.ts';
import { type AddInBrowser, addInBrowser, type OpenedPage } from './addin-browser.ts';
import { bookText, differences, standsOn, tableRows } from './book-text.ts';
import {
  checkAndScore,
  chooseMovement,
  cutTexts,
  findingsIn,
  goTo,
  goToFlags,
  PLACES,
  pageScroll,
  press,
  said,
  seriousFindings,
  wearTheme,
} from './pane.ts';
import { takePicture } from './pictures.ts';

/** Of the pictures. */
const NAME: Readonly<Record<(typeof PLACES)[number], string>> = {
  'Kế hoạch': 'plan',
  'Tiêu chí và mẫu': 'criteria',
  'Báo cáo': 'reports',
  'Cần xem': 'flags',
  'Hội đồng': 'council',
  'Kết quả': 'ranking',
  'Văn bản': 'papers',
  'Năm sau': 'next',
};
const UNITS = ['Bản Nà Mới', 'Bản Huổi Mới'];

/** Milliseconds: the build comes first. */

describe('the pane in Excel, over a workbook of 24 reports', () => {
  let addIn: AddInBrowser;
  let opened: OpenedPage;
  beforeAll(async () => {
    addIn = await addInBrowser();
    const base64 = addIn.file('sample/ta-ma-2025.xlsx').toString('base64');
    opened = await addIn.open('taskpane.html', { api: '1.14', name: 'Ta Ma 2025.xlsx', base64 });
  });
  afterAll(() => addIn?.close());

  it('opens and finds the reports', async () => {
    const { page } = opened;
    await chooseMovement(page);
    await goTo(page, 'Báo cáo');
    await page.getByRole('table', { name: 'Báo cáo của đơn vị (24)' }).waitFor();
  });

  it('makes forms for pasted units, which the officer fills in', async () => {
    const { page } = opened;
    await goTo(page, 'Tiêu chí và mẫu');
    await press(page, 'Tạo mẫu');
    const form = page.getByRole('region', { name: 'Tạo mẫu báo cáo' });
    await form.getByLabel('Đối tượng thi đua').selectOption('village');
    await form.getByLabel('Kỳ báo cáo').selectOption({ label: 'Cả năm' });
    await form.getByLabel('Năm').selectOption('2025');
    await form.getByLabel(/Danh sách đơn vị/).fill(UNITS.map((unit, at) => `${at + 1}. ${unit}`).join('\n'));
    expect([await cutTexts(page), await seriousFindings(page)]).toEqual([[], []]);
    await press(page, 'Tạo 2 mẫu');
    expect(await said(page)).toContain('Đã tạo 2 mẫu báo cáo');
    await goTo(page, 'Báo cáo');
    await page.getByRole('table', { name: 'Báo cáo của đơn vị (26)' }).waitFor();
    for (const unit of UNITS) await fill(unit, unit === UNITS[0]);
  });

  it('takes a run back: the workbook is as it was', async () => {
    const { page } = opened;
    const before = await bookText(page);
    expect(await checkAndScore(page)).toContain('Đã kiểm tra và chấm điểm: 26 báo cáo');
    const scored = await bookText(page);
    expect(Object.keys(scored)).toEqual(expect.arrayContaining(['Cảnh báo', 'Xếp hạng']));
    expect(scored[UNITS[0] ?? '']).not.toEqual(before[UNITS[0] ?? '']);
    await press(page, 'Hoàn tác lần chạy');
    expect(await said(page)).toContain('Đã hoàn tác: Kiểm tra và chấm điểm.');
    expect(Object.keys(await bookText(page))).toEqual(Object.keys(before));
    expect(differences(before, await bookText(page))).toEqual([]);
  });

  it('checks and scores: flags and ranking stand in tables of the workbook, with a chart', async () => {
    const { page } = opened;
    await page.evaluate(() => window.excelHost?.undoLosses.splice(0));
    expect(await checkAndScore(page)).toContain('26 báo cáo');
    const flags = await tableRows(page, 'TDS_CanhBao');
    // The list of units, begun with the forms, holds those who had reported before.
    expect(flags?.filter((row) => row[1] === 'Đơn vị không có trong danh sách')).toEqual([]);
    const ranking = await tableRows(page, 'TDS_XepHang');
    expect(flags?.[0]?.slice(0, 3)).toEqual(['Mức độ', 'Loại cảnh báo', 'Đơn vị']);
    expect(flags?.length).toBeGreaterThan(20);
    expect(ranking?.flat()).toEqual(expect.arrayContaining(UNITS));
    const charts = await page.evaluate(() => window.excelHost?.book.sheets.flatMap(({ charts }) => charts).length);
    expect(charts).toBeGreaterThan(0);
    const lost = await page.evaluate(() => window.excelHost?.undoLosses);
    expect(lost).toEqual([]);
  });

  it('walks the flags: the selection follows, and each says why', async () => {
    const { page } = opened;
    await goToFlags(page);
    const walked: string[] = [];
    await page.getByRole('group', { name: 'Mức độ' }).getByRole('button', { name: /^Lỗi/ }).click();
    const stand = async () => {
      const current = await page.locator('[aria-current="true"]').innerText();
      const place = async () => {
        const { sheet, row, column } = await standsOn(page);
        return `${sheet}!${toA1(row, column)}`;
      };
      await expect.poll(async () => current.includes(await place())).toBe(true);
      walked.push(await place());
    };
    await press(page, 'Sau');
    await stand();
    await press(page, 'Sau');
    await stand();
    await page.keyboard.press('Alt+ArrowDown');
    await stand();
    await press(page, 'Trước');
    await stand();
    expect(walked[3]).toBe(walked[1]);
    expect(new Set(walked).size).toBeGreaterThan(1);

    const current = page.locator('[aria-current="true"]');
    await current.getByRole('button', { name: 'Vì sao' }).click();
    await current.getByText('Cách xử lý:').waitFor();
    await current.getByText('Ảnh hưởng:').waitFor();
  });

  it('shows every place whole, readable by everyone, in light and dark', async () => {
    const { page } = opened;
    for (const theme of ['light', 'dark'] as const) {
      await wearTheme(page, theme);
      for (const place of PLACES) {
        for (const width of [320, 900]) {
          await page.setViewportSize({ width, height: 720 });
          await goTo(page, place);
          const found = {
            cut: await cutTexts(page),
            scroll: await pageScroll(page),
            serious: await findingsIn(page, theme),
          };
          expect({ place, theme, width, ...found }).toEqual({ place, theme, width, cut: [], scroll: 0, serious: [] });
          await takePicture(page, `${NAME[place]}-${theme}${width === 900 ? '-wide' : ''}`);
        }
      }
    }
    await page.setViewportSize({ width: 320, height: 720 });
  });

  it('lets the council accept, adjust and return, and scores again at once', async () => {
    const { page } = opened;
    const rankingBefore = await tableRows(page, 'TDS_XepHang');
    await goTo(page, 'Cần xem');
    await press(page, 'Theo đơn vị');
    await page.getByText(/^Phiếu cần xét/).waitFor();
    for (const [label, reason] of [
      [/^Chấp nhận số liệu/, ''],
      [/^Điều chỉnh điểm/, 'Minh chứng chỉ chứng minh được một nửa'],
      [/^Trả lại đơn vị/, 'Thiếu minh chứng, gửi lại trước ngày 20/12'],
    ] as const) {
      await openSheetWith(label);
      // The same field stands again in the form that withdraws a decision.
      await page
        .getByLabel(/^Người quyết định/)
        .first()
        .fill('Nguyễn Văn A, Thường trực Hội đồng');
      const item = page
        .getByRole('listitem')
        .filter({ has: page.getByRole('radio', { name: label }) })
        .first();
      await item.getByRole('radio', { name: label }).check();
      if (label.source.includes('Điều chỉnh')) await item.getByLabel('Số điểm').fill('0,5');
      if (reason !== '') {
        await item.getByRole('button', { name: 'Ghi quyết định' }).click();
        await item.getByRole('alert').getByText(/lý do/i).waitFor();
        await item.getByLabel('Lý do').fill(reason);
        expect([label, await cutTexts(page), await seriousFindings(page)]).toEqual([label, [], []]);
      }
      await item.getByRole('button', { name: 'Ghi quyết định' }).click();
      expect(await said(page)).toContain('Đã ghi quyết định và chấm lại điểm.');
    }
    const log = await tableRows(page, 'TDS_HoiDong');
    expect(log).toHaveLength(4);
    expect(await tableRows(page, 'TDS_XepHang')).not.toEqual(rankingBefore);
    await goTo(page, 'Hội đồng');
    await page.getByText('Nhật ký quyết định (3)').waitFor();
    expect(await page.getByText('Nhật ký quyết định bị sửa').count()).toBe(0);
  });

  it('shows the ranking with its chart', async () => {
    const { page } = opened;
    await goTo(page, 'Kết quả');
    await page.getByLabel('Đối tượng thi đua').selectOption({ label: 'Bản' });
    await page
      .getByRole('row', { name: new RegExp(UNITS[0] ?? '') })
      .first()
      .waitFor();
    const chart = page.getByRole('img', { name: /^Biểu đồ điểm/ });
    await chart.waitFor();
    expect((await chart.boundingBox())?.height).toBeGreaterThan(100);
    for (const theme of ['light', 'dark'] as const) {
      await wearTheme(page, theme);
      await takePicture(page, `ranking-${theme}`);
    }
  });

  it('opens a unit on its sheet, at its first flag', async () => {
    const { page } = opened;
    const unit = UNITS[1] ?? '';
    await heldActs(page, 'a unit on its sheet, at its first flag', async () => {
      await page
        .getByRole('table', { name: /^Xếp hạng/ })
        .getByRole('button', { name: unit })
        .click();
      await page.locator('[aria-current="true"]').waitFor();
    });
    await page.getByRole('tab', { name: 'Cần xem', selected: true }).waitFor();
    expect(await page.getByLabel('Đơn vị').inputValue()).toBe(unit);
    const { sheet, row, column } = await standsOn(page);
    expect(sheet).toBe(unit);
    expect(await page.locator('[aria-current="true"]').innerText()).toContain(`${sheet}!${toA1(row, column)}`);
  });

  it('says in Vietnamese that an older Excel cannot do it', async () => {
    const { page, faults } = await addIn.open('taskpane.html', { api: '1.7' });
    await page.getByText(/Excel 2021/).waitFor();
    expect(await page.getByRole('tab').count()).toBe(0);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('made no request outside this computer and threw nothing', () => {
    expect(opened.outside).toEqual([]);
    expect(opened.faults).toEqual([]);
  });

  /** Types a unit's figures into its form, as the village would: everything reached, or half of it. */
  async function fill(unit: string, isBest: boolean): Promise<void> {
    const set = criteriaSetFor(demoMovement(), 'village', { kind: 'year', year: 2025 });
    if (!set) throw new Error('no criteria for villages');
    const grid = formGrid(set, 'UBND xã');
    const cells: [string, string][] = [[toA1(grid.dateCell.row, grid.dateCell.column), '20/10/2025']];
    for (const row of grid.rows) {
      if (row.kind !== 'line') continue;
      for (const role of row.line.open) {
        const column = grid.columns.get(role);
        const text = { numerator: isBest ? '10' : '4', denominator: '10', evidence: `Báo cáo số ${row.row}/BC-BQL` };
        const value = role === 'value' && row.line.measure === 'yes-no' ? 'Có' : text[role as keyof typeof text];
        if (column !== undefined && value !== undefined) cells.push([toA1(row.row, column), value]);
      }
    }
    await opened.page.evaluate(
      ([sheet, typed]) => {
        for (const [address, text] of typed) window.excelHost?.type(sheet, address, text);
      },
      [unit, cells] as const,
    );
  }

  /** Opens the first sheet of the queue where this can be decided. */
  async function openSheetWith(label: RegExp): Promise<void> {
    const { page } = opened;
    await backToQueue();
    await page.locator('button[data-roving]').first().click();
    const next = page.getByRole('button', { name: 'Sau', exact: true });
    while ((await page.getByRole('radio', { name: label }).count()) === 0) await next.click();
  }

  async function backToQueue(): Promise<void> {
    const { page } = opened;
    const back = page.getByRole('button', { name: 'Danh sách phiếu' });
    if ((await back.count()) > 0) await back.click();
    await page.getByText(/^Phiếu cần xét/).waitFor();
  }
});
