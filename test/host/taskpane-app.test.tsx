// @vitest-environment jsdom
/** The pane on a page: it reads at once, shows refusals with advice, keeps typed text, and works by keyboard. */
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Result } from '../../core/base/result.ts';
import type { TargetResult } from '../../core/commune/result/commune-result.ts';
import { MOVEMENTS } from '../../core/movements/index.ts';
import type { PaneSession } from '../../session/pane/pane-session.ts';
import type { Done, Workspace } from '../../session/pane/workspace-data.ts';
import { App } from '../../ui/pane/app.tsx';
import type { PaneRequest } from '../../ui/pane/pane-request.ts';
import { EMPTY_WORKSPACE } from './empty-workspace.ts';

const EMPTY: Workspace = {
  ...EMPTY_WORKSPACE,
  settings: { movement: MOVEMENTS[0]!.id, period: null },
  movement: MOVEMENTS[0]!,
  sheets: [{ sheet: 'Bản A', unit: 'Bản A', audience: 'village', state: 'waiting' }],
};
const done = (message: string): Result<Done> => ({ ok: true, value: { workspace: EMPTY, message, left: '' } });

function session(own: Partial<PaneSession> = {}): PaneSession {
  return {
    kind: 'excel',
    movements: MOVEMENTS,
    open: async () => ({ ok: true, value: EMPTY }),
    saveSettings: async () => done('Đã lưu.'),
    makeForms: async () => done('Đã tạo.'),
    collect: async () => done('Đã thêm.'),
    replaceReports: async () => done('Đã thay.'),
    leaveReports: async () => done(''),
    makeRegister: async () => done('Đã lập.'),
    checkAndScore: async () => done('Đã chấm.'),
    columnsOn: async () => ({ ok: true, value: [] }),
    columnChanges: async () => ({ ok: true, value: [] }),
    keepColumns: async () => done('Đã giữ.'),
    importCaptures: async () => done('Đã nhập.'),
    extension: null,
    undo: async () => done('Đã hoàn tác.'),
    ballot: async () => ({ ok: false, refusal: { code: 'no-session', message: 'Hãy ghi phiên họp trước.' } }),
    castBallot: async () => done('Đã ghi.'),
    whatIf: async () => ({ ok: true, value: { places: [], awards: [] } }),
    decide: async () => done('Đã ghi.'),
    decideAll: async () => done('Đã ghi.'),
    withdraw: async () => done('Đã rút.'),
    vote: async () => done('Đã ghi.'),
    withdrawVote: async () => done('Đã rút.'),
    recordSession: async () => done('Đã ghi.'),
    closeResults: async () => done('Đã chốt.'),
    reopenResults: async () => done('Đã mở.'),
    mergeCopies: async () => done('Đã gộp.'),
    bookToShare: async () => ({ ok: false, refusal: { code: 'none', message: 'Chưa có.' } }),
    unitsToLink: async () => ({ ok: false, refusal: { code: 'none', message: 'Chưa có.' } }),
    resultToSend: async () => ({ ok: false, refusal: { code: 'none', message: 'Chưa có.' } }),
    assignedTargets: async () => ({ ok: true, value: { targets: [], faults: [], missing: [], withoutReport: [] } }),
    giveTargets: async () => done('Đã ghi.'),
    appraisers: async () => ({ ok: true, value: { assignments: [], faults: [] } }),
    assignAppraiser: async () => done('Đã ghi.'),
    takeSlips: async () => done('Đã đọc.'),
    noticesToSend: async () => ({ ok: false, refusal: { code: 'none', message: 'Chưa có.' } }),
    takeExplanations: async () => ({ ok: true, value: null }),
    takeShared: async () => done('Đã thêm.'),
    takePrevious: async () => done('Đã đọc.'),
    dropPrevious: async () => done('Đã bỏ.'),
    seeHistory: async () => ({ ok: true, value: { files: [], unused: [] } }),
    takeHistory: async () => done('Đã ghi.'),
    seeYears: async () => ({ ok: true, value: null }),
    fillTally: async () => done('Đã cộng.'),
    followUpCourse: async () => ({ ok: false, refusal: { code: 'no-report', message: 'Không có biểu theo dõi nào.' } }),
    makeFolder: async () => ({ ok: true, value: { name: 'a', files: [], notes: [] } }),
    makeFile: async () => ({
      ok: true,
      value: { name: 'a.zip', bytes: new Uint8Array(), message: 'Đã lập.', notes: [] },
    }),
    select: async () => ({ ok: true, value: undefined }),
    openCriteria: async () => done('Đã mở.'),
    communeFigures: async () => ({ ok: true, value: [] }),
    editCriterion: async () => done('Đã ghi tiêu chí.'),
    editClasses: async () => done('Đã ghi bậc.'),
    yearRound: async () => ({ ok: false, refusal: { code: 'none', message: 'Chưa có.' } }),
    noteVisit: async () => done('Đã ghi.'),
    noteModel: async () => done('Đã ghi.'),
    appeals: async () => ({ ok: true, value: { appeals: [], faults: [] } }),
    noteAppeal: async () => done('Đã ghi.'),
    noteEvidence: async () => done('Đã ghi.'),
    decisionForm: async () => ({ ok: false, refusal: { code: 'none', message: 'Chưa có.' } }),
    seePapers: async () => ({ ok: true, value: { papers: [], items: [], notes: [] } }),
    fillPapers: async () => done('Đã ghi.'),
    recordDecision: async () => done('Đã ghi.'),
    reviewDossier: async () => done('Đã soát.'),
    versionChanges: async () => ({ ok: true, value: { differences: [], moves: null } }),
    newVersion: async () => done('Đã lập phiên bản mới.'),
    takeOldUnits: async () => done('Đã nhận đơn vị.'),
    takeMovement: async () => done('Đã đưa vào.'),
    takeDossier: async () => done('Đã đưa vào.'),
    watch: () => () => undefined,
    ...own,
  };
}

let root: Root;
let page: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
  window.localStorage.clear();
  page = document.body.appendChild(document.createElement('div'));
  root = createRoot(page);
});
afterEach(async () => {
  await act(async () => root.unmount());
  page.remove();
  vi.unstubAllGlobals();
});

async function show(
  own: Partial<PaneSession> = {},
  requests?: (listener: (request: PaneRequest) => void) => () => void,
) {
  await act(async () =>
    root.render(<App session={session(own)} officeTheme={null} {...(requests ? { requests } : {})} />),
  );
}
function button(name: string): HTMLButtonElement {
  const found = [...page.querySelectorAll('button')].find((item) => item.textContent?.includes(name));
  if (!found) throw new Error(`no button ${name}`);
  return found;
}
const choose = (list: HTMLSelectElement, value: string) =>
  act(async () => {
    list.value = value;
    list.dispatchEvent(new Event('change', { bubbles: true }));
  });
const press = (name: string) => act(async () => button(name).click());
const tabs = () => [...page.querySelectorAll<HTMLElement>('[role="tab"]')];
const chosen = () => tabs().find((tab) => tab.getAttribute('aria-selected') === 'true')?.textContent;
const go = (place: string) =>
  act(async () =>
    tabs()
      .find(({ textContent }) => textContent?.includes(place))
      ?.click(),
  );

/** What follows the opening is fetched: it comes a moment later. */
async function until(isShown: () => boolean) {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  await vi.waitFor(() => expect(isShown(), page.textContent).toBe(true), { timeout: 10_000 });
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
}

describe('the pane', () => {
  it('reads the workbook at once and shows the sheets found', async () => {
    await show();
    // The board follows the opening.
    await until(() => page.querySelector('[aria-label="Báo cáo của đơn vị (1)"]') !== null);
    expect(page.textContent).toContain('Bản A');
    expect(page.textContent).toContain('chưa chấm');
  });

  it('hands books of households over, and shows how far the targets have come from follow-up forms', async () => {
    const names: string[] = [];
    const taken = (files: readonly { readonly name: string }[]) => names.push(...files.map(({ name }) => name));
    const target: TargetResult = {
      ...{
        code: 'CT01',
        kind: 'numeric',
        text: '60% hộ gia đình có cáp quang',
        section: 'II.1',
        comparator: 'eq',
        asked: 60,
        unit: '%',
      },
      ...{ level: '60 %', deadline: '2025-09-30', horizon: 'due', state: 'not-met', soFar: null },
      ...{ figure: { a: 80, b: 200, value: 40 }, low: null, high: null, source: 'units', sourceText: '2/2 đơn vị' },
      ...{ units: { gave: [], missing: [], doubtful: [] }, reason: 'Mới đạt 40 %.' },
      earlier: [{ period: '2025-Q2', figure: { a: 20, b: 100, value: 20 }, state: 'not-met' }],
    };
    const period = { kind: 'quarter', year: 2025, quarter: 3 } as const;
    await show({
      open: async () => ({ ok: true, value: EMPTY }),
      fillTally: async (files) => {
        taken(files);
        return done('Đã cộng 5 hộ.');
      },
      followUpCourse: async (files) => {
        taken(files);
        return { ok: true, value: { period, targets: [target], doubts: ['Bản A: thiếu số.'], unused: [] } };
      },
    });
    const give = async (label: string, name: string) => {
      const found = () => page.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);
      await until(() => found() !== null);
      Object.defineProperty(found()!, 'files', { value: [{ name, arrayBuffer: async () => new ArrayBuffer(1) }] });
      await act(async () => found()!.dispatchEvent(new Event('change', { bubbles: true })));
    };
    await go('Tiêu chí và mẫu');
    await until(() => page.textContent.includes('Tạo mẫu'));
    await press('Tạo mẫu');
    await give('Cộng sổ hộ vào báo cáo', 'so-ho.xlsx');
    await until(() => page.textContent.includes('Đã cộng 5 hộ.'));
    await go('Kết quả');
    await give('Chọn biểu theo dõi', 'quy-3.xlsx');
    await until(() => page.textContent.includes('Tiến độ quý III năm 2025'));
    expect(page.textContent).toContain('40 % · kỳ trước: 20 % · mức phải đạt: 60 % · ○ Chưa đạt');
    expect(page.textContent).toContain('Cần xem lại trong biểu: 1 chỗ');
    expect(names).toEqual(['so-ho.xlsx', 'quy-3.xlsx']);
  });

  it('says a refusal aloud until it is dismissed, and lets the work be done again', async () => {
    let times = 0;
    const message = 'Trang tính đang bị khóa. Hãy bỏ khóa rồi bấm lại.';
    await show({
      checkAndScore: async () =>
        times++ === 0 ? { ok: false, refusal: { code: 'protected', message } } : done('Đã chấm 1 báo cáo.'),
    });
    await press('Kiểm tra và chấm điểm');
    expect(page.querySelector('[role="alert"]')?.textContent).toContain(message);
    await press('Kiểm tra và chấm điểm');
    expect(page.textContent).toContain('Đã chấm 1 báo cáo.');
    expect(page.textContent).not.toContain(message);
  });

  it('turns an exception of ours into a sentence without its text', async () => {
    const listener = vi.fn();
    vi.stubGlobal('reportError', listener);
    await show({ checkAndScore: () => Promise.reject(new Error('TypeError: x is undefined')) });
    await press('Kiểm tra và chấm điểm');
    expect(listener).toHaveBeenCalledTimes(1);
    expect(page.querySelector('[role="alert"]')?.textContent).toContain('lỗi ngoài dự kiến');
    expect(page.textContent).not.toContain('undefined');
    expect(button('Kiểm tra và chấm điểm').disabled).toBe(false);
  });

  it('does one work at a time', async () => {
    let free = () => {};
    const check = vi.fn(
      () =>
        new Promise<Result<Done>>((resolve) => {
          free = () => resolve(done('Đã chấm.'));
        }),
    );
    await show({ checkAndScore: check });
    await press('Kiểm tra và chấm điểm');
    expect(button('Kiểm tra và chấm điểm').disabled).toBe(true);
    expect(button('Thêm tệp báo cáo').disabled).toBe(true);
    await act(async () => free());
    expect(button('Kiểm tra và chấm điểm').disabled).toBe(false);
    expect(check).toHaveBeenCalledTimes(1);
  });

  it('is walked by keyboard: arrows among the tabs, Alt and a number from anywhere', async () => {
    await show();
    expect(tabs().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    tabs()[2]!.focus();
    await act(async () => tabs()[2]!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true })));
    expect(chosen()).toContain('Cần xem');
    expect(document.activeElement?.textContent).toContain('Cần xem');
    await act(async () => window.dispatchEvent(new KeyboardEvent('keydown', { key: '5', altKey: true })));
    expect(chosen()).toContain('Hội đồng');
  });

  it('carries out the ribbon’s request once the first reading is over', async () => {
    const order: string[] = [];
    let read = () => {};
    await show(
      {
        open: () =>
          new Promise((resolve) => {
            read = () => {
              order.push('read');
              resolve({ ok: true, value: EMPTY });
            };
          }),
        checkAndScore: async () => {
          order.push('check');
          return done('Đã chấm.');
        },
      },
      (listener) => {
        listener({ place: 'review', run: 'check-and-score' });
        return () => undefined;
      },
    );
    expect(order).toEqual([]);
    await act(async () => read());
    expect(order).toEqual(['read', 'check']);
    expect(chosen()).toContain('Cần xem');
  });

  it('offers the period the sheets name, before any run', async () => {
    const saved = vi.fn(async () => done('Đã lưu.'));
    const workspace: Workspace = { ...EMPTY, period: { kind: 'quarter', year: 2024, quarter: 4 } };
    await show({ open: async () => ({ ok: true, value: workspace }), saveSettings: saved });
    await go('Kế hoạch');
    await until(() => page.textContent.includes('Theo báo cáo'));
    const picker = [...page.querySelectorAll('select')].find((item) => item.textContent?.includes('Theo báo cáo'))!;
    await choose(picker, '-Q3');
    expect(saved).toHaveBeenCalledWith({ ...EMPTY.settings, period: { kind: 'quarter', year: 2024, quarter: 3 } });
  });

  it('names the reports compared with and removes them on request', async () => {
    const dropped = vi.fn(async () => done('Đã bỏ.'));
    const previous = { units: 24, periods: [{ kind: 'year', year: 2024 }] } as const;
    await show({ open: async () => ({ ok: true, value: { ...EMPTY, previous } }), dropPrevious: dropped });
    await go('Theo dõi năm');
    await until(() => page.textContent.includes('So sánh với năm 2024: 24 đơn vị.'));
    await press('Bỏ so sánh');
    expect(dropped).toHaveBeenCalledTimes(1);
    expect(page.textContent).toContain('Chưa có báo cáo kỳ trước');
  });

  it('shows decisions that cannot both hold side by side, each with who made it where', async () => {
    const side = { kind: 'adjust', reason: 'Hồ sơ gốc', at: '2025-11-21T09:00:00+07:00' } as const;
    const conflict = {
      unit: 'Bản A',
      criterion: '1.2',
      item: null,
      sides: [
        { ...side, id: 'a', points: 100, who: 'Lò Văn Pâng', from: null },
        { ...side, id: 'b', points: 250, who: 'Quàng Thị Én', from: 'Bản của Én.xlsx' },
      ],
    };
    const run = { flags: [], silent: [], reports: [], rankings: [], movement: MOVEMENTS[0]!, period: null };
    const workspace = { ...EMPTY, run: run as unknown as Workspace['run'], conflicts: [conflict] };
    await show({ open: async () => ({ ok: true, value: workspace }) });
    await act(async () => {
      window.dispatchEvent(new KeyboardEvent('keydown', { key: '5', altKey: true }));
      await import('../../ui/pane/places/council-place.tsx');
    });
    // What the place shows at first is a part of its own.
    await act(async () => void (await import('../../ui/pane/places/council-overview.tsx')));
    for (const text of [
      'Sổ này',
      'Điều chỉnh thành 1 điểm',
      'Lò Văn Pâng',
      'Bản “Bản của Én.xlsx”',
      '2,5 điểm',
      'Quàng Thị Én',
    ])
      expect(page.textContent).toContain(text);
  });
});
