/**
 * Keeps what was typed and not yet sent, for this workbook: over a reload, and where the pane's whole runtime ends with
 * it (Excel for Mac). Storage that is shut is simply not used.
 */
import { type DecisionDraft, EMPTY_DRAFT, INITIAL, type PaneState, type Texts } from './state.ts';

/** Workbooks of a computer share the storage; `workbook` = the address of this workbook, '' = it has none. */
const key = (workbook: string) => `thi-dua-so.drafts:${workbook}`;

type Drafts = Pick<PaneState, 'drafts' | 'texts'>;

export function keepDrafts(workbook: string, { drafts, texts }: Drafts): void {
  try {
    window.localStorage.setItem(key(workbook), JSON.stringify({ drafts: [...drafts], texts }));
  } catch {
    // Storage is off or full: the drafts live as long as the pane.
  }
}

export function storedDrafts(workbook: string): Drafts {
  try {
    return parseDrafts(window.localStorage.getItem(key(workbook)));
  } catch {
    return parseDrafts(null);
  }
}

/** What does not have the shape is left out. */
export function parseDrafts(text: string | null): Drafts {
  const nothing: Drafts = { drafts: INITIAL.drafts, texts: INITIAL.texts };
  if (text === null) return nothing;
  try {
    const stored: unknown = JSON.parse(text);
    if (!isRecord(stored)) return nothing;
    const drafts = Array.isArray(stored.drafts) ? stored.drafts.flatMap(draftOf) : [];
    return { drafts: new Map(drafts), texts: textsOf(stored.texts) };
  } catch {
    return nothing;
  }
}

function draftOf(entry: unknown): [string, DecisionDraft][] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string' || !isRecord(entry[1])) return [];
  const { kind, points, reason } = entry[1];
  return [
    [
      entry[0],
      {
        kind: kind === 'accept' || kind === 'adjust' || kind === 'return' ? kind : null,
        points: typeof points === 'string' ? points : EMPTY_DRAFT.points,
        reason: typeof reason === 'string' ? reason : EMPTY_DRAFT.reason,
      },
    ],
  ];
}

function textsOf(stored: unknown): Texts {
  if (!isRecord(stored)) return INITIAL.texts;
  const entries = Object.entries(INITIAL.texts).map(([name, empty]) => {
    const text = Object.hasOwn(stored, name) ? stored[name] : empty;
    return [name, typeof text === 'string' ? text : empty];
  });
  return Object.fromEntries(entries) as Texts;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
