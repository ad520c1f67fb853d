/** The head of a place: its name, its state, and its buttons; the next act is the only primary button. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { usePane } from './pane-context.ts';
import type { Place } from './places.ts';
import type { Step } from './steps.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  figures: {
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    marginInlineEnd: 'auto',
    flex: '1 1 auto',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  /** In a narrow pane help stands on the line of the name, and figures and buttons each on a line below. */
  narrow: {
    '@container place (max-width: 479.98px)': {
      '& > h1': { flex: '1 1 0', minWidth: 'min-content' },
      '& > span': { order: 1, flexBasis: '100%' },
      '& > div': { order: 2 },
      '& > :empty': { display: 'none' },
    },
  },
});

interface PlaceBarProps {
  readonly place: Place;
  /** In the place of its name. */
  readonly title?: string;
  readonly children?: ReactNode;
}

export function PlaceBar({ place, title, children }: PlaceBarProps) {
  const styles = useStyles();
  const { way, nameOf, isHelp, onHelp } = usePane();
  const figures = way.find(({ step }) => step === place)?.figures ?? '';
  return (
    <div className={mergeClasses(styles.bar, styles.narrow)}>
      <h1 className={styles.title}>{title ?? nameOf(place)}</h1>
      <span className={styles.figures}>{figures}</span>
      <div className={styles.buttons}>{children}</div>
      <Button appearance="subtle" aria-expanded={isHelp} onClick={onHelp}>
        Trợ giúp
      </Button>
    </div>
  );
}

/** On to the next step. */
export function NextStep({ step, primary = true }: { readonly step: Step; readonly primary?: boolean }) {
  const { dispatch, nameOf } = usePane();
  return (
    <Button
      appearance={primary ? 'primary' : 'secondary'}
      onClick={() => dispatch({ kind: 'went', place: step })}
    >{`Tiếp: ${nameOf(step)}`}</Button>
  );
}
