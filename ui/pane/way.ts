/** The way from the plan to next year's copy: what each step has come to, in figures, from the workbook alone. Pure. */
import { gradings } from '../../core/council/alike.ts';
import type { QueueSheet } from '../../core/council/queue.ts';
import { itemsOf, reviewGroupsOf } from '../../core/council/review-groups.ts';
import type { Workspace } from '../../session/pane/workspace-data.ts';
import { STEPS, type Step } from './steps.ts';

export interface StepState {
  readonly step: Step;
  /** `18/23 đơn vị · 2 muộn`; '' = nothing to tell yet. */
  readonly figures: string;
  readonly done: boolean;
}

/** `hasPapers` = the Word papers were made since the book was opened. */
export function wayOf(workspace: Workspace | null, hasPapers: boolean): readonly StepState[] {
  return STEPS.map((step) => ({ step, ...(workspace === null ? NOTHING : STATES[step](workspace, hasPapers)) }));
}

type State = Omit<StepState, 'step'>;

const state = (figures: string, done = false): State => ({ figures, done });

const NOTHING = state('');

const STATES: Readonly<Record<Step, (workspace: Workspace, hasPapers: boolean) => State>> = {
  plan: ({ movement }) =>
    movement === null ? state('chưa chọn phong trào') : state(`${movement.targets.length} chỉ tiêu`, true),
  criteria: ({ movement, dossier, sheets }) => {
    if (movement === null) return NOTHING;
    const faults = dossier?.toCheck.filter(({ kind }) => kind === 'fault').length ?? 0;
    const sets = `${movement.criteriaSets.length} thang điểm`;
    const forms = sheets.length === 0 ? 'chưa phát mẫu' : '';
    return state(joined([sets, faults > 0 ? `${faults} chỗ cần sửa` : forms]), faults === 0 && forms === '');
  },
  reports: (workspace) => {
    const { received, units, late, unscored } = receivedIn(workspace);
    if (units === 0) return NOTHING;
    return state(
      joined([
        `${received}/${units} đơn vị`,
        late > 0 ? `${late} muộn` : '',
        unscored > 0 ? `${unscored} chưa chấm` : '',
      ]),
      received === units && unscored === 0,
    );
  },
  review: ({ run, queue }) => {
    if (run === null) return NOTHING;
    const { groups, changing } = groupsToReview(queue);
    if (groups === 0) return state('không còn việc', true);
    return state(joined([`${groups} việc`, changing > 0 ? `${changing} còn đổi được hạng` : '']));
  },
  council: ({ run, queue, sessions, closed }) => {
    if (closed !== null) return state('đã chốt', true);
    if (run === null) return NOTHING;
    const toGrade = gradings(queue).length;
    const held = sessions.findLast(({ kind }) => kind === 'hold') ?? null;
    const met =
      held === null ? 'chưa ghi phiên họp' : `họp ${held.day?.split('-').reverse().join('/') ?? 'chưa ghi ngày'}`;
    return state(joined([toGrade > 0 ? `${toGrade} tiêu chí chưa chấm` : '', met]));
  },
  results: ({ run, closed }) =>
    run === null
      ? NOTHING
      : state(joined([`${run.rankings.length} đơn vị xếp hạng`, closed === null ? 'chưa chốt' : '']), closed !== null),
  papers: ({ run }, hasPapers) => (run === null ? NOTHING : state(hasPapers ? 'đã lập' : 'chưa lập', hasPapers)),
  next: ({ movement, period, run }) => {
    if (movement === null) return NOTHING;
    const last = Number(movement.period.to.slice(0, 4));
    // A movement of several years goes on with the same criteria.
    const goesOn = yearScored({ period, run }, last) < last;
    return state(goesOn ? `phong trào đến năm ${last}` : `chép sang năm ${last + 1}`);
  },
};

/** The year the officer chose, else that of the reports, else `last`, the movement's last year. */
export function yearScored({ period, run }: Pick<Workspace, 'period' | 'run'>, last: number): number {
  return (period ?? run?.period)?.year ?? last;
}

/** Of the units that are awaited (of the list of units, else those with a sheet): how many reported, late, unscored. */
export function receivedIn({ sheets, register, run }: Workspace): {
  readonly received: number;
  readonly units: number;
  readonly late: number;
  readonly unscored: number;
} {
  const filled = sheets.filter(({ state }) => state !== 'empty');
  const reported = new Set(filled.map(({ unit, sheet }) => unit ?? sheet));
  const awaited = new Set(
    (register ?? []).filter(({ registered, received }) => registered || received !== null).map(({ name }) => name),
  );
  const all = awaited.size > 0 ? awaited : new Set(sheets.map(({ unit, sheet }) => unit ?? sheet));
  const late = new Set((run?.flags ?? []).flatMap(({ code, unit }) => (code === 'late-report' ? [unit] : [])));
  return {
    received: [...all].filter((unit) => reported.has(unit)).length,
    units: all.size,
    late: late.size,
    unscored: filled.filter(({ state }) => state !== 'scored').length,
  };
}

/** What waits for a decision; `changing` = what can still move a class, a place or an award. */
export function groupsToReview(queue: readonly QueueSheet[]): { readonly groups: number; readonly changing: number } {
  const groups = reviewGroupsOf(queue);
  const changing = groups.filter((group) =>
    itemsOf(group).some(({ changes }) => changes.class || changes.place || changes.award),
  );
  return { groups: groups.length, changing: changing.length };
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
