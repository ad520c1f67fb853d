/** Dùng chung: the books this browser shares with other machines. */

import { PlaceBar } from '../place-bar.tsx';
import { ShareSection } from '../share/share-section.tsx';
import { usePaneStyles } from '../use-pane-styles.ts';

export function SharePlace() {
  const styles = usePaneStyles();
  return (
    <div className={styles.place}>
      <PlaceBar place="share" />
      <ShareSection />
    </div>
  );
}
