/**
 * Small pieces of the pane: typed points, pasted units, stored drafts, moving through flags, themes, the grid's places.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPoints } from '../../core/base/quantity/points.ts';
import type { QueueItem } from '../../core/council/queue.ts';
import type { Flag, Severity } from '../../core/judge/flag/flag.ts';
import type { ScoreSheet } from '../../core/judge/score/score-sheet.ts';
import type { Sheet } from '../../core/sheet/grid/sheet.ts';
import { cellText, editText } from '../../ui/grid/cell-text.ts';
import { gridLayout, inView, ROW_HEIGHT, scrollTo, spillOf } from '../../ui/grid/grid-layout.ts';
import { steppedBy } from '../../ui/grid/grid-steps.ts';
import { type BoardFilter, type BoardOrder, type BoardRow, shownRows } from '../../ui/pane/board-rows.ts';
import { decisionWanted, typedPoints } from '../../ui/pane/decision-wanted.ts';
import { groupedFlags, NO_UNIT, neighbour } from '../../ui/pane/flag-list.ts';
import { PLACE_IDS } from '../../ui/pane/places.ts';
import { EMPTY_DRAFT, INITIAL } from '../../ui/pane/state.ts';
import { placeByKey } from '../../ui/pane/step-list.tsx';
import { parseDrafts } from '../../ui/pane/stored-drafts.ts';
import { rangeText } from '../../ui/points-range.tsx';
import { isDarkColour, themeName } from '../../ui/theme.ts';

describe('typedPoints', () => {
  it('reads back every number of points as officers write it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999, max: 99_999 }), (points) => {
        expect(typedPoints(formatPoints(points))).toBe(points);
      }),
    );
  });

  it.each(['', ' ', '7,555', '7..5', '1e3', '7 5', 'bảy', '--1', ','])('does not take %j for a number', (text) => {
    expect(typedPoints(text)).toBeNull();
  });
});

const item: QueueItem = {
  key: 'k',
  target: { unit: 'Bản', flag: null, criterion: '4.3' },
  flag: null,
  criterion: '4.3',
  title: 'Mô hình hay',
  points: { now: 0, low: 0, high: 400, max: 400 },
  changes: { class: true, place: false, award: false },
  bounds: { least: 0, most: 400 },
  levels: [],
  cell: null,
  returned: false,
  self: null,
  proposal: null,
  earlier: [],
};

describe('the board of reports', () => {
  const row = (unit: string, total: number | null, own: Partial<BoardRow> = {}): BoardRow => ({
    ...{
      key: unit,
      sheet: unit,
      unit,
      audience: 'Bản',
      standing: 'received',
      words: 'Đã nộp',
      note: '',
      columns: null,
    },
    score: total === null ? null : ({ total, max: 10_000 } as ScoreSheet),
    flags: { error: 0, warning: 0, info: 0 },
    ...own,
  });
  const errors = (error: number) => ({ error, warning: 0, info: 0 });
  const rows = [
    row('Bản Nà Đắng', 5000, { flags: errors(1) }),
    row('Bản Na Mới', null, { flags: errors(3), standing: 'missing' }),
    row('Thủy Lợi', 9000, { audience: 'Cơ quan', standing: 'late' }),
  ];
  const names = (filter: Partial<BoardFilter>, by: BoardOrder['by'] = null, down = false) =>
    shownRows(rows, { typed: '', chip: 'all', ...filter }, { by, down }).map(({ unit }) => unit);

  it('is searched with tones and without', () => {
    expect(names({ typed: 'na' })).toEqual(['Bản Nà Đắng', 'Bản Na Mới']);
    expect(names({ typed: 'Nà' })).toEqual(['Bản Nà Đắng']);
    expect(names({ typed: 'thuy' })).toEqual(['Thủy Lợi']);
    expect(names({ typed: 'đ' })).toEqual(['Bản Nà Đắng']);
  });

  it('is sorted; what has no points comes last both ways', () => {
    expect(names({}, 'points', true)).toEqual(['Thủy Lợi', 'Bản Nà Đắng', 'Bản Na Mới']);
    expect(names({}, 'points', false)).toEqual(['Bản Nà Đắng', 'Thủy Lợi', 'Bản Na Mới']);
    expect(names({}, 'flags', true)).toEqual(['Bản Na Mới', 'Bản Nà Đắng', 'Thủy Lợi']);
    expect(names({}, 'unit')).toEqual(['Bản Nà Đắng', 'Bản Na Mới', 'Thủy Lợi']);
    expect(names({}, 'standing')).toEqual(['Bản Na Mới', 'Thủy Lợi', 'Bản Nà Đắng']);
  });

  it('is filtered by the state of a report, by open flags, by audience', () => {
    expect(names({ chip: 'missing' })).toEqual(['Bản Na Mới']);
    expect(names({ chip: 'late' })).toEqual(['Thủy Lợi']);
    expect(names({ chip: 'open' })).toEqual(['Bản Nà Đắng', 'Bản Na Mới']);
    expect(names({ chip: { audience: 'Cơ quan' }, typed: 'thuy' })).toEqual(['Thủy Lợi']);
  });
});

describe('decisionWanted', () => {
  const problem = (draft: Partial<typeof EMPTY_DRAFT>, who = 'Lò Văn Pâng', queueItem = item) =>
    decisionWanted('Bản A', queueItem, { ...EMPTY_DRAFT, ...draft }, who);

  it('takes points at both ends of the range and none beyond', () => {
    for (const points of ['0', '4', '4,00', '2,25']) {
      expect(problem({ kind: 'adjust', points, reason: 'Đúng' }).ok, points).toBe(true);
    }
    for (const points of ['4,01', '-0,01', '']) {
      expect(problem({ kind: 'adjust', points, reason: 'Đúng' }).ok, points).toBe(false);
    }
  });

  it('lets a pure deduction be adjusted between its worst and nothing', () => {
    const deduction = { ...item, points: { now: -200, low: -500, high: 0, max: 0 } };
    const answer = problem({ kind: 'adjust', points: '−5', reason: 'Đúng' }, 'A', deduction);
    expect(answer.ok && answer.value.points).toBe(-500);
    expect(problem({ kind: 'adjust', points: '1', reason: 'Đúng' }, 'A', deduction).ok).toBe(false);
  });

  it('asks for who, and for a reason except to accept', () => {
    expect(problem({ kind: 'accept' }).ok).toBe(true);
    expect(problem({ kind: 'accept' }, '  ').ok).toBe(false);
    expect(problem({ kind: 'return', reason: '  ' }).ok).toBe(false);
    expect(problem({ kind: 'adjust', points: '1' }).ok).toBe(false);
    expect(problem({}).ok).toBe(false);
  });

  it('adjusts nothing where no criterion is meant', () => {
    expect(problem({ kind: 'adjust', points: '1', reason: 'Đúng' }, 'A', { ...item, points: null }).ok).toBe(false);
  });
});

describe('parseDrafts', () => {
  it('leaves out everything with a wrong shape', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(parseDrafts(json).drafts).toBeInstanceOf(Map);
      }),
    );
    const drafts = parseDrafts(
      '{"drafts":[["a",{"kind":"adjust","points":"7,","reason":"x"}],["b",3],"c"],"texts":{"who":"A","units":5,"__proto__":{"x":1}}}',
    );
    expect([...drafts.drafts]).toEqual([['a', { kind: 'adjust', points: '7,', reason: 'x' }]]);
    expect(drafts.texts).toEqual({ ...INITIAL.texts, who: 'A' });
  });
});

describe('flags', () => {
  const flag = (id: string, severity: Severity, unit: string | null) =>
    ({ id, severity, unit, code: 'missing-value' }) as unknown as Flag;
  const flags = [flag('1', 'info', 'A'), flag('2', 'error', 'B'), flag('3', 'error', 'A'), flag('4', 'warning', null)];
  const all = { severity: null, unit: '', code: '' };

  it('stand by unit, errors first', () => {
    const groups = groupedFlags(flags, all);
    expect(groups.map(({ unit, flags: own }) => [unit, own.map(({ id }) => id)])).toEqual([
      ['A', ['3', '1']],
      ['B', ['2']],
      [NO_UNIT, ['4']],
    ]);
  });

  it('are walked over the groups and stop at the ends', () => {
    const groups = groupedFlags(flags, all);
    const walked: (string | undefined)[] = [];
    for (let at: string | null = null; ; ) {
      const next: Flag | null = neighbour(groups, at, 1);
      if (next === null) break;
      walked.push(next.id);
      at = next.id;
    }
    expect(walked).toEqual(['3', '1', '2', '4']);
    expect(neighbour(groups, '3', -1)).toBeNull();
    expect(neighbour(groups, 'gone', -1)?.id).toBe('4');
  });

  it('are filtered by all three at once', () => {
    expect(
      groupedFlags(flags, { severity: 'error', unit: 'A', code: 'missing-value' }).flatMap((group) =>
        group.flags.map(({ id }) => id),
      ),
    ).toEqual(['3']);
    expect(groupedFlags(flags, { ...all, unit: NO_UNIT }).map(({ unit }) => unit)).toEqual([NO_UNIT]);
    expect(groupedFlags(flags, { ...all, code: 'outlier' })).toEqual([]);
  });
});

describe('places', () => {
  it('are walked round by the arrows', () => {
    const there = PLACE_IDS.map((place) => placeByKey('ArrowRight', place));
    expect(there).toEqual([...PLACE_IDS.slice(1), PLACE_IDS[0]]);
    expect(there.map((place) => placeByKey('ArrowLeft', place!))).toEqual([...PLACE_IDS]);
    expect(placeByKey('a', 'review')).toBeNull();
  });
});

describe('theme', () => {
  it('follows forced colours before Office and Office before the system', () => {
    const media =
      (...on: readonly string[]) =>
      (query: string) =>
        on.some((name) => query.includes(name));
    expect(themeName('#FFFFFF', media('forced', 'dark'))).toBe('contrast');
    expect(themeName('#FFFFFF', media('dark'))).toBe('light');
    expect(themeName('#262626', media())).toBe('dark');
    expect(themeName(null, media('dark'))).toBe('dark');
    expect(isDarkColour('no colour')).toBe(false);
  });
});

describe('rangeText', () => {
  it('names the range only when there is one', () => {
    expect(rangeText({ now: 750, low: 750, high: 750, max: 1000 })).toBe('7,5/10 điểm');
    expect(rangeText({ now: 750, low: 700, high: 1000, max: 1000 })).toBe('7,5/10 điểm (có thể từ 7 đến 10)');
  });
});

describe('grid', () => {
  const sheet: Sheet = {
    name: 'S',
    state: 'visible',
    rows: new Map([
      [0, [{ row: 0, column: 0, value: 'Một tiêu đề rất dài đứng trong ô gộp của cả bảng báo cáo này' }]],
      [200, [{ row: 200, column: 2, value: 'x'.repeat(500) }]],
    ]),
    merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  };
  const textOf = (row: number, column: number) =>
    String(sheet.rows.get(row)?.find((cell) => cell.column === column)?.value ?? '');
  const plain = { textOf, lookOf: () => undefined, widths: new Map(), heights: new Map() };
  const layout = gridLayout(sheet, plain);

  it('draws only about what is in view, whatever the size of the sheet', () => {
    const range = inView(layout, { top: 100 * ROW_HEIGHT, left: 0, width: 400, height: 480 });
    expect(range.top).toBeLessThanOrEqual(100);
    expect(range.bottom).toBeGreaterThanOrEqual(120);
    expect(range.bottom - range.top).toBeLessThan(40);
    expect(inView(layout, { top: 1e9, left: 1e9, width: 400, height: 480 }).right).toBe(layout.columns - 1);
  });

  it('is not widened by merged or endless text', () => {
    expect(layout.lefts[1]).toBeLessThan(120);
    expect(layout.lefts[3]! - layout.lefts[2]!).toBeLessThanOrEqual(260);
  });

  it('has the widths and heights of the file, and room for texts that wrap', () => {
    const own = gridLayout(sheet, {
      ...plain,
      lookOf: (row, column) => (row === 200 && column === 2 ? { wrap: true } : undefined),
      widths: new Map([[1, 40]]),
      heights: new Map([[3, 60]]),
    });
    const [height, width] = [own.tops[4]! - own.tops[3]!, own.lefts[2]! - own.lefts[1]!];
    expect([height, width]).toEqual([80, 305]);
    expect(own.tops[201]! - own.tops[200]!).toBeGreaterThan(5 * ROW_HEIGHT);
    // A merge that begins above the view is drawn from where it begins.
    const tall = gridLayout({ ...sheet, merges: [{ top: 10, left: 0, bottom: 60, right: 0 }] }, plain);
    expect(inView(tall, { top: 40 * ROW_HEIGHT, left: 0, width: 400, height: 100 }).top).toBe(10);
  });

  it('lets a text run over the empty cells behind it, up to the next that holds something', () => {
    const long = 'Ủy ban nhân dân xã Tạ Mạ báo cáo kết quả thực hiện';
    const row = [0, 2].map((column) => ({ row: 5, column, value: column === 0 ? long : 'x' }));
    const written = { ...sheet, rows: new Map([[5, row]]) };
    const narrow = gridLayout(written, { ...plain, widths: new Map([[0, 5]]) });
    expect(spillOf(narrow, written, 5, 0, long)).toBe(1);
    expect(spillOf(narrow, written, 5, 2, 'x')).toBe(2);
  });

  it('steps over a merge as over one cell and never leaves the sheet', () => {
    const step = (key: string, row: number, column: number) =>
      steppedBy({ key, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false }, { row, column }, layout, 20);
    expect(step('ArrowRight', 0, 0)).toEqual({ row: 0, column: 3 });
    expect(step('ArrowLeft', 0, 3)).toEqual({ row: 0, column: 0 });
    expect(step('ArrowUp', 1, 2)).toEqual({ row: 0, column: 0 });
    expect(step('PageUp', 5, 0)).toEqual({ row: 0, column: 0 });
    expect(step('ArrowDown', layout.rows - 1, 1)).toEqual({ row: layout.rows - 1, column: 1 });
    expect(step('Tab', 0, 0)).toBeNull();
  });

  it('scrolls no more than needed', () => {
    const view = { top: 240, left: 0, width: 400, height: 480 };
    expect(scrollTo(layout, 15, 0, view)).toEqual({ top: 240, left: 0 });
    expect(scrollTo(layout, 0, 0, view).top).toBe(0);
    expect(scrollTo(layout, 100, 0, view).top).toBe(101 * ROW_HEIGHT - 480);
  });

  it('shows numbers, percents and dates as officers write them, and gives back what can be typed again', () => {
    const book = {
      date1904: false,
      styles: ['General', '0.0%', 'dd/mm/yyyy', '#,##0.00\\ "đ"', '0', '0.##%'].map((numberFormat) => ({
        font: '',
        numberFormat,
      })),
    };
    const cell = (value: number, style: number) => ({ row: 0, column: 0, value, style });
    expect(cellText(cell(1234567.5, 3), book)).toBe('1.234.567,50 đ');
    expect(cellText(cell(2025, 0), book)).toBe('2025');
    const formula = { row: 0, column: 0, value: null, formula: 'SUM(A2:A9)' };
    expect([cellText(formula, book), editText(formula, book)]).toEqual(['chưa tính', '']);
    expect(cellText(cell(1.6, 4), book)).toBe('2');
    expect(cellText(cell(0.5, 5), book)).toBe('50 %');
    expect(editText(cell(1234567.5, 0), book)).toBe('1234567,5');
    expect(cellText(cell(0.955, 1), book)).toBe('95,5 %');
    expect(cellText(cell(45966, 2), book)).toBe('05/11/2025');
    expect(cellText({ row: 0, column: 0, value: { error: '#DIV/0!' } }, book)).toBe('#DIV/0!');
  });
});
