/** The end of a form that records something: the name of the person, the button, and what is still missing. */
import { Button } from '@fluentui/react-components';
import { usePane } from '../pane-context.ts';
import { MissingNote } from './missing-note.tsx';
import { WhoField } from './who-field.tsx';

interface RecordActProps {
  readonly label: string;
  readonly missing: string | null;
  readonly onRecord: () => void;
  /** Whose name the record needs; null = nobody's. */
  readonly who: 'who' | 'appraiser' | null;
  /** The one next act of the screen. */
  readonly isPrimary?: boolean;
}

export function RecordAct({ label, missing, onRecord, who, isPrimary = false }: RecordActProps) {
  const { state } = usePane();
  return (
    <>
      {who === null ? null : <WhoField text={who} />}
      <Button
        data-save
        appearance={isPrimary ? 'primary' : 'secondary'}
        disabled={state.work !== null}
        onClick={onRecord}
      >
        {label}
      </Button>
      <MissingNote text={missing} />
    </>
  );
}
