/** Theo dõi năm: the period compared with, the years before, and the year's dates, board and journal. */
import { Empty } from '../../empty.tsx';
import { later } from '../../later.tsx';
import { NextStep, PlaceBar } from '../place-bar.tsx';
import { usePaneStyles } from '../use-pane-styles.ts';
import { PreviousSection } from './previous-section.tsx';
import { useMovement } from './use-movement.ts';
import { YearBoard } from './year-board.tsx';

/** The page in one file has no room for it. */
const HistorySection = import.meta.env.THI_DUA_SO_ONE_FILE
  ? () => null
  : later(async () => (await import('./history-section.tsx')).HistorySection);

export function YearPlace() {
  const styles = usePaneStyles();
  const movement = useMovement();
  return (
    <div className={styles.place}>
      <PlaceBar place="year" />
      {movement === undefined ? (
        <Empty>
          <p>Chưa chọn phong trào. Có phong trào thì lịch và việc đôn đốc trong năm hiện ở đây.</p>
          <NextStep step="plan" />
        </Empty>
      ) : (
        <>
          <PreviousSection />
          <HistorySection />
          <YearBoard />
        </>
      )}
    </div>
  );
}
