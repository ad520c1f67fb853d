/** Năm sau: the dossier copied for the next year, or for the commune several were joined into. */
import { Empty } from '../../empty.tsx';
import { NextStep, PlaceBar } from '../place-bar.tsx';
import { usePaneStyles } from '../use-pane-styles.ts';
import { CopySection } from './copy-section.tsx';
import { useMovement } from './use-movement.ts';

export function NextPlace() {
  const styles = usePaneStyles();
  const movement = useMovement();
  return (
    <div className={styles.place}>
      <PlaceBar place="next" />
      {movement === undefined ? (
        <Empty>
          <p>Chưa chọn phong trào. Có phong trào thì hồ sơ chép được sang năm sau.</p>
          <NextStep step="plan" />
        </Empty>
      ) : (
        <CopySection movement={movement} />
      )}
    </div>
  );
}
