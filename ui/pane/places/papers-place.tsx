/** Văn bản: the Word papers, seen before they are saved, the book of results, and the decisions that were signed. */
import { Empty } from '../../empty.tsx';
import { later } from '../../later.tsx';
import { usePane } from '../pane-context.ts';
import { NextStep, PlaceBar } from '../place-bar.tsx';
import { usePaneStyles } from '../use-pane-styles.ts';
import { FilesSection } from './files-section.tsx';

const PapersList = later(async () => (await import('./papers-list.tsx')).PapersList);
const SignedSection = later(async () => (await import('./signed-section.tsx')).SignedSection);

export function PapersPlace() {
  const styles = usePaneStyles();
  const { state } = usePane();
  if (state.workspace?.run == null)
    return (
      <>
        <PlaceBar place="papers" />
        <Empty>
          <p>Chưa có kết quả để lập văn bản. Văn bản lập được khi báo cáo đã được kiểm tra và chấm điểm.</p>
          <NextStep step="reports" />
        </Empty>
      </>
    );
  return (
    <div className={styles.place}>
      <PlaceBar place="papers">{state.hasPapers ? <NextStep step="next" /> : null}</PlaceBar>
      <FilesSection />
      <PapersList key={state.sought} />
      <SignedSection />
    </div>
  );
}
