/** Số liệu Cổng: figures of the portal that reports are compared with. */
import { PlaceBar } from '../place-bar.tsx';
import { usePaneStyles } from '../use-pane-styles.ts';
import { CapturesForm } from './captures-form.tsx';

export function PortalPlace() {
  const styles = usePaneStyles();
  return (
    <div className={styles.place}>
      <PlaceBar place="portal" />
      <CapturesForm />
    </div>
  );
}
