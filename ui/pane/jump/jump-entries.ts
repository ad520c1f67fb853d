/** What the jump list leads to: places, acts, units, criteria, papers. Pure. */

import { partsOf } from '../../../core/movement/rule.ts';
import type { Workspace } from '../../../session/pane/workspace-data.ts';
import type { PaperSeen } from '../../../session/papers/see-papers.ts';
import { finder, phraseFinder } from '../../finder.ts';
import { nameOfAudience } from '../name-of-audience.ts';
import type { Place } from '../places.ts';
import { seekCriterion } from '../sought.ts';

export const GROUPS = ['Nơi làm việc', 'Việc', 'Đơn vị', 'Tiêu chí', 'Văn bản'] as const;

export type JumpTarget =
  | { readonly kind: 'place'; readonly place: Place; readonly sought?: string }
  | { readonly kind: 'report'; readonly sheet: string }
  | { readonly kind: 'act'; readonly act: 'check' | 'forms' | 'undo' | 'help' };

export interface NamedPlace {
  readonly place: Place;
  readonly name: string;
}

export interface JumpEntry {
  readonly group: (typeof GROUPS)[number];
  /** Unlike any other entry's. */
  readonly key: string;
  readonly name: string;
  /** What tells it from others of the same name; '' = nothing. */
  readonly hint: string;
  readonly target: JumpTarget;
}

/** `places` come from the pane, whose list of them imports all the places. */
export function jumpEntries(
  workspace: Workspace | null,
  papers: readonly PaperSeen[],
  places: readonly NamedPlace[],
): readonly JumpEntry[] {
  return [
    ...places.map(({ place, name }): JumpEntry => {
      return { group: 'Nơi làm việc', key: place, name, hint: '', target: { kind: 'place', place } };
    }),
    ...actEntries(workspace),
    ...unitEntries(workspace),
    ...criterionEntries(workspace),
    ...papers.map(({ paper: { title, file } }): JumpEntry => {
      return {
        ...{ group: 'Văn bản', key: `paper ${file}`, name: title, hint: '' },
        target: { kind: 'place', place: 'papers', sought: file },
      };
    }),
  ];
}

function actEntries(workspace: Workspace | null): JumpEntry[] {
  const act = (act: Extract<JumpTarget, { kind: 'act' }>['act'], name: string): JumpEntry => {
    return { group: 'Việc', key: `act ${act}`, name, hint: '', target: { kind: 'act', act } };
  };
  const { movement = null, undo = null } = workspace ?? {};
  return [
    ...(movement === null ? [] : [act('check', 'Kiểm tra và chấm điểm'), act('forms', 'Tạo mẫu')]),
    ...(undo === null ? [] : [act('undo', `Hoàn tác: ${undo.label}`)]),
    act('help', 'Trợ giúp'),
  ];
}

/** Units with a sheet lead to it, the others to the board. */
function unitEntries(workspace: Workspace | null): JumpEntry[] {
  const { sheets = [], register = null, movement = null } = workspace ?? {};
  const here = new Set(sheets.map(({ unit }) => unit));
  return [
    ...sheets.map(({ sheet, unit, audience }): JumpEntry => {
      const hint = audience === null ? '' : nameOfAudience(movement ?? undefined, audience);
      const name = unit ?? sheet;
      return { group: 'Đơn vị', key: `sheet ${sheet}`, name, hint, target: { kind: 'report', sheet } };
    }),
    ...(register ?? [])
      .filter(({ name }) => !here.has(name))
      .map(({ name }): JumpEntry => {
        const target = { kind: 'place', place: 'reports' } as const;
        return { group: 'Đơn vị', key: `unit ${name}`, name, hint: 'chưa có báo cáo', target };
      }),
  ];
}

function criterionEntries(workspace: Workspace | null): JumpEntry[] {
  const { movement = null, dossier = null } = workspace ?? {};
  const shown = (dossier?.heading.id === movement?.id ? dossier?.edited : undefined) ?? movement;
  return (shown?.criteriaSets ?? []).flatMap((set, at) => {
    const entry = (code: string, title: string): JumpEntry => {
      const sought = seekCriterion(at, code);
      return {
        ...{ group: 'Tiêu chí', key: `criterion ${sought}`, name: `${code} ${title}` },
        hint: nameOfAudience(shown ?? undefined, set.audience),
        target: { kind: 'place', place: 'criteria', sought },
      };
    };
    return set.criteria.flatMap(({ code, title, rule }) => [
      entry(code, title),
      ...partsOf(rule).map((part) => entry(`${code}.${part.code}`, part.title)),
    ]);
  });
}

/** More are not shown: the officer types another word. */
const MOST = 40;

/**
 * Entries that hold each word typed: first those whose name or hint holds the words as typed, then those that hold
 * them in their name, then those with the help of their hint. Entries of a group stay together.
 */
export function entriesWith(
  entries: readonly JumpEntry[],
  typed: string,
): {
  readonly shown: readonly JumpEntry[];
  /** How many more there are. */
  readonly left: number;
} {
  const [has, stands] = [finder(typed), phraseFinder(typed)];
  const found = entries.filter(({ name, hint }) => has(`${name} ${hint}`));
  const rankOf = ({ name, hint }: JumpEntry) => (stands(name) || stands(hint) ? 0 : has(name) ? 1 : 2);
  const shown = found.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, MOST);
  const best = new Map<JumpEntry['group'], number>();
  for (const entry of shown) if (!best.has(entry.group)) best.set(entry.group, rankOf(entry));
  const groups = GROUPS.toSorted((a, b) => (best.get(a) ?? 0) - (best.get(b) ?? 0));
  const grouped = groups.flatMap((group) => shown.filter((entry) => entry.group === group));
  return { shown: grouped, left: found.length - shown.length };
}
