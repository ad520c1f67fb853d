/**
 * The head of a place: its name with its help on the same line, its state, and its buttons; the next act is the only
 * primary button.
 */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
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
    flex: '1 1 auto',
  },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    '@container place (max-width: 400px)': {
      gap: '4px',
      '& > .fui-Button': { minWidth: 0, paddingInline: '6px', fontSize: tokens.fontSizeBase200 },
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
    <div className={styles.bar}>
      <h1 className={styles.title}>{title ?? nameOf(place)}</h1>
      <Button appearance="subtle" aria-expanded={isHelp} onClick={onHelp}>
        Trợ giúp
      </Button>
      <span className={styles.figures}>{figures}</span>
      <div className={styles.buttons}>{children}</div>
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
