/**
 * The places of the pane: the steps of the way first, in the order of Alt+1, Alt+2 …, then what is seldom needed. The
 * reports are there at once; the others are fetched when gone to, or once the workbook is open, so that they are there
 * when the network is not.
 */
import type { ComponentType } from 'react';
import { later } from '../later.tsx';
import { ReportsPlace } from './places/reports-place.tsx';
import type { Step } from './steps.ts';

interface PlaceFacts {
  /** Vietnamese name on the tab. */
  readonly name: string;
  readonly View: ComponentType;
  /** Fetches the place's code; null = loaded with the pane. */
  readonly load: (() => Promise<ComponentType>) | null;
}

export const PLACES = {
  plan: fetched('Kế hoạch', async () => (await import('./places/plan-step.tsx')).PlanStep),
  criteria: fetched('Tiêu chí và mẫu', async () => (await import('./places/criteria-place.tsx')).CriteriaPlace),
  reports: { name: 'Báo cáo', View: ReportsPlace, load: null },
  review: fetched('Cần xem', async () => (await import('./places/review-place.tsx')).ReviewPlace),
  council: fetched('Hội đồng', async () => (await import('./places/council-place.tsx')).CouncilPlace),
  results: fetched('Kết quả', async () => (await import('./places/results-place.tsx')).ResultsPlace),
  papers: fetched('Văn bản', async () => (await import('./places/papers-place.tsx')).PapersPlace),
  next: fetched('Năm sau', async () => (await import('./places/next-place.tsx')).NextPlace),
  portal: fetched('Số liệu Cổng', async () => (await import('./places/portal-place.tsx')).PortalPlace),
  year: fetched('Theo dõi năm', async () => (await import('./places/year-place.tsx')).YearPlace),
  share: fetched('Dùng chung', async () => (await import('./places/share-place.tsx')).SharePlace),
} satisfies Readonly<Record<Step, PlaceFacts>> & Readonly<Record<string, PlaceFacts>>;

export type Place = keyof typeof PLACES;
export const PLACE_IDS = Object.keys(PLACES) as readonly Place[];

function fetched(name: string, load: () => Promise<ComponentType>): PlaceFacts {
  return { name, View: later(load), load };
}

/** Fetches all places. A failed download is repeated when the officer goes there. */
export function fetchPlaces(): void {
  for (const id of PLACE_IDS) PLACES[id].load?.().catch(() => undefined);
}
