/** One thing to tick: the browser's own box, in our colours. */
import { makeStyles, tokens } from '@fluentui/react-components';

interface Props {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

const useStyles = makeStyles({
  label: { display: 'flex', gap: '8px', alignItems: 'start', padding: '6px 0', cursor: 'pointer' },
  box: { flexShrink: 0, width: '16px', height: '16px', margin: '2px 0 0', accentColor: tokens.colorBrandBackground },
});

export function CheckField({ label, checked, onChange }: Props) {
  const styles = useStyles();
  return (
    <label className={styles.label}>
      <input
        type="checkbox"
        className={styles.box}
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      {label}
    </label>
  );
}
