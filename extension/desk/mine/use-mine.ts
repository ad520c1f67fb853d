/** The officer's own unit in the history: not set, never captured, or its strands of figures. */
import { type Strand, strandsOf } from '../../history/strands.ts';
import { type UnitSeen, unitsNamed, unitsSeen } from '../../history/units.ts';
import { useLive } from '../../live/use-store.ts';
import type { ExtensionSettings } from '../../settings/settings.ts';
import { useSettings } from '../../settings/use-settings.ts';

export type Mine =
  | { readonly kind: 'no-unit'; readonly others: readonly UnitSeen[] }
  | { readonly kind: 'no-figures'; readonly unit: string; readonly others: readonly UnitSeen[] }
  | { readonly kind: 'ready'; readonly settings: ExtensionSettings; readonly strands: readonly [Strand, ...Strand[]] };

/** undefined until known. */
export function useMine(): Mine | undefined {
  const settings = useSettings();
  const unitName = settings?.unit.trim();
  const found = useLive(
    async (db) => {
      const others = await unitsSeen(db);
      return { others, strands: await strandsOf(db, unitsNamed(others, unitName ?? '')) };
    },
    [unitName],
  );
  if (settings === undefined || unitName === undefined || found === undefined) return undefined;
  const [first, ...rest] = found.strands;
  if (unitName === '') return { kind: 'no-unit', others: found.others };
  if (!first) return { kind: 'no-figures', unit: unitName, others: found.others };
  return { kind: 'ready', settings, strands: [first, ...rest] };
}
