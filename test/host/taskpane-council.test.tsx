// @vitest-environment jsdom
/**
 * The council's place on a page over a real workbook: a criterion graded down one column by keyboard, equal flags
 * decided together, who met, all candidates voted on in one table, the results closed and opened again; and what would
 * move if points were otherwise.
 */
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { COUNCIL_TABLES, findTable, OWN_TABLES, rowsOf, textOf } from '../../session/book/own-tables.ts';
import { paneSession } from '../../session/pane/pane.ts';
import { App } from '../../ui/pane/app.tsx';
import { nominatedBook } from './nominated-book.ts';
import { demoFiles, openPreview, sure, type TestHost } from './session-hosts.ts';

const WHO = 'Lò Văn A, Chủ tịch Hội đồng';

let held: TestHost;
let root: Root;
let page: HTMLElement;

beforeAll(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
  window.localStorage.clear();
  held = openPreview(nominatedBook());
  let second = 0;
  const session = paneSession(held.host, {
    now: () => `2025-11-21T09:00:${String(second++).padStart(2, '0')}+07:00`,
  });
  sure(await session.saveSettings({ movement: 'ta-ma-2023-2030', period: null }));
  sure(await session.collect(demoFiles().slice(0, 6), () => undefined));
  sure(await session.checkAndScore(() => undefined));
  page = document.body.appendChild(document.createElement('div'));
  root = createRoot(page);
  await act(async () => root.render(<App session={session} officeTheme={null} />));
  await until(() => page.querySelector('[aria-label="Báo cáo của đơn vị (6)"]') !== null);
  await go('4');
  await until(() => page.textContent.includes('việc sau'));
}, 60_000);
afterAll(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

/** To a step of the way by its number. */
const go = (step: string) =>
  act(async () => window.dispatchEvent(new KeyboardEvent('keydown', { key: step, altKey: true })));
/** Work of the session goes on outside of `act`. */
const until = async (found: () => boolean) => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  await vi.waitFor(() => expect(found(), page.textContent.slice(-600)).toBe(true), { timeout: 15_000 });
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
};
const item = <T extends Element>(selector: string, text = ''): T => {
  const found = [...page.querySelectorAll<T>(selector)].find(({ textContent }) => textContent?.includes(text));
  if (!found) throw new Error(`no ${selector} with ${text}`);
  return found;
};
const unfold = (text: string) =>
  act(async () => {
    const details = item<HTMLElement>('summary', text).parentElement as HTMLDetailsElement;
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
  });
const field = (label: string): HTMLInputElement => {
  const named = page.querySelector<HTMLInputElement>(`[aria-label="${label}"]`);
  if (named) return named;
  const { htmlFor } = item<HTMLLabelElement>('label', label);
  return document.getElementById(htmlFor) as HTMLInputElement;
};
const type = (input: HTMLInputElement, text: string) =>
  act(async () => {
    const event = input.tagName === 'SELECT' ? 'change' : 'input';
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event(event, { bubbles: true }));
  });
const press = (text: string) => act(async () => item<HTMLButtonElement>('button', text).click());
const key = (name: string) =>
  act(async () => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true })));
const rows = async (table: string) => rowsOf(findTable(sure(await held.host.read()), table));

it('grades a criterion down the column: Enter and arrows, one reason for all, one save', async () => {
  await unfold('Tiêu chí 4.3');
  const points = [...page.querySelectorAll<HTMLInputElement>('[data-column="points"]')];
  expect(points.length).toBeGreaterThan(2);
  points[0]!.focus();
  await key('Enter');
  expect(document.activeElement).toBe(points[1]);
  await key('ArrowUp');
  expect(document.activeElement).toBe(points[0]);
  points.at(-1)!.focus();
  await key('Enter');
  expect(document.activeElement?.textContent).toBe('Ghi điểm cho 0 đơn vị');
  await press('Ghi điểm cho 0 đơn vị');
  expect(page.textContent).toContain('Hãy ghi điểm cho ít nhất một đơn vị.');
  await type(points[0]!, '1,5');
  await type(points[1]!, '99');
  await type(field('Lý do chung'), 'Theo hồ sơ mô hình');
  await type(field('Người quyết định'), WHO);
  await press('Ghi điểm cho 2 đơn vị');
  expect(page.textContent).toMatch(/: Hãy ghi số điểm từ 0 đến /);
  await type(points[1]!, '2');
  await press('Ghi điểm cho 2 đơn vị');
  await until(() => page.textContent.includes('Đã ghi 2 quyết định, mỗi quyết định một dòng'));
  const log = await rows(OWN_TABLES.council.table);
  expect(log.map((row) => textOf(row, 'Lý do'))).toEqual(['Theo hồ sơ mô hình', 'Theo hồ sơ mô hình']);
  expect(log.map((row) => textOf(row, 'Điểm'))).toEqual(['1.5', '2']);
});

it('has two rounds where the commune wants them: points put to the council, then taken in one act', async () => {
  const round = (name: string) => act(async () => item<HTMLElement>('label', name).click());
  expect(page.textContent).not.toContain('Vòng');
  await act(async () => item<HTMLElement>('label', 'Hai vòng').click());
  await until(() => page.textContent.includes('Vòng'));
  const settings = await rows(OWN_TABLES.settings.table);
  expect(settings.find((row) => textOf(row, 'Mục') === 'Hai vòng chấm')?.get('Giá trị')).toBe('Có');
  await round('Thẩm định');
  await until(() => page.textContent.includes('Thẩm định từng tiêu chí'));
  await unfold('Tiêu chí 4.3');
  const points = [...page.querySelectorAll<HTMLInputElement>('[data-column="points"]')];
  // Of the six units two were graded by the council above: nothing is left to put to it for them.
  expect(points.length).toBe(4);
  await type(points[0]!, '1');
  await type(points[1]!, '2,5');
  await press('Ghi điểm thẩm định cho 2 đơn vị');
  expect(page.textContent).toContain('Hãy ghi họ tên người thẩm định.');
  await type(field('Lý do chung'), 'Đã đối chiếu hồ sơ');
  await type(field('Người thẩm định'), 'Vì Thị Hoa, Tổ giúp việc');
  await press('Ghi điểm thẩm định cho 2 đơn vị');
  await until(() => page.textContent.includes('Đã ghi 2 điểm thẩm định để trình Hội đồng, và chấm lại điểm.'));
  await round('Hội đồng');
  await until(() => page.textContent.includes('Điểm thẩm định chờ Hội đồng quyết định: 2.'));
  await unfold('điểm thẩm định');
  // Who appraised is never taken for who decides.
  expect(field('Người quyết định').value).toBe(WHO);
  expect(page.textContent).toContain('Vì Thị Hoa, Tổ giúp việc: Đã đối chiếu hồ sơ');
  await type(field('Người quyết định'), WHO);
  await press('Chấp nhận 2 điểm thẩm định');
  await until(() => page.textContent.includes('Đã ghi 2 quyết định, mỗi quyết định một dòng'));
  const log = (await rows(OWN_TABLES.council.table)).slice(2);
  expect(log.map((row) => [textOf(row, 'Quyết định'), textOf(row, 'Điểm')])).toEqual([
    ['Thẩm định', '1'],
    ['Thẩm định', '2.5'],
    ['Điều chỉnh điểm', '1'],
    ['Điều chỉnh điểm', '2.5'],
  ]);
  expect(textOf(log[3]!, 'Lý do')).toBe('Theo điểm thẩm định của Vì Thị Hoa, Tổ giúp việc: Đã đối chiếu hồ sơ');
  expect(page.textContent).not.toContain('Điểm thẩm định chờ Hội đồng quyết định');
});

it('records attendance; a member counts as present only if marked', async () => {
  await go('5');
  await until(() => page.textContent.includes('Phiên họp và chốt kết quả'));
  await unfold('Ghi phiên họp');
  await type(field('Ngày họp'), '21/11/2025');
  await type(field('Thành viên Hội đồng'), 'Lò Văn A; Chủ tịch\nSùng Thị B; Ủy viên; Bản Nà Đắng');
  await press('Ghi phiên họp');
  expect(page.textContent).toContain('Hãy chọn Lò Văn A, Chủ tịch có mặt hay vắng.');
  await press('Tất cả có mặt');
  await act(async () => field('Sùng Thị B, Ủy viên: Ủy quyền').click());
  await press('Ghi phiên họp');
  expect(page.textContent).toContain('Hãy ghi người được Sùng Thị B ủy quyền.');
  await type(field('Người được Sùng Thị B, Ủy viên ủy quyền'), 'Giàng C');
  await press('Ghi phiên họp');
  await until(() => page.textContent.includes('có mặt 1/2, ủy quyền 1'));
});

it('votes on all candidates in one table: too few present, a line that does not add up, then one save', async () => {
  await until(() => page.textContent.includes('Theo phiên họp đã ghi: có mặt 1/2, ủy quyền 1, gửi văn bản 0.'));
  const ballot = page.querySelector<HTMLElement>('[aria-label="Biểu quyết các ứng viên"]')!;
  const choose = (option: string) =>
    [...ballot.querySelectorAll('select')].find(({ textContent }) => textContent.includes(option)) as never;
  await type(choose('Giấy khen của Chủ tịch UBND cấp xã'), 'proposed:Giấy khen của Chủ tịch UBND cấp xã');
  expect(ballot.textContent).toContain('Có mặt 1/2 thành viên, cần ít nhất 2 (2/3): không đủ số thành viên dự họp.');
  await type(choose('Được ủy quyền'), 'yes');
  expect(ballot.textContent).toContain('Không biểu quyết: Sùng Thị B, Ủy viên.');
  const subject = 'Đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh cho Quàng B (hằng năm)';
  await type(field(`Đồng ý: ${subject}`), '1');
  expect(ballot.textContent).toContain('Còn 1 phiếu chưa ghi.');
  await press('Ghi biểu quyết 1 ứng viên');
  expect(ballot.textContent).toContain('Quàng B: Còn 1 phiếu chưa ghi.');
  await type(field(`Không ý kiến: ${subject}`), '1');
  expect(ballot.textContent).not.toContain('Còn 1 phiếu chưa ghi.');
  await type(field(`Đồng ý: ${subject}`), '2');
  expect(ballot.textContent).toContain('nhiều hơn số phiếu được biểu quyết (2)');
  await type(field(`Không ý kiến: ${subject}`), '');
  expect(ballot.textContent).toContain('Đồng ý 2/2 thành viên Hội đồng (100 %), cần quá một nửa (từ 2): thông qua.');
  // A card a quota, in which everybody stands once.
  const cards = [...ballot.querySelectorAll('section')].map((card) =>
    [...card.querySelectorAll('th[scope="row"]')].map((head) => head.firstChild?.textContent),
  );
  expect(cards.length).toBeGreaterThan(1);
  for (const names of cards) expect(names).toEqual([...new Set(names)]);
  await press('Ghi biểu quyết 1 ứng viên');
  await until(() => page.textContent.includes('Đã ghi biểu quyết 1 ứng viên, 1 được thông qua.'));
  expect([...page.querySelectorAll('[role="alert"]')].map(({ textContent }) => textContent).join('')).toBe('');
  const votes = await rows(COUNCIL_TABLES.votes.table);
  expect(votes.map((row) => [textOf(row, 'Nội dung biểu quyết'), textOf(row, 'Kết quả')])).toEqual([
    [subject, 'Thông qua'],
  ]);
});

it('shows who would move if points were otherwise, and writes nothing', async () => {
  const before = await rows(OWN_TABLES.ranking.table);
  const log = await rows(OWN_TABLES.council.table);
  await unfold('Nếu đổi điểm');
  await press('Xem ai đổi hạng');
  await until(() => page.textContent.includes('Hãy chọn đơn vị, tiêu chí và ghi điểm'));
  const [first] = before;
  await type(field('Đơn vị xem thử'), textOf(first!, 'Đơn vị'));
  const criteria = field('Tiêu chí xem thử') as unknown as HTMLSelectElement;
  await type(criteria as never, criteria.options[1]!.value);
  await type(field('Điểm thử'), '999');
  await press('Xem ai đổi hạng');
  await until(() => page.textContent.includes('Điểm phải từ 0 đến '));
  await type(field('Điểm thử'), '0');
  await press('Xem ai đổi hạng');
  await until(() => page.querySelector(`table[aria-label^="${textOf(first!, 'Đơn vị')}, tiêu chí"]`) !== null);
  expect(page.textContent).toMatch(/hạng 1, [\d,]+ điểmhạng \d+, [\d,]+ điểm/);
  expect([await rows(OWN_TABLES.ranking.table), await rows(OWN_TABLES.council.table)]).toEqual([before, log]);
});

it('closes the results, refuses to score them, and opens them again for a reason', async () => {
  await unfold('Chốt kết quả');
  await press('Chốt kết quả');
  expect(page.textContent).toContain('Hãy đánh dấu ô xác nhận.');
  await act(async () => item<HTMLElement>('label', 'Sau khi chốt không chấm lại').click());
  await press('Chốt kết quả');
  await until(() => page.textContent.includes('Kết quả đã chốt'));
  await go('4');
  await until(() => page.textContent.includes('Mở lại kết quả ở bước'));
  expect(page.textContent).not.toContain('Tiêu chí Hội đồng chấm');
  await go('5');
  await until(() => page.textContent.includes('Kết quả đã chốt'));
  await unfold('Mở lại kết quả');
  await press('Mở lại kết quả');
  expect(page.textContent).toContain('Hãy ghi lý do mở lại.');
  await type(field('Lý do mở lại'), 'Bản Nà Đắng giải trình');
  await press('Mở lại kết quả');
  await until(() => page.textContent.includes('Đã mở lại kết quả'));
  const sessionRows = await rows(COUNCIL_TABLES.sessions.table);
  expect(sessionRows.map((row) => textOf(row, 'Việc'))).toEqual(['Ghi phiên họp', 'Chốt kết quả', 'Mở lại']);
});
