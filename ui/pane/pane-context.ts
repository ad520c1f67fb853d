/** What every place of the pane works with. */
import { createContext, type Dispatch, type ReactNode, useContext } from 'react';
import type { PaneSession } from '../../session/pane/pane-session.ts';
import type { LoadReaders } from '../../session/plan/plan-text-of.ts';
import type { PaneActions } from './actions.ts';
import type { Place } from './places.ts';
import type { PaneEvent, PaneState } from './state.ts';
import type { StepState } from './way.ts';

export interface SidePanel {
  /** Vietnamese name of what is shown. */
  readonly label: string;
  readonly shown: ReactNode;
}

interface Pane {
  readonly state: PaneState;
  /** What each step has come to. */
  readonly way: readonly StepState[];
  readonly dispatch: Dispatch<PaneEvent>;
  readonly actions: PaneActions;
  readonly session: PaneSession;
  /** What the place is called on its tab. */
  readonly nameOf: (place: Place) => string;
  /** The help is shown beside the place; `onHelp` shows it or puts it away. */
  readonly isHelp: boolean;
  readonly onHelp: () => void;
  /** Opens the jump list. */
  readonly onJump: () => void;
  /** Shows something beside the place, or over it where there is no room for both; null = nothing any more. */
  readonly showBeside: (beside: SidePanel | null) => void;
  /** Readers of plans, where plans are read in the pane itself. */
  readonly planReaders: LoadReaders | undefined;
}

export const PaneContext = createContext<Pane | null>(null);

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (pane === null) throw new Error('A place of the pane stands outside the pane');
  return pane;
}
