/**
 * What still has to be requested from the portal about the commune itself: its province's lists leave out online
 * dossiers, overdue dossiers and the months of the year.
 */
import { periodKey } from '../../core/base/period/period.ts';
import { isCommuneName } from '../../core/portal/capture/commune-ranks.ts';
import { portalRequestOf } from '../../core/portal/capture/readers/national-2026/period.ts';
import {
  communeRequests,
  PORTAL,
  type PortalRequest,
} from '../../core/portal/capture/readers/national-2026/requests.ts';
import type { CaptureRecord } from '../store/records.ts';
import type { CaptureRead } from './read-capture.ts';

/** Ids of the portal: with any other id no request is possible. */
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** None before unit and period are known, of what is no commune, and of tables that were heard. */
export function ownQuestions(
  { parts }: Pick<CaptureRecord, 'parts'>,
  read: Exclude<CaptureRead, { kind: 'evidence-changed' }>,
): readonly PortalRequest[] {
  if (read.kind !== 'found' || read.reader.id !== 'national-2026') return [];
  const { unit, period } = read.choice;
  const id = unit?.id;
  if (!unit || id === undefined || !period || !ID.test(id) || !isCommuneName(unit.name)) return [];
  const heard = new Set(
    parts.flatMap(({ url, request }) => {
      const portalRequest = request === null ? undefined : portalRequestOf(request);
      const isOwn = portalRequest?.province === id && periodKey(portalRequest.period) === periodKey(period);
      return isOwn ? [url.replace(/\?.*$/, '')] : [];
    }),
  );
  return communeRequests(id, period).filter(({ path }) => !heard.has(PORTAL + path));
}
