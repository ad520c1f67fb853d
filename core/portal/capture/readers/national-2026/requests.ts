/**
 * The seven requests of the 2026 portal's own page for a province and a period, as the page sends them (facts on the
 * portal, 2.2), and those about a single commune that the province's lists do not answer.
 */
import { type Period, periodDays } from '../../../../base/period/period.ts';

/** Where they are sent. */
export const PORTAL = 'https://dichvucong.gov.vn';

export interface PortalRequest {
  readonly path: string;
  /** JSON text. */
  readonly body: string;
}

const PAGE_SIZES: readonly (readonly [name: string, pageSize: number | null])[] = [
  ['service-results', null],
  ['transparency', 200],
  ['dvc-progress-tree', 100],
  ['provide-online-tree', 200],
  ['formality-online-payment-tree', 100],
  ['handling-satisfaction', 200],
  ['dossier-digitized', 200],
];

/** Only answers about the commune itself hold online dossiers, overdue dossiers and the months of the year. */
const OF_COMMUNE = new Set(['service-results', 'dvc-progress-tree', 'provide-online-tree']);

/** Requests about a single commune: only for what its province's lists leave out. `communeId` = its departmentId. */
export function communeRequests(communeId: string, period: Period): readonly PortalRequest[] {
  return portalRequests(communeId, period).filter(({ path }) => OF_COMMUNE.has(path.split('/').at(-1) ?? ''));
}

/** The names and ids of all provinces stand in the answer about the whole country. */
export function countryRequest(period: Period): PortalRequest | undefined {
  const time = timeOf(period);
  return (
    time && {
      path: pathOf('service-results'),
      body: JSON.stringify({ departmentType: 'ADMINISTRATIVE_UNIT', ...time }),
    }
  );
}

function pathOf(name: string): string {
  return `/api/v1/reporting/evaluation/${name}`;
}

/**
 * The portal has no half-years and no ranges of days: no requests for those. `provinceId` is the portal's
 * rootDepartmentId.
 */
export function portalRequests(provinceId: string, period: Period): readonly PortalRequest[] {
  const time = timeOf(period);
  if (!time) return [];
  const days = periodDays(period);
  return PAGE_SIZES.map(([name, pageSize]) => ({
    path: pathOf(name),
    body: JSON.stringify({
      rootDepartmentId: provinceId,
      ...(name === 'handling-satisfaction' ? { fromDate: days.from, toDate: days.to } : time),
      ...(pageSize === null ? {} : { pageSize }),
    }),
  }));
}

function timeOf(period: Period) {
  switch (period.kind) {
    case 'year':
      return { timeType: 'year', year: period.year };
    case 'quarter':
      return { timeType: 'quarter', year: period.year, quarter: period.quarter };
    case 'month':
      return { timeType: 'month', year: period.year, month: period.month };
    case 'half':
    case 'days':
      return undefined;
  }
}
