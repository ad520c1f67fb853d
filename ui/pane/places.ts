/**
 * The places of the pane, in the order of their tabs and of Alt+1, Alt+2 …. The first is there at once; the others are
 * fetched when gone to, or once the workbook is open, so that they are there when the network is not.
 */
import type { ComponentType } from 'react';
import type { IconName } from '../icons.tsx';
import { later } from '../later.tsx';
import { ReportsPlace } from './places/reports-place.tsx';

interface PlaceFacts {
  /** Vietnamese name on the tab. */
  readonly name: string;
  readonly icon: IconName;
  readonly View: ComponentType;
  /** Fetches the place's code; null = loaded with the pane. */
  readonly load: (() => Promise<ComponentType>) | null;
}

export const PLACES = {
  reports: { name: 'Báo cáo', icon: 'report', View: ReportsPlace, load: null },
  flags: fetched('Cảnh báo', 'flag', async () => (await import('./places/flags-place.tsx')).FlagsPlace),
  ranking: fetched('Xếp hạng', 'rank', async () => (await import('./places/ranking-place.tsx')).RankingPlace),
  council: fetched('Hội đồng', 'council', async () => (await import('./places/council-place.tsx')).CouncilPlace),
  criteria: fetched('Tiêu chí', 'criteria', async () => (await import('./places/criteria-place.tsx')).CriteriaPlace),
} satisfies Readonly<Record<string, PlaceFacts>>;

export type Place = keyof typeof PLACES;
export const PLACE_IDS = Object.keys(PLACES) as readonly Place[];

function fetched(name: string, icon: IconName, load: () => Promise<ComponentType>): PlaceFacts {
  return { name, icon, View: later(load), load };
}

/** Fetches all places. What fails now is asked for again when it is gone to. */
export function fetchPlaces(): void {
  for (const id of PLACE_IDS) PLACES[id].load?.().catch(() => undefined);
}
