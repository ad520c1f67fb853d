/** What the ribbon can ask of the pane. */
import type { Place } from './places.ts';

export interface PaneRequest {
  readonly place: Place;
  readonly run: 'make-forms' | 'check-and-score' | null;
}
