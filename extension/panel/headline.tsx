/** The answer first: the total and its change, the place, the two weakest groups, and what is missing to a target. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { formatNumber } from '../../core/base/quantity/points.ts';
import { classRank, communeMean, communeRank } from '../../core/portal/indicator/indicator-name.ts';
import { TOTAL } from '../../core/portal/indicator/total.ts';
import type { CapturedFigure } from '../messages/contract.ts';
import { deltaText, valueText } from '../pieces/words.ts';

const GROUPS = new Set(['CKMB', 'TDGQ', 'CLGQ', 'TTTT', 'MDHL', 'MDSH']);
const MOST_WEAK = 2;

const useStyles = makeStyles({
  lines: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    margin: 0,
    padding: '8px 10px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    // In sight where the system sets the colours.
    border: '1px solid transparent',
    listStyleType: 'none',
    overflowWrap: 'anywhere',
  },
  total: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly figures: readonly CapturedFigure[];
  /** What the changes are against. */
  readonly basis: string | null;
  /** What has moved since the last capture of the same period. */
  readonly since: string | null;
}

/** Nothing where the figures have no total: a single table says it all itself. */
export function Headline({ figures, basis, since }: Props) {
  const styles = useStyles();
  const total = figures.find(({ indicator }) => indicator === TOTAL);
  if (!total || total.value === null) return null;
  const place = figures.find(({ indicator }) => indicator === communeRank(TOTAL));
  const among = figures.find(({ indicator }) => indicator === classRank(TOTAL));
  const mean = figures.find(({ indicator }) => indicator === communeMean(TOTAL));
  const share = ({ value, max }: CapturedFigure) => (value === null || !max ? 1 : value / max);
  const weak = figures
    .filter(({ indicator, value, max }) => GROUPS.has(indicator) && value !== null && max !== null)
    .toSorted((a, b) => share(a) - share(b))
    .slice(0, MOST_WEAK);
  const missing = figures.find(({ target }) => target !== null && /còn thiếu/i.test(target.sentence))?.target?.sentence;
  const change = total.last === null ? '' : `, ${deltaText(total)}${basis === null ? '' : ` so với ${basis}`}`;
  return (
    <ul className={styles.lines} aria-label="Tóm tắt">
      <li className={styles.total}>
        {valueText(total)}
        {change}
      </li>
      {place && place.value !== null && (
        <li>
          {capital(valueText(place))} trong các xã{place.last === null ? '' : `, ${deltaText(place)}`}
          {among?.value == null ? '' : `; ${valueText(among)} cùng loại`}
          {mean?.value == null ? '' : ` (bình quân các xã ${formatNumber(mean.value)})`}
        </li>
      )}
      {weak.length > 0 && <li className={styles.quiet}>Thấp nhất: {weak.map(weakText).join('; ')}</li>}
      {missing !== undefined && <li className={styles.quiet}>{capital(missing)}</li>}
      {since !== null && <li className={styles.quiet}>{since}</li>}
    </ul>
  );
}

/** With what is still to be had. */
function weakText(figure: CapturedFigure): string {
  const { name, value, max } = figure;
  const left = value === null || max === null ? 0 : Math.round(100 * (max - value)) / 100;
  return `${name} ${valueText(figure)}${left > 0 ? ` (còn ${formatNumber(left)})` : ''}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
