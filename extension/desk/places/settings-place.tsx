/** Settings: what is set once, and how much room the captures take on this computer. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { formatNumber } from '../../../core/base/quantity/points.ts';
import { unitsSeen } from '../../history/units.ts';
import { useLive } from '../../live/use-store.ts';
import { SettingsForm } from '../../settings-form/settings-form.tsx';
import type { Store } from '../../store/db.ts';
import { RemoveDiscarded } from '../captures/remove-discarded.tsx';
import { PlacePage } from '../place-page.tsx';

const useStyles = makeStyles({
  use: { margin: 0, paddingTop: '12px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

export function SettingsPlace() {
  const styles = useStyles();
  const units = useLive(unitsSeen, []);
  const use = useLive(storageUse, []);
  return (
    <PlacePage title="Cài đặt" lead="Được giữ ngay khi thay đổi, chỉ trên máy này." narrow>
      <SettingsForm units={units} />
      {use?.bytes === undefined ? null : (
        <p className={styles.use}>
          {formatNumber(use.captures)} bản chụp, dùng {sizeText(use.bytes)} trên máy này.
        </p>
      )}
      <RemoveDiscarded />
    </PlacePage>
  );
}

/** How many there are, and the bytes of all we keep (undefined where the browser does not tell). */
async function storageUse(db: Store): Promise<{ readonly captures: number; readonly bytes: number | undefined }> {
  const captures = await db.captures.count();
  const { usage } = await navigator.storage.estimate();
  return { captures, bytes: usage };
}

/** `820 KB`, `12,4 MB`. */
function sizeText(bytes: number): string {
  return bytes < 1_000_000
    ? `${formatNumber(Math.ceil(bytes / 1_000), 0)} KB`
    : `${formatNumber(bytes / 1_000_000, 1)} MB`;
}
