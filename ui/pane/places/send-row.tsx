/** A form's button, with a note on what is still missing. */
import { Button } from '@fluentui/react-components';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

interface Props {
  readonly label: string;
  /** '' = nothing. */
  readonly missing: string;
  readonly onSend: () => void;
}

export function SendRow({ label, missing, onSend }: Props) {
  const styles = usePaneStyles();
  const { state } = usePane();
  return (
    <div className={styles.row}>
      <Button disabled={state.work !== null} onClick={onSend}>
        {label}
      </Button>
      <span role="alert">{missing}</span>
    </div>
  );
}
