/** The pane's memory: nothing typed is lost, refusals stay until read, what points at things that are gone lets go. */
import { describe, expect, it } from 'vitest';
import type { Flag } from '../../core/judge/flag/flag.ts';
import { MOVEMENTS } from '../../core/movements/index.ts';
import type { Workspace } from '../../session/pane/workspace-data.ts';
import { INITIAL, type PaneEvent, type PaneState, reduce } from '../../ui/pane/state.ts';
import { wayOf } from '../../ui/pane/way.ts';
import { demoRun } from '../fixtures/demo/demo-run.ts';
import { flagOf } from '../fixtures/flag.ts';
import { EMPTY_WORKSPACE } from './empty-workspace.ts';

const stateAfter = (...events: readonly PaneEvent[]): PaneState => events.reduce(reduce, INITIAL);

function flag(id: string, unit: string): Flag {
  return flagOf('missing-value', { id, unit, criterion: '1.1', file: 'a.xlsx' });
}

function workspace(flags: readonly Flag[]): Workspace {
  return { ...EMPTY_WORKSPACE, run: { flags } as unknown as Workspace['run'] };
}

describe('drafts', () => {
  it('survive walking about, new work, a new reading and a refusal', () => {
    const state = stateAfter(
      { kind: 'drafted', key: 'a', draft: { kind: 'adjust', points: '7,' } },
      { kind: 'drafted', key: 'a', draft: { reason: 'Hồ sơ gốc' } },
      { kind: 'typed', texts: { who: 'Lò Văn Pâng' } },
      { kind: 'went', place: 'review' },
      { kind: 'started', label: 'Đang đọc' },
      { kind: 'finished', workspace: workspace([]), message: 'Đã đọc.', left: '' },
      { kind: 'started', label: 'Đang ghi' },
      { kind: 'refused', message: 'Trang tính bị khóa.' },
    );
    expect(state.drafts.get('a')).toEqual({ kind: 'adjust', points: '7,', reason: 'Hồ sơ gốc' });
    expect(state.texts.who).toBe('Lò Văn Pâng');
  });

  it('go only when their own decision is recorded', () => {
    const state = stateAfter(
      { kind: 'drafted', key: 'a', draft: { kind: 'accept' } },
      { kind: 'drafted', key: 'b', draft: { kind: 'return' } },
      { kind: 'sent', key: 'a' },
    );
    expect([...state.drafts.keys()]).toEqual(['b']);
  });
});

describe('notices', () => {
  it('keep a refusal when the officer goes elsewhere, but drop a message', () => {
    const state = stateAfter(
      { kind: 'finished', workspace: null, message: 'Đã lưu.', left: '' },
      { kind: 'refused', message: 'Trang tính bị khóa.' },
      { kind: 'went', place: 'council' },
    );
    expect(state.notices.map(({ text }) => text)).toEqual(['Trang tính bị khóa.']);
  });

  it('failures are listed apart from what was done', () => {
    const state = stateAfter({
      kind: 'finished',
      workspace: null,
      message: 'Đã nhận 1/2 tệp.',
      left: '"a.xlsx": không phải là bảng tính.',
    });
    expect(state.notices.map(({ kind, text }) => [kind, text])).toEqual([
      ['success', 'Đã nhận 1/2 tệp.'],
      ['error', '"a.xlsx": không phải là bảng tính.'],
    ]);
  });

  it('say the same thing once, under a new number each time', () => {
    const once = stateAfter({ kind: 'refused', message: 'A' }, { kind: 'refused', message: 'B' });
    const twice = reduce(once, { kind: 'refused', message: 'A' });
    expect(twice.notices.map(({ text }) => text)).toEqual(['B', 'A']);
    expect(new Set(twice.notices.map(({ id }) => id)).size).toBe(2);
    const dismissed = reduce(twice, { kind: 'dismissed', notice: twice.notices[1]!.id });
    expect(dismissed.notices.map(({ text }) => text)).toEqual(['B']);
  });

  it('a small refusal does not end the work under way', () => {
    const state = stateAfter(
      { kind: 'started', label: 'Đang chấm' },
      { kind: 'progressed', done: 0.5 },
      { kind: 'refused-while-busy', message: 'Hãy chờ.' },
    );
    expect(state.work).toEqual({ label: 'Đang chấm', done: 0.5 });
    expect(reduce(state, { kind: 'refused', message: 'Hỏng.' }).work).toBeNull();
  });

  it('late progress of ended work shows nothing', () => {
    expect(stateAfter({ kind: 'progressed', done: 0.9 }).work).toBeNull();
  });
});

describe('a new reading', () => {
  it('keeps the flag and the filters that still exist and lets go of the others', () => {
    const before = stateAfter(
      { kind: 'finished', workspace: workspace([flag('f1', 'Bản A'), flag('f2', 'Bản B')]), message: '', left: '' },
      { kind: 'stood', flag: 'f1' },
      { kind: 'filtered', filter: { unit: 'Bản B', code: 'missing-value', severity: 'error' } },
      { kind: 'edited' },
    );
    const state = reduce(before, {
      kind: 'finished',
      workspace: workspace([flag('f1', 'Bản A')]),
      message: '',
      left: '',
    });
    expect(state.flag).toBe('f1');
    expect(state.filter).toEqual({ unit: '', code: 'missing-value', severity: 'error' });
    expect(state.edited).toBe(false);
    expect(reduce(state, { kind: 'finished', workspace: workspace([]), message: '', left: '' }).flag).toBeNull();
  });
});

describe('the place a book opens at', () => {
  const sheet = { sheet: 'Bản A', unit: 'Bản A', audience: 'village', state: 'waiting' } as const;
  const opened = (own: Partial<Workspace>, ...before: readonly PaneEvent[]) =>
    stateAfter(...before, { kind: 'finished', workspace: { ...workspace([]), ...own }, message: '', left: '' }).place;

  it('is the first step that has something to do, and never where the officer is not any more', () => {
    expect(opened({})).toBe('plan');
    expect(opened({ movement: MOVEMENTS[0]! })).toBe('criteria');
    expect(opened({ sheets: [sheet] })).toBe('reports');
    expect(opened({}, { kind: 'went', place: 'council' })).toBe('council');
  });

  it('stays when the book is read again', () => {
    const state = stateAfter(
      { kind: 'finished', workspace: workspace([]), message: '', left: '' },
      { kind: 'finished', workspace: { ...workspace([]), sheets: [sheet] }, message: '', left: '' },
    );
    expect(state.place).toBe('plan');
  });
});

describe('what can be taken back', () => {
  it('is offered with the sentence that tells of it, and not with the next', () => {
    const undo = { label: 'Kiểm tra và chấm điểm', at: '2025-11-21T09:00:00+07:00' };
    const scored = stateAfter({
      kind: 'finished',
      workspace: { ...workspace([]), undo },
      message: 'Đã chấm.',
      left: '',
    });
    const told = ({ notices }: PaneState) => notices.map(({ text, undoable }) => [text, undoable]);
    expect(told(scored)).toEqual([['Đã chấm.', true]]);
    const after = [
      { kind: 'started', label: 'Đang lập' },
      { kind: 'finished', workspace: null, message: 'Đã lập.', left: '' },
    ] as const;
    expect(told(after.reduce(reduce, scored))).toEqual([['Đã lập.', false]]);
  });
});

describe('the last step', () => {
  it.each(MOVEMENTS.map((movement) => [movement.id, movement] as const))(
    'of %s copies it only once its last year is reported on',
    (_, movement) => {
      const last = Number(movement.period.to.slice(0, 4));
      const lastStep = (year: number | null) =>
        wayOf({ ...EMPTY_WORKSPACE, movement, period: year === null ? null : { kind: 'year', year } }, false).at(-1)
          ?.figures;
      expect(lastStep(last)).toBe(`chép sang năm ${last + 1}`);
      expect(lastStep(null)).toBe(`chép sang năm ${last + 1}`);
      expect(lastStep(last - 1)).toBe(`phong trào đến năm ${last}`);
    },
  );

  it('goes by the period of the reports where the officer chose none', () => {
    const run = demoRun();
    const workspace = { ...EMPTY_WORKSPACE, movement: run.movement, run };
    expect(wayOf(workspace, false).at(-1)?.figures).toBe('phong trào đến năm 2030');
  });
});
