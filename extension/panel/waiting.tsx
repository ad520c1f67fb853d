/** What is being done, said while it lasts. */
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

export function Waiting({ label }: { readonly label: string }) {
  const styles = useStyles();
  return (
    <p role="status" className={styles.text}>
      {label}
    </p>
  );
}
