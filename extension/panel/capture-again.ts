/**
 * Repeating a saved capture: its page is opened, the next press on it counts for the same place and period, and the new
 * figures are shown beside the old.
 */

import { difference } from '../../core/portal/indicator/difference.ts';
import type { Observation } from '../../core/portal/indicator/observation.ts';
import type { Preview } from '../messages/contract.ts';
import { setWindowState } from '../settings/window-state.ts';
import type { CaptureRecord } from '../store/records.ts';
import { unitKeyOf } from '../store/series.ts';

/** Only of what was saved, from an address that can be gone to. */
export function canBeAgain({ state, url }: Pick<CaptureRecord, 'state' | 'url'>): boolean {
  return (state === 'confirmed' || state === 'corrected') && /^https?:/.test(url);
}

/** For a press: the panel is opened beside the page where it is not yet. */
export async function openAgain({ id, url }: Pick<CaptureRecord, 'id' | 'url'>): Promise<void> {
  const tab = await chrome.tabs.create({ url });
  if (tab.id === undefined) return;
  await setWindowState(tab.windowId, { kind: 'again', of: id, tabId: tab.id });
  // Browsers made from Chromium may leave it out, and a press opens it anyway.
  const panel: typeof chrome.sidePanel | undefined = chrome.sidePanel;
  await panel?.open({ tabId: tab.id }).catch(() => undefined);
}

type FoundPreview = Extract<Preview, { kind: 'found' }>;

/** The unit to look for: the same as then, unless another is chosen already; undefined = leave as it is. */
export function unitAgain(
  { unit, units }: FoundPreview,
  drafted: string | null,
  [old]: readonly Observation[],
): string | undefined {
  if (!old || drafted !== null) return undefined;
  const key = unitKeyOf(old.unit);
  if (units.length === 0) return old.unit.name;
  return unit?.key !== key && units.some((unit) => unit.key === key) ? key : undefined;
}

/**
 * The reading with each figure compared with the old one; undefined when unit or period differ, because then nothing
 * can be compared.
 */
export function besideOld(preview: FoundPreview, { at, observations }: CaptureRecord): FoundPreview | undefined {
  const [first] = observations;
  const isSame =
    first &&
    preview.period === first.period &&
    (preview.unit?.key === unitKeyOf(first.unit) || isTyped(preview, first));
  if (!isSame) return undefined;
  const before = new Map(observations.map((observation) => [observation.indicator, observation.value]));
  const figures = preview.figures.map((figure) => {
    const value = before.get(figure.indicator);
    return { ...figure, last: value === undefined ? null : { value, delta: difference(figure.value, value) } };
  });
  return { ...preview, figures, lastAt: at };
}

/** Where the page names no unit, its key is made of what was typed. */
function isTyped({ units, unit }: FoundPreview, { unit: old }: Observation): boolean {
  return units.length === 0 && unit?.name === old.name;
}
