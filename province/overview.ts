/** The page once it may show: controls that stay as they are, and beneath them what the communes sent. */

import { bareKey } from '../core/base/text/text.ts';
import { TARGET_STATE_NAME, TARGET_STATE_SIGN, TARGET_STATES } from '../core/commune/result/commune-result.ts';
import { provinceBook, viewPeriodName } from '../core/province/province-book.ts';
import { provinceCsv } from '../core/province/province-csv.ts';
import { type CommuneSent, communesOf, newerSent } from '../core/province/results.ts';
import { type CommuneRow, type ProvinceView, rollUp } from '../core/province/roll-up.ts';
import type { Standing } from '../core/share/standing.ts';
import { element } from '../ui/element.ts';
import { saveFile } from '../ui/save-file.ts';
import { type CommuneTable, communeTable } from './commune-table.ts';
import { multiples } from './multiples.ts';
import { needsList } from './needs-list.ts';
import { shareText } from './share-bar.ts';
import { targetTable } from './target-table.ts';

const SORTS: Readonly<Record<string, (x: CommuneRow, y: CommuneRow) => number>> = {
  'theo tên': () => 0,
  'cần hỗ trợ trước': (x, y) => y.needs.length - x.needs.length,
  'tỷ lệ nộp thấp trước': (x, y) => ratio(x.received) - ratio(y.received),
  'đúng hạn thấp trước': (x, y) => ratio(x.inTime) - ratio(y.inTime),
  'đạt nhiều chỉ tiêu trước': (x, y) => y.met - x.met,
};

/** Unknown shares come last. */
function ratio(share: CommuneRow['inTime']): number {
  return !share || share.whole === null || share.whole === 0 ? Number.POSITIVE_INFINITY : share.part / share.whole;
}

/** Gives what shows a new state of the book. */
export function openOverview(main: HTMLElement, title: string): (standing: Standing, notes: readonly string[]) => void {
  let communes: readonly CommuneSent[] = [];
  let view: ProvinceView = rollUp([]);
  let shown: CommuneTable = communeTable(view);
  const period = element('select', { id: 'ky', change: () => refresh() });
  const sort = element(
    'select',
    { id: 'xep', change: () => draw() },
    ...Object.keys(SORTS).map((name) => option(name)),
  );
  const search = element('input', { id: 'tim', type: 'search', input: () => find() });
  const indicator = element('select', {
    id: 'chi-so',
    change: () => {
      drawIndicator();
      find();
    },
  });
  const status = element('p', { role: 'status', class: 'faint' });
  const noted = element('div', { class: 'doubt' });
  const [tiles, needs, rows, targets, cards] = ['tiles', '', '', '', ''].map((name) => element('div', { class: name }));
  const count = element('p', { role: 'status', class: 'faint' });

  const refresh = () => {
    view = rollUp(communes, period.value === '' ? undefined : period.value);
    const periods = view.periods.map((period) => option(viewPeriodName(period), period));
    fill(period, periods, view.period ?? '');
    const codes = view.indicators.map(({ code, name }) => option(name, code));
    fill(indicator, codes, indicator.value === '' ? (view.indicators[0]?.code ?? '') : indicator.value);
    status.textContent = `${view.sent}/${view.rows.length} xã đã gửi kết quả ${viewPeriodName(view.period)}.`;
    tiles?.replaceChildren(...tilesOf(view));
    needs?.replaceChildren(...needsList(view));
    targets?.replaceChildren(targetTable(view));
    shown = communeTable(view);
    rows?.replaceChildren(shown.whole);
    draw();
    drawIndicator();
    find();
  };
  const draw = () => {
    shown.arrange(view.rows.toSorted(SORTS[sort.value] ?? (() => 0)));
  };
  const drawIndicator = () => {
    cards?.replaceChildren(...multiples(view.indicators.find(({ code }) => code === indicator.value) ?? null));
  };
  const find = () => {
    count.textContent = findCommunes(main, view, bareKey(search.value));
  };
  main.replaceChildren(
    element('h1', {}, title),
    status,
    noted,
    element(
      'div',
      { class: 'controls' },
      labelled('Kỳ', period),
      labelled('Tìm xã', search),
      labelled('Thứ tự', sort),
      saveButtons(() => view, title, status),
    ),
    count,
    ...(tiles ? [tiles] : []),
    section('Cần hỗ trợ', needs),
    section('Các xã theo từng chỉ tiêu', legend(), rows),
    section('Chỉ tiêu trong toàn tỉnh', targets),
    section('Chỉ số trên Cổng', element('div', { class: 'controls' }, labelled('Chỉ số', indicator)), cards),
  );
  return (standing, notes) => {
    communes = communesOf(standing);
    const newer = newerSent(standing);
    const all = newer === null ? notes : [newer, ...notes];
    noted.replaceChildren(...all.map((note) => element('p', {}, note)));
    refresh();
  };
}

/** Shows the communes whose name holds the words, wherever they stand on the page; says how many there are. */
function findCommunes(main: HTMLElement, { rows }: ProvinceView, words: string): string {
  for (const item of main.querySelectorAll<HTMLElement>('[data-xa]')) {
    const isOther = !(item.dataset.xa ?? '').includes(words);
    if (item.hidden !== isOther) item.hidden = isOther;
  }
  const found = rows.filter(({ name }) => bareKey(name).includes(words)).length;
  return words === '' ? '' : `${found}/${rows.length} xã có tên như vậy.`;
}

/** Saves the current view; `told` shows why a file cannot be made. */
function saveButtons(viewNow: () => ProvinceView, title: string, status: HTMLElement): HTMLElement {
  const saveBook = () => {
    const fault = saveAsBook(viewNow(), title);
    if (fault !== null) status.textContent = fault;
  };
  const saveCsv = () => {
    const view = viewNow();
    saveFile(`tong-hop-tinh-${view.period ?? ''}.csv`, new TextEncoder().encode(provinceCsv(view)));
  };
  return element('div', { class: 'actions' }, button('Lưu sổ Excel', saveBook), button('Lưu .csv', saveCsv));
}

/** One sentence when it cannot be made. */
function saveAsBook(view: ProvinceView, title: string): string | null {
  const made = provinceBook(view, title);
  if (!made.ok) return made.refusal.message;
  saveFile(`tong-hop-tinh-${view.period ?? ''}.xlsx`, made.value);
  return null;
}

/** What the signs in the fields say. */
function legend(): HTMLElement {
  const signs = TARGET_STATES.map((state) =>
    element('span', { class: `sign ${state}` }, `${TARGET_STATE_SIGN[state]} ${TARGET_STATE_NAME[state]}`),
  );
  const words = 'Số của cột là số của chỉ tiêu trong bảng dưới. ';
  return element('p', { class: 'faint' }, words, ...signs);
}

function option(text: string, value = text): HTMLOptionElement {
  return element('option', { value }, text);
}

function button(text: string, click: () => void): HTMLElement {
  return element('button', { type: 'button', click }, text);
}

function fill(select: HTMLSelectElement, options: readonly HTMLOptionElement[], value: string): void {
  select.replaceChildren(...options);
  select.value = value;
}

function labelled(text: string, control: HTMLElement): HTMLElement {
  return element('div', {}, element('label', { for: control.id }, text), control);
}

function section(title: string, ...parts: readonly (HTMLElement | undefined)[]): HTMLElement {
  return element('section', {}, element('h2', {}, title), ...parts.flatMap((part) => part ?? []));
}

function tilesOf({ sent, rows, received, inTime, columns }: ProvinceView): readonly HTMLElement[] {
  const met = columns.reduce((sum, { counts }) => sum + counts.met, 0);
  const judged = columns.reduce((sum, { counts }) => sum + counts.met + counts['not-met'], 0);
  const helped = rows.filter(({ needs }) => needs.length > 0).length;
  const tile = (name: string, figure: string) =>
    element('div', { class: 'tile' }, element('span', {}, name), element('strong', {}, figure));
  return [
    tile('Xã đã gửi', `${sent}/${rows.length}`),
    tile('Báo cáo đã nộp', shareText(received)),
    tile('Nộp đúng hạn', shareText(inTime)),
    tile('Chỉ tiêu đạt, trong số có kết luận', shareText({ part: met, whole: judged })),
    tile('Xã cần hỗ trợ', String(helped)),
  ];
}
