/** The files of one unit for one criterion, beside the matter that is to be decided. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { evidenceKey } from '../../../core/sheets/evidence-sheet.ts';
import { Icon } from '../../icons.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { EvidenceCard } from './evidence-card.tsx';

const useStyles = makeStyles({
  panel: {
    flex: 1,
    minHeight: 0,
    overflow: 'auto',
    padding: '12px 16px',
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

interface EvidenceBesideProps {
  readonly unit: string;
  /** Code of a criterion. */
  readonly criterion: string;
  readonly onClose: () => void;
}

export function EvidenceBeside({ unit, criterion, onClose }: EvidenceBesideProps) {
  const styles = usePaneStyles();
  const own = useStyles();
  const { state } = usePane();
  const { workspace } = state;
  const files = workspace?.evidence.filter((file) => file.unit === unit && file.criterion === criterion) ?? [];
  const [open, setOpen] = useState(files[0] ? evidenceKey(files[0]) : '');
  return (
    <section className={own.panel} aria-label={`Minh chứng tiêu chí ${criterion}`}>
      <div className={styles.spread}>
        <h2 className={styles.heading}>{`Minh chứng tiêu chí ${criterion}`}</h2>
        <Button appearance="subtle" icon={<Icon name="close" />} aria-label="Đóng minh chứng" onClick={onClose} />
      </div>
      <ul className={styles.list}>
        {workspace === null
          ? null
          : files.map((file) => (
              <li key={evidenceKey(file)} className={styles.card}>
                <EvidenceCard
                  {...{ workspace, file, hasKeys: false }}
                  isOpen={evidenceKey(file) === open}
                  onOpen={() => setOpen(evidenceKey(file))}
                />
              </li>
            ))}
      </ul>
    </section>
  );
}
