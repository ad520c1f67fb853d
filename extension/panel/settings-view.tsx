/** The settings, as narrow as the panel. */
import { unitsSeen } from '../history/units.ts';
import { useLive } from '../live/use-store.ts';
import { SettingsForm } from '../settings-form/settings-form.tsx';

export function SettingsView() {
  return <SettingsForm units={useLive(unitsSeen)} />;
}
