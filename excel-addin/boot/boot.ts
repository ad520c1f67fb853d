/**
 * Finds out where the page runs: in an Excel that can do the job, in an older Excel, or outside Excel. Always resolves
 * within the time limit: Office's script may be blocked or hang, and then `Office.onReady` never calls.
 */
import { hostRefusal } from '../../session/host/errors.ts';
import { excelCaps } from '../host/excel/caps.ts';
import { within } from '../host/within.ts';

/** `reason` is a Vietnamese sentence for the officer. */
type Booted =
  | { readonly kind: 'excel' }
  | { readonly kind: 'preview'; readonly reason: string }
  | { readonly kind: 'unsupported'; readonly reason: string };

/** What Office says of itself: the application it runs in, `outside` of any, or that its script did not load. */
export type OfficeSays = { readonly kind: 'host'; readonly name: string } | { readonly kind: 'outside' | 'no-script' };

/** Milliseconds. */
export const TIME_LIMIT = 5000;

export interface BootWorld {
  readonly office: Promise<OfficeSays>;
  /** This Excel has what we need. */
  readonly isEnough: () => boolean;
  /** Milliseconds. */
  readonly limit: number;
  /** Called when Excel answers after the limit. */
  readonly late: () => void;
}

export async function boot({ office, isEnough, limit, late }: BootWorld): Promise<Booted> {
  const says = await within(office, limit);
  switch (says?.kind) {
    case undefined:
      void office.then((later) => {
        if (later.kind === 'host' && later.name === 'Excel') late();
      });
      return preview('Excel chưa trả lời, nên đây là bản xem thử. Khi Excel trả lời, trang tự mở lại.');
    case 'no-script':
      return preview('Chưa tải được thư viện của Office (mất mạng hoặc bị chặn), nên đây là bản xem thử.');
    case 'outside':
      return preview('Trang này đang mở ngoài Excel, nên đây là bản xem thử.');
    case 'host':
      if (says.name !== 'Excel') return { kind: 'unsupported', reason: 'Thi đua số chỉ chạy trong Excel.' };
      return isEnough()
        ? { kind: 'excel' }
        : { kind: 'unsupported', reason: hostRefusal('unsupported-version').message };
  }
}

/** The page's own world. `late` as in BootWorld. */
export function pageWorld(officeLoaded: Promise<boolean>, late: () => void): BootWorld {
  return { office: askOffice(officeLoaded), isEnough: () => excelCaps().enough, limit: TIME_LIMIT, late };
}

async function askOffice(officeLoaded: Promise<boolean>): Promise<OfficeSays> {
  if (!(await officeLoaded)) return { kind: 'no-script' };
  // Its types know neither the null it answers outside of Office nor that it answers a name.
  const { host }: { readonly host: unknown } = await Office.onReady();
  return typeof host === 'string' ? { kind: 'host', name: host } : { kind: 'outside' };
}

function preview(reason: string): Booted {
  return { kind: 'preview', reason };
}
