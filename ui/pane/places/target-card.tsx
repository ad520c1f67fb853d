/** One target of the plan with its figure, a bullet and the reason for its state. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type Bullet, bulletOf } from '../../../core/commune/result/bullet.ts';
import { figureWords, type TargetResult } from '../../../core/commune/result/commune-result.ts';
import { capitalised } from '../../../core/movement/rules/wording.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

const useStyles = makeStyles({
  track: {
    position: 'relative',
    height: '10px',
    backgroundColor: tokens.colorNeutralBackground5,
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  part: { position: 'absolute', insetBlock: 0 },
  value: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  range: {
    insetBlock: '4px',
    backgroundColor: tokens.colorPaletteMarigoldBorderActive,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  asked: {
    insetBlock: '-3px',
    width: '2px',
    backgroundColor: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
});

interface TargetCardProps {
  readonly target: TargetResult;
  /** In words, where the heading above does not say it. */
  readonly state?: string;
}

/** In the plan's words: where it stands, where it stood, what must be reached. */
export function TargetCard({ target, state }: TargetCardProps) {
  const pane = usePaneStyles();
  const { text, section, level, figure, reason, source, sourceText, earlier } = target;
  const before = earlier.at(-1);
  const was = before ? figureWords(before.figure.value, target) : null;
  const bullet = bulletOf(target);
  const figures = [
    figureWords(figure.value, target),
    was === null ? null : `kỳ trước: ${was}`,
    level === '' ? null : `mức phải đạt: ${level}`,
    state ?? null,
  ];
  return (
    <li className={pane.card}>
      <span>{`${capitalised(text)} (mục ${section})`}</span>
      <span className={pane.strong}>{figures.filter((figure) => figure !== null).join(' · ')}</span>
      {bullet === null ? null : <BulletBar bullet={bullet} />}
      <p className={pane.quiet}>{source === 'none' ? reason : `${reason} Nguồn: ${sourceText}.`}</p>
    </li>
  );
}

/** The figures stand in words above it. */
function BulletBar({ bullet: { value, low, high, required } }: { readonly bullet: Bullet }) {
  const styles = useStyles();
  const at = (share: number) => `${share * 100}%`;
  return (
    <div className={styles.track} aria-hidden="true">
      <div className={`${styles.part} ${styles.value}`} style={{ left: 0, width: at(value) }} />
      {low < high ? (
        <div className={`${styles.part} ${styles.range}`} style={{ left: at(low), width: at(high - low) }} />
      ) : null}
      <div className={`${styles.part} ${styles.asked}`} style={{ left: at(required) }} />
    </div>
  );
}
