/** The settings, as narrow as the panel. */
import { unitsSeen } from '../history/units.ts';
import { SettingsForm } from '../settings-form/settings-form.tsx';
import { useLive } from './use-live.ts';

export function SettingsView() {
  return <SettingsForm units={useLive(unitsSeen)} />;
}
