/** What goes on over the year beside the reports: the period compared with, and the year's dates, board and journal. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { later } from '../../later.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { PreviousSection } from './previous-section.tsx';

const YearBoard = later(async () => (await import('./year-board.tsx')).YearBoard);

export function YearSection() {
  const styles = usePaneStyles();
  const { workspace } = usePane().state;
  const [open, setOpen] = useState(false);
  if (workspace?.movement == null) return null;
  return (
    <>
      <PreviousSection />
      <section className={styles.section} aria-label="Theo dõi trong năm">
        <div className={styles.row}>
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            Theo dõi trong năm
          </Button>
        </div>
        {open ? <YearBoard /> : null}
      </section>
    </>
  );
}
