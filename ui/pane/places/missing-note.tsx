/** What is missing before something can be recorded, shown beside the button and announced to screen readers. */
import { Icon } from '../../icons.tsx';
import { usePaneStyles } from '../use-pane-styles.ts';

export function MissingNote({ text }: { readonly text: string | null }) {
  const styles = usePaneStyles();
  return (
    <div role="alert">
      {text === null ? null : (
        <span className={styles.note}>
          <Icon name="error" />
          {text}
        </span>
      )}
    </div>
  );
}
