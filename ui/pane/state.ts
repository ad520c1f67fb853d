/**
 * What the pane remembers: where the officer is, what is shown, what was typed and not yet sent. Pure: events in, new
 * state out.
 */

import type { Decision } from '../../core/judge/flag/decision.ts';
import type { Severity } from '../../core/judge/flag/flag.ts';
import type { Workspace } from '../../session/pane/workspace-data.ts';
import type { Place } from './places.ts';
import { EMPTY_SESSION, type SessionTexts } from './session-texts.ts';
import type { Step } from './steps.ts';
import { EMPTY_VOTE, type VoteTexts } from './vote-texts.ts';

export interface Notice {
  readonly id: number;
  readonly kind: 'error' | 'success' | 'info';
  readonly text: string;
  /** Whether the act it describes can be undone. */
  readonly undoable: boolean;
}

/** Text fields stay text until they are sent: half a number is not lost. */
export interface DecisionDraft {
  readonly kind: Decision['kind'] | null;
  readonly points: string;
  readonly reason: string;
}
export const EMPTY_DRAFT: DecisionDraft = { kind: null, points: '', reason: '' };

/** null and '' = all. */
export interface FlagFilter {
  readonly severity: Severity | null;
  readonly unit: string;
  readonly code: string;
}

export interface Texts extends VoteTexts, SessionTexts {
  /** Who decides. */
  readonly who: string;
  /** Who appraises for the council: another person, never written into a decision. */
  readonly appraiser: string;
  /** Pasted list of units, one a line. */
  readonly units: string;
  readonly captures: string;
}

export interface PaneState {
  readonly place: Place;
  /** What the officer went there for (sought.ts); null = for the place itself. */
  readonly sought: string | null;
  /** The officer, or the ribbon, went somewhere: the first reading no longer chooses the place. */
  readonly hasGone: boolean;
  readonly workspace: Workspace | null;
  /** Long work under way; `done` 0 … 1, null while unknown. */
  readonly work: { readonly label: string; readonly done: number | null } | null;
  readonly notices: readonly Notice[];
  readonly filter: FlagFilter;
  /** Id of the flag stood on. */
  readonly flag: string | null;
  /** Unit whose sheet is open in the council's queue. */
  readonly unit: string | null;
  /** By key of the queue's item. */
  readonly drafts: ReadonlyMap<string, DecisionDraft>;
  readonly texts: Texts;
  /** The forms of units are being made. */
  readonly isMakingForms: boolean;
  /** What Cần xem shows: groups to decide, the sheets unit by unit, or all flags. */
  readonly reviewed: 'groups' | 'sheets' | 'flags' | 'evidence';
  /** The workbook was edited since the last reading. */
  readonly edited: boolean;
  /** The Word papers were made since the book was opened. */
  readonly hasPapers: boolean;
}

export type PaneEvent =
  /** `isLed` = the last act led there; its message stays visible. */
  | { readonly kind: 'went'; readonly place: Place; readonly isLed?: true; readonly sought?: string }
  | { readonly kind: 'started'; readonly label: string }
  | { readonly kind: 'progressed'; readonly done: number }
  /** `said` = what was done, `left` = what could not be; '' = nothing to tell. */
  | { readonly kind: 'finished'; readonly workspace: Workspace | null; readonly message: string; readonly left: string }
  /** The work under way ended with a refusal. */
  | { readonly kind: 'refused'; readonly message: string }
  /** Something small was refused; the work under way goes on. */
  | { readonly kind: 'refused-while-busy'; readonly message: string }
  | { readonly kind: 'dismissed'; readonly notice: number }
  | { readonly kind: 'filtered'; readonly filter: Partial<FlagFilter> }
  | { readonly kind: 'stood'; readonly flag: string | null }
  | { readonly kind: 'opened'; readonly unit: string | null }
  | { readonly kind: 'drafted'; readonly key: string; readonly draft: Partial<DecisionDraft> }
  | { readonly kind: 'sent'; readonly key: string }
  | { readonly kind: 'typed'; readonly texts: Partial<Texts> }
  | { readonly kind: 'making-forms'; readonly open: boolean }
  | { readonly kind: 'reviewed'; readonly what: PaneState['reviewed'] }
  | { readonly kind: 'edited' }
  | { readonly kind: 'made-papers' };

export const INITIAL: PaneState = {
  place: 'reports',
  sought: null,
  hasGone: false,
  workspace: null,
  work: null,
  notices: [],
  filter: { severity: null, unit: '', code: '' },
  flag: null,
  unit: null,
  drafts: new Map(),
  texts: { who: '', appraiser: '', units: '', captures: '', ...EMPTY_VOTE, ...EMPTY_SESSION },
  isMakingForms: false,
  reviewed: 'groups',
  edited: false,
  hasPapers: false,
};

export function reduce(state: PaneState, event: PaneEvent): PaneState {
  switch (event.kind) {
    case 'went':
      return {
        ...state,
        place: event.place,
        sought: event.sought ?? null,
        hasGone: true,
        notices: state.notices.filter(({ kind }) => event.isLed || kind === 'error'),
      };
    case 'started':
      // Who starts the next work has read what became of the last.
      return { ...state, work: { label: event.label, done: null }, notices: [] };
    case 'progressed':
      return state.work === null ? state : { ...state, work: { ...state.work, done: event.done } };
    case 'finished': {
      const after = { ...state, work: null };
      const shown = event.workspace === null ? after : { ...settled(after, event.workspace), edited: false };
      const isNew = shown.workspace?.undo != null && shown.workspace.undo.at !== state.workspace?.undo?.at;
      const told = event.message === '' ? shown : noticed(shown, 'success', event.message, isNew);
      return event.left === '' ? told : noticed(told, 'error', event.left);
    }
    case 'refused':
      return noticed({ ...state, work: null }, 'error', event.message);
    case 'refused-while-busy':
      return noticed(state, 'error', event.message);
    case 'dismissed':
      return { ...state, notices: state.notices.filter(({ id }) => id !== event.notice) };
    case 'filtered':
      return { ...state, filter: { ...state.filter, ...event.filter } };
    case 'stood':
      return { ...state, flag: event.flag };
    case 'opened':
      return { ...state, unit: event.unit };
    case 'drafted': {
      const draft = { ...(state.drafts.get(event.key) ?? EMPTY_DRAFT), ...event.draft };
      return { ...state, drafts: new Map(state.drafts).set(event.key, draft) };
    }
    case 'sent': {
      const drafts = new Map(state.drafts);
      drafts.delete(event.key);
      return { ...state, drafts };
    }
    case 'typed':
      return { ...state, texts: { ...state.texts, ...event.texts } };
    case 'making-forms':
      return { ...state, isMakingForms: event.open };
    case 'reviewed':
      return { ...state, reviewed: event.what };
    case 'edited':
      return state.edited ? state : { ...state, edited: true };
    case 'made-papers':
      return { ...state, hasPapers: true };
  }
}

/** A new workspace; what pointed at things no longer there lets go, drafts stay. */
function settled(state: PaneState, workspace: Workspace): PaneState {
  const flags = workspace.run?.flags ?? [];
  const has = (unit: string) => flags.some((flag) => flag.unit === unit);
  const { filter } = state;
  return {
    ...state,
    place: state.workspace === null && !state.hasGone ? firstPlace(workspace) : state.place,
    workspace,
    flag: flags.some(({ id }) => id === state.flag) ? state.flag : null,
    unit: workspace.queue.some(({ unit }) => unit === state.unit) ? state.unit : null,
    filter: {
      ...filter,
      unit: filter.unit === '' || has(filter.unit) ? filter.unit : '',
      code: flags.some(({ code }) => code === filter.code) ? filter.code : '',
    },
  };
}

/** Where a book that was just opened goes on. */
function firstPlace({ movement, sheets }: Workspace): Step {
  if (sheets.length > 0) return 'reports';
  return movement === null ? 'plan' : 'criteria';
}

/** The same sentence is not stacked twice. */
function noticed(state: PaneState, kind: Notice['kind'], text: string, undoable = false): PaneState {
  const others = state.notices.filter((notice) => notice.text !== text);
  const id = 1 + Math.max(0, ...state.notices.map((notice) => notice.id));
  return { ...state, notices: [...others, { id, kind, text, undoable }] };
}
